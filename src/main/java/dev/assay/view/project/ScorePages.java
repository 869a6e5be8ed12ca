package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Forecast;
import dev.assay.claim.Scores;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.view.DateView;
import dev.assay.view.FrameView;
import dev.assay.view.LinkView;
import dev.assay.view.ScoresPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The page that scores the site's probabilities, once per language.
final class ScorePages {
  private static final int SHOWN = 200;
  private static final double LEFT = 50;
  private static final double TOP = 20;
  private static final double SIDE = 320;

  private final Model model;
  private final Frames frames;
  private final SitePages site;
  private final ClaimViews claims;
  private final Bodies bodies;

  ScorePages(Model model, Frames frames, SitePages site, ClaimViews claims, Bodies bodies) {
    this.model = model;
    this.frames = frames;
    this.site = site;
    this.claims = claims;
    this.bodies = bodies;
  }

  Planned of(Language language) {
    List<Forecast> all =
        Forecast.of(model.ledger().claims().stream().filter(claim -> claim.in(language).isPresent()).toList());
    SitePath address = model.catalog().addresses().at(language, "/claims/scores/");
    LinkView ledger =
        new LinkView(model.words().of(language, "menu.claims"), model.base().href(model.catalog().addresses().at(language, "/claims/")));
    FrameView frame =
        frames.of(
            new Frames.About(
                language, address.value(), model.words().of(language, "menu.scores"), model.words().of(language, "scores.about"), address, "",
                true, List.of(ledger), List.of(frames.siteFeed(language)), site.inAll("/claims/scores/", language)));
    ScoresPage view = new ScoresPage(frame, score("", all), authors(all, language), plot(all), groups(all, language));
    return new Planned(address, view, true, Optional.empty());
  }

  /// Whoever wrote the note in which a probability was first stated answers for it; a note of several counts for each.
  private List<ScoresPage.Score> authors(List<Forecast> all, Language language) {
    Map<String, List<Forecast>> byAuthor = new TreeMap<>();
    for (Forecast forecast : all) {
      for (String author : model.catalog().entry(forecast.claim().first().note()).map(this::authors).orElse(List.of())) {
        byAuthor.computeIfAbsent(author, _ -> new ArrayList<>()).add(forecast);
      }
    }
    return byAuthor.size() < 2
        ? List.of()
        : byAuthor.entrySet().stream().map(each -> score(model.site().author(each.getKey()).in(language), each.getValue())).toList();
  }

  private List<String> authors(Entry entry) {
    return model.site().authors(entry.note().head()).stream().map(Site.Author::name).toList();
  }

  private static ScoresPage.Score score(String name, List<Forecast> forecasts) {
    Scores scores = Scores.of(forecasts);
    String brier = number(scores.brier());
    String amended = number(scores.amended());
    return new ScoresPage.Score(
        name, scores.resolved(), scores.yes(), brier, number(scores.error()), amended.equals(brier) ? "" : amended,
        number(Scores.COIN), scores.isEnough(), Scores.ENOUGH, count(forecasts, Forecast.Outcome.WAITING),
        count(forecasts, Forecast.Outcome.VOID));
  }

  private static int count(List<Forecast> forecasts, Forecast.Outcome outcome) {
    return (int) forecasts.stream().filter(forecast -> forecast.outcome() == outcome).count();
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static ScoresPage.Plot plot(List<Forecast> all) {
    return new ScoresPage.Plot(Scores.bins(all).stream().map(ScorePages::dot).toList());
  }

  private static ScoresPage.Dot dot(Scores.Bin bin) {
    double radius = Math.min(16, 3 * Math.sqrt(bin.count()));
    return new ScoresPage.Dot(
        unit(LEFT + SIDE * bin.mean()), down(bin.share()), down(bin.high()), down(bin.low()), unit(radius), unit(LEFT + SIDE * (bin.from() + bin.to()) / 2),
        Math.round(bin.from() * 100) + "–" + Math.round(bin.to() * 100) + "%", percent(bin.mean()), percent(bin.share()),
        percent(bin.low()), percent(bin.high()), bin.count(), bin.yes());
  }

  private static String down(double share) {
    return unit(TOP + SIDE * (1 - share));
  }

  private static String unit(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replaceFirst("\\.0$", "");
  }

  private static String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  private List<ScoresPage.Group> groups(List<Forecast> all, Language language) {
    List<ScoresPage.Group> groups = new ArrayList<>();
    for (Forecast.Outcome outcome : List.of(Forecast.Outcome.WAITING, Forecast.Outcome.YES, Forecast.Outcome.NO, Forecast.Outcome.VOID, Forecast.Outcome.OPEN)) {
      List<Forecast> in = all.stream().filter(forecast -> forecast.outcome() == outcome).sorted(order(outcome)).toList();
      if (!in.isEmpty()) {
        groups.add(
            new ScoresPage.Group(
                outcome.name().toLowerCase(Locale.ROOT), in.size(),
                in.stream().limit(SHOWN).flatMap(forecast -> row(forecast, language).stream()).toList()));
      }
    }
    return groups;
  }

  /// What waits or is open by its day, what is settled the latest first.
  private static Comparator<Forecast> order(Forecast.Outcome outcome) {
    return switch (outcome) {
      case WAITING, OPEN -> Comparator.comparing((Forecast forecast) -> forecast.claim().due().orElseThrow()).thenComparing(forecast -> forecast.claim().id());
      case YES, NO, VOID ->
          Comparator.comparing((Forecast forecast) -> forecast.settled().orElse(LocalDate.MIN)).reversed().thenComparing(forecast -> forecast.claim().id());
    };
  }

  private Optional<ScoresPage.Row> row(Forecast forecast, Language language) {
    String held = ClaimViews.percent(OptionalDouble.of(forecast.probability()));
    String amended = ClaimViews.percent(OptionalDouble.of(forecast.amended()));
    return claims
        .inList(forecast.claim(), language, bodies)
        .map(
            claim ->
                new ScoresPage.Row(
                    claim, held, amended.equals(held) ? "" : amended,
                    forecast.settled().map(day -> DateView.of(day, language)).orElse(DateView.NONE),
                    forecast.isResolved() ? number(forecast.brier()) : ""));
  }
}
