package dev.assay.build.cache;

import dev.assay.note.Digested;

/// Shapes that are written to be digested. Nothing of them is ever stored: [Digests], which alone uses them, has no way to
/// read, so that reading one is a fault of the program.
final class DigestShapes {
  private DigestShapes() {}

  /// A value that stands for its digest.
  static final Shape DIGESTED = new Shape() {
    @Override
    public void write(Object value, Out out) {
      Leaves.write(((Digested) value).digest(), out);
    }

    @Override
    public Object read(In in) {
      throw new IllegalStateException("a digest cannot be read back as a value");
    }

    @Override
    public void describe(Description text) {
      text.add("digested");
    }
  };

  /// A value of any type: the digest of its type's description, then the value.
  static final Shape OPEN = new Shape() {
    @Override
    public void write(Object value, Out out) {
      Digests.write(value, out);
    }

    @Override
    public Object read(In in) {
      throw new IllegalStateException("a value of an open type cannot be read back");
    }

    @Override
    public void describe(Description text) {
      text.add("open");
    }
  };
}
