package dev.assay.template;

import java.io.IOException;
import java.io.Writer;

/// Collects a piece of a page, up to a limit: a template that repeats itself without end must not fill the memory.
final class BoundedText extends Writer {
  // Most of what is collected here is a row of a list.
  private final StringBuilder text = new StringBuilder(1 << 9);
  private final int limit;
  private final Heard heard;

  /// Told of each string before it is written.
  @FunctionalInterface
  interface Heard {
    void of(String string, int at);
  }

  /// Nobody wants to know.
  static final Heard UNHEARD = (_, _) -> {};

  /// @param limit the most characters it takes
  BoundedText(int limit, Heard heard) {
    this.limit = limit;
    this.heard = heard;
  }

  @Override
  public void write(char[] chars, int from, int length) throws IOException {
    room(length);
    text.append(chars, from, length);
  }

  @Override
  public void write(String string, int from, int length) throws IOException {
    room(length);
    heard.of(string, text.length());
    text.append(string, from, from + length);
  }

  private void room(int length) throws IOException {
    if (text.length() + length > limit) {
      throw new Full(limit);
    }
  }

  @Override
  public void flush() {
    // Nothing lies between this and the text.
  }

  @Override
  public void close() {
    // Nothing is held.
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// The limit was reached.
  static final class Full extends IOException {
    Full(int limit) {
      super("more than " + limit + " characters");
    }
  }
}
