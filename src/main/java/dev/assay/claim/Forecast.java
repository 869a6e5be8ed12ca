package dev.assay.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A claim with a probability and a day, and what came of it.
///
/// A claim that was confirmed came true, one that was refuted did not; the last of such events counts, and nothing
/// that is said afterwards takes it back. One that was withdrawn, replaced or said to have expired without either is
/// void, and so is one that was made when its day had passed. One whose day has passed without a word is waiting.
///
/// @param claim       the claim
/// @param probability what its writer held it to be at first: the one that counts, since it owes nothing to hindsight
/// @param amended     what its writer held it to be last before it was settled; the same when it was never amended
/// @param outcome     what came of it
/// @param settled     the day on which that was said
public record Forecast(Claim claim, double probability, double amended, Outcome outcome, Optional<LocalDate> settled) {
  /// What came of a forecast.
  public enum Outcome {
    YES,
    NO,
    VOID,
    WAITING,
    OPEN
  }

  /// The forecasts among some claims, in their order.
  public static List<Forecast> of(List<Claim> claims) {
    return claims.stream().filter(claim -> claim.probability().isPresent() && claim.due().isPresent()).map(Forecast::of).toList();
  }

  private static Forecast of(Claim claim) {
    double first = claim.probability().orElseThrow();
    Optional<Event> verdict = last(claim, Status.CONFIRMED, Status.REFUTED);
    Optional<Event> end = verdict.or(() -> last(claim, Status.WITHDRAWN, Status.SUPERSEDED, Status.EXPIRED).filter(event -> !event.lapsed()));
    Outcome outcome =
        madeTooLate(claim) ? Outcome.VOID
            : verdict.isPresent() ? (verdict.get().status() == Status.CONFIRMED ? Outcome.YES : Outcome.NO)
            : end.isPresent() ? Outcome.VOID
            : claim.status() == Status.EXPIRED ? Outcome.WAITING
            : Outcome.OPEN;
    double amended = first;
    for (Event event : claim.history()) {
      boolean before = end.isEmpty() || event.date().isBefore(end.get().date());
      if (event.probability().isPresent() && before) {
        amended = event.probability().getAsDouble();
      }
    }
    return new Forecast(claim, first, amended, outcome, end.map(Event::date));
  }

  private static boolean madeTooLate(Claim claim) {
    return claim.asserted().isPresent() && claim.due().map(due -> due.last().isBefore(claim.asserted().get())).orElse(false);
  }

  private static Optional<Event> last(Claim claim, Status... statuses) {
    return claim.history().stream().filter(event -> List.of(statuses).contains(event.status())).reduce((_, later) -> later);
  }

  /// Whether it can be scored: it came true or it did not.
  public boolean isResolved() {
    return outcome == Outcome.YES || outcome == Outcome.NO;
  }

  /// The square of the distance between the probability and what happened: 0 is best, 1 worst, 0.25 what 50 % gets.
  public double brier() {
    return brier(probability);
  }

  /// The same for the probability that was held last.
  public double amendedBrier() {
    return brier(amended);
  }

  private double brier(double held) {
    if (!isResolved()) {
      throw new IllegalStateException(claim.id() + " is not resolved");
    }
    double happened = outcome == Outcome.YES ? 1 : 0;
    return (held - happened) * (held - happened);
  }
}
