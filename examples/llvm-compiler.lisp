; A compiler in forty lines: LLVM's C interface builds a module with a function `main`, prints its IR, verifies it,
; compiles it to machine code in memory, and runs that.

(load-header-with-lib ["llvm-c/Core.h" "llvm-c/Analysis.h" "llvm-c/Target.h" "llvm-c/ExecutionEngine.h"]
                      "LLVM-19")

; --- Build the module ------------------------------------------------------------------------------------------------

; Create module
(let module (llvm-module-create-with-name "hello"))

; Create function type (i32 func()). LLVMFunctionType takes the parameters' array and their count: for a vector, the
; count is filled in.
(let i32-type (llvm-int32-type))
(let func-type (llvm-function-type i32-type #() #f))

; Add function to module
(let func (llvm-add-function module "main" func-type))

; Create basic block
(let context (llvm-get-global-context))
(let builder (llvm-create-builder-in-context context))
(let bb (llvm-append-basic-block-in-context context func "entry"))

; Build function body
(llvm-position-builder-at-end builder bb)
(let forty-two (llvm-const-int i32-type 42 #f))
(llvm-build-ret builder forty-two)

; --- Print it --------------------------------------------------------------------------------------------------------

; LLVMDumpModule writes to standard error; LLVMPrintModuleToString returns a text that the caller has to free.
(let ir (llvm-print-module-to-string module))
(print (trim (c-string ir)))
(llvm-dispose-message ir)

; --- Verify it -------------------------------------------------------------------------------------------------------

(define (check failed? message)
  "Raises LLVM's message when a call says that it failed."
  (when failed? (error (format "LLVM: ~a" (c-string (deref message))))))

(let message (out "char *"))
(check (llvm-verify-module module LLVMReturnStatusAction message) message)
(llvm-dispose-message (deref message))   ; the verifier leaves a text, an empty one, also when all is well

; --- Compile and run it ----------------------------------------------------------------------------------------------

; LLVMInitializeNativeTarget is an inline function of the header, which does these three calls.
(llvm-initialize-x86-target-info)
(llvm-initialize-x86-target)
(llvm-initialize-x86-target-mc)
(llvm-initialize-x86-asm-printer)
(llvm-link-in-mcjit)

; The engine owns the module from here on.
(let engine-out (out "LLVMExecutionEngineRef"))
(check (llvm-create-jit-compiler-for-module engine-out module 2 message) message)
(let engine (deref engine-out))

; The machine code is a C function like any other: its address and its type make it callable.
(let main (c-function (cast "int (*)(void)" (llvm-get-function-address engine "main"))))
(print "main returns" (main))

; --- Clean up --------------------------------------------------------------------------------------------------------

(llvm-dispose-builder builder)
(llvm-dispose-execution-engine engine)

; expect: ; ModuleID = 'hello'
; expect: source_filename = "hello"
; expect:
; expect: define i32 @main() {
; expect: entry:
; expect:   ret i32 42
; expect: }
; expect: main returns 42
