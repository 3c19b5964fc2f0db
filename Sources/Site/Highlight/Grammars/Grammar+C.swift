/// Languages that look like C.
extension Grammar {
  static let c = Grammar(
    keywords: """
      auto break case const continue default do else enum extern for goto if inline register restrict
      return sizeof static struct switch typedef union volatile while _Alignas _Alignof _Atomic
      _Generic _Noreturn _Static_assert _Thread_local alignas alignof constexpr static_assert
      thread_local typeof
      """,
    constants: "NULL true false nullptr",
    types: """
      bool char double float int long short signed unsigned void size_t ssize_t ptrdiff_t int8_t
      int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t FILE va_list
      wchar_t time_t pid_t
      """,
    prefixes: [("L u U u8", .prefix)],
    regions: [.line("//"), .block("/*", "*/"), .string("\""), .string("'")],
    numberBytes: "'", features: [.calls, .directives])

  static let cPlusPlus = Grammar(
    keywords: """
      alignas alignof and asm auto break case catch class co_await co_return co_yield concept const
      const_cast consteval constexpr constinit continue decltype default delete do dynamic_cast else
      enum explicit export extern final for friend goto if import inline module mutable namespace new
      noexcept not operator or override private protected public register reinterpret_cast requires
      return sizeof static static_assert static_cast struct switch template this thread_local throw
      try typedef typeid typename union using virtual volatile while xor
      """,
    constants: "NULL true false nullptr",
    types: """
      bool char char8_t char16_t char32_t double float int long short signed unsigned void wchar_t
      size_t ptrdiff_t int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t string
      string_view vector map unordered_map set unordered_set array pair tuple optional variant
      unique_ptr shared_ptr weak_ptr function span
      """,
    prefixes: [("L u U u8", .prefix), ("R LR uR UR u8R", .raw)],
    regions: [.line("//"), .block("/*", "*/"), .string("\""), .string("'")],
    numberBytes: "'", features: [.calls, .directives, .delimitedStrings])

  static let java = Grammar(
    keywords: """
      abstract assert break case catch class const continue default do else enum extends final finally
      for goto if implements import instanceof interface native new non-sealed package permits private
      protected public record return sealed static strictfp super switch synchronized this throw
      throws transient try var volatile while yield
      """,
    constants: "true false null", types: "boolean byte char double float int long short void",
    regions: [.line("//"), .block("/*", "*/"), .text("\"\"\""), .string("\""), .string("'")],
    features: [.calls, .capitalTypes, .decorators])

  static let kotlin = Grammar(
    keywords: """
      abstract actual annotation as break by catch class companion const constructor continue
      crossinline data do else enum expect external final finally for fun get if import in infix init
      inline inner interface internal is lateinit noinline object open operator out override package
      private protected public reified return sealed set super suspend tailrec this throw try
      typealias val var vararg when where while
      """,
    constants: "true false null",
    regions: [
      .line("//"), .block("/*", "*/", nests: true), .text("\"\"\"", .dollar),
      .string("\"", .dollar),
      .string("'"),
    ], features: [.calls, .capitalTypes, .decorators])

  static let cSharp = Grammar(
    keywords: """
      abstract as async await base break case catch checked class const continue default delegate do
      else enum event explicit extern finally fixed for foreach from get goto if implicit in init
      interface internal is let lock namespace new operator orderby out override params partial
      private protected public readonly record ref required return sealed select set sizeof
      stackalloc static struct switch this throw try typeof unchecked unsafe using value var virtual
      volatile when where while with yield
      """,
    constants: "true false null",
    types: """
      bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint
      ulong ushort void
      """,
    regions: [.line("//"), .block("/*", "*/"), .text("\"\"\""), .string("\""), .string("'")],
    features: [.calls, .capitalTypes, .directives])

  static let go = Grammar(
    keywords: """
      break case chan const continue default defer else fallthrough for func go goto if import
      interface map package range return select struct switch type var
      """,
    constants: "true false nil iota",
    types: """
      any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64
      rune string uint uint8 uint16 uint32 uint64 uintptr
      """,
    regions: [.line("//"), .block("/*", "*/"), .string("\""), .raw("`"), .string("'")],
    features: [.calls])

  static let rust = Grammar(
    keywords: """
      as async await break const continue crate dyn else enum extern fn for if impl in let loop match
      mod move mut pub ref return self static struct super trait type union unsafe use where while
      """,
    constants: "true false",
    types: """
      bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize Self
      """,
    prefixes: [("b c", .prefix), ("r br cr", .raw)],
    regions: [
      .line("//"), .block("/*", "*/", nests: true),
      Region(
        opening: "\"", closing: "\"", role: .string, escape: 0x5C, spansLines: true, hashes: true),
      Region(opening: "#[", closing: "]", role: .function),
      Region(opening: "#![", closing: "]", role: .function),
    ], features: [.calls, .capitalTypes, .lifetimes, .macros])

  static let swift = Grammar(
    keywords: """
      actor any as associatedtype async await borrowing break case catch class consuming continue
      convenience default defer deinit didSet do dynamic each else enum extension fallthrough
      fileprivate final for func get guard if import in indirect infix init inout internal is isolated
      lazy let macro mutating nonisolated nonmutating open operator optional override package postfix
      precedencegroup prefix private protocol public repeat required rethrows return self sending set
      some static struct subscript super switch throw throws try typealias unowned unsafe var weak
      where while willSet
      """,
    constants: "true false nil", types: "Self Any",
    regions: [
      .line("//"), .block("/*", "*/", nests: true), .text("\"\"\"", .backslashParenthesis),
      Region(
        opening: "\"", closing: "\"", role: .string, escape: 0x5C,
        filling: .backslashParenthesis, hashes: true),
      Region(opening: "`", closing: "`", role: .plain),
    ], features: [.calls, .capitalTypes, .decorators, .hashWords])

  static let javaScript = script()

  static let typeScript = script(
    keywords: """
      abstract declare enum implements infer interface is keyof namespace override private protected
      public readonly satisfies type
      """,
    types: "any bigint boolean never number object string symbol unknown void")

  private static func script(keywords: String = "", types: String = "") -> Grammar {
    Grammar(
      keywords: """
        as async await break case catch class const continue debugger default delete do else export
        extends finally for from function get if import in instanceof let new of return set static
        super switch this throw try typeof var void while with yield \(keywords)
        """,
      constants: "true false null undefined NaN Infinity", types: types,
      regions: [
        .line("//"), .block("/*", "*/"), .string("\""), .string("'"), .text("`", .dollarBrace),
      ], wordBytes: "$", keys: (before: "{,;(\n", after: ":"),
      features: [.calls, .capitalTypes, .decorators, .keys, .regexLiterals])
  }
}
