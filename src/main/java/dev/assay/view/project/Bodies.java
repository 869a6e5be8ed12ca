package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.cite.Formatted;
import dev.assay.note.Body;
import dev.assay.note.Heading;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.note.SitePath;
import dev.assay.note.SpokenNames;
import dev.assay.note.ValueDigest;
import dev.assay.view.BodyText;
import dev.assay.view.BodyView;
import dev.assay.view.CheckpointView;
import dev.assay.view.ClaimView;
import dev.assay.view.DerivationView;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Part;
import dev.assay.view.PictureView;
import dev.assay.view.ReferenceView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills the holes of a note's body for its page.
final class Bodies {
  /// A picture behind less markup than this is seen before anybody scrolls.
  private static final int ABOVE_THE_FOLD = 1_200;

  private final Model model;
  private final ClaimViews claims;
  private final ReasonTrees reasons;
  private final CheckpointViews checkpoints;
  private final EntityMentions mentions;

  Bodies(Model model, ClaimViews claims, CheckpointViews checkpoints) {
    this.model = model;
    this.claims = claims;
    this.reasons = new ReasonTrees(model, claims);
    this.checkpoints = checkpoints;
    this.mentions = new EntityMentions(model);
  }

  /// What the holes of one body are filled with, by index; together with the body's digest it names the whole text.
  ///
  /// @param rows what is shown behind the words of a checkpoint in a table; those of which there is nothing to say are not in it
  private record Fills(
      List<String> targets, Map<Integer, PictureView> pictures, List<String> titles, List<Part> blocks, List<Part> roles, DerivationView quoted, Map<String, Integer> links,
      Map<Integer, CheckpointView> rows) {
    PictureView picture(int link) {
      PictureView known = pictures.get(link);
      return known == null ? new PictureView(targets.get(link), "", "", "", 0, 0) : known;
    }

    /// How many notes link to an anchor.
    int linked(String anchor) {
      return links.getOrDefault(anchor, 0);
    }
  }

  BodyView of(Entry entry) {
    Fills fills = fills(entry);
    Body body = model.texts().of(entry).body();
    List<Object> all = new ArrayList<>(List.of(body.digest().hex()));
    all.add(fills.targets());
    all.add(fills.titles());
    fills.pictures().forEach((link, picture) -> all.add(link + " " + ValueDigest.of(picture).hex()));
    all.add(claims.digests(entry.language()).of(entry.source()).hex());
    all.add(marks(entry));
    all.add(fills.blocks());
    all.add(fills.roles());
    all.add(fills.quoted());
    fills.links().forEach((anchor, count) -> all.add(anchor + " " + count));
    fills.rows().forEach((index, point) -> all.add(index + " " + ValueDigest.of(point).hex()));
    all.add(mentions.names(entry.language()));
    NoteCitations citations = model.sources().of(entry.source());
    if (!citations.isEmpty()) {
      all.add(citations.digest().hex());
      all.add(model.base().href(sourcePages(entry)));
    }
    // What the holes are filled with is found again when the page is printed: most pages of a site are not, in most builds.
    return new BodyView(ValueDigest.ofList(all), () -> text(body.pieces(), fills(entry), entry));
  }

  /// The names of entities to whose pages texts of a language are linked.
  List<SpokenNames.Name> spoken(Language language) {
    return mentions.spoken(language);
  }

  private Fills fills(Entry entry) {
    List<String> targets = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    Map<Integer, PictureView> pictures = new LinkedHashMap<>();
    for (int i = 0; i < entry.note().links().size(); i++) {
      targets.add(model.href(entry, i));
      if (model.offer(entry, i).isPresent()) {
        pictures.put(i, model.picture(entry, i));
      }
      // A title is only shown where the writer left the words out, and must not touch the page otherwise.
      titles.add(entry.note().links().get(i).text().isEmpty() ? model.linkTitle(entry, i) : "");
    }
    NoteFigures figures = model.figures(entry.source());
    List<Part> roles = figures.roles().stream().map(role -> (Part) new Part.Role(role)).toList();
    return new Fills(targets, pictures, titles, checkpoints.blocks(entry, figures.blocks()), roles, figures.quoted(), Backlinks.counts(model, entry), checkpoints.rows(entry));
  }

  private List<ReasonTrees.Mark> marks(Entry entry) {
    return model.ledger().of(entry.source()).stream().map(claim -> reasons.mark(claim, entry.language())).toList();
  }

  private static LinkView rows(Entry entry, int table, Model model) {
    return new LinkView("CSV", model.base().href(NoteTables.address(entry, table)));
  }

  private SitePath sourcePages(Entry entry) {
    return model.catalog().addresses().at(entry.language(), "/sources/");
  }

