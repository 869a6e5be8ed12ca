package dev.assay.cost.data;

import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.List;
import java.util.Optional;

/// One price out of many listings: the middle one, with the quarter points as ends. The ends of all listings would
/// say more about the dearest shop than about the market.
final class RentalRange {
  private static final Unit HOURLY = Unit.of("USD/accelerator-hour");

  private RentalRange() {}

  static Optional<Input> of(List<Rental> rentals, String accelerator) {
    List<Rental> paid = select(rentals, accelerator, "on-demand", "contract");
    List<Rental> listed = paid.isEmpty() ? select(rentals, accelerator, "assumption", "assumption") : paid;
    if (listed.isEmpty()) {
      return Optional.empty();
    }
    double[] typical = listed.stream().mapToDouble(rental -> rental.price().typical()).sorted().toArray();
    int last = typical.length - 1;
    double middle = (typical[last / 2] + typical[(last + 1) / 2]) / 2;
    Range range =
        last == 0 ? listed.getFirst().price() : new Range(typical[(last + 1) / 4], middle, typical[last - (last + 1) / 4]);
    Kind kind = paid.isEmpty() ? Kind.SPECULATION : Kind.INFERENCE;
    return Optional.of(Input.known(accelerator + ".rental_price", range, HOURLY, kind, source(listed)));
  }

  private static List<Rental> select(List<Rental> rentals, String accelerator, String terms, String otherTerms) {
    return rentals.stream()
        .filter(rental -> rental.accelerator().equals(accelerator))
        .filter(rental -> rental.terms().equals(terms) || rental.terms().equals(otherTerms))
        .toList();
  }

  private static String source(List<Rental> listed) {
    String first = listed.getFirst().source();
    return listed.size() == 1 ? first : "middle half of " + listed.size() + " published prices: " + first + " and others";
  }
}
