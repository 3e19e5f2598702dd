; Not even enough to begin with: a message and an exit status, no signal.
; shell: ulimit -v 120000; elle -e 1 || echo "status $?"
; expect: status 1
; expect stderr: There is no memory left.
