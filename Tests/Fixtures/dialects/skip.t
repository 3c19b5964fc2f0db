  $ echo wrong
  right
  $ exit 80
