-- Shared by LuaJIT and Lua: takes a clock, gives the two ways to measure.
local rounds, seconds = 3, 0.05

return function(now)
  local function best_of(body, argument)
    local best = math.huge
    for _ = 1, rounds do
      local start = now()
      body(argument)
      best = math.min(best, now() - start)
    end
    return best
  end

  local measure = {}

  -- Nanoseconds of one turn, over as many turns as fill `seconds`.
  function measure.per_turn(name, body)
    local count = 1000
    while best_of(body, count) < seconds do count = count * 2 end
    print(name, best_of(body, count) / count * 1e9)
  end

  function measure.whole(name, body, argument)
    print(name, best_of(body, argument) * 1e3)
  end

  return measure
end
