package dev.assay.build;

import dev.assay.catalog.FeedFormat;
import dev.assay.catalog.FeedIds;
import dev.assay.feed.Feed;
import dev.assay.feed.FeedFile;
import dev.assay.feed.FeedItem;
import dev.assay.feed.OpmlWriter;
import dev.assay.note.Language;
import dev.assay.note.SitePath;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.view.project.FeedOf;
import dev.assay.view.project.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The files of feeds: each in every format, and the list of all.
final class FeedFiles {
  private static final int TTL_MINUTES = 60;

  private final Model model;
  private final String style;
  private final Optional<Feed.Image> image;
  private final RecentItems recent = new RecentItems();

  /// @param style the address of the style sheet with which browsers show a feed; empty for none
  /// @param image the site's logo
  FeedFiles(Model model, String style, Optional<Feed.Image> image) {
    this.model = model;
    this.style = style;
    this.image = image;
  }

  /// One feed in every format, side by side, so that what one of them made is at hand for the next.
  List<Artifact> of(PlannedFeed feed) {
    String shared = shared(feed);
    List<Artifact> artifacts = new ArrayList<>();
    for (FeedFormat format : FeedFormat.of(model.site())) {
      SitePath address = feed.folder().at(format.file());
      artifacts.add(
          new Artifact(
              address, Stage.FEED, Recipes.of("feed", format.name(), shared),
              () -> made(feed, format, address)));
    }
    return artifacts;
  }

  /// Names all that a feed shows.
  private String shared(PlannedFeed feed) {
    return Recipes.of(
            feed(feed, List.of()).toString(), style, model.site().feeds().full(),
            feed.items().stream().map(item -> item.digest().hex()).toList())
        .hex();
  }

  private Maker.Result made(PlannedFeed planned, FeedFormat format, SitePath address) {
    List<FeedItem> ready = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (PlannedItem item : planned.items()) {
      switch (recent.of(item)) {
        case PlannedItem.Ready(FeedItem made) -> ready.add(made);
        case PlannedItem.Failed(List<Problem> why) -> problems.addAll(why);
      }
    }
    if (!problems.isEmpty()) {
      return new Maker.Failed(problems);
    }
    FeedFile file = FeedFile.of(address.value(), feed(planned, ready), format, style);
    return new Maker.Made(file.bytes(), file.problems());
  }

  private Feed feed(PlannedFeed planned, List<FeedItem> items) {
    FeedOf of = planned.of();
    return new Feed(
        FeedIds.ofFeed(model.site(), planned.name()), title(of), absolute(of.page()), absolute(planned.folder()),
        of.description(), of.language(), model.site().authors().stream().map(author -> author.forReaders(of.language())).toList(), image, TTL_MINUTES, model.site().feeds().hub(),
        new Feed.Archive(
            planned.archive().current().map(this::absolute), planned.archive().older().map(this::absolute),
            planned.archive().newer().map(this::absolute)),
        items);
  }

  private String absolute(SitePath address) {
    return model.base().absolute(address);
  }

  private String title(FeedOf feed) {
    return feed.sort() == FeedOf.Sort.SITE
        ? feed.title()
        : model.words().or(feed.language(), "feeds.named", "{0} · {1}").replace("{1}", model.site().title()).replace("{0}", feed.title());
  }

  /// The list of all feeds for reader programs, gathered as on the page of feeds.
  Artifact opml(SitePath address, List<FeedOf> feeds) {
    List<OpmlWriter.Group> groups = new ArrayList<>();
    for (Language language : model.catalog().languages()) {
      for (FeedOf.Sort sort : FeedOf.Sort.values()) {
        groups.add(
            new OpmlWriter.Group(
                label(sort, language),
                feeds.stream().filter(feed -> feed.sort() == sort && feed.language().equals(language)).map(this::line).toList()));
      }
    }
    return new Artifact(
        address, Stage.FEED, Recipes.of("opml", model.site().title(), groups.toString()),
        () -> new Maker.Made(OpmlWriter.write(model.site().title(), groups)));
  }

  private String label(FeedOf.Sort sort, Language language) {
    String label = model.words().of(language, "feeds.sort." + sort.word());
    Locale own = language.locale();
    return language.equals(model.site().language()) ? label : label + " (" + own.getDisplayLanguage(own) + ")";
  }

  private OpmlWriter.Line line(FeedOf feed) {
    return new OpmlWriter.Line(
        title(feed), feed.description(), absolute(FeedFormat.of(model.site()).getFirst().beside(feed.page())), absolute(feed.page()),
        feed.language().tag());
  }
}
