package dev.assay.view;

import dev.assay.note.Kind;
import java.util.Collection;
import java.util.Collections;

/// How many claims of each kind something holds.
///
/// @param fact        claims that are facts
/// @param inference   claims that are inferences
/// @param speculation claims that are speculations
/// @param blocked     claims that are blocked
/// @param total       all of them
public record Mix(int fact, int inference, int speculation, int blocked, int total) {
  /// No claims.
  public static final Mix NONE = new Mix(0, 0, 0, 0);

  public Mix(int fact, int inference, int speculation, int blocked) {
    this(fact, inference, speculation, blocked, fact + inference + speculation + blocked);
  }

  /// Counts kinds.
  public static Mix of(Collection<Kind> kinds) {
    return new Mix(
        Collections.frequency(kinds, Kind.FACT),
        Collections.frequency(kinds, Kind.INFERENCE),
        Collections.frequency(kinds, Kind.SPECULATION),
        Collections.frequency(kinds, Kind.BLOCKED));
  }

  /// How many of one kind.
  public int of(Kind kind) {
    return switch (kind) {
      case FACT -> fact;
      case INFERENCE -> inference;
      case SPECULATION -> speculation;
      case BLOCKED -> blocked;
    };
  }
}
