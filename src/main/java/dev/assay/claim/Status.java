package dev.assay.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What has become of a claim.
public enum Status {
  /// Asserted, and nothing has been said of it since.
  STANDING,
  /// It turned out right.
  CONFIRMED,
  /// It turned out wrong.
  REFUTED,
  /// Its writer no longer makes it, and does not say whether it is right.
  WITHDRAWN,
  /// Another claim has taken its place.
  SUPERSEDED,
  /// Its day passed, and it was not known.
  EXPIRED,
  /// What stood in the way of a blocked claim is gone.
  UNBLOCKED,
  /// Its wording or its probability was corrected; it still stands.
  AMENDED;

  /// The words that a history may use.
  public static final List<String> TOLD =
      Arrays.stream(values()).filter(status -> status != STANDING).map(Status::word).toList();

  /// The word in lower case, as writers and exports use it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The status that a history calls by this word, in any letter case.
  public static Optional<Status> told(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(status -> status != STANDING && status.word().equals(wanted)).findFirst();
  }

  /// Whether nothing more is expected of the claim: it is known, or no longer made.
  public boolean isSettled() {
    return switch (this) {
      case CONFIRMED, REFUTED, WITHDRAWN, SUPERSEDED, UNBLOCKED -> true;
      case STANDING, EXPIRED, AMENDED -> false;
    };
  }

  /// Whether nothing may rest on the claim any more.
  public boolean isFallen() {
    return this == REFUTED || this == WITHDRAWN;
  }
}
