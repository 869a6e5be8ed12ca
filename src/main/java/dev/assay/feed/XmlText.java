package dev.assay.feed;

import org.jdom2.Verifier;

/// Text that may stand in an XML file.
public final class XmlText {
  private XmlText() {}

  /// The text without the characters that XML forbids even when escaped (most control characters, lone halves of
  /// surrogate pairs, U+FFFE and U+FFFF), with every line ended by LF.
  public static String clean(String text) {
    int fault = firstFault(text, 0);
    if (fault == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int from = 0;
    while (fault < text.length()) {
      clean.append(text, from, fault);
      boolean loneReturn =
          text.charAt(fault) == '\r' && !(fault + 1 < text.length() && text.charAt(fault + 1) == '\n');
      if (loneReturn) {
        clean.append('\n');
      }
      from = fault + 1;
      fault = firstFault(text, from);
    }
    return clean.append(text, from, text.length()).toString();
  }

  /// The text on one line, as a title is shown.
  static String line(String text) {
    return clean(text).strip().replaceAll("\\s+", " ");
  }

  private static int firstFault(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 0x20 && c < 0xD800) || c == '\n' || c == '\t') {
        continue;
      }
      int codePoint = text.codePointAt(i);
      if (c == '\r' || !Verifier.isXMLCharacter(codePoint)) {
        return i;
      }
      i += Character.charCount(codePoint) - 1;
    }
    return text.length();
  }
}
