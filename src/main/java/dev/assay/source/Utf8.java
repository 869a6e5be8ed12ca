package dev.assay.source;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns bytes into text, or says where they are not text.
final class Utf8 {
  private Utf8() {}

  /// Text or what is wrong with it.
  sealed interface Decoded {
    record Text(SourceText text) implements Decoded {}

    record Fault(Problem problem) implements Decoded {}
  }

  static Decoded decode(String shown, byte[] bytes) {
    boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    int start = mark ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length - start);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Decoded.Fault(malformed(shown, bytes, start, in.position(), out.position()));
    }
    SourceText text = new SourceText(shown, out.flip().toString());
    int nul = text.text().indexOf('\0');
    if (nul >= 0) {
      return new Decoded.Fault(
          text.error(Code.FILE_NOT_UTF8, nul, nul + 1, "this file holds a NUL character, so it is not text", hint(bytes)));
    }
    return new Decoded.Text(text);
  }

  private static Problem malformed(String shown, byte[] bytes, int start, int at, int decoded) {
    // With the bad bytes replaced, the line can be shown; what stands before them is the same.
    SourceText lenient = new SourceText(shown, new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    String message = String.format(java.util.Locale.ROOT, "the byte 0x%02X here is not UTF-8", bytes[at] & 0xff);
    return lenient.error(Code.FILE_NOT_UTF8, decoded, decoded + 1, message, hint(bytes));
  }

  private static String hint(byte[] bytes) {
    boolean wide = bytes.length >= 2 && ((bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xFF + 0xFE);
    return wide ? "the file is in UTF-16: save it as UTF-8" : "save the file as UTF-8";
  }
}
