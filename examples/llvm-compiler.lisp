; LLVM's C interface builds a module with a function `main` and shows its IR; then a copy of it is compiled to machine
; code in memory, and run.

(load-header-with-lib ["llvm-c/Core.h" "llvm-c/Analysis.h" "llvm-c/Target.h" "llvm-c/ExecutionEngine.h"]
                       "libLLVM-19.so")

; Create module
(let module (llvm-module-create-with-name "hello"))

; Create function type (i32 func())
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

; Dump module
(llvm-dump-module module)

; --- Verify it -------------------------------------------------------------------------------------------------------

(define (check failed? message)
  "Raises LLVM's message when a call says that it failed."
  (when failed? (error (format "LLVM: ~a" (c-string (deref message))))))

(let message (out "char *"))
(check (llvm-verify-module module LLVMReturnStatusAction message) message)
(llvm-dispose-message (deref message))   ; the verifier leaves a text, an empty one, also when all is well

; --- Compile and run it ----------------------------------------------------------------------------------------------

; Inline functions of the header, which no library has.
(llvm-initialize-native-target)
(llvm-initialize-native-asm-printer)
(llvm-link-in-mcjit)

; The engine owns the module it is given: it gets a copy.
(let engine-out (out "LLVMExecutionEngineRef"))
(check (llvm-create-jit-compiler-for-module engine-out (llvm-clone-module module) 2 message) message)
(let engine (deref engine-out))

; The machine code is a C function like any other: its address and its type make it callable.
(let main (c-function (cast "int (*)(void)" (llvm-get-function-address engine "main"))))
(print "main returns" (main))
(llvm-dispose-execution-engine engine)

; --- The end ---------------------------------------------------------------------------------------------------------

; Cleanup
(llvm-dispose-builder builder)
(llvm-dispose-module module)

; expect stderr: ; ModuleID = 'hello'
; expect stderr: source_filename = "hello"
; expect stderr: define i32 @main() {
; expect stderr: entry:
; expect stderr:   ret i32 42
; expect stderr: }
; expect: main returns 42
