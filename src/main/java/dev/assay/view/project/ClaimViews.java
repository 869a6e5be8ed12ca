package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.claim.Event;
import dev.assay.claim.Evidence;
import dev.assay.claim.Fallen;
import dev.assay.claim.Premise;
import dev.assay.claim.ReasonGraph;
import dev.assay.claim.Source;
import dev.assay.claim.Status;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import dev.assay.view.ClaimView;
import dev.assay.view.DateView;
import dev.assay.view.LateList;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.ReasonsView;
import dev.assay.view.Recent;
import dev.assay.view.SourceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Claims as pages show them.
final class ClaimViews {
  private static final int REASON_LENGTH = 160;
  private static final int ABOVE = 8;
  private static final int MOST_PLACES = 20;

  /// As many claims as lie between those that the lists of the ledger show at the same time.
  private static final int RECENT = 4_096;

  private final Model model;
  private final ReasonGraph graph;

  /// Each claim stands in several lists of the ledger, which are printed side by side.
  private final Recent<InList, Optional<ClaimView>> recent = new Recent<>(RECENT);

  private final Map<Language, ClaimDigests> digests = new ConcurrentHashMap<>();
  private final Map<Language, SourceIndex> sources = new ConcurrentHashMap<>();

  ClaimViews(Model model) {
    this.model = model;
    this.graph = ReasonGraph.of(model.ledger());
  }

  /// A claim as lists in a language show it.
  private record InList(String id, Language language) {}

  /// Who rests on whom.
  ReasonGraph graph() {
    return graph;
  }

  /// The first claims that rest on a claim, as lists show them.
  List<Claim> above(Claim claim) {
    List<Claim> above = graph.above(claim);
    return above.subList(0, Math.min(ABOVE, above.size()));
  }

  /// What each source carries in a language.
  SourceIndex sources(Language language) {
    return sources.computeIfAbsent(language, each -> new SourceIndex(model, each));
  }

  static boolean isKorean(Language language) {
    return language.tag().startsWith(Language.KOREAN.tag());
  }

  /// The claims of a note for its own page, which prints their content itself.
  List<ClaimView> inBody(Entry entry) {
    List<ClaimView> views = new ArrayList<>();
    List<Claim> claims = model.ledger().of(entry.source());
    for (int i = 0; i < claims.size(); i++) {
      int index = i;
      Claim claim = claims.get(i);
      Claim.Place here =
          claim.places().stream()
              .filter(place -> place.note().equals(entry.source()) && place.index() == index)
              .findFirst()
              .orElse(claim.first());
      views.add(view(claim, here, entry, Markup.NONE, List.of(), entry.language()));
    }
    return views;
  }

  /// A claim for a list in some language: worded in that language where it is made in it.
  Optional<ClaimView> inList(Claim claim, Language language, Bodies bodies) {
    Claim.Place place = claim.in(language).orElse(claim.first());
    return model.catalog()
        .entry(place.note())
        .map(entry -> view(claim, place, entry, bodies.inline(entry, place.draft().pieces()), above(claim), language));
  }

  /// Names what pages in a language show of claims.
  ClaimDigests digests(Language language) {
    return digests.computeIfAbsent(language, each -> new ClaimDigests(model, this, each));
  }

  /// Some claims for a list, projected only when they are printed.
  LateList<ClaimView> late(List<Claim> claims, Language language, Bodies bodies) {
    List<Claim> shown = List.copyOf(claims);
    ClaimDigests known = digests(language);
    return new LateList<>(
        ValueDigest.ofList(shown.stream().map(claim -> known.whole(claim).hex()).toList()),
        () -> shown.stream().flatMap(claim -> recent.of(new InList(claim.id(), language), () -> inList(claim, language, bodies)).stream()).toList());
  }

