package dev.assay.importer;

import dev.assay.note.SitePath;
import dev.assay.source.FileNames;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes names that every file system takes, out of names that anyone may have given.
public final class FileStem {
  private static final Set<String> DEVICES =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
          "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");
  private static final int LONGEST = 120;

  private FileStem() {}

  /// A name without ending: letters, digits, `-`, `_` and inner dots of every script, at most 120 bytes of UTF-8, no
  /// device of Windows, no dot or hyphen at the ends. Empty when nothing is left.
  public static String of(String wish) {
    String composed = Normalizer.normalize(wish, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder();
    composed.codePoints().forEach(c -> {
      if (Character.isLetterOrDigit(c) || isMark(c) || c == '_' || c == '.') {
        out.appendCodePoint(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
        out.append('-');
      }
    });
    String stem = trimmed(cut(out.toString()));
    int dot = stem.indexOf('.');
    String first = (dot < 0 ? stem : stem.substring(0, dot)).toLowerCase(Locale.ROOT);
    return DEVICES.contains(first) ? "x-" + stem : stem;
  }

  /// A name with ending, such as a picture's; `file` when nothing is left of it.
  public static String ofFile(String wish) {
    int dot = wish.lastIndexOf('.');
    String ending = dot < 0 ? "" : wish.substring(dot + 1).toLowerCase(Locale.ROOT);
    boolean good = ending.matches("[a-z0-9]{1,8}");
    String stem = of(good ? wish.substring(0, dot) : wish);
    return (stem.isEmpty() ? "file" : stem) + (good ? "." + ending : "");
  }

  /// What two names have in common when some file systems take them for one.
  static String folded(String path) {
    return Normalizer.normalize(path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /// Whether a path below the content's folder is one that Assay reads and that stays in the folder.
  static boolean isSound(String path) {
    if (!SitePath.fault("/" + path).isEmpty() || path.endsWith("/")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      int dot = part.lastIndexOf('.');
      String stem = dot > 0 ? part.substring(0, dot) : part;
      if (part.startsWith(".") || !of(stem).equals(stem)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a path below the content's folder is one that Assay reads, whatever it is called: files keep their names,
  /// since others link to them.
  static boolean isReadable(String path) {
    if (!SitePath.fault("/" + path).isEmpty() || path.endsWith("/")) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (!FileNames.fault(part).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static String cut(String stem) {
    if (stem.getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
      return stem;
    }
    StringBuilder out = new StringBuilder();
    int bytes = 0;
    for (int i = 0; i < stem.length(); i += Character.charCount(stem.codePointAt(i))) {
      int c = stem.codePointAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (bytes > LONGEST) {
        break;
      }
      out.appendCodePoint(c);
    }
    return out.toString();
  }

  private static String trimmed(String stem) {
    int start = 0;
    int end = stem.length();
    while (start < end && ".-".indexOf(stem.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ".-".indexOf(stem.charAt(end - 1)) >= 0) {
      end--;
    }
    return stem.substring(start, end);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
