; libgit2: the log of a repository, newest first - of the one around the current folder, or of the one given:
;
;     elle examples/git-log.lisp [folder [how-many]]

(use-library "libgit2")

(define (check status)
  "The status of a call, when it means success; else an error that says what libgit2 says."
  (if (>= status 0)
      status
      (error (format "git: ~a" (c-string (.message (git-error-last)))))))

(define (make-object type make)
  "What a function of libgit2 hands out through a pointer to a variable of the type, its first argument."
  (let handle (out type))
  (check (make handle))
  (deref handle))

(define (open-repository folder)
  "The repository around a folder: its .git is here or further up."
  (make-object "git_repository *"
               (fn [handle] (git-repository-open-ext handle folder 0 nil))))

(define (commits repository limit)
  "Up to so many commits, from HEAD backwards in time, as maps."
  (let walk (make-object "git_revwalk *" (fn [handle] (git-revwalk-new handle repository))))
  (let id (make-struct git_oid))
  (try
    (git-revwalk-sorting walk (bit-or GIT_SORT_TOPOLOGICAL GIT_SORT_TIME))
    (check (git-revwalk-push-head walk))
    (loop next [found []]
      (if (or (= (count found) limit) (= (git-revwalk-next id walk) GIT_ITEROVER))
          found
          (next (push! found (describe repository id)))))
    (finally (git-revwalk-free walk))))

(define (describe repository id)
  (let commit (make-object "git_commit *" (fn [handle] (git-commit-lookup handle repository id))))
  (let author (git-commit-author commit))
  (let described {:id (c-string (git-oid-tostr-s id))
                  :summary (git-commit-summary commit)
                  :author (c-string (.name author))
                  :time (.time (.when author))
                  :parents (git-commit-parentcount commit)})
  (git-commit-free commit)
  described)

(define (show commit)
  (printf "~a  ~a  ~12a ~a~a~%"
          (substring (get commit :id) 0 8)
          (format-time (get commit :time) "%Y-%m-%d" :utc #t)
          (get commit :author)
          (get commit :summary)
          (if (> (get commit :parents) 1) "  (merge)" "")))

(git-libgit2-init)
(let folder (get (arguments) 0 "."))
(let limit (string->number (get (arguments) 1 "20")))
(let repository (open-repository folder))
(try
  (for-each show (commits repository limit))
  (finally
    (git-repository-free repository)
    (git-libgit2-shutdown)))

; shell: export GIT_CONFIG_GLOBAL=/dev/null GIT_AUTHOR_NAME=Ada GIT_COMMITTER_NAME=Ada
; shell: export GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_EMAIL=ada@example.org
; shell: git init --quiet --initial-branch=main repository && cd repository
; shell: commit() { GIT_AUTHOR_DATE="$1" GIT_COMMITTER_DATE="$1" git commit --quiet --allow-empty -m "$2"; }
; shell: commit 2024-03-01T12:00:00Z "Begin" && git switch --quiet -c side
; shell: commit 2024-03-02T12:00:00Z "Ein schönes Stück" && git switch --quiet main
; shell: commit 2024-03-03T12:00:00Z "Go on"
; shell: GIT_AUTHOR_DATE=2024-03-04T12:00:00Z GIT_COMMITTER_DATE=2024-03-04T12:00:00Z git merge --quiet -m "Join" side
; shell: mkdir inner && cd inner && elle ../../here/git-log.lisp && elle ../../here/git-log.lisp .. 1
; shell: ! elle ../../here/git-log.lisp /
; expect match: [0-9a-f]{8}  2024-03-04  Ada          Join  \(merge\)
; expect match: [0-9a-f]{8}  2024-03-03  Ada          Go on
; expect match: [0-9a-f]{8}  2024-03-02  Ada          Ein schönes Stück
; expect match: [0-9a-f]{8}  2024-03-01  Ada          Begin
; expect match: [0-9a-f]{8}  2024-03-04  Ada          Join  \(merge\)
; expect stderr: error: git: could not find repository from '/'
