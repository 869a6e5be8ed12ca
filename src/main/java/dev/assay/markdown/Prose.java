package dev.assay.markdown;

import java.util.Arrays;

/// Text inside a block, without the block's own marks (`> `, indentation), that knows where each character stands
/// in the file. Lines are parted by LF; white space at their ends is gone except two spaces that make a hard break.
final class Prose {
  private final String text;
  private final int[] starts;
  private final int[] offsets;

  /// @param starts  where each stretch begins in the text, rising, the first at 0
  /// @param offsets where each stretch begins in the file
  private Prose(String text, int[] starts, int[] offsets) {
    this.text = text;
    this.starts = starts;
    this.offsets = offsets;
  }

  /// One stretch of a file, cut from it unchanged.
  static Prose of(String file, int start, int end) {
    return new Prose(file.substring(start, end), new int[] {0}, new int[] {start});
  }

  /// A text whose characters all stand at about one place: what expanding tabs has changed.
  static Prose at(String text, int offset) {
    return new Prose(text, new int[] {0}, new int[] {offset});
  }

  String text() {
    return text;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /// Where a character stands in the file.
  int offset(int index) {
    int found = Arrays.binarySearch(starts, index);
    int stretch = found >= 0 ? found : -found - 2;
    return offsets[stretch] + index - starts[stretch];
  }

  /// A part of this text.
  Prose slice(int from, int to) {
    int first = stretchAt(from);
    int last = first;
    while (last + 1 < starts.length && starts[last + 1] < to) {
      last++;
    }
    int[] newStarts = new int[last - first + 1];
    int[] newOffsets = new int[last - first + 1];
    for (int i = first; i <= last; i++) {
      newStarts[i - first] = Math.max(0, starts[i] - from);
      newOffsets[i - first] = offsets[i] + Math.max(0, from - starts[i]);
    }
    return new Prose(text.substring(from, to), newStarts, newOffsets);
  }

  /// This text without a part in its middle.
  Prose without(int from, int to) {
    Builder builder = new Builder();
    builder.append(slice(0, from));
    builder.append(slice(to, text.length()));
    return builder.build();
  }

  /// This text without white space around it.
  Prose strip() {
    int from = 0;
    int to = text.length();
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return from == 0 && to == text.length() ? this : slice(from, to);
  }

  private int stretchAt(int index) {
    int found = Arrays.binarySearch(starts, index);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /// Puts stretches together.
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[8];
    private int[] offsets = new int[8];
    private int count;

    /// Adds a stretch of the file.
    Builder append(CharSequence stretch, int offset) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      if (count > 0 && starts[count - 1] == text.length()) {
        count--;
      }
      starts[count] = text.length();
      offsets[count] = offset;
      count++;
      text.append(stretch);
      return this;
    }

    /// Adds another text.
    Builder append(Prose prose) {
      for (int i = 0; i < prose.starts.length; i++) {
        int to = i + 1 < prose.starts.length ? prose.starts[i + 1] : prose.text.length();
        append(prose.text.substring(prose.starts[i], to), prose.offsets[i]);
      }
      return this;
    }

    /// Ends a line. The line end counts to the stretch before it.
    Builder newline() {
      text.append('\n');
      return this;
    }

    boolean isEmpty() {
      return count == 0;
    }

    Prose build() {
      return count == 0
          ? new Prose("", new int[] {0}, new int[] {0})
          : new Prose(text.toString(), Arrays.copyOf(starts, count), Arrays.copyOf(offsets, count));
    }
  }
}
