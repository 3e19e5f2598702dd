(destructuring-bind (library name) (last sb-ext:*posix-argv* 2)
  (load-shared-object library)
  (let ((function (sb-alien:sap-alien (sb-sys:foreign-symbol-sap name) (function int))))
    (assert (plusp (alien-funcall function)))))
