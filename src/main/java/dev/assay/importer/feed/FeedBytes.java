package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bytes to text. What the bytes are counts for more than what they say they are: a byte order mark first, then
/// whether they are UTF-8, then the declared encoding, then a guess.
final class FeedBytes {
  private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'>]{1,40})[\"']");
  /// The encodings that browsers read under these names: each holds the named one and more.
  private static final Map<String, String> READ_AS =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin1", "windows-1252"), Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"), Map.entry("iso-8859-9", "windows-1254"), Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("ksc5601", "x-windows-949"), Map.entry("cp949", "x-windows-949"),
          Map.entry("uhc", "x-windows-949"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
          Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"), Map.entry("x-sjis", "windows-31j"),
          Map.entry("sjis", "windows-31j"), Map.entry("big5", "Big5-HKSCS"), Map.entry("tis-620", "x-windows-874"));
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private FeedBytes() {}

  /// Text, and what had to be done to get it.
  record Text(String text, List<Remark> remarks) {}

  static Text decode(byte[] bytes) {
    Optional<Text> marked = marked(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    String head = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARED.matcher(head);
    String declared = declaration.find() ? declaration.group(1).strip() : "";
    Optional<String> utf8 = utf8(bytes);
    boolean shifted = declared.toLowerCase(Locale.ROOT).startsWith("iso-2022") || declared.equalsIgnoreCase("hz-gb-2312");
    if (utf8.isPresent() && !shifted) {
      boolean otherwise = !declared.isEmpty() && !declared.equalsIgnoreCase("utf-8") && !declared.equalsIgnoreCase("utf8");
      boolean tells = otherwise && utf8.get().length() != bytes.length;
      return new Text(
          utf8.get(),
          tells ? List.of(Remark.repaired("the file says that it is '" + declared + "', but it is UTF-8")) : List.of());
    }
    Optional<Charset> named = charset(declared).filter(charset -> !charset.equals(StandardCharsets.UTF_8));
    Optional<String> asNamed = named.flatMap(charset -> strictly(bytes, charset));
    return asNamed.map(text -> new Text(text, List.of())).orElseGet(() -> guessed(bytes, declared, named));
  }

  private static Optional<Text> marked(byte[] bytes) {
    if (startsWith(bytes, UTF8_MARK)) {
      byte[] rest = java.util.Arrays.copyOfRange(bytes, 3, bytes.length);
      return Optional.of(
          strictly(rest, StandardCharsets.UTF_8)
              .map(text -> new Text(text, List.of()))
              .orElseGet(() -> withReplacements(rest, StandardCharsets.UTF_8, "")));
    }
    if (bytes.length < 4) {
      return Optional.empty();
    }
    int first = ((bytes[0] & 0xff) << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    String name =
        first == 0x0000FEFF || first == 0x0000003C ? "UTF-32BE"
            : first == 0xFFFE0000 || first == 0x3C000000 ? "UTF-32LE"
                : first >>> 16 == 0xFEFF || first >>> 16 == 0x003C || first >>> 16 == 0x007B ? "UTF-16BE"
                    : first >>> 16 == 0xFFFE || first >>> 16 == 0x3C00 || first >>> 16 == 0x7B00 ? "UTF-16LE" : "";
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(bytes, Charset.forName(name));
    return Optional.of(new Text(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of()));
  }

  private static boolean startsWith(byte[] bytes, byte[] mark) {
    return bytes.length >= mark.length && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
  }

  private static Text guessed(byte[] bytes, String declared, Optional<Charset> named) {
    Charset charset = guess(bytes).or(() -> named).orElse(Charset.forName("windows-1252"));
    Optional<String> text = strictly(bytes, charset);
    String was = declared.isEmpty() ? "says no encoding" : "says that it is '" + declared + "'";
    return text.map(
            whole -> new Text(whole, List.of(Remark.repaired("the file " + was + "; it was read as " + charset.name()))))
        .orElseGet(() -> withReplacements(bytes, charset, "the file " + was + "; it was read as " + charset.name() + ", and "));
  }

  /// What bytes that are not UTF-8 probably are; empty when nothing speaks for anything.
  private static Optional<Charset> guess(byte[] bytes) {
    int high = 0;
    int runs = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        high++;
        runs += i > 0 && bytes[i - 1] < 0 ? 0 : 1;
      }
    }
    String loose = new String(bytes, StandardCharsets.UTF_8);
    long lost = loose.chars().filter(c -> c == 0xFFFD).count();
    if (lost * 50 < high) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    // Scripts of two bytes a letter come in long runs; letters with marks stand alone among others.
    if (high < 3 * runs) {
      return Optional.empty();
    }
    List<Candidate> candidates = new ArrayList<>();
    candidate(bytes, "x-windows-949", Character.UnicodeScript.HANGUL, 0.85, candidates);
    candidate(bytes, "windows-31j", Character.UnicodeScript.HIRAGANA, 0.25, candidates);
    candidate(bytes, "EUC-JP", Character.UnicodeScript.HIRAGANA, 0.25, candidates);
    candidate(bytes, "GB18030", Character.UnicodeScript.HAN, 0.8, candidates);
    candidate(bytes, "Big5-HKSCS", Character.UnicodeScript.HAN, 0.8, candidates);
    candidate(bytes, "windows-1251", Character.UnicodeScript.CYRILLIC, 0.9, candidates);
    return candidates.stream().findFirst().map(Candidate::charset);
  }

  private record Candidate(Charset charset) {}

  /// Adds an encoding when the bytes can be read by it and most of the letters are of its script.
  private static void candidate(
      byte[] bytes, String name, Character.UnicodeScript script, double share, List<Candidate> candidates) {
    strictly(bytes, Charset.forName(name)).ifPresent(text -> {
      long letters = text.codePoints().filter(c -> c > 0x7f && Character.isLetter(c)).count();
      long own = text.codePoints().filter(c -> c > 0x7f && Character.isLetter(c) && Character.UnicodeScript.of(c) == script).count();
      if (letters > 0 && own >= share * letters) {
        candidates.add(new Candidate(Charset.forName(name)));
      }
    });
  }

  private static Text withReplacements(byte[] bytes, Charset charset, String before) {
    String text = new String(bytes, charset);
    long lost = text.chars().filter(c -> c == 0xFFFD).count();
    return new Text(
        text, List.of(Remark.lost(before + lost + " characters could not be read and are shown as \uFFFD")));
  }

  /// The text of valid UTF-8. A large file is not held twice to find out that it is fine.
  private static Optional<String> utf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : strictly(bytes, StandardCharsets.UTF_8);
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer chars =
          charset.newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(chars.toString());
    } catch (CharacterCodingException _) {
      // That is the answer: they are not in this encoding.
      return Optional.empty();
    }
  }

  private static Optional<Charset> charset(String name) {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(READ_AS.getOrDefault(name.toLowerCase(Locale.ROOT), name)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      // A name that means nothing says nothing about the bytes.
      return Optional.empty();
    }
  }
}
