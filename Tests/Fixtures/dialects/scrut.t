Several commands stand in one block here, and both streams count
  $ echo out; echo err >&2
  out
  err
  $ printf 'one\r\n'
  one\r (esc)

# A remark
Globs have escapes, and lines may repeat
  $ printf 'a*\nb\nb\n'
  a\* (glob)
  b (+)
  $ (exit 2)
  [2]
