package dev.assay.card;

import org.jspecify.annotations.Nullable;

/// A font: the outlines of its letters and how far each takes the pen, in parts of an em.
final class OutlineFont {
  private static final int NESTED_AT_MOST = 5;

  private final FontTables tables;
  private final LetterMap letters;
  private final FontBytes widths;
  private final double em;
  private final int measured;
  private final boolean longOffsets;
  private @Nullable FontBytes outlines;
  private @Nullable FontBytes offsets;

  private OutlineFont(FontTables tables) throws FontFaultException {
    this.tables = tables;
    this.letters = LetterMap.of(tables.table("cmap"));
    FontBytes head = tables.table("head");
    this.em = head.uint16(18);
    this.longOffsets = head.int16(50) != 0;
    this.measured = tables.table("hhea").uint16(34);
    this.widths = tables.table("hmtx");
    if (em < 16 || measured < 1) {
      throw new FontFaultException("has no measure");
    }
  }

  static OutlineFont of(byte[] file) throws FontFaultException {
    return new OutlineFont(FontTables.of(file));
  }

  boolean has(int character) throws FontFaultException {
    return letters.glyph(character) != 0;
  }

  /// How far a letter takes the pen, in ems.
  double width(int character) throws FontFaultException {
    return widths.uint16(4 * Math.min(letters.glyph(character), measured - 1)) / em;
  }

  /// Adds the outline of a letter.
  ///
  /// @param x    where the pen stands
  /// @param y    the line on which letters stand
  /// @param size of an em, in pixels
  void draw(int character, double x, double y, double size, Shape shape) throws FontFaultException {
    double scale = size / em;
    glyph(letters.glyph(character), new Placed(scale, 0, 0, -scale, x, y), shape, 0);
  }

  /// How the units of a font become pixels: `x' = xx·x + xy·y + dx`.
  private record Placed(double xx, double xy, double yx, double yy, double dx, double dy) {
    double x(double x, double y) {
      return xx * x + xy * y + dx;
    }

    double y(double x, double y) {
      return yx * x + yy * y + dy;
    }

    /// What lies in it by its own measure.
    Placed inside(double a, double b, double c, double d, double x, double y) {
      return new Placed(
          xx * a + xy * b, xx * c + xy * d, yx * a + yy * b, yx * c + yy * d, x(x, y), y(x, y));
    }
  }

  private synchronized FontBytes outlines() throws FontFaultException {
    if (outlines == null) {
      outlines = tables.table("glyf");
    }
    return outlines;
  }

  private synchronized FontBytes offsets() throws FontFaultException {
    if (offsets == null) {
      offsets = tables.table("loca");
    }
    return offsets;
  }

  private int offset(int glyph) throws FontFaultException {
    return longOffsets ? offsets().int32(4 * glyph) : 2 * offsets().uint16(2 * glyph);
  }

  private void glyph(int glyph, Placed placed, Shape shape, int depth) throws FontFaultException {
    int at = offset(glyph);
    if (offset(glyph + 1) == at) {
      return;
    }
    int contours = outlines().int16(at);
    if (contours >= 0) {
      simple(at, contours, placed, shape);
    } else if (depth < NESTED_AT_MOST) {
      composite(at + 10, placed, shape, depth);
    }
  }

  private void composite(int from, Placed placed, Shape shape, int depth) throws FontFaultException {
    FontBytes bytes = outlines();
    int at = from;
    int flags;
    do {
      flags = bytes.uint16(at);
      int part = bytes.uint16(at + 2);
      boolean words = (flags & 1) != 0;
      boolean isPlaced = (flags & 2) != 0;
      double x = words ? bytes.int16(at + 4) : (byte) bytes.uint8(at + 4);
      double y = words ? bytes.int16(at + 6) : (byte) bytes.uint8(at + 5);
      at += words ? 8 : 6;
      double a = 1;
      double b = 0;
      double c = 0;
      double d = 1;
      if ((flags & 0x08) != 0) {
        a = fraction(at);
        d = a;
        at += 2;
      } else if ((flags & 0x40) != 0) {
        a = fraction(at);
        d = fraction(at + 2);
        at += 4;
      } else if ((flags & 0x80) != 0) {
        a = fraction(at);
        b = fraction(at + 2);
        c = fraction(at + 4);
        d = fraction(at + 6);
        at += 8;
      }
      glyph(part, placed.inside(a, b, c, d, isPlaced ? x : 0, isPlaced ? y : 0), shape, depth + 1);
    } while ((flags & 0x20) != 0);
  }

