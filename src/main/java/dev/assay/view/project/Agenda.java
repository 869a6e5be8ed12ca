package dev.assay.view.project;

import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.claim.Event;
import dev.assay.claim.Status;
import dev.assay.note.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What there is to look at in one language, and how it stands on the day of the build.
public final class Agenda {
  /// How something stands.
  public enum Standing {
    /// Its day has passed, and nobody has said what came of it.
    OVERDUE,
    /// Its day is to come.
    NEXT,
    /// It has no day.
    UNDATED,
    /// Something came of it.
    RESOLVED
  }

  /// One thing to look at.
  public sealed interface Point {
    /// By when.
    Optional<Due> due();

    /// What has happened to it, oldest first, the passing of its day left aside.
    List<Event> history();

    /// When it was written.
    Optional<LocalDate> asserted();

    /// Its global name, or the address of a claim without one.
    String id();
  }

  /// A checkpoint.
  public record OfCheckpoint(Checkpoint checkpoint) implements Point {
    @Override
    public Optional<Due> due() {
      return checkpoint.due();
    }

    @Override
    public List<Event> history() {
      return checkpoint.history();
    }

    @Override
    public Optional<LocalDate> asserted() {
      return checkpoint.asserted();
    }

    @Override
    public String id() {
      return checkpoint.id();
    }
  }

  /// A claim with a day on which it will be known.
  public record OfClaim(Claim claim) implements Point {
    @Override
    public Optional<Due> due() {
      return claim.due();
    }

    @Override
    public List<Event> history() {
      return claim.history().stream().filter(event -> !event.lapsed()).toList();
    }

    @Override
    public Optional<LocalDate> asserted() {
      return claim.asserted();
    }

    @Override
    public String id() {
      return claim.id();
    }
  }

  private Agenda() {}

  /// Everything by how it stands, each in the order in which it is read: what is due by its day, what has no day newest
  /// first, what is resolved by the day of that, latest first. Every standing is a key.
  public static Map<Standing, List<Point>> of(Model model, Language language) {
    return standing(points(model, language), model);
  }

  /// The same as pages list it: a claim that a checkpoint shows is not listed by itself.
  static Map<Standing, List<Point>> folded(Model model, Language language) {
    return standing(folded(points(model, language), model.today()), model);
  }

  private static Map<Standing, List<Point>> standing(List<Point> some, Model model) {
    Map<Standing, List<Point>> all = new EnumMap<>(Standing.class);
    for (Standing standing : Standing.values()) {
      all.put(standing, new ArrayList<>());
    }
    some.forEach(point -> all.computeIfAbsent(standing(point, model.today()), _ -> new ArrayList<>()).add(point));
    // The sort is stable: what stands alike keeps the order of its note.
    all.forEach((standing, points) -> points.sort(order(standing)));
    return all;
  }

  private static List<Point> points(Model model, Language language) {
    List<Point> points = new ArrayList<>();
    for (Checkpoint checkpoint : model.ledger().checkpoints()) {
      if (checkpoint.language().equals(language)) {
        points.add(new OfCheckpoint(checkpoint));
      }
    }
    for (Claim claim : model.ledger().claims()) {
      if (claim.due().isPresent() && claim.in(language).isPresent()) {
        points.add(new OfClaim(claim));
      }
    }
    return points;
  }

  /// Some points without the claims for which a checkpoint stands that bears on them, is due with them and stands as they do:
  /// it shows them.
  static List<Point> folded(List<Point> points, LocalDate today) {
    record Stand(String claim, Optional<LocalDate> last, Standing standing) {}
    Set<Stand> told = new HashSet<>();
    for (Point point : points) {
      if (point instanceof OfCheckpoint(Checkpoint checkpoint)) {
        checkpoint.claims().forEach(claim -> told.add(new Stand(claim, point.due().map(Due::last), standing(point, today))));
      }
    }
    List<Point> kept = new ArrayList<>(points);
    kept.removeIf(point -> point instanceof OfClaim && told.contains(new Stand(point.id(), point.due().map(Due::last), standing(point, today))));
    return kept;
  }

  private static Comparator<Point> order(Standing standing) {
    return switch (standing) {
      case OVERDUE, NEXT -> Agenda::bySoonest;
      case UNDATED -> Comparator.comparing((Point point) -> point.asserted().orElse(LocalDate.MIN)).reversed();
      case RESOLVED -> Comparator.comparing((Point point) -> point.history().getLast().date()).reversed();
    };
  }

  /// The order of what ends first; what has no day comes last.
  static int bySoonest(Point one, Point other) {
    Optional<Due> due = one.due();
    Optional<Due> otherDue = other.due();
    return due.isPresent() && otherDue.isPresent()
        ? due.get().compareTo(otherDue.get())
        : Boolean.compare(due.isEmpty(), otherDue.isEmpty());
  }

  /// How something stands on a day.
  public static Standing standing(Point point, LocalDate today) {
    boolean open = point.history().isEmpty() || point.history().getLast().status() == Status.AMENDED;
    if (!open) {
      return Standing.RESOLVED;
    }
    return point.due().map(due -> due.last().isBefore(today) ? Standing.OVERDUE : Standing.NEXT).orElse(Standing.UNDATED);
  }
}
