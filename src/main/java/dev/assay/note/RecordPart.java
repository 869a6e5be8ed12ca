package dev.assay.note;

import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One component of the records of a class, for those who know records by their class alone: digests, templates, the cache.
///
/// It is read by reflection at first, which costs nothing to begin with and some tenths of a microsecond each time. One that is read
/// often gets a reader of its own, which costs some tenths of a millisecond once.
public final class RecordPart {
  private static final int OFTEN = 3_000;

  private final String name;
  private final Method accessor;
  private int reads;
  private volatile @Nullable Function<Object, Object> reader;

  private RecordPart(String name, Method accessor) {
    this.name = name;
    this.accessor = accessor;
  }

  /// The components of a record class, in their order.
  ///
  /// @throws IllegalArgumentException when it is none
  public static List<RecordPart> of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException(type.getName() + " is not a record");
    }
    return Arrays.stream(components).map(component -> part(component.getName(), component.getAccessor())).toList();
  }

  private static RecordPart part(String name, Method accessor) {
    accessor.setAccessible(true);
    return new RecordPart(name, accessor);
  }

  public String name() {
    return name;
  }

  /// The value of this component in a record.
  public Object of(Record record) {
    Function<Object, Object> quick = reader;
    if (quick != null) {
      return quick.apply(record);
    }
    // Counted without a lock: when a count is lost, the reader comes a little later.
    if (++reads >= OFTEN) {
      Function<Object, Object> made = made();
      reader = made;
      return made.apply(record);
    }
    return reflected(record);
  }

  private Object reflected(Object record) {
    try {
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + accessor, e);
    }
  }

  @SuppressWarnings("unchecked") // what the metafactory makes for this type of method is just that
  private synchronized Function<Object, Object> made() {
    Function<Object, Object> known = reader;
    if (known != null) {
      return known;
    }
    try {
      Class<?> type = accessor.getDeclaringClass();
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle read = lookup.unreflect(accessor);
      MethodType erased = MethodType.methodType(Object.class, Object.class);
      MethodType own = MethodType.methodType(accessor.getReturnType(), type).wrap();
      CallSite site = LambdaMetafactory.metafactory(lookup, "apply", MethodType.methodType(Function.class), erased, read, own);
      return (Function<Object, Object>) site.dynamicInvoker().invoke();
    } catch (IllegalAccessException | LambdaConversionException _) {
      return this::reflected;
    } catch (RuntimeException | Error e) {
      throw e; // a full heap or stack is for those to know who can say whose fault it is
    } catch (Throwable e) {
      // The type of a method handle allows it to throw anything; this one makes an object and nothing else.
      throw new IllegalStateException("cannot make a reader of " + accessor, e);
    }
  }
}
