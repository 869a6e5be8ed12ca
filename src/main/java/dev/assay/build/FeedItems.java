package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.feed.FeedContent;
import dev.assay.feed.FeedHoles;
import dev.assay.feed.FeedItem;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.template.Outcome;
import dev.assay.template.Renderer;
import dev.assay.view.Part;
import dev.assay.view.ViewDigest;
import dev.assay.view.project.Model;
import dev.assay.view.project.NoteFigures;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Notes as feeds carry them. A note is in many feeds and is made fit for them once.
final class FeedItems {
  private final Model model;
  private final Projection projection;
  private final Renderer renderer;
  private final Function<Language, Digest> templates;
  private final Map<SourceId, Made> made = new ConcurrentHashMap<>();
  private final Map<SourceId, Digest> digests = new ConcurrentHashMap<>();

  /// @param templates names the templates that draw figures in feeds, with their words in a language
  FeedItems(Model model, Projection projection, Renderer renderer, Function<Language, Digest> templates) {
    this.model = model;
    this.projection = projection;
    this.renderer = renderer;
    this.templates = templates;
  }

  /// An item, or why there is none.
  sealed interface Made {}

  record Ready(FeedItem item) implements Made {}

  record Failed(List<Problem> problems) implements Made {}

  /// Names everything that the item of a note depends on, without making it.
  Digest digest(Entry entry) {
    return digests.computeIfAbsent(entry.source(), _ -> computeDigest(entry));
  }

  private Digest computeDigest(Entry entry) {
    List<Object> all = new ArrayList<>();
    all.add(templates.apply(entry.language()).hex());
    all.add(entry.note().digest().hex());
    // The same file reads otherwise when the site's settings change: other HTML, other names of kinds.
    all.add(entry.note().body());
    all.add(List.of(entry.feedId(), entry.title(), model.base().absolute(entry.address()), entry.date().toString(), entry.updated().toString()));
    all.add(categories(entry).stream().map(c -> c.domain() + " " + c.term()).toList());
    List<String> links = new ArrayList<>();
    for (int i = 0; i < entry.note().links().size(); i++) {
      links.add(model.absolute(entry, i));
      links.add(entry.note().links().get(i).text().isEmpty() ? model.linkTitle(entry, i) : "");
    }
    all.add(links);
    NoteFigures figures = model.figures(entry.source());
    all.add(figures.blocks());
    all.add(figures.roles());
    all.add(authors(entry).stream().map(author -> author.name() + " " + author.email() + " " + author.url()).toList());
    all.add(model.site().feeds().full());
    return ViewDigest.ofList(all);
  }

  Made of(Entry entry) {
    return made.computeIfAbsent(entry.source(), _ -> make(entry));
  }

  private Made make(Entry entry) {
    List<Problem> problems = new ArrayList<>();
    List<String> blocks = new ArrayList<>();
    for (Part part : model.figures(entry.source()).blocks()) {
      switch (block(part, entry)) {
        case Outcome.Rendered(String html) -> blocks.add(html);
        case Outcome.Failed failed -> problems.addAll(failed.problems());
      }
    }
    if (!problems.isEmpty()) {
      return new Failed(List.copyOf(problems));
    }
    String content =
        model.site().feeds().full()
            ? FeedContent.of(entry.note().body().pieces(), new Holes(entry, blocks), model.base().absolute(entry.address()))
            : "";
    return new Ready(
        new FeedItem(
            entry.feedId(), entry.title(), model.base().absolute(entry.address()), entry.date().orElseThrow(),
            entry.updated(), authors(entry), categories(entry), projection.summary(entry), content));
  }

  private Outcome block(Part part, Entry entry) {
    return switch (part) {
      case Part.FigureTable(var table) ->
          renderer.renderPart("feed/figure-table.ftlh", entry.language(), entry.note().file(), table);
      case Part.Accounting(var accounting) ->
          renderer.renderPart("feed/accounting.ftlh", entry.language(), entry.note().file(), accounting);
      case Part.Html(var html) -> new Outcome.Rendered(html.html());
      case Part.ClaimAttributes _, Part.ClaimTag _, Part.ClaimEnd _, Part.Permalink _, Part.Role _, Part.Checkpoints _ ->
          new Outcome.Rendered("");
    };
  }

  /// What fills the holes of one note's body.
  private final class Holes implements FeedHoles {
    private final Entry entry;
    private final List<String> blocks;

    Holes(Entry entry, List<String> blocks) {
      this.entry = entry;
      this.blocks = blocks;
    }

    @Override
    public String target(int link) {
      return model.absolute(entry, link);
    }

    @Override
    public String linkTitle(int link) {
      return model.linkTitle(entry, link);
    }

    @Override
    public String claimAnchor(int claim) {
      return entry.note().claims().get(claim).anchor();
    }

    @Override
    public String claimTag(int claim) {
      return FeedContent.claimTag(entry.note().claims().get(claim));
    }

    @Override
    public String directive(int directive) {
      return blocks.get(directive);
    }

    @Override
    public String role(int role) {
      return model.roleText(entry, role);
    }
  }

  private List<Site.Author> authors(Entry entry) {
    List<String> names = entry.note().head().authors();
    if (names.isEmpty()) {
      return model.site().authors();
    }
    return names.stream()
        .map(
            name ->
                model.site().authors().stream()
                    .filter(author -> author.name().equals(name))
                    .findFirst()
                    .orElse(new Site.Author(name, "", "")))
        .toList();
  }

  private List<FeedItem.Category> categories(Entry entry) {
    List<FeedItem.Category> categories = new ArrayList<>();
    var head = entry.note().head();
    head.tags().forEach(tag -> categories.add(domain("tags", tag, entry)));
    head.categories().forEach(category -> categories.add(domain("categories", category, entry)));
    for (Hub hub : model.catalog().hubsOf(entry)) {
      categories.add(
          new FeedItem.Category(model.base().absolute(model.catalog().addresses().at(entry.language(), "/hubs/")), hub.entry().title()));
    }
    for (Kind kind : Kind.values()) {
      if (entry.note().claims().stream().map(ClaimDraft::kind).anyMatch(kind::equals)) {
        String address = model.base().absolute(model.catalog().addresses().at(entry.language(), "/claims/"));
        categories.add(new FeedItem.Category(address, kind.word()));
      }
    }
    return categories.stream().distinct().toList();
  }

  private FeedItem.Category domain(String taxonomy, String term, Entry entry) {
    return new FeedItem.Category(model.base().absolute(model.catalog().addresses().taxonomy(taxonomy, entry.language())), term);
  }
}
