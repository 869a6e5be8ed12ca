package dev.assay.publish;

import dev.assay.problem.Problem;
import java.util.List;

/// Makes the bytes of one artifact. It is called at most once in a publication, on any thread, and only when the file
/// cannot be kept as it is. The bytes must depend on nothing but what the artifact's recipe digests.
@FunctionalInterface
public interface Maker {
  /// Makes the bytes, or says why they cannot be made.
  Result make();

  /// What came of it.
  sealed interface Result {}

  /// The whole content of the file. The array is handed over: nobody changes it afterwards, and nobody compares two.
  ///
  /// @param warnings what is doubtful about it, none of them an error; a file with warnings is made again in each
  ///                 publication, so that they are told each time
  @SuppressWarnings("ArrayRecordComponent") // copying every page once more would buy nothing
  record Made(byte[] bytes, List<Problem> warnings) implements Result {
    public Made {
      warnings = List.copyOf(warnings);
      if (warnings.stream().anyMatch(Problem::isError)) {
        throw new IllegalArgumentException("made with an error: " + warnings);
      }
    }

    /// Content that nothing is wrong with.
    public Made(byte[] bytes) {
      this(bytes, List.of());
    }
  }

  /// A file whose content is made while it is written.
  record Poured(Content content) implements Result {}

  /// It could not be made; at least one of the problems is an error.
  record Failed(List<Problem> problems) implements Result {
    public Failed {
      problems = List.copyOf(problems);
      if (problems.stream().noneMatch(Problem::isError)) {
        throw new IllegalArgumentException("failed without an error: " + problems);
      }
    }
  }

  /// A maker of bytes that are known already: a style sheet, an image.
  static Maker of(byte[] bytes) {
    return () -> new Made(bytes);
  }
}