  private BodyText text(List<Piece> pieces, Fills fills, Entry entry) {
    List<Heading> headings = entry.note().headings();
    List<Claim> claimed = model.ledger().of(entry.source());
    List<ClaimView> views = claims.inBody(entry);
    ReasonTrees.Room room = new ReasonTrees.Room();
    NoteCitations citations = model.sources().of(entry.source());
    List<Part> parts = new ArrayList<>();
    StringBuilder html = new StringBuilder();
    boolean pictured = false;
    EntityMentions.Pass pass = mentions.pass(entry.language());
    OwnText own = new OwnText();
    for (Piece piece : OwnText.unfolded(pieces)) {
      if (!OwnText.isOwn(piece)) {
        own.end(parts.size(), html.length());
      }
      switch (piece) {
        case Piece.Html(String text) -> html.append(pass.link(text));
        case Piece.Margin _, Piece.Printed _ -> {}
        case Piece.Drawn(String page, _) -> html.append(page);
        case Piece.Target(int link) -> Html.attribute(fills.targets().get(link), html);
        case Piece.Picture picture -> {
          boolean first = !pictured && parts.isEmpty() && html.length() < ABOVE_THE_FOLD && entry.note().head().image().isEmpty();
          pictured = true;
          html.append(Pictures.element(picture, fills.picture(picture.link()), first));
        }
        case Piece.LinkTitle(int link) -> Html.text(fills.titles().get(link), html);
        case Piece.Permalink(int i) -> add(parts, html, new Part.Permalink(headings.get(i).id(), headings.get(i).text(), fills.linked(headings.get(i).id())));
        case Piece.ClaimAttributes(int i) -> add(parts, html, new Part.ClaimAttributes(views.get(i)));
        case Piece.ClaimTag(int i) -> add(parts, html, new Part.ClaimTag(views.get(i)));
        case Piece.ClaimEnd(int i) -> add(parts, html, new Part.ClaimEnd(views.get(i), fills.linked(views.get(i).anchor())));
        case Piece.ClaimReasons(int i) -> {
          if (reasons.any(claimed.get(i))) {
            add(parts, html, new Part.ClaimReasons(reasons.unfold(claimed.get(i), entry, entry.language(), room)));
          }
        }
        case Piece.CheckpointEnd(int i) -> {
          CheckpointView point = fills.rows().get(i);
          if (point != null) {
            add(parts, html, new Part.CheckpointEnd(point));
          }
        }
        case Piece.TableRows(int i) -> add(parts, html, new Part.Rows(rows(entry, i, model)));
        case Piece.Word(String key) -> Html.attribute(model.words().of(entry.language(), key), html);
        case Piece.DirectiveBlock(int i) -> add(parts, html, fills.blocks().get(i).ready());
        case Piece.RoleText(int i) -> {
          if (entry.note().roles().get(i).isCitation()) {
            html.append(citations.html(i));
          } else {
            add(parts, html, fills.roles().get(i));
          }
        }
      }
      if (!OwnText.isOwn(piece)) {
        own.begin(html.length());
      }
    }
    own.end(parts.size(), html.length());
    flush(parts, html);
    if (!fills.quoted().rows().isEmpty()) {
      parts.add(new Part.Derivation(fills.quoted()));
    }
    if (!citations.formatted().references().isEmpty()) {
      parts.add(references(citations.formatted(), entry));
    }
    return new BodyText(parts, own.stretches());
  }

  private Part references(Formatted formatted, Entry entry) {
    List<ReferenceView> views = new ArrayList<>();
    for (Formatted.Reference each : formatted.references()) {
      views.add(
          new ReferenceView(
              SourcePages.referenceAnchor(each.entry().key()), new Markup(each.html()),
              model.base().href(SourcePages.address(model, each.entry(), entry.language())),
              each.from().stream().map(SourcePages::citationAnchor).toList()));
    }
    return new Part.References(views, formatted.notes().stream().map(Markup::new).toList());
  }

  private static void add(List<Part> parts, StringBuilder html, Part part) {
    flush(parts, html);
    parts.add(part);
  }

  private static void flush(List<Part> parts, StringBuilder html) {
    if (!html.isEmpty()) {
      parts.add(new Part.Html(new Markup(html.toString())));
      html.setLength(0);
    }
  }

  /// Some pieces as finished inline markup: for summaries and for claims outside their page.
  Markup inline(Entry entry, List<Piece> pieces) {
    StringBuilder html = new StringBuilder();
    inline(entry, pieces, html);
    return new Markup(Html.withoutAnchors(html.toString()));
  }

  private void inline(Entry entry, List<Piece> pieces, StringBuilder html) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String text) -> html.append(text);
        case Piece.Drawn(String page, _) -> html.append(page);
        case Piece.Printed(_, List<Piece> plain) -> inline(entry, plain, html);
        case Piece.Target(int link) -> Html.attribute(model.href(entry, link), html);
        case Piece.Picture picture -> html.append(Pictures.element(picture.unnamed(), model.picture(entry, picture.link()), false));
        case Piece.LinkTitle(int link) -> Html.text(model.linkTitle(entry, link), html);
        case Piece.RoleText(int role) -> Html.role(model.roleText(entry, role), html);
        case Piece.Word(String key) -> Html.attribute(model.words().of(entry.language(), key), html);
        case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _, Piece.DirectiveBlock _ -> {}
      }
    }
  }
}
