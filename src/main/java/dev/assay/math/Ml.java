package dev.assay.math;

/// A finished piece of a formula.
///
/// @param markup MathML, one element
/// @param part   how it behaves beside others
record Ml(String markup, Part part) {
  /// How a piece behaves.
  enum Part {
    ORDINARY,
    /// A sign between two things.
    BETWEEN,
    OPEN,
    CLOSE,
    /// A name of a function: what it is applied to stands a little apart.
    FUNCTION,
    /// Scripts go above and below.
    LIMITS,
    SPACE
  }

  static Ml ordinary(String markup) {
    return new Ml(markup, Part.ORDINARY);
  }

  static Ml element(String name, String... children) {
    return ordinary("<" + name + ">" + String.join("", children) + "</" + name + ">");
  }

  static Ml identifier(String text, boolean upright) {
    boolean one = text.codePointCount(0, text.length()) == 1;
    return ordinary("<mi" + (one && upright ? " mathvariant=\"normal\"" : "") + ">" + escape(text) + "</mi>");
  }

  static Ml number(String text) {
    return ordinary("<mn>" + escape(text) + "</mn>");
  }

  static Ml operator(String attributes, String text, Part part) {
    return new Ml("<mo" + attributes + ">" + escape(text) + "</mo>", part);
  }

  static Ml text(String text) {
    return ordinary("<mtext>" + escape(text.replace(' ', '\u00a0')) + "</mtext>");
  }

  static Ml space(String width) {
    return new Ml("<mspace width=\"" + width + "\"></mspace>", Part.SPACE);
  }

  static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> {
          boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
          boolean odd = (c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || (c >= 0xfdd0 && c <= 0xfdef) || c >= 0xfffe;
          if (pair) {
            out.append(c).append(text.charAt(++i));
          } else {
            out.append(odd || Character.isSurrogate(c) ? '\ufffd' : c);
          }
        }
      }
    }
    return out.toString();
  }
}
