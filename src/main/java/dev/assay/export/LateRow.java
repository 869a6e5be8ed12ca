package dev.assay.export;

import dev.assay.note.Digest;
import java.time.LocalDate;
import java.util.Optional;

/// A claim of the ledger whose row is only made when a file is written that has it: a ledger of hundreds of thousands
/// is never in memory as rows.
public interface LateRow {
  /// When it was first asserted.
  Optional<LocalDate> asserted();

  /// Names all that its row holds, without the site's address.
  Digest digest();

  /// Makes the row.
  ClaimRow row();
}
