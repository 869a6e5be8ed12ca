package dev.assay.frontmatter;

import java.io.Reader;

/// A text in pieces that never end within a surrogate pair, unless the text does.
///
/// The YAML library asks for as many characters as its buffer holds, and, when the last of them is the first half of
/// a pair, for one more: behind the end of that buffer. Whatever its size is, what it gets here has no need of more.
final class WholeCharacters extends Reader {
  private final String text;
  private int at;

  WholeCharacters(String text) {
    this.text = text;
  }

  @Override
  public int read(char[] into, int from, int length) {
    if (at == text.length()) {
      return -1;
    }
    int end = Math.min(text.length(), at + length);
    if (end < text.length() && end > at + 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int count = end - at;
    text.getChars(at, end, into, from);
    at = end;
    return count;
  }

  @Override
  public void close() {
    // There is nothing behind it that could be closed.
  }
}
