package dev.assay.build.cache;

import dev.assay.note.Digest;
import dev.assay.note.Digested;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Digests of values: two values have the same digest exactly when they are of the same type and equal.
///
/// Order counts where a collection has one. A value that knows its own digest ([Digested]) contributes only that, so that
/// what it stands for need not be loaded.
public final class Digests {
  private static final ConcurrentHashMap<Class<?>, Root> ROOTS = new ConcurrentHashMap<>();
  private static final Shape LIST = new Composites.ListShape(DigestShapes.OPEN);
  private static final Shape SET = new Composites.SetShape(DigestShapes.OPEN, false);
  private static final Shape MAP = new Composites.MapShape(DigestShapes.OPEN, DigestShapes.OPEN, false);
  private static final Shape OPTIONAL = new Composites.OptionalShape(DigestShapes.OPEN);

  private Digests() {}

  private record Root(Shape shape, Digest schema) {}

  /// The digest of a value.
  ///
  /// @param value a record, an enum constant, a text, a number, a time, or a collection of such
  /// @throws IllegalArgumentException when the value contains `null` or something else
  public static Digest digestOf(Object value) {
    Out out = Out.plain();
    write(value, out);
    return out.digest();
  }

  /// The digest of several values in order.
  public static Digest digestOf(Object first, Object... others) {
    Out out = Out.plain();
    write(first, out);
    for (Object each : others) {
      write(each, out);
    }
    return out.digest();
  }

  static void write(Object value, Out out) {
    if (value instanceof Digested digested) {
      Leaves.write(digested.digest(), out);
      return;
    }
    Root root = ROOTS.get(value.getClass());
    if (root == null) {
      root = ROOTS.computeIfAbsent(value.getClass(), _ -> root(value));
    }
    Leaves.write(root.schema(), out);
    root.shape().write(value, out);
  }

  private static Root root(Object value) {
    Shape shape = switch (value) {
      case Optional<?> _ -> OPTIONAL;
      case Map<?, ?> _ -> MAP;
      case Set<?> _ -> SET;
      case Collection<?> _ -> LIST;
      case Enum<?> constant -> new Shapes(true, Map.of()).of(constant.getDeclaringClass());
      case ZoneId _ -> new Shapes(true, Map.of()).of(ZoneId.class);
      default -> new Shapes(true, Map.of()).of(value.getClass());
    };
    Description description = new Description();
    shape.describe(description);
    return new Root(shape, description.digest());
  }
}
