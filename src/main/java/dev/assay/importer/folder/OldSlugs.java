package dev.assay.importer.folder;

import java.text.Normalizer;
import java.util.Locale;

/// The rules by which the generators make addresses of names.
final class OldSlugs {
  private OldSlugs() {}

  /// Hugo's: letters, digits, marks and `._#+~-` of every script stay, white space becomes `-`, the rest goes.
  static String hugo(String name) {
    StringBuilder out = new StringBuilder();
    boolean dash = false;
    String text = Normalizer.normalize(name.strip(), Normalizer.Form.NFC);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c) || isMark(c) || "._\\/@#+~-".indexOf(c) >= 0) {
        dash = c == '-';
        out.appendCodePoint(c);
      } else if (Character.isWhitespace(c) && !dash && !out.isEmpty()) {
        out.append('-');
        dash = true;
      }
    }
    return out.toString().toLowerCase(Locale.ROOT).replaceAll("[#?]", "");
  }

  /// Zola's: ASCII letters and digits in lower case, runs of anything else become one `-`. Other scripts, which Zola
  /// spells in Latin letters, stay as they are.
  static String zola(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    boolean latin = plain.codePoints().allMatch(c -> c < 0x80);
    String text = (latin ? plain : Normalizer.normalize(name, Normalizer.Form.NFC)).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (c < 0x80 ? Character.isLetterOrDigit(c) : Character.isLetterOrDigit(c) || isMark(c)) {
        out.appendCodePoint(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    });
    int end = out.length();
    return end > 0 && out.charAt(end - 1) == '-' ? out.substring(0, end - 1) : out.toString();
  }

  /// Jekyll's for titles in addresses: what an address may hold stays, runs of anything else become one `-`.
  static String jekyll(String name) {
    String text = Normalizer.normalize(name, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> {
      if (Character.isLetterOrDigit(c) || isMark(c) || "._~!$&'()+,;=@".indexOf(c) >= 0) {
        out.appendCodePoint(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    });
    return out.toString().replaceAll("-+$", "");
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
