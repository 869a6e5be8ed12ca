package dev.assay.note;

import java.util.List;
import java.util.function.Function;

/// Applies a function to many values, on as many threads as it likes; the results come in the order of the values. So rooms that have no
/// threads of their own use those of whoever calls them.
public interface Mapper {
  /// On the thread of the caller.
  Mapper ALONE =
      new Mapper() {
        @Override
        public <T, R> List<R> map(List<T> values, Function<T, R> function) {
          return values.stream().map(function).toList();
        }
      };

  /// What the function gives for each of the values.
  <T, R> List<R> map(List<T> values, Function<T, R> function);
}
