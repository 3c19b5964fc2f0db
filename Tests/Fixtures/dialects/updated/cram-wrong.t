  $ echo one
  one
  $ echo seagull
  seagull
  $ echo xsand
  xsand
  $ echo unbalanced
  unbalanced
  $ printf 'end'
  end (no-eol)
  $ printf 'tab\there\n'
  tab\there (esc)
  $ (exit 2)
  [2]
  $ echo fine
  fine
  $ printf 'a1\na2\nzz\n'
  a* (glob)
  a2
  zz
