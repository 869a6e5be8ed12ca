package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.cite.Formatted;
import dev.assay.feed.FeedContent;
import dev.assay.feed.FeedHoles;
import dev.assay.feed.MailSign;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Problem;
import dev.assay.template.Outcome;
import dev.assay.template.Renderer;
import dev.assay.template.Templates;
import dev.assay.view.Part;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The text of notes as feeds carry it, whole or in part.
final class FeedBodies {
  /// The templates that draw what a feed shows differently from a page.
  private static final List<String> TEMPLATES =
      List.of("feed/figure-table.ftlh", "feed/accounting.ftlh", "feed/chart.ftlh", "feed/claim.ftlh",
          "feed/change.ftlh", "feed/checkpoint.ftlh", "feed/checkpoints.ftlh");

  /// The words of the theme that stand in texts.
  private static final List<String> WORDS =
      List.of("callout.note", "callout.tip", "callout.important", "callout.warning", "callout.caution", "footnote.back", "figure.source");

  private final Model model;
  private final Projection projection;
  private final Renderer renderer;
  private final Templates templates;

  FeedBodies(Model model, Projection projection, Renderer renderer, Templates templates) {
    this.model = model;
    this.projection = projection;
    this.renderer = renderer;
    this.templates = templates;
  }

  /// Markup, or why there is none.
  sealed interface Made {}

  /// @param from what its holes were filled with
  record Text(String html, FedText from) implements Made {}

  record Failed(List<Problem> problems) implements Made {}

  /// Names the templates of feeds with their words in a language.
  Digest templates(Language language) {
    return ValueDigest.ofList(TEMPLATES.stream().map(name -> templates.digest(name, language).hex()).toList());
  }

  /// Some pieces of a note's body.
  Made of(Entry entry, List<Piece> pieces) {
    return of(entry, pieces, false);
  }

  /// @param signs whether the tags of claims are signs with words, or what the author wrote
  private Made of(Entry entry, List<Piece> pieces, boolean signs) {
    return of(entry, pieces, List.of(), signs);
  }

  /// @param after markup that follows the pieces
  private Made of(Entry entry, List<Piece> body, List<String> after, boolean signs) {
    List<Piece> pieces = new ArrayList<>(body);
    after.forEach(markup -> pieces.add(new Piece.Html(markup)));
    List<Problem> problems = new ArrayList<>();
    Map<Integer, String> blocks = new HashMap<>();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.DirectiveBlock(int directive)) {
        switch (block(projection.blocks(entry).get(directive), entry)) {
          case Outcome.Rendered(String html) -> blocks.put(directive, html);
          case Outcome.Failed failed -> problems.addAll(failed.problems());
        }
      }
    }
    if (!problems.isEmpty()) {
      return new Failed(List.copyOf(problems));
    }
    FedText.Kept holes = new FedText.Kept(new Holes(entry, blocks, signs));
    String page = model.base().absolute(entry.address());
    return new Text(FeedContent.of(pieces, holes, page), holes.on(page, after));
  }

  /// The whole text of a note and, below it, what it cites.
  Made whole(Entry entry) {
    return whole(entry, false);
  }

  /// The same for a mail, in which each claim has its sign.
  Made signed(Entry entry) {
    return whole(entry, true);
  }

  private Made whole(Entry entry, boolean signs) {
    Formatted cited = model.sources().of(entry.source()).formatted();
    List<String> after = new ArrayList<>();
    if (!cited.notes().isEmpty()) {
      after.add(list("ol", model.words().of(entry.language(), "cite.notes"), cited.notes()));
    }
    if (!cited.references().isEmpty()) {
      List<String> lines = cited.references().stream().map(Formatted.Reference::html).toList();
      after.add(list("ul", model.words().of(entry.language(), "cite.references"), lines));
    }
    return of(entry, model.texts().of(entry).body().pieces(), after, signs);
  }

  /// Names what [#whole] adds to the text.
  Digest citations(Entry entry) {
    return ValueDigest.ofList(
        List.of(
            model.sources().of(entry.source()).digest().hex(), model.words().of(entry.language(), "cite.notes"),
            model.words().of(entry.language(), "cite.references"), WORDS.stream().map(key -> model.words().of(entry.language(), key)).toList()));
  }

  private static String list(String element, String title, List<String> lines) {
    StringBuilder html = new StringBuilder("<h2>").append(title.replace("&", "&amp;").replace("<", "&lt;")).append("</h2>\n");
    html.append('<').append(element).append(">\n");
    lines.forEach(line -> html.append("<li>").append(line).append("</li>\n"));
    return html.append("</").append(element).append(">\n").toString();
  }

  /// A view of the note through a template of feeds.
  Made of(String template, Entry entry, Language language, Record view) {
    return switch (renderer.renderPart(template, language, entry.note().file(), view)) {
      case Outcome.Rendered(String html) -> new Text(FeedContent.clean(html, model.base().absolute(entry.address())), FedText.NONE);
      case Outcome.Failed failed -> new Failed(failed.problems());
    };
  }

  private Outcome block(Part part, Entry entry) {
    return switch (part) {
      case Part.FigureTable(var table) ->
          renderer.renderPart("feed/figure-table.ftlh", entry.language(), entry.note().file(), table);
      case Part.Chart(var chart) -> renderer.renderPart("feed/chart.ftlh", entry.language(), entry.note().file(), chart);
      case Part.Accounting(var accounting) ->
          renderer.renderPart("feed/accounting.ftlh", entry.language(), entry.note().file(), accounting);
      case Part.Later later -> block(later.ready(), entry);
      case Part.Checkpoints checkpoints ->
          renderer.renderPart("feed/checkpoints.ftlh", entry.language(), entry.note().file(), checkpoints);
      case Part.Html(var html) -> new Outcome.Rendered(html.html());
      case Part.ClaimAttributes _, Part.ClaimTag _, Part.ClaimEnd _, Part.ClaimReasons _, Part.Permalink _, Part.Rows _, Part.CheckpointEnd _, Part.Role _, Part.Derivation _, Part.References _ ->
          new Outcome.Rendered("");
    };
  }

  /// What fills the holes of one note's body.
  private final class Holes implements FeedHoles {
    private final Entry entry;
    private final Map<Integer, String> blocks;
    private final boolean signs;

    Holes(Entry entry, Map<Integer, String> blocks, boolean signs) {
      this.entry = entry;
      this.signs = signs;
      this.blocks = blocks;
    }

    @Override
    public String target(int link) {
      return model.absolute(entry, link);
    }

    @Override
    public String size(Piece.Picture picture) {
      return model.pictureSize(entry, picture);
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
      ClaimDraft draft = entry.note().claims().get(claim);
      if (signs) {
        return MailSign.of(draft.kind()).tag(model.words().of(entry.language(), "kind." + draft.kind().word()));
      }
      return FeedContent.claimTag(draft, model.words().of(entry.language(), "kind." + draft.kind().word()));
    }

    @Override
    public String directive(int directive) {
      return blocks.getOrDefault(directive, "");
    }

    @Override
    public String role(int role) {
      return model.feedText(entry, role);
    }

    @Override
    public String word(String key) {
      return model.words().of(entry.language(), key);
    }
  }
}
