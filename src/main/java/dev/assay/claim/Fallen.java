package dev.assay.claim;

import java.time.LocalDate;
import java.util.List;

/// A premise of a claim that does not hold any more, itself or by what it rests on.
///
/// @param path   the claims from the premise down to the one that fell, by global name; the premise first, and alone
///               when it is the one that fell
/// @param status what became of the last of the path: refuted or withdrawn
/// @param date   the day on which that happened
public record Fallen(List<String> path, Status status, LocalDate date) {
  public Fallen {
    path = List.copyOf(path);
    if (path.isEmpty() || !status.isFallen()) {
      throw new IllegalArgumentException("nothing fell: " + path + " " + status);
    }
  }

  /// The claim that fell.
  public String root() {
    return path.getLast();
  }
}
