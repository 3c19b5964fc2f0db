/// What a piece of code is to its reader: the same few roles for every language.
///
/// The raw value is the letter that is the style sheet's class; `plain` has none.
package enum CodeRole: UInt8, Sendable, CaseIterable {
  case plain = 0
  /// `a`: a name that is given a value, such as a key, an attribute or a flag.
  case key = 0x61
  /// `c`.
  case comment = 0x63
  /// `d`: a line that goes.
  case deleted = 0x64
  /// `f`: a function, or a shell's command.
  case function = 0x66
  /// `g`: what a program prints.
  case output = 0x67
  /// `h`: the head of a section.
  case heading = 0x68
  /// `i`: a line that comes.
  case inserted = 0x69
  /// `k`: a word of the language.
  case keyword = 0x6B
  /// `n`: a number or another constant.
  case number = 0x6E
  /// `o`: an operator, where it matters as much as words do.
  case `operator` = 0x6F
  /// `s`.
  case string = 0x73
  /// `t`.
  case type = 0x74
  /// `v`: a variable, or a place in a string that is filled in.
  case variable = 0x76
}
