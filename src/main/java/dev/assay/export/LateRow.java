package dev.assay.export;

import dev.assay.note.Digest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/// A claim of the ledger whose row is only made when a file is written that has it: a ledger of hundreds of thousands
/// is never in memory as rows.
///
/// @param asserted when it was first asserted
/// @param digest   names all that its row holds, without the site's address
/// @param row      makes the row
public record LateRow(Optional<LocalDate> asserted, Digest digest, Supplier<ClaimRow> row) {}
