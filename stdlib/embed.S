// The image as data of the program, put there by the assembler: no compiler ever parses it.
        .section .rodata
        .balign 64
        .globl elle_stdlib_image, elle_stdlib_image_end
        .hidden elle_stdlib_image, elle_stdlib_image_end
elle_stdlib_image:
        .incbin ELLE_STDLIB_IMAGE
elle_stdlib_image_end:
        .section .note.GNU-stack, "", @progbits
