package dev.assay.build.cache;

import dev.assay.note.RecordPart;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The shapes of records, enums and sealed interfaces.
final class Structures {
  private Structures() {}

  /// One component of a record.
  record Component(RecordPart part, Shape shape) {}

  /// A record: its components one after the other.
  record RecordShape(String name, List<Component> components, Constructor<?> constructor) implements Shape {
    @Override
    public void write(Object value, Out out) {
      out.enter();
      for (Component component : components) {
        component.shape().write(get(component, value), out);
      }
      if (components.isEmpty()) {
        out.one(0); // everything takes a byte, so that no list can be longer than its bytes
      }
      out.leave();
    }

    private Object get(Component component, Object value) {
      Object part = component.part().of((Record) value);
      if (part == null) {
        throw new IllegalArgumentException(name + "." + component.part().name() + " is null");
      }
      return part;
    }

    @Override
    public Object read(In in) throws DamagedException {
      in.enter();
      Object[] parts = new Object[components.size()];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = components.get(i).shape().read(in);
      }
      if (parts.length == 0) {
        in.choice(1);
      }
      in.leave();
      try {
        return constructor.newInstance(parts);
      } catch (InvocationTargetException e) {
        throw new DamagedException(name + " refuses its parts: " + e.getCause());
      } catch (InstantiationException | IllegalAccessException e) {
        throw new IllegalStateException(name + " cannot be made", e);
      }
    }

    @Override
    public void describe(Description text) {
      if (text.begins(name)) {
        text.add("{");
        for (Component component : components) {
          text.add(component.part().name());
          component.shape().describe(text);
        }
        text.add("}");
      }
    }
  }

  /// One of the constants of an enum.
  record EnumShape(Class<?> type, List<Object> constants) implements Shape {
    static EnumShape of(Class<?> type) {
      return new EnumShape(type, List.of(type.getEnumConstants()));
    }

    @Override
    @SuppressWarnings("EnumOrdinal") // the schema names the constants in order: bytes of another order are never read
    public void write(Object value, Out out) {
      out.unsigned(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(In in) throws DamagedException {
      return constants.get(in.choice(constants.size()));
    }

    @Override
    public void describe(Description text) {
      if (text.begins(type.getName())) {
        text.add(Arrays.toString(type.getEnumConstants()));
      }
    }
  }

  /// One of the records or enums that a sealed interface permits, after its number.
  record ChoiceShape(String name, Map<Class<?>, Integer> numbers, List<Shape> shapes) implements Shape {
    @Override
    public void write(Object value, Out out) {
      Integer number = numbers.get(value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass());
      if (number == null) {
        throw new IllegalArgumentException(value.getClass() + " is no " + name);
      }
      out.unsigned(number);
      shapes.get(number).write(value, out);
    }

    @Override
    public Object read(In in) throws DamagedException {
      return shapes.get(in.choice(shapes.size())).read(in);
    }

    @Override
    public void describe(Description text) {
      if (text.begins(name)) {
        text.add("(");
        shapes.forEach(shape -> shape.describe(text));
        text.add(")");
      }
    }
  }

  /// A type that contains itself: known by name first, and by its shape when that is made.
  static final class Later implements Shape {
    private final String name;
    private @Nullable Shape shape;

    Later(String name) {
      this.name = name;
    }

    void is(Shape made) {
      shape = made;
    }

    private Shape shape() {
      if (shape == null) {
        throw new IllegalStateException(name + " is used before it is made");
      }
      return shape;
    }

    @Override
    public void write(Object value, Out out) {
      shape().write(value, out);
    }

    @Override
    public Object read(In in) throws DamagedException {
      return shape().read(in);
    }

    @Override
    public void describe(Description text) {
      shape().describe(text);
    }
  }
}