  private ClaimView view(Claim claim, Claim.Place place, Entry entry, Markup html, List<Claim> above, Language language) {
    return new ClaimView(
        claim.kind().word(),
        place.draft().anchor(),
        place.draft().name().orElse(""),
        claim.id(),
        model.base().href(entry.address(), place.draft().anchor()),
        html,
        model.plain(entry, place.draft().pieces()),
        entry.title(),
        model.base().href(entry.address()),
        claim.asserted().map(day -> DateView.of(day, language)).orElse(DateView.NONE),
        sources(claim.sources(), language),
        claim.because().stream().flatMap(premise -> reason(premise, claim, entry, language).stream()).toList(),
        claim.supports().stream().flatMap(id -> ofClaim(id, language).stream()).toList(),
        above.stream().flatMap(over -> brief(over, language).stream()).toList(),
        above.isEmpty() ? 0 : graph.above(claim).size() - above.size(),
        claim.entities().stream().map(name -> new LinkView(name, "")).toList(),
        percent(claim.probability()),
        claim.due().map(due -> due(due, language)).orElse(DateView.NONE),
        word(claim.status()),
        claim.history().stream().map(event -> event(event, language)).toList(),
        model.ledger().fallenUnder(claim).stream().map(fallen -> fallen(fallen, language)).toList(),
        otherPlaces(claim, place));
  }

  /// The word of a status on pages, where a claim of which nothing was said is `open`.
  static String word(Status status) {
    return status == Status.STANDING ? "open" : status.word();
  }

  private ClaimView.FallenView fallen(Fallen fallen, Language language) {
    return new ClaimView.FallenView(
        fallen.path().stream().flatMap(id -> ofClaim(id, language).stream()).toList(), fallen.leftOut(), fallen.status().word(),
        DateView.of(fallen.date(), language));
  }

  static DateView due(Due due, Language language) {
    return DateView.period(due.written(), due.last(), language);
  }

  /// Each source once: the same address is often linked in both languages of a note, under other words.
  private List<SourceView> sources(List<Source> sources, Language language) {
    Map<String, SourceView> views = new LinkedHashMap<>();
    for (Source source : sources) {
      SourceView view = source(source, language);
      views.putIfAbsent(view.address().isEmpty() ? view.text() : view.address() + view.locator(), view);
    }
    return List.copyOf(views.values());
  }

  SourceView source(Source source, Language language) {
    String page = sources(language).page(source).map(model.base()::href).orElse("");
    return switch (source) {
      case Source.Citation(String key, String locator) ->
          model.sources().bibliography().entry(key)
              .map(entry -> new SourceView(entry.label(isKorean(language)), page, "entry", entry.title(), locator, page))
              .orElseGet(() -> new SourceView(key, "", "entry", "", locator, ""));
      case Source.Web(String url, String text) -> {
        String host = Hosts.of(url);
        yield new SourceView(text.isEmpty() ? host.isEmpty() ? url : host : text, url, "link", "", "", page);
      }
      case Source.Attribution(String name) -> new SourceView(name, page, "attribution", "", "", page);
    };
  }

  private List<ClaimView.ReasonView> reason(Premise premise, Claim claim, Entry entry, Language language) {
    return switch (premise) {
      case Premise.OfClaim(String id) -> ofClaim(id, language);
      // Where a claim is only restated, its figures are those of the note that made it.
      case Premise.OfFigure(String name) -> List.of(figure(name, notes(Stream.of(entry.source()), claim)));
    };
  }

  /// Some notes and those that make a claim, each once.
  private List<Entry> notes(Stream<SourceId> first, Claim claim) {
    // By their files: to compare what they say it would have to be read.
    return Stream.concat(first, claim.places().stream().map(Claim.Place::note)).distinct().flatMap(note -> model.catalog().entry(note).stream()).toList();
  }

