package dev.assay.claim;

import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.OptionalDouble;

/// One entry of a note's `history`, read and not yet judged.
///
/// @param claim     the global name of what it speaks of, restatements resolved
/// @param number    which entry of its note it is
/// @param place     where its status is written
/// @param datePlace where its date is written
record Told(
    String claim, Status status, LocalDate date, String note, String source, OptionalDouble probability, ClaimNote in,
    int number, Place place, Place datePlace) {
  /// By day; on one day, what the later note says comes last, and in one note what stands further down.
  static final Comparator<Told> ORDER =
      Comparator.comparing(Told::date)
          .thenComparing(told -> told.in().asserted().orElse(LocalDate.MIN))
          .thenComparing(told -> told.in().note().source())
          .thenComparingInt(Told::number);

  Event.Telling telling() {
    return new Event.Telling(in.note().source(), in.language(), note, source);
  }

  Problem error(String message, String hint) {
    return new Problem(Severity.ERROR, Code.HISTORY, place, message, "", hint);
  }

  Problem dateError(String message, String hint) {
    return new Problem(Severity.ERROR, Code.HISTORY, datePlace, message, "", hint);
  }

  Problem dateWarning(String message, String hint) {
    return new Problem(Severity.WARNING, Code.HISTORY, datePlace, message, "", hint);
  }

  Problem warning(String message, String hint) {
    return new Problem(Severity.WARNING, Code.HISTORY, place, message, "", hint);
  }
}
