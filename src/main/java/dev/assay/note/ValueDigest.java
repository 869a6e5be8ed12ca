package dev.assay.note;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// The digest of a value made of records, lists, texts, whole numbers and truths: a view, so that two views with one digest print the same
/// page, or the pieces of a body. Whatever is [Digested] counts by its digest and is not read.
///
/// Every value is written with its type and length, so that no two different values are written alike.
public final class ValueDigest {
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private final Digest.OfPieces hash = new Digest.OfPieces();
  private final byte[] buffer = new byte[1 << 10];
  private int used;

  private ValueDigest() {}

  /// The digest of one record.
  public static Digest of(Record value) {
    ValueDigest digest = new ValueDigest();
    digest.add(value);
    return digest.finish();
  }

  /// The digest of a list of such values.
  public static Digest ofList(List<?> values) {
    ValueDigest digest = new ValueDigest();
    digest.add(values);
    return digest.finish();
  }

  private Digest finish() {
    hash.add(buffer, 0, used);
    return hash.digest();
  }

  private void add(Object value) {
    switch (value) {
      case String text -> text('s', text);
      case Integer number -> number('i', number);
      case Boolean truth -> number('b', truth ? 1 : 0);
      case Digested digested -> {
        number('d', digested.digest().high());
        number('d', digested.digest().low());
      }
      case List<?> list -> {
        number('l', list.size());
        list.forEach(this::add);
      }
      case Record record -> {
        Shape shape = SHAPES.get(record.getClass());
        text('r', shape.name());
        for (RecordPart part : shape.parts()) {
          add(part.of(record));
        }
      }
      default -> throw new IllegalArgumentException("there is no digest of a " + value.getClass().getName());
    }
  }

  private void text(char type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    number(type, bytes.length);
    bytes(bytes);
  }

  private void number(char type, long value) {
    room(9);
    buffer[used++] = (byte) type;
    for (int shift = 56; shift >= 0; shift -= 8) {
      buffer[used++] = (byte) (value >>> shift);
    }
  }

  private void bytes(byte[] bytes) {
    if (bytes.length > buffer.length) {
      hash.add(buffer, 0, used);
      used = 0;
      hash.add(bytes);
      return;
    }
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  private void room(int length) {
    if (used + length > buffer.length) {
      hash.add(buffer, 0, used);
      used = 0;
    }
  }

  /// A record class as it is written: its name and how to read its components.
  private record Shape(String name, List<RecordPart> parts) {
    static Shape of(Class<?> type) {
      return new Shape(type.getName(), RecordPart.of(type));
    }
  }
}
