package dev.assay.build.cache;

/// How values of one type are written and read.
interface Shape {
  /// Writes a value; equal values give equal bytes.
  void write(Object value, Out out);

  /// Reads what [#write] wrote.
  Object read(In in) throws DamagedException;

  /// Says exactly what the shape is: two types whose descriptions are equal can read each other's bytes.
  void describe(Description text);

  /// A value that contains no others.
  ///
  /// @param name as the description says it
  record Leaf(String name, Writing writing, Reading reading) implements Shape {
    @Override
    public void write(Object value, Out out) {
      writing.write(value, out);
    }

    @Override
    public Object read(In in) throws DamagedException {
      return reading.read(in);
    }

    @Override
    public void describe(Description text) {
      text.add(name);
    }
  }

  /// Writes a leaf.
  @FunctionalInterface
  interface Writing {
    void write(Object value, Out out);
  }

  /// Reads a leaf.
  @FunctionalInterface
  interface Reading {
    Object read(In in) throws DamagedException;
  }
}
