package dev.assay.build.cache;

import dev.assay.note.Digest;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// Writes values of one record or sealed type as bytes and reads them back.
///
/// It looks at the type once and then needs nothing but the value: records, enums and sealed interfaces of them; lists,
/// sets, maps and optionals; texts, numbers, times. The bytes are canonical: equal values give equal bytes on every
/// machine and in every run. They say nothing of the type; [#schema] does, and has to be compared before reading.
///
/// Why not a library: those that are fast generate code when they start, which costs more than they save in a program
/// that runs for half a second; those that do not either follow object identity or leave the order of hash sets to
/// chance, so that their bytes cannot be digested; and most read a changed class leniently, where a cache must not be
/// read at all.
public final class RecordCodec<T> {
  private final Class<T> type;
  private final Shape shape;
  private final Digest schema;

  private RecordCodec(Class<T> type, Shapes shapes) {
    this.type = type;
    this.shape = shapes.of(type);
    Description description = new Description();
    shape.describe(description);
    this.schema = description.digest();
  }

  /// The codec of a type whose values are written as they are.
  ///
  /// @throws IllegalArgumentException when the type contains one that cannot be written, naming the component
  public static <T> RecordCodec<T> of(Class<T> type) {
    return new RecordCodec<>(type, new Shapes(false, Direct.ALL));
  }

  /// A codec that writes something else in the place of some types.
  public static Builder with() {
    return new Builder();
  }

  /// Collects what is written in the place of what.
  public static final class Builder {
    private final Map<Class<?>, Shape> given = new HashMap<>();

    /// Writes another value in the place of each value of a type, and reads that.
    ///
    /// @param type the type that is not written
    /// @param as   the type that is
    public <A, B> Builder replacing(Class<A> type, Class<B> as, Function<A, B> write, Function<B, A> read) {
      Shape inner = new Shapes(false, given).of(as);
      given.put(type, new Replaced(inner, value -> write.apply(type.cast(value)), value -> read.apply(as.cast(value))));
      return this;
    }

    /// The codec.
    public <T> RecordCodec<T> of(Class<T> type) {
      return new RecordCodec<>(type, new Shapes(false, given));
    }
  }

  private record Replaced(Shape inner, Function<Object, Object> write, Function<Object, Object> read) implements Shape {
    @Override
    public void write(Object value, Out out) {
      inner.write(write.apply(value), out);
    }

    @Override
    public Object read(In in) throws DamagedException {
      return read.apply(inner.read(in));
    }

    @Override
    public void describe(Description text) {
      inner.describe(text);
    }
  }

  /// Names the form of the bytes: it changes whenever a component, constant or permitted type of the type does.
  public Digest schema() {
    return schema;
  }

  /// Writes a value.
  ///
  /// @throws IllegalArgumentException when it contains `null`, an unordered set of what cannot be sorted, or is nested
  ///                                  deeper than 400
  public byte[] write(T value) {
    Out out = Out.withTable();
    shape.write(value, out);
    return out.done();
  }

  /// Reads a value.
  ///
  /// @throws DamagedException when these are not bytes that [#write] gave for this [#schema]
  public T read(byte[] bytes) throws DamagedException {
    return read(bytes, 0, bytes.length);
  }

  /// Reads a value from a part of some bytes.
  public T read(byte[] bytes, int from, int length) throws DamagedException {
    In in = new In(bytes, from, length);
    Object value = shape.read(in);
    in.end();
    return type.cast(value);
  }
}
