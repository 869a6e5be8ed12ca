package dev.assay.build.cache;

import dev.assay.note.Digest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The shapes of values that contain no others.
final class Leaves {
  private static final Map<Class<?>, Shape> ALL = new HashMap<>();

  private Leaves() {}

  static Optional<Shape> find(Class<?> type) {
    return Optional.ofNullable(ALL.get(type));
  }

  private static void leaf(Class<?> type, Shape.Writing writing, Shape.Reading reading) {
    ALL.put(type, new Shape.Leaf(type.getName(), writing, reading));
  }

  private static void leaf(Class<?> boxed, Class<?> primitive, Shape.Writing writing, Shape.Reading reading) {
    leaf(boxed, writing, reading);
    leaf(primitive, writing, reading);
  }

  /// A value with a text form that gives it back exactly.
  private static void spelled(Class<?> type, Spelling spelling) {
    leaf(type, (value, out) -> out.text(value.toString()), in -> {
      String text = in.text();
      try {
        return spelling.read(text);
      } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
        throw new DamagedException(text + ": " + e.getMessage());
      }
    });
  }

  @FunctionalInterface
  private interface Spelling {
    Object read(String text);
  }

  static {
    leaf(String.class, (value, out) -> out.text((String) value), In::text);
    leaf(Boolean.class, boolean.class, (value, out) -> out.one((Boolean) value ? 1 : 0), in -> in.choice(2) == 1);
    leaf(Integer.class, int.class, (value, out) -> out.number((Integer) value), In::small);
    leaf(Long.class, long.class, (value, out) -> out.number((Long) value), In::number);
    leaf(Short.class, short.class, (value, out) -> out.number((Short) value), in -> (short) in.small());
    leaf(Byte.class, byte.class, (value, out) -> out.one((Byte) value), in -> (byte) in.one());
    leaf(Character.class, char.class, (value, out) -> out.number((Character) value), in -> (char) in.small());
    leaf(Double.class, double.class, (value, out) -> out.eight(Double.doubleToLongBits((Double) value)),
        in -> Double.longBitsToDouble(in.eight()));
    leaf(Float.class, float.class, (value, out) -> out.number(Float.floatToIntBits((Float) value)),
        in -> Float.intBitsToFloat(in.small()));
    leaf(Digest.class, (value, out) -> write((Digest) value, out), in -> new Digest(in.eight(), in.eight()));
    leaf(OptionalInt.class, (value, out) -> {
      OptionalInt some = (OptionalInt) value;
      out.one(some.isPresent() ? 1 : 0);
      some.ifPresent(out::number);
    }, in -> in.choice(2) == 1 ? OptionalInt.of(in.small()) : OptionalInt.empty());
    leaf(OptionalLong.class, (value, out) -> {
      OptionalLong some = (OptionalLong) value;
      out.one(some.isPresent() ? 1 : 0);
      some.ifPresent(out::number);
    }, in -> in.choice(2) == 1 ? OptionalLong.of(in.number()) : OptionalLong.empty());
    leaf(OptionalDouble.class, (value, out) -> {
      OptionalDouble some = (OptionalDouble) value;
      out.one(some.isPresent() ? 1 : 0);
      some.ifPresent(number -> out.eight(Double.doubleToLongBits(number)));
    }, in -> in.choice(2) == 1 ? OptionalDouble.of(Double.longBitsToDouble(in.eight())) : OptionalDouble.empty());
    spelled(BigDecimal.class, BigDecimal::new);
    spelled(BigInteger.class, BigInteger::new);
    spelled(LocalDate.class, LocalDate::parse);
    spelled(LocalTime.class, LocalTime::parse);
    spelled(LocalDateTime.class, LocalDateTime::parse);
    spelled(OffsetDateTime.class, OffsetDateTime::parse);
    spelled(ZonedDateTime.class, ZonedDateTime::parse);
    spelled(Instant.class, Instant::parse);
    spelled(Duration.class, Duration::parse);
    spelled(Year.class, text -> Year.of(Integer.parseInt(text)));
    spelled(YearMonth.class, YearMonth::parse);
    spelled(ZoneId.class, ZoneId::of);
    spelled(ZoneOffset.class, ZoneOffset::of);
    leaf(Locale.class, (value, out) -> out.text(((Locale) value).toLanguageTag()), in -> Locale.forLanguageTag(in.text()));
  }

  static void write(Digest digest, Out out) {
    out.eight(digest.high());
    out.eight(digest.low());
  }
}
