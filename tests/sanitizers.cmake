# What the sanitizers are told in every test. Read by CTest itself; harmless in trees built without them.
set(suppressions ${CMAKE_CURRENT_LIST_DIR}/leaks.supp)
set(ENV{LSAN_OPTIONS} "suppressions=${suppressions}:print_suppressions=0")
set(ENV{UBSAN_OPTIONS} "print_stacktrace=1")
