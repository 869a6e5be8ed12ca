package dev.assay.cli;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Slugs;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.claim.Source;
import dev.assay.claim.Status;
import dev.assay.note.Kind;
import dev.assay.note.SourceId;
import dev.assay.problem.Nearest;
import dev.assay.view.project.Hosts;
import dev.assay.view.project.LedgerPages;
import dev.assay.view.project.Model;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which claims of a ledger are wanted: those for which all holds that is given.
///
/// @param entity what it speaks of: a name, an alias or a ticker, whatever its letter case
/// @param hub    the slug or the title of a hub whose notes make it
/// @param source what it rests on: a key of the bibliography, a host, an address, or a name in the sentence
/// @param year   when it was first made
record ClaimFilter(
    Optional<Kind> kind, Optional<Status> status, Optional<LocalDate> dueBefore, Optional<String> entity, Optional<String> hub,
    Optional<String> source, Optional<Integer> year) {

  /// Tells whether a claim is wanted.
  Predicate<Claim> in(Model model) {
    Predicate<Claim> plain =
        claim ->
            kind.map(wanted -> claim.kind() == wanted).orElse(true)
                && status.map(wanted -> claim.status() == wanted).orElse(true)
                && dueBefore.map(limit -> claim.due().map(Due::last).map(last -> last.isBefore(limit)).orElse(false)).orElse(true)
                && year.map(wanted -> claim.asserted().map(LocalDate::getYear).filter(wanted::equals).isPresent()).orElse(true)
                && source.map(wanted -> claim.sources().stream().anyMatch(each -> matches(each, wanted))).orElse(true)
                && entity.map(wanted -> speaksOf(model, claim, wanted)).orElse(true);
    return hub.map(wanted -> plain.and(ofHub(model, wanted))).orElse(plain);
  }

  /// Tells whether a checkpoint is wanted: only where a day is asked for, and by nothing that only claims have.
  Predicate<Checkpoint> points(Model model) {
    if (dueBefore.isEmpty() || kind.isPresent() || entity.isPresent() || source.isPresent()) {
      return _ -> false;
    }
    Predicate<Checkpoint> plain =
        point ->
            point.due().map(Due::last).filter(last -> last.isBefore(dueBefore.get())).isPresent()
                && status.map(wanted -> point.status() == wanted).orElse(true)
                && year.map(wanted -> point.asserted().map(LocalDate::getYear).filter(wanted::equals).isPresent()).orElse(true);
    return hub.map(
            wanted -> {
              Set<SourceId> notes = new HashSet<>();
              notes(model, wanted).forEach(entry -> notes.add(entry.source()));
              return plain.and(point -> notes.contains(point.note()));
            })
        .orElse(plain);
  }

  /// What is wanted and does not exist, as one sentence with what is near; a filter that is mistyped must not look like
  /// a ledger that has nothing.
  Optional<String> unknown(Model model) {
    List<Claim> claims = model.ledger().claims();
    Optional<String> noHub =
        hub.filter(wanted -> hubs(model, wanted).findAny().isEmpty())
            .map(wanted -> sentence("hub", wanted, model.catalog().hubs().stream().map(each -> each.entry().slug())));
    Optional<String> noEntity =
        entity.filter(wanted -> claims.stream().noneMatch(claim -> speaksOf(model, claim, wanted)) && isUnheardOf(model, wanted))
            .map(wanted -> sentence("entity", wanted, claims.stream().flatMap(claim -> LedgerPages.entities(model, claim).stream())));
    Optional<String> noSource =
        source.filter(
                wanted ->
                    model.sources().bibliography().all().stream().noneMatch(entry -> entry.key().equalsIgnoreCase(wanted))
                        && claims.stream().flatMap(claim -> claim.sources().stream()).noneMatch(each -> matches(each, wanted)))
            .map(wanted -> sentence("source", wanted, claims.stream().flatMap(claim -> claim.sources().stream()).map(ClaimFilter::name)));
    return noHub.or(() -> noEntity).or(() -> noSource);
  }

  private static String sentence(String what, String wanted, Stream<String> known) {
    Set<String> names = new TreeSet<>(known.filter(name -> !name.isEmpty()).toList());
    String hint = Nearest.hint(wanted, names);
    return "--" + what + ": the site knows no " + what + " '" + wanted + "'" + (hint.isEmpty() ? "" : "; " + hint);
  }

  private static boolean isUnheardOf(Model model, String wanted) {
    String slug = Slugs.of(LedgerPages.canonical(model.site(), wanted));
    return model.site().entities().named(wanted).isEmpty()
        && model.catalog().terms().stream().noneMatch(term -> term.taxonomy().equals("entities") && term.slug().equals(slug));
  }

  /// By slug as in `/claims/entity/nvidia/`, so that letter case and points do not matter.
  private static boolean speaksOf(Model model, Claim claim, String wanted) {
    String name = LedgerPages.canonical(model.site(), wanted);
    return LedgerPages.entities(model, claim).stream().anyMatch(each -> each.equals(name) || Slugs.of(each).equals(Slugs.of(name)));
  }

  private static Stream<Hub> hubs(Model model, String wanted) {
    return model.catalog().hubs().stream()
        .filter(hub -> hub.entry().slug().equals(wanted) || hub.entry().title().equalsIgnoreCase(wanted));
  }

  private static Predicate<Claim> ofHub(Model model, String wanted) {
    Set<String> ids = new HashSet<>();
    notes(model, wanted).forEach(entry -> model.ledger().of(entry.source()).forEach(claim -> ids.add(claim.id())));
    return claim -> ids.contains(claim.id());
  }

  private static Stream<Entry> notes(Model model, String wanted) {
    return hubs(model, wanted).flatMap(hub -> Stream.concat(Stream.of(hub.entry()), hub.members().stream()));
  }

  private static boolean matches(Source source, String wanted) {
    return switch (source) {
      case Source.Citation(String key, _) -> key.equalsIgnoreCase(wanted);
      case Source.Web(String url, _) -> {
        String host = Hosts.of(url);
        String plain = wanted.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        yield url.equals(wanted) || (!host.isEmpty() && (host.equals(plain) || host.endsWith("." + plain)));
      }
      case Source.Attribution(String name) -> name.equalsIgnoreCase(wanted) || name.replaceFirst("^(?i)the\\s+", "").equalsIgnoreCase(wanted);
    };
  }

  private static String name(Source source) {
    return switch (source) {
      case Source.Citation(String key, _) -> key;
      case Source.Web(String url, _) -> Hosts.of(url);
      case Source.Attribution(String name) -> name;
    };
  }
}