  private double fraction(int at) throws FontFaultException {
    return outlines().int16(at) / 16384.0;
  }

  private void simple(int at, int contours, Placed placed, Shape shape) throws FontFaultException {
    FontBytes bytes = outlines();
    int[] ends = new int[contours];
    for (int i = 0; i < contours; i++) {
      ends[i] = bytes.uint16(at + 10 + 2 * i);
    }
    int count = contours == 0 ? 0 : ends[contours - 1] + 1;
    int next = at + 10 + 2 * contours;
    next += 2 + bytes.uint16(next);
    int[] flags = new int[count];
    for (int i = 0; i < count; i++) {
      int flag = bytes.uint8(next++);
      flags[i] = flag;
      for (int more = (flag & 8) == 0 ? 0 : bytes.uint8(next++); more > 0 && i + 1 < count; more--) {
        flags[++i] = flag;
      }
    }
    int[] xs = new int[count];
    next = coordinates(next, flags, 2, 16, xs);
    int[] ys = new int[count];
    coordinates(next, flags, 4, 32, ys);
    int first = 0;
    for (int end : ends) {
      contour(first, end, flags, xs, ys, placed, shape);
      first = end + 1;
    }
  }

  private int coordinates(int from, int[] flags, int isShort, int same, int[] into) throws FontFaultException {
    FontBytes bytes = outlines();
    int at = from;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      if ((flags[i] & isShort) != 0) {
        int step = bytes.uint8(at++);
        value += (flags[i] & same) != 0 ? step : -step;
      } else if ((flags[i] & same) == 0) {
        value += bytes.int16(at);
        at += 2;
      }
      into[i] = value;
    }
    return at;
  }

  /// Points on the line and points towards which it bends; between two of the latter there is one on the line.
  private static void contour(int first, int last, int[] flags, int[] xs, int[] ys, Placed placed, Shape shape) throws FontFaultException {
    int count = last - first + 1;
    if (count < 2) {
      return;
    }
    if (last >= flags.length) {
      throw new FontFaultException("has a damaged outline");
    }
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = placed.x(xs[first + i], ys[first + i]);
      y[i] = placed.y(xs[first + i], ys[first + i]);
    }
    boolean startsOn = (flags[first] & 1) != 0;
    boolean endsOn = (flags[last] & 1) != 0;
    double startX = startsOn ? x[0] : endsOn ? x[count - 1] : (x[0] + x[count - 1]) / 2;
    double startY = startsOn ? y[0] : endsOn ? y[count - 1] : (y[0] + y[count - 1]) / 2;
    shape.from(startX, startY);
    boolean bends = false;
    double overX = 0;
    double overY = 0;
    for (int i = startsOn ? 1 : 0; i < count; i++) {
      boolean on = (flags[first + i] & 1) != 0;
      if (on && bends) {
        shape.bent(overX, overY, x[i], y[i], STEPS);
      } else if (on) {
        shape.to(x[i], y[i]);
      } else if (bends) {
        shape.bent(overX, overY, (overX + x[i]) / 2, (overY + y[i]) / 2, STEPS);
      }
      bends = !on;
      overX = x[i];
      overY = y[i];
    }
    if (bends) {
      shape.bent(overX, overY, startX, startY, STEPS);
    }
  }

  private static final int STEPS = 5;
}
