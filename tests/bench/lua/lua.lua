-- Lua has no way to call C by its own means; os.clock is fine enough for milliseconds.
local folder = arg[0]:match("(.*/)")
local measure = dofile(folder .. "timing.lua")(os.clock)
dofile(folder .. "plain.lua")(measure)
