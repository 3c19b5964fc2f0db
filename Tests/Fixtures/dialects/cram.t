Lines as they are printed, and a blank one

  $ printf 'one\n\nthree\n'
  one
  
  three

Both streams in their order, and nothing at all

  $ echo out; echo err >&2; echo out
  out
  err
  out
  $ :

Globs with their escapes

  $ echo 'a file, *really* \ so'
  a *, \*really\* \\ s? (glob)

A regular expression: of several ways only the first can match

  $ printf 'seagull\nsand\n'
  sea|sand (re)
  sand

Braces and brackets that mean nothing

  $ echo '{"a": [1]}'
  {"a": \[\d\]} (re)

Control characters and all beyond ASCII, written and as they are

  $ printf 'tab\there \033[1m caf\303\251 \377\n'
  tab\there \x1b[1m caf\xc3\xa9 \xff (esc)
  $ printf 'tab\there\n'
  tab	here

No line feed at the end

  $ printf 'one\ntwo'
  one
  two (no-eol)
  $ printf 'a\tb'
  a\tb (no-eol) (esc)
  $ printf abc
  a?c (no-eol) (glob)
  $ printf abc
  [a-c]+ \(no-eol\) (re)

A carriage return ends a line, though not as it should

  $ printf 'one\r\ntwo\rthree\n'
  one\r (esc)
  two\r (no-eol) (esc)
  three

A suffix that is meant as it stands

  $ echo 'a* (glob)'
  a* (glob)

Exit statuses, after the output; one that is printed looks the same

  $ echo before; (exit 3)
  before
  [3]
  $ echo '[4]'
  [4]
  $ (exit 12)
  \[1\d\] (re)

Commands of several lines, and the state they leave

  $ add() {
  >   echo $(($1 + $2))
  > }
  $ cat <<END > file
  > one
  >   two
  > END
  $ mkdir in; cd in; value=5
  $ add $value 2; cat ../file
  7
  one
    two

What cram promises

  $ echo "$LANG $LC_ALL $TZ $COLUMNS $TESTFILE"
  C C GMT 80 cram.t
  $ [ -d "$CRAMTMP" ] && [ -d "$TMPDIR" ] && pwd
  */cram.t/in (glob)
