package dev.assay.view.project;

import dev.assay.asset.Offer;
import dev.assay.card.CardFonts;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Destination;
import dev.assay.catalog.Entry;
import dev.assay.catalog.Slugs;
import dev.assay.claim.CheckpointQuery;
import dev.assay.claim.Ledger;
import dev.assay.claim.cite.Citation;
import dev.assay.claim.cite.CitationText;
import dev.assay.note.Heading;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Note;
import dev.assay.note.PlainText;
import dev.assay.note.Piece;
import dev.assay.note.Role;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.view.PictureView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that views are projected from.
///
/// @param figures what the notes' directives and roles come to; notes without any are not in it
/// @param sources the bibliography and the notes' citations
/// @param queries what each `{checkpoints}` directive shows, by its index; notes without any are not in it
/// @param maps    draws notes in time
/// @param fonts   draw the letters of card images
/// @param pictures what is known of the pictures that notes show
/// @param texts   the notes as their texts stand now
/// @param today   the day of the build; only what depends on it may look at it
public record Model(
    Site site,
    Base base,
    Catalog catalog,
    Ledger ledger,
    Map<SourceId, NoteFigures> figures,
    CitedSources sources,
    Map<SourceId, Map<Integer, CheckpointQuery>> queries,
    LocalDate today,
    Words words,
    NoteMaps maps,
    CardFonts fonts,
    Pictures pictures,
    Texts texts) {
  private static final int LINK_LENGTH = 80;

  /// Where texts are found. A preview that goes on for hours understands a site once, and while an edit changes nothing that
  /// the rest of the site sees of a note, only its text is another.
  @FunctionalInterface
  public interface Texts {
    /// The note of an entry: the same as the entry has but for its text.
    Note of(Entry entry);
  }

  /// The same site, with texts from elsewhere.
  public Model with(Texts other) {
    return new Model(site, base, catalog, ledger, figures, sources, queries, today, words, maps, fonts, pictures, other);
  }

  /// The same site, with what is known of its pictures.
  public Model with(Pictures known) {
    return new Model(site, base, catalog, ledger, figures, sources, queries, today, words, maps, fonts, known, texts);
  }

  /// The picture of the site that a link shows; absent for others, and while nothing is known of it.
  Optional<Offer> offer(Entry entry, int link) {
    return pictures.offers().isEmpty() || entry.note().links().get(link).role() != Link.Role.SHOW
        ? Optional.empty()
        : catalog.destination(entry.source(), link) instanceof Destination.Here here ? pictures.of(here.path()) : Optional.empty();
  }

  /// The picture behind a link as a template shows it.
  PictureView picture(Entry entry, int link) {
    return offer(entry, link).isPresent() && catalog.destination(entry.source(), link) instanceof Destination.Here here
        ? pictures.view(here.path(), base)
        : new PictureView(href(entry, link), "", "", "", 0, 0);
  }

  /// The size of the form for programs that take one as attributes of its element; empty where it is not known or was given.
  public String pictureSize(Entry entry, Piece.Picture picture) {
    return offer(entry, picture.link()).map(offer -> offer.plain().map(plain -> Pictures.size(picture, plain.width(), plain.height())).orElseGet(() -> Pictures.size(picture, offer.width(), offer.height())))
        .orElse("");
  }

  /// The address that stands for a picture of the site wherever there is room for one only.
  public SitePath plainPicture(SitePath address) {
    return pictures.plain(address);
  }

  /// How many bytes the picture at an address of the site has, in the form for programs that take one.
  public Optional<Long> pictureBytes(SitePath address) {
    return pictures.bytes(address);
  }

  /// Where a link leads; one that shows a picture to the form that stands for it.
  private Destination destination(Entry entry, int link) {
    Destination leads = catalog.destination(entry.source(), link);
    return leads instanceof Destination.Here here && offer(entry, link).flatMap(Offer::plain).isPresent()
        ? new Destination.Here(pictures.plain(here.path()), "", "", Optional.empty())
        : leads;
  }

  /// The figures of a note.
  public NoteFigures figures(SourceId note) {
    return figures.getOrDefault(note, NoteFigures.NONE);
  }

  /// The address behind a link as a page writes it.
  public String href(Entry entry, int link) {
    return href(destination(entry, link));
  }

  private String href(Destination destination) {
    return switch (destination) {
      case Destination.Elsewhere(String url) -> url;
      case Destination.Here here -> {
        String fragment = here.fragment().isEmpty() ? "" : "#" + Base.encoded(here.fragment());
        yield base.href(here.path()) + here.query() + fragment;
      }
      case Destination.Nowhere(String written) -> written;
    };
  }

  /// The address behind a link as a feed writes it: with scheme and host.
  public String absolute(Entry entry, int link) {
    return switch (destination(entry, link)) {
      case Destination.Elsewhere(String url) -> url;
      case Destination.Here here -> {
        String fragment = here.fragment().isEmpty() ? "" : "#" + Base.encoded(here.fragment());
        yield base.absolute(here.path()) + here.query() + fragment;
      }
      case Destination.Nowhere(String written) -> written;
    };
  }

  /// The words of a link that was written without any: those of the claim or heading it leads to, else the title of the note,
  /// or its address.
  public String linkTitle(Entry entry, int link) {
    return switch (catalog.destination(entry.source(), link)) {
      case Destination.Here here ->
          here.note().flatMap(catalog::entry).map(to -> words(to, here.fragment()).orElse(to.title())).orElse(here.path().value());
      case Destination.Elsewhere(String url) -> url;
      case Destination.Nowhere(String written) -> written;
    };
  }

  /// The words at an anchor of a note. A link inside of a claim has the title of its note: claims may link to each other.
  private Optional<String> words(Entry entry, String anchor) {
    if (anchor.isEmpty()) {
      return Optional.empty();
    }
    return entry.note().claims().stream()
        .filter(claim -> claim.anchor().equals(anchor))
        .map(claim -> Cut.words(PlainText.of(claim.pieces(), role -> roleText(entry, role), _ -> entry.title()), LINK_LENGTH))
        .findFirst()
        .or(() -> entry.note().headings().stream().filter(heading -> heading.id().equals(anchor)).map(Heading::text).findFirst());
  }

  /// The text of a role; its own expression while it has no figure.
  public String roleText(Entry entry, int role) {
    if (entry.note().roles().get(role).isCitation()) {
      return citationText(entry.note().roles().get(role), entry.language());
    }
    NoteFigures own = figures(entry.source());
    return role < own.roles().size() ? own.roles().get(role).text() : entry.note().roles().get(role).expression();
  }

  /// A citation outside of its note: a claim's sources are listed beside it, so that only a citation which is part of
  /// its sentence stays, and is short.
  private String citationText(Role role, Language language) {
    Citation citation = CitationText.read(role.expression());
    String key = citation.cites().getFirst().key();
    boolean korean = language.tag().startsWith(Language.KOREAN.tag());
    return sources.bibliography().entry(key)
        .map(entry -> citation.inText() ? entry.label(korean) : "")
        .orElse(role.expression());
  }

  /// The text of a role as a feed prints it: a citation in the site's style, a figure as in prose.
  public String feedText(Entry entry, int role) {
    return entry.note().roles().get(role).isCitation() ? sources.of(entry.source()).plain(role) : roleText(entry, role);
  }

  /// The words of some pieces of a note.
  public String plain(Entry entry, List<Piece> pieces) {
    return PlainText.of(pieces, role -> roleText(entry, role), link -> linkTitle(entry, link));
  }

  /// The name of a section of posts: the interface's own word for `post`, else the folder's name.
  public String sectionTitle(String section, Language language) {
    return section.equals("post") ? words.of(language, "menu.posts") : Slugs.title(section);
  }

  /// What the feed of the whole site is called in a language.
  public String siteFeedTitle(Language language) {
    return language.equals(site.language())
        ? site.title()
        : site.title() + " · " + language.locale().getDisplayLanguage(language.locale());
  }

  /// Some pieces of a note as finished markup with absolute addresses, for readers that don't know the page.
  public String inline(Entry entry, List<Piece> pieces) {
    StringBuilder html = new StringBuilder();
    inline(entry, pieces, html);
    return Html.withoutAnchors(html.toString());
  }

  private void inline(Entry entry, List<Piece> pieces, StringBuilder html) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Html(String text) -> html.append(text);
        case Piece.Drawn(_, String plain) -> html.append(plain);
        case Piece.Printed(_, List<Piece> plain) -> inline(entry, plain, html);
        case Piece.Target(int link) -> Html.attribute(absolute(entry, link), html);
        case Piece.Picture picture -> html.append(picture.element(absolute(entry, picture.link()), pictureSize(entry, picture)));
        case Piece.LinkTitle(int link) -> Html.text(linkTitle(entry, link), html);
        case Piece.RoleText(int role) -> Html.role(roleText(entry, role), html);
        case Piece.Word(String key) -> Html.attribute(words.of(entry.language(), key), html);
        case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimTag _, Piece.ClaimEnd _, Piece.ClaimReasons _, Piece.DirectiveBlock _ -> {}
      }
    }
  }
}
