package dev.assay.claim;

import java.time.LocalDate;
import java.util.List;

/// A premise of a claim that does not hold any more, itself or by what it rests on.
///
/// @param path    the claims from the premise down to the one that fell, by global name; the premise first, and alone
///                when it is the one that fell. Of a long way only the beginning and the end
/// @param leftOut how many claims lie between the [#BEGINNING] of a long way and its end
/// @param status  what became of the last of the path: refuted or withdrawn
/// @param date    the day on which that happened
public record Fallen(List<String> path, int leftOut, Status status, LocalDate date) {
  /// How many claims of a long way are told before the gap.
  public static final int BEGINNING = 4;

  /// How many are told after it.
  static final int END = 3;

  public Fallen {
    path = List.copyOf(path);
    if (path.isEmpty() || !status.isFallen()) {
      throw new IllegalArgumentException("nothing fell: " + path + " " + status);
    }
    if (leftOut < 0 || (leftOut > 0 && path.size() != BEGINNING + END)) {
      throw new IllegalArgumentException(leftOut + " left out of a way of " + path.size());
    }
  }

  /// The claim that fell.
  public String root() {
    return path.getLast();
  }
}
