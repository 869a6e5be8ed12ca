package dev.assay.claim;

import java.util.Locale;

/// What has become of a claim.
public enum Status {
  /// Asserted, and nothing has been said against it since.
  STANDING,
  CONFIRMED,
  REFUTED,
  WITHDRAWN,
  SUPERSEDED,
  EXPIRED,
  /// What stood in the way of a blocked claim is gone.
  UNBLOCKED,
  /// Its wording was corrected; it still stands.
  AMENDED;

  /// The word in lower case, as writers and exports use it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
