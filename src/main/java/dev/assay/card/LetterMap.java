package dev.assay.card;

/// Which outline of a font stands for a character: its table `cmap`, in the two forms that fonts of today have.
final class LetterMap {
  private final FontBytes table;
  private final int at;
  private final boolean wide;

  private LetterMap(FontBytes table, int at, boolean wide) {
    this.table = table;
    this.at = at;
    this.wide = wide;
  }

  static LetterMap of(FontBytes table) throws FontFaultException {
    int narrow = -1;
    for (int i = 0; i < table.uint16(2); i++) {
      int platform = table.uint16(4 + 8 * i);
      int encoding = table.uint16(6 + 8 * i);
      int offset = table.int32(8 + 8 * i);
      if (platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10))) {
        switch (table.uint16(offset)) {
          case 12 -> {
            return new LetterMap(table, offset, true);
          }
          case 4 -> narrow = offset;
          default -> {}
        }
      }
    }
    if (narrow < 0) {
      throw new FontFaultException("says of no character how it looks");
    }
    return new LetterMap(table, narrow, false);
  }

  /// The number of its outline; 0 when the font does not have it.
  int glyph(int character) throws FontFaultException {
    return wide ? inGroups(character) : inSegments(character);
  }

  private int inGroups(int character) throws FontFaultException {
    int low = 0;
    int high = table.int32(at + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = Math.addExact(at + 16, Math.multiplyExact(middle, 12));
      if (character < table.int32(group)) {
        high = middle - 1;
      } else if (character > table.int32(group + 4)) {
        low = middle + 1;
      } else {
        return table.int32(group + 8) + character - table.int32(group);
      }
    }
    return 0;
  }

  private int inSegments(int character) throws FontFaultException {
    if (character > 0xffff) {
      return 0;
    }
    int doubled = table.uint16(at + 6);
    int low = 0;
    int high = doubled / 2 - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (table.uint16(at + 14 + 2 * middle) < character) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int start = table.uint16(at + 16 + doubled + 2 * low);
    if (high < 0 || character < start || character > table.uint16(at + 14 + 2 * low)) {
      return 0;
    }
    int delta = table.uint16(at + 16 + 2 * doubled + 2 * low);
    int range = at + 16 + 3 * doubled + 2 * low;
    int skip = table.uint16(range);
    if (skip == 0) {
      return (character + delta) & 0xffff;
    }
    int glyph = table.uint16(range + skip + 2 * (character - start));
    return glyph == 0 ? 0 : (glyph + delta) & 0xffff;
  }
}
