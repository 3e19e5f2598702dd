local ffi = require("ffi")
local library, name = arg[1], arg[2]
ffi.cdef("int " .. name .. "(void);")
assert(ffi.load(library)[name]() > 0)
