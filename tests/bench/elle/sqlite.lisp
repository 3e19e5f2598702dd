(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")
(sqlite3-libversion-number)
