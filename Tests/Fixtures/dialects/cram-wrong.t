  $ echo one
  two
  $ echo seagull
  gull|sea (glob)
  $ echo xsand
  sea|sand (re)
  $ echo unbalanced
  ( (re)
  $ printf 'end'
  end
  $ printf 'tab\there\n'
  tab\\there (esc)
  $ (exit 2)
  $ echo fine
  fine
  [1]
  $ printf 'a1\na2\nzz\n'
  a* (glob)
  a2
  a? (glob)
