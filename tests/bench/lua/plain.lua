-- What the language does without any C: for Lua, and by LuaJIT's program too.
return function(measure)
  local function fib(n)
    if n < 2 then return n end
    return fib(n - 1) + fib(n - 2)
  end

  measure.whole("fib", fib, 30)
  measure.whole("loop", function(count) for _ = 1, count do end end, 10000000)
end
