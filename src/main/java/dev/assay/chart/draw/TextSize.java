package dev.assay.chart.draw;

import java.util.ArrayList;
import java.util.List;

/// How wide text is. The reader's font is not known, so these are the widths of common sans-serif fonts and a little
/// more: better a gap than an overlap.
public final class TextSize {
  private static final double SAFETY = 1.05;

  private TextSize() {}

  /// The width of a line.
  ///
  /// @param size of the font, in CSS pixels
  public static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextSize::em).sum() * size * SAFETY;
  }

  private static double em(int c) {
    if (c < 0x80) {
      return ascii((char) c);
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return isWide(c) ? 1 : Character.isUpperCase(c) ? 0.7 : "⁰¹²³⁴⁵⁶⁷⁸⁹⁻".indexOf(c) >= 0 ? 0.4 : 0.6;
  }

  private static double ascii(char c) {
    return switch (c) {
      case 'i', 'j', 'l', '\'', '|' -> 0.26;
      case ' ', '.', ',', ':', ';', '!', '/', '\\', 'I', 'f', 't', 'r', '(', ')', '[', ']', '-', '`' -> 0.34;
      case 'm', 'M', 'W', '@', '%' -> 0.9;
      case 'w' -> 0.76;
      default -> Character.isUpperCase(c) ? 0.7 : 0.57;
    };
  }

  private static boolean isWide(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HANGUL, HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI -> true;
      default -> (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60);
    };
  }

  /// The text, or as much of it as fits and a sign that something is missing.
  public static String cut(String text, double size, double room) {
    if (width(text, size) <= room) {
      return text;
    }
    double left = room - width("…", size);
    StringBuilder kept = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      left -= em(c) * size * SAFETY;
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.toString().stripTrailing() + "…";
  }

  /// The text in lines, broken at spaces, or anywhere where there are none.
  ///
  /// @param most how many lines; the last one is cut
  public static List<String> lines(String text, double size, double room, int most) {
    List<String> lines = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty() && lines.size() < most - 1 && width(rest, size) > room) {
      int at = breakAt(rest, size, room);
      lines.add(rest.substring(0, at).strip());
      rest = rest.substring(at).strip();
    }
    if (!rest.isEmpty()) {
      lines.add(cut(rest, size, room));
    }
    return List.copyOf(lines);
  }

  private static int breakAt(String text, double size, double room) {
    double left = room;
    int space = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      left -= em(c) * size * SAFETY;
      if (left < 0 && at > 0) {
        return space > 0 ? space : at;
      }
      at += Character.charCount(c);
      space = c == ' ' || c == '-' || c == '/' ? at : space;
    }
    return text.length();
  }
}
