/// Data, queries and settings with strings and braces.
extension Grammar {
  static let json = Grammar(
    constants: "true false null Infinity NaN",
    regions: [.line("//"), .block("/*", "*/"), .string("\""), .string("'")],
    keys: (before: "{,\n", after: ":"), features: [.keys, .stringKeys])

  static let toml = Grammar(
    constants: "true false inf nan",
    regions: [
      .line("#"), .text("\"\"\""), .raw("'''"), .string("\""), .raw("'", spansLines: false),
    ], wordBytes: "-.", numberBytes: "-:", keys: (before: "{,\n", after: "="),
    features: [.keys, .stringKeys, .headings])

  static let sql = Grammar(
    keywords: """
      add after all alter analyze and any as asc auto_increment before begin between by cascade case
      cast check cluster column commit conflict constraint copy create cross current database default
      deferrable delete desc describe distinct do drop each else elsif end enable escape except exec
      execute exists explain external fetch filter first following for foreign format from full
      function generated global grant group having identity if ignore ilike in index inner insert
      intersect interval into is isnull join key language last lateral left like limit location
      materialized merge minus natural next no not nothing notnull nulls of offset on only options or
      order outer over overwrite partition partitioned policy preceding primary procedure qualify
      range recursive ref references rename replace restrict return returning returns revoke right
      role rollback row rows schema select set show similar some start stored table tables temp
      temporary then to transaction trigger truncate type unbounded union unique unnest update use
      using vacuum values view virtual when where window with within
      """,
    constants: "true false null",
    types: """
      array bigint binary bit blob bool boolean bytea char character clob date datetime decimal double
      float float64 int int64 integer json jsonb money nchar numeric nvarchar precision real serial
      bigserial smallint string struct text time timestamp timestamptz tinyint uuid varbinary varchar
      varying xml zone
      """,
    prefixes: [("e b x n r", .prefix)],
    regions: [
      .line("--"), .block("/*", "*/"), .doubled("'"), .doubled("\"", role: .type),
      .raw("`", spansLines: false, role: .type),
    ], features: [.foldsCase, .calls, .atVariables])

  static let graphQL = Grammar(
    keywords: """
      directive enum extend fragment implements input interface mutation on query repeatable scalar
      schema subscription type union
      """,
    constants: "true false null",
    regions: [.line("#"), .text("\"\"\""), .string("\"")],
    keys: (before: "{,(\n", after: ":"),
    features: [.capitalTypes, .decorators, .dollarVariables, .keys])

  static let protocolBuffers = Grammar(
    keywords: """
      enum extend extensions group import map max message oneof option optional package public repeated
      required reserved returns rpc service stream syntax to weak
      """,
    constants: "true false inf nan",
    types: """
      bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32
      uint64
      """,
    regions: [.line("//"), .block("/*", "*/"), .string("\""), .string("'")],
    features: [.capitalTypes])
}
