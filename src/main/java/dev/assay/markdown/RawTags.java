package dev.assay.markdown;

/// Finds the end of a raw tag, comment, processing instruction, declaration or CDATA section, by CommonMark's
/// grammar. An opening that nothing closes is remembered, so that many of them cost one pass.
final class RawTags {
  private final String text;
  private boolean noComment;
  private boolean noInstruction;
  private boolean noSection;
  private boolean noDeclaration;
  private boolean noDouble;
  private boolean noSingle;

  RawTags(String text) {
    this.text = text;
  }

  /// The end of what opens at a `<`; -1 when it is a plain `<`.
  int end(int open) {
    if (open + 1 >= text.length()) {
      return -1;
    }
    char c = text.charAt(open + 1);
    return switch (c) {
      case '/' -> closeTagEnd(open);
      case '?' -> instructionEnd(open);
      case '!' -> declarationEnd(open);
      default -> isLetter(c) ? openTagEnd(open) : -1;
    };
  }

  private int closeTagEnd(int open) {
    int at = nameEnd(open + 2);
    if (at == open + 2) {
      return -1;
    }
    at = spaceEnd(at);
    return at < text.length() && text.charAt(at) == '>' ? at + 1 : -1;
  }

  private int instructionEnd(int open) {
    int end = noInstruction ? -1 : text.indexOf("?>", open + 2);
    noInstruction |= end < 0;
    return end < 0 ? -1 : end + 2;
  }

  private int declarationEnd(int open) {
    if (text.startsWith("<!--", open)) {
      if (text.startsWith(">", open + 4)) {
        return open + 5;
      }
      if (text.startsWith("->", open + 4)) {
        return open + 6;
      }
      int end = noComment ? -1 : text.indexOf("-->", open + 4);
      noComment |= end < 0;
      return end < 0 ? -1 : end + 3;
    }
    if (text.startsWith("<![CDATA[", open)) {
      int end = noSection ? -1 : text.indexOf("]]>", open + 9);
      noSection |= end < 0;
      return end < 0 ? -1 : end + 3;
    }
    if (open + 2 < text.length() && isLetter(text.charAt(open + 2))) {
      int end = noDeclaration ? -1 : text.indexOf('>', open + 2);
      noDeclaration |= end < 0;
      return end < 0 ? -1 : end + 1;
    }
    return -1;
  }

  private int openTagEnd(int open) {
    int at = nameEnd(open + 1);
    while (true) {
      int behind = spaceEnd(at);
      if (behind < text.length() && text.charAt(behind) == '/') {
        return behind + 1 < text.length() && text.charAt(behind + 1) == '>' ? behind + 2 : -1;
      }
      if (behind < text.length() && text.charAt(behind) == '>') {
        return behind + 1;
      }
      if (behind == at) {
        return -1;
      }
      at = attributeEnd(behind);
      if (at < 0) {
        return -1;
      }
    }
  }

  /// The end of an attribute, its value included; -1 when there is none.
  int attributeEnd(int from) {
    int at = attributeNameEnd(from);
    if (at == from) {
      return -1;
    }
    int equals = spaceEnd(at);
    if (equals >= text.length() || text.charAt(equals) != '=') {
      return at;
    }
    int value = spaceEnd(equals + 1);
    if (value >= text.length()) {
      return -1;
    }
    char quote = text.charAt(value);
    if (quote == '"' || quote == '\'') {
      boolean none = quote == '"' ? noDouble : noSingle;
      int end = none ? -1 : text.indexOf(quote, value + 1);
      noDouble |= end < 0 && quote == '"';
      noSingle |= end < 0 && quote == '\'';
      return end < 0 ? -1 : end + 1;
    }
    int end = value;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && "\"'=<>`".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end == value ? -1 : end;
  }

  int attributeNameEnd(int from) {
    int at = from;
    while (at < text.length() && (isNamePart(text.charAt(at)) || "_:.".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  int nameEnd(int from) {
    int at = from;
    if (at < text.length() && isLetter(text.charAt(at))) {
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  int spaceEnd(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
