package dev.assay.math;

/// Reads formulas. The door of this room.
///
/// ```
/// switch (Formula.read("E = mc^2", false)) {
///   case Formula.Made(String mathml) -> …
///   case Formula.Wrong(int start, int end, String message, String hint) -> …
/// }
/// ```
///
/// Takes time in proportion to the formula, which may be [#LONGEST] characters long and [TexReader#DEEPEST] deep.
public final class Formula {
  /// How many characters a formula may have.
  public static final int LONGEST = 20_000;

  private Formula() {}

  /// What became of a formula.
  public sealed interface Reading {}

  /// A formula.
  ///
  /// @param mathml a `math` element; its source is its `alttext`
  public record Made(String mathml) implements Reading {}

  /// A formula that cannot be read.
  ///
  /// @param start where what is wrong begins in the formula
  /// @param end   behind it
  public record Wrong(int start, int end, String message, String hint) implements Reading {}

  /// @param tex     the formula, without dollar signs
  /// @param display whether it stands on a line of its own
  public static Reading read(String tex, boolean display) {
    if (tex.length() > LONGEST) {
      return new Wrong(0, tex.length(), "this formula has " + tex.length() + " characters, more than the " + LONGEST + " that are read", "part it into several");
    }
    if (tex.isBlank()) {
      return new Wrong(0, tex.length(), "this formula is empty", "write something between the dollar signs, or escape them: \\$");
    }
    try {
      String body = new TexReader(tex).whole();
      String source = Ml.escape(tex.strip().replaceAll("\\s+", " "));
      return new Made("<math" + (display ? " display=\"block\"" : "") + " alttext=\"" + source + "\">" + body + "</math>");
    } catch (TexReader.Fault e) {
      return new Wrong(e.start(), Math.min(tex.length(), Math.max(e.end(), e.start() + 1)), e.said(), e.hint());
    }
  }
}
