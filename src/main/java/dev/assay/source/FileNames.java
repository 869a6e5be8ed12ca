package dev.assay.source;

import dev.assay.note.SitePath;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Rules for the names of files and folders: which are passed over, which are refused, which are one and the same.
public final class FileNames {
  private static final Set<String> RESERVED =
      Set.of(
          "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9", "LPT1",
          "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9");
  private static final Set<String> LEFTOVERS = Set.of("thumbs.db", "desktop.ini", "__macosx");
  private static final int LONGEST_LEFTOVER = 11;
  private static final int LONGEST_DEVICE = 4;
  private static final int LONGEST_WORD = 200;
  private static final String NOT_ON_WINDOWS = "<>:\"|*";

  private FileNames() {}

  /// The name of a file as text, in Unicode's composed form; empty when its bytes are not UTF-8.
  ///
  /// Java decodes names by the process's locale, and in the C locale puts U+FFFD for every letter beyond ASCII. The
  /// path keeps its bytes, though, and its URI shows them.
  static Optional<String> of(Path path) {
    String name = path.getFileName().toString();
    if (name.indexOf('\uFFFD') >= 0) {
      Optional<String> decoded = fromUri(path.toUri());
      if (decoded.isEmpty()) {
        return decoded;
      }
      name = decoded.get();
    }
    return Optional.of(isPlain(name) ? name : Normalizer.normalize(name, Normalizer.Form.NFC));
  }

  /// True for a name of nothing but ASCII that can be printed, as nearly all are, which many questions need not be asked of.
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> fromUri(URI uri) {
    String raw = uri.getRawPath();
    raw = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    raw = raw.substring(raw.lastIndexOf('/') + 1);
    ByteBuffer bytes = ByteBuffer.allocate(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      boolean escape = raw.charAt(i) == '%';
      bytes.put(escape ? (byte) Integer.parseInt(raw, i + 1, i + 3, 16) : (byte) raw.charAt(i));
      i += escape ? 2 : 0;
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// True for what no writer means to publish: hidden files, and what editors and systems leave behind.
  public static boolean isPassedOver(String name) {
    return name.startsWith(".")
        || name.endsWith("~")
        || (name.length() > 1 && name.startsWith("#") && name.endsWith("#"))
        || name.endsWith("___jb_tmp___")
        || name.endsWith("___jb_old___")
        || (name.length() <= LONGEST_LEFTOVER && LEFTOVERS.contains(name.toLowerCase(Locale.ROOT)));
  }

  /// True for a hidden file or folder that a host reads, or gives to programs that look for it there: it is published
  /// when it lies right in the content's folder.
  static boolean isForTheHost(String name) {
    return name.equals(".htaccess") || name.equals(".nojekyll") || name.equals(".well-known");
  }

  /// Why a name is refused, as the end of a sentence that begins with the name; empty when it is fine.
  public static String fault(String name) {
    if (isWord(name)) {
      return "";
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isISOControl(c) || isInvisible(c) || (Character.isSurrogate(c) && !isPaired(name, i))) {
        return "has the character " + String.format(Locale.ROOT, "U+%04X", (int) c);
      }
      if (NOT_ON_WINDOWS.indexOf(c) >= 0) {
        return "has the character '" + c + "'";
      }
    }
    if (name.endsWith(".") || name.endsWith(" ") || name.startsWith(" ")) {
      return "begins with a space, or ends with a space or a dot";
    }
    int dot = name.indexOf('.');
    if (RESERVED.contains((dot < 0 ? name : name.substring(0, dot)).toUpperCase(Locale.ROOT))) {
      return "is a device on Windows";
    }
    return SitePath.fault("/" + name);
  }

  /// True for a name of letters, digits, hyphens and one dot in between, as nearly all are; none of them is a device.
  private static boolean isWord(String name) {
    int dots = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean dot = c == '.' && i > LONGEST_DEVICE && i < name.length() - 1;
      dots += dot ? 1 : 0;
      if (!dot && c != '-' && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return dots == 1 && name.length() <= LONGEST_WORD;
  }

  /// Characters that change how a name looks without being seen: direction marks, separators, a byte order mark.
  private static boolean isInvisible(char c) {
    return (c >= '\u200B' && c <= '\u200F' && c != '\u200C' && c != '\u200D')
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u206F')
        || c == '\uFEFF'
        || c == '\uFFFE'
        || c == '\uFFFF';
  }

  private static boolean isPaired(String name, int i) {
    char c = name.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < name.length() && Character.isLowSurrogate(name.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(name.charAt(i - 1));
  }

  /// What two names have in common when some file systems take them for one.
  public static String folded(String name) {
    return isPlain(name) ? name.toLowerCase(Locale.ROOT) : Normalizer.normalize(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /// A name fit to be printed: what could trouble a terminal is shown as its number.
  static String printable(String name) {
    if (isPlain(name)) {
      return name;
    }
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              boolean plain = !Character.isISOControl(c) && !(c <= 0xFFFF && isInvisible((char) c)) && Character.isDefined(c)
                  && !(c >= 0xD800 && c <= 0xDFFF);
              if (plain) {
                text.appendCodePoint(c);
              } else {
                text.append(String.format(Locale.ROOT, "<U+%04X>", c));
              }
            });
    return text.toString();
  }
}
