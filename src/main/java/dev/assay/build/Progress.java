package dev.assay.build;

/// Hears how far a build has come. Called from several threads.
@FunctionalInterface
public interface Progress {
  /// Nobody listens.
  Progress NONE = (_, _, _) -> {};

  /// @param step  what is being done: `reading notes`
  /// @param done  how many of them are done
  /// @param total how many there are
  void at(String step, int done, int total);
}
