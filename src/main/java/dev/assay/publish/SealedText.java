package dev.assay.publish;

import dev.assay.note.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Lists that tell by themselves whether they are whole: text in UTF-8 between a header, which names the form, and a last
/// line with a digest of all that stands above it.
public final class SealedText {
  private SealedText() {}

  /// Closes a text with a line that holds the digest of all before it.
  public static byte[] seal(StringBuilder text, String end) {
    String digest = Digest.of(text.toString()).hex();
    return text.append(end).append(digest).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The text between a header and a closing line with the digest of all before it.
  public static Optional<String> opened(byte[] bytes, String header, String end) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    int last = text.lastIndexOf("\n" + end);
    if (!text.startsWith(header) || last < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, last + 1);
    return text.substring(last + 1).equals(end + Digest.of(before).hex() + "\n") && before.length() >= header.length()
        ? Optional.of(before.substring(header.length()))
        : Optional.empty();
  }

  /// True for a text of the same name in a form of a higher number, which a newer program wrote. It is not damaged, and must not
  /// be taken for nothing.
  ///
  /// @param header the header of the form that is known: a name, a space, a number, and the end of the line
  public static boolean isNewer(byte[] bytes, String header) {
    int space = header.indexOf(' ') + 1;
    String start = new String(bytes, 0, Math.min(bytes.length, space + 10), StandardCharsets.ISO_8859_1);
    int end = start.indexOf('\n');
    if (end < 0 || !start.startsWith(header.substring(0, space))) {
      return false;
    }
    String number = start.substring(space, end);
    return number.matches("[1-9][0-9]{0,8}") && Integer.parseInt(number) > Integer.parseInt(header.strip().substring(space));
  }

  /// Thirty-two hexadecimal digits at an offset of a line.
  public static Optional<Digest> digest(String line, int from) {
    if (line.length() < from + 32) {
      return Optional.empty();
    }
    for (int i = from; i < from + 32; i++) {
      if (!HexFormat.isHexDigit(line.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Digest(
            HexFormat.fromHexDigitsToLong(line, from, from + 16), HexFormat.fromHexDigitsToLong(line, from + 16, from + 32)));
  }
}
