package dev.assay.template;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects a page in UTF-8, as it will be written, up to a limit. A page is letters of one byte with a few others among them: as a
/// string it would be made twice as wide at the first of these, and narrow again at the end.
///
/// It gives the same bytes as collecting a string and encoding that, wherever the strings are cut.
final class PageText extends Writer {
  private final int limit;
  private final BoundedText.Heard heard;
  private byte[] bytes = new byte[1 << 15];
  private int size;
  private int characters;

  /// The first half of a character whose second half is still to come; 0 for none.
  private char half;

  /// @param limit the most characters it takes
  /// @param heard told of each string before it is written, and how many characters stand before it
  PageText(int limit, BoundedText.Heard heard) {
    this.limit = limit;
    this.heard = heard;
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    room(length);
    need(3 * length + 3);
    for (int i = from; i < from + length; i++) {
      char c = chars[i];
      if (c < 0x80 && half == 0) {
        bytes[size++] = (byte) c;
      } else {
        encode(c);
      }
    }
  }

  @Override
  public void write(String string, int from, int length) throws IOException {
    room(length);
    heard.of(string, characters - length);
    if (length == 0) {
      return;
    }
    if (half != 0 || Character.isHighSurrogate(string.charAt(from + length - 1))) {
      characters -= length;
      write(string.substring(from, from + length).toCharArray(), 0, length);
      return;
    }
    byte[] more = (length == string.length() ? string : string.substring(from, from + length)).getBytes(StandardCharsets.UTF_8);
    need(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  private void room(int length) throws IOException {
    if (characters + length > limit) {
      throw new BoundedText.Full(limit);
    }
    characters += length;
  }

  private void need(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
    }
  }

  /// Half a character alone becomes a question mark, as when a string is encoded.
  private void encode(char c) {
    if (half != 0 && Character.isLowSurrogate(c)) {
      int point = Character.toCodePoint(half, c);
      half = 0;
      bytes[size++] = (byte) (0xf0 | (point >> 18));
      bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3f));
      bytes[size++] = (byte) (0x80 | (point & 0x3f));
      return;
    }
    alone();
    if (Character.isHighSurrogate(c)) {
      half = c;
    } else if (Character.isLowSurrogate(c)) {
      bytes[size++] = '?';
    } else if (c < 0x80) {
      bytes[size++] = (byte) c;
    } else if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | (c >> 6));
      bytes[size++] = (byte) (0x80 | (c & 0x3f));
    } else {
      bytes[size++] = (byte) (0xe0 | (c >> 12));
      bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  private void alone() {
    if (half != 0) {
      bytes[size++] = '?';
      half = 0;
    }
  }

  /// Everything that was written.
  byte[] done() {
    need(1);
    alone();
    return Arrays.copyOf(bytes, size);
  }

  @Override
  public void flush() {
    // Nothing lies between this and the bytes.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
