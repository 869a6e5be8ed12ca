package dev.assay.build.cache;

import dev.assay.note.Digested;
import dev.assay.note.RecordPart;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/// Finds the shapes of types by looking at them, once for each type.
///
/// For digests, a value that knows its digest stands for that digest, and a type that is open (`Object`, an interface
/// anyone may implement) is written as whatever the value turns out to be. For storing, neither is allowed: what is read
/// back has to be what was written.
final class Shapes {
  private final boolean forDigests;
  private final Map<String, Shape> made = new HashMap<>();
  private final Map<Class<?>, Shape> given;

  /// @param given shapes for types that are not written as they are
  Shapes(boolean forDigests, Map<Class<?>, Shape> given) {
    this.forDigests = forDigests;
    this.given = Map.copyOf(given);
  }

  /// The shape of a type without type parameters.
  Shape of(Class<?> type) {
    return of(type, Map.of());
  }

  private Shape of(Type type, Map<String, Type> variables) {
    return switch (type) {
      case Class<?> plain -> named(plain, plain, Map.of());
      case ParameterizedType generic -> generic(generic, variables);
      case WildcardType wild -> of(wild.getUpperBounds()[0], variables);
      case TypeVariable<?> variable -> {
        Type bound = variables.get(variable.getName());
        yield of(bound == null ? variable.getBounds()[0] : bound, bound == null ? variables : Map.of());
      }
      default -> throw new IllegalArgumentException(type.getTypeName() + " cannot be written");
    };
  }

  private Shape generic(ParameterizedType type, Map<String, Type> variables) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = Arrays.stream(type.getActualTypeArguments()).map(each -> resolved(each, variables)).toArray(Type[]::new);
    if (raw == Optional.class) {
      return new Composites.OptionalShape(of(arguments[0], Map.of()));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return new Composites.MapShape(of(arguments[0], Map.of()), of(arguments[1], Map.of()), SortedMap.class.isAssignableFrom(raw));
    }
    if (Set.class.isAssignableFrom(raw)) {
      return new Composites.SetShape(of(arguments[0], Map.of()), SortedSet.class.isAssignableFrom(raw));
    }
    if (Collection.class.isAssignableFrom(raw)) {
      return new Composites.ListShape(of(arguments[0], Map.of()));
    }
    Map<String, Type> inner = new LinkedHashMap<>();
    TypeVariable<?>[] parameters = raw.getTypeParameters();
    for (int i = 0; i < parameters.length; i++) {
      inner.put(parameters[i].getName(), arguments[i]);
    }
    return named(raw, new Named(raw.getName() + Arrays.toString(arguments)), inner);
  }

  /// A type argument with nothing left open in it: `T` in a record that is used as `Located<String>` is `String`.
  private static Type resolved(Type type, Map<String, Type> variables) {
    return switch (type) {
      case TypeVariable<?> variable -> variables.getOrDefault(variable.getName(), variable.getBounds()[0]);
      case WildcardType wild -> resolved(wild.getUpperBounds()[0], variables);
      case ParameterizedType generic when !variables.isEmpty() -> {
        Type[] arguments =
            Arrays.stream(generic.getActualTypeArguments()).map(each -> resolved(each, variables)).toArray(Type[]::new);
        yield new Applied((Class<?>) generic.getRawType(), List.of(arguments));
      }
      default -> type;
    };
  }

  /// A generic type with its arguments filled in.
  private record Applied(Class<?> raw, List<Type> arguments) implements ParameterizedType {
    @Override
    public Type[] getActualTypeArguments() {
      return arguments.toArray(Type[]::new);
    }

    @Override
    public Type getRawType() {
      return raw;
    }

    @Override
    public Type getOwnerType() {
      return raw;
    }

    @Override
    public String toString() {
      return raw.getName() + arguments;
    }
  }

  /// The name under which the shape of a generic type is kept.
  private record Named(String name) implements Type {
    @Override
    public String getTypeName() {
      return name;
    }
  }

  private Shape named(Class<?> raw, Type type, Map<String, Type> variables) {
    Optional<Shape> leaf = Leaves.find(raw);
    if (leaf.isPresent()) {
      return leaf.get();
    }
    Shape stand = given.get(raw);
    if (stand != null) {
      return stand;
    }
    if (forDigests && Digested.class.isAssignableFrom(raw)) {
      return DigestShapes.DIGESTED;
    }
    String name = type.getTypeName();
    Shape known = made.get(name);
    if (known != null) {
      return known;
    }
    Structures.Later later = new Structures.Later(name);
    made.put(name, later);
    Shape shape = structure(raw, name, variables);
    later.is(shape);
    made.put(name, shape);
    return shape;
  }

  private Shape structure(Class<?> raw, String name, Map<String, Type> variables) {
    if (raw.isRecord()) {
      return record(raw, name, variables);
    }
    if (raw.isEnum()) {
      return Structures.EnumShape.of(raw);
    }
    if (raw.isSealed()) {
      return choice(raw, name, variables);
    }
    if (forDigests && (raw == Object.class || raw.isInterface())) {
      return DigestShapes.OPEN;
    }
    throw new IllegalArgumentException(
        name + " cannot be written: only records, enums, sealed interfaces, collections, texts, numbers and times can");
  }

  private Shape record(Class<?> raw, String name, Map<String, Type> variables) {
    List<Structures.Component> components = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    Iterator<RecordPart> parts = RecordPart.of(raw).iterator();
    for (RecordComponent component : raw.getRecordComponents()) {
      components.add(new Structures.Component(parts.next(), part(name, component, variables)));
      types.add(component.getType());
    }
    try {
      Constructor<?> constructor = raw.getDeclaredConstructor(types.toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return new Structures.RecordShape(name, List.copyOf(components), constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor: " + name, e);
    }
  }

  private Shape part(String name, RecordComponent component, Map<String, Type> variables) {
    try {
      return of(component.getGenericType(), variables);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + "." + component.getName() + ": " + e.getMessage(), e);
    }
  }

  private Shape choice(Class<?> raw, String name, Map<String, Type> variables) {
    Map<Class<?>, Integer> numbers = new LinkedHashMap<>();
    List<Shape> shapes = new ArrayList<>();
    for (Class<?> permitted : permitted(raw)) {
      if (numbers.putIfAbsent(permitted, shapes.size()) == null) {
        shapes.add(
            permitted.getTypeParameters().length == 0
                ? of(permitted, Map.of())
                : named(permitted, new Named(permitted.getName() + " in " + name), variables));
      }
    }
    return new Structures.ChoiceShape(name, Map.copyOf(numbers), List.copyOf(shapes));
  }

  private static List<Class<?>> permitted(Class<?> sealed) {
    List<Class<?>> all = new ArrayList<>();
    for (Class<?> each : sealed.getPermittedSubclasses()) {
      if (each.isSealed() && !each.isEnum()) {
        all.addAll(permitted(each));
      } else {
        all.add(each);
      }
    }
    return all;
  }
}
