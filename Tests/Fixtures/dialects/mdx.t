Blocks are indented here

  $ seq 3
  1
  ...

<-- non-deterministic output
  $ echo $$
  1

  $ exit 2
  [2]