  /// The figures that a claim rests on, as its reasons are unfolded.
  List<ReasonsView.Reason> figures(Claim claim) {
    List<ReasonsView.Reason> figures = new ArrayList<>();
    List<Entry> notes = notes(Stream.of(), claim);
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfFigure(String name) -> {
          ClaimView.ReasonView figure = figure(name, notes);
          figures.add(
              new ReasonsView.Reason(
                  figure.kind(), figure.text(), figure.address(), "", DateView.NONE, figure.status(), true, false, List.of(), List.of(), 0));
        }
        case Premise.OfClaim _ -> {}
      }
    }
    return figures;
  }

  /// A figure leads to the first table that shows it, and where there is none to its note.
  ClaimView.ReasonView figure(String name, List<Entry> notes) {
    for (Entry note : notes) {
      NoteFigures.Shown shown = model.figures(note.source()).premises().get(name);
      if (shown != null) {
        String address =
            shown.anchor().isEmpty() ? model.base().href(note.address()) : model.base().href(note.address(), shown.anchor());
        return new ClaimView.ReasonView(shown.kind(), shown.text(), address, word(Status.STANDING));
      }
    }
    String address = notes.isEmpty() ? "" : model.base().href(notes.getFirst().address());
    return new ClaimView.ReasonView(Kind.INFERENCE.word(), name, address, word(Status.STANDING));
  }

  /// What a claim rests on outside the site.
  List<SourceView> sources(Claim claim, Language language) {
    return sources(claim.sources(), language);
  }

  List<ClaimView.ReasonView> ofClaim(String id, Language language) {
    return model.ledger().named(id).map(claim -> brief(claim, language)).orElse(List.of());
  }

  /// A claim in a line; none where its note has no page.
  List<ClaimView.ReasonView> brief(Claim claim, Language language) {
    Claim.Place place = claim.in(language).orElse(claim.first());
    return model.catalog()
        .entry(place.note())
        .map(
            entry ->
                List.of(
                    new ClaimView.ReasonView(
                        claim.kind().word(),
                        Cut.words(model.plain(entry, place.draft().pieces()), REASON_LENGTH),
                        model.base().href(entry.address(), place.draft().anchor()), word(claim.status()))))
        .orElse(List.of());
  }

  static String percent(OptionalDouble probability) {
    if (probability.isEmpty()) {
      return "";
    }
    double percent = probability.getAsDouble() * 100;
    String text = String.format(Locale.ROOT, "%.2f", percent).replaceFirst("\\.?0+$", "");
    return (text.isEmpty() ? "0" : text) + "%";
  }

  /// Something that happened, in the words of a note in this language where one tells it.
  ClaimView.Event event(Event event, Language language) {
    Optional<Event.Telling> telling = event.in(language);
    return new ClaimView.Event(
        DateView.of(event.date(), language), event.status().word(), telling.map(Event.Telling::note).orElse(""),
        telling.map(t -> evidence(t.source(), language)).orElse(SourceView.NONE),
        telling
            .flatMap(t -> model.catalog().entry(t.from()))
            .map(from -> new LinkView(from.title(), model.base().href(from.address())))
            .or(() -> event.by().flatMap(id -> ofClaim(id, language).stream().findFirst()).map(by -> new LinkView(by.text(), by.address())))
            .orElse(LinkView.NONE));
  }

  private SourceView evidence(String written, Language language) {
    return written.isEmpty() ? SourceView.NONE : source(Evidence.read(written), language);
  }

  /// All of them at the claim's first place, elsewhere the first ones and the way there: a claim that is said a thousand times would
  /// fill its pages with a million links.
  private List<LinkView> otherPlaces(Claim claim, Claim.Place here) {
    boolean all = here.equals(claim.first());
    List<LinkView> links = new ArrayList<>();
    for (Claim.Place place : claim.places()) {
      // The same sentence in another language is not another place to look at.
      if (place.language().equals(here.language()) && !place.equals(here)) {
        if (!all && links.size() == MOST_PLACES) {
          links.add(link(claim.first(), "…"));
          break;
        }
        links.addAll(model.catalog().entry(place.note()).map(entry -> link(place, entry.title())).stream().toList());
      }
    }
    return links;
  }

  private LinkView link(Claim.Place place, String text) {
    String address = model.catalog().entry(place.note()).map(entry -> model.base().href(entry.address(), place.draft().anchor())).orElse("");
    return new LinkView(text, address);
  }
}
