package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.Hub;
import dev.assay.catalog.Slugs;
import dev.assay.catalog.Term;
import dev.assay.catalog.Terms;
import dev.assay.claim.Claim;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.view.DateView;
import dev.assay.view.GlanceView;
import dev.assay.view.HubCard;
import dev.assay.view.LinkView;
import dev.assay.view.Markup;
import dev.assay.view.Mix;
import dev.assay.view.NoteCard;
import dev.assay.view.NoteHead;
import dev.assay.view.PictureView;
import dev.assay.view.TermView;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Notes, hubs and terms as lists and heads show them.
final class Cards {
  /// A note with a thousand tags has its card on a thousand pages: not with all of them on each.
  private static final int CARD_TAGS = 12;

  /// A note may speak of a whole industry; its foot names the first of them.
  private static final int HEAD_ENTITIES = 40;

  private final Model model;
  private final Bodies bodies;
  private final Set<String> entityPages = new HashSet<>();
  private final Map<Card, NoteCard> cards = new ConcurrentHashMap<>();

  private record Card(SourceId note, Language language) {}

  Cards(Model model, Bodies bodies) {
    this.model = model;
    this.bodies = bodies;
    model.catalog().terms().stream()
        .filter(term -> term.taxonomy().equals("entities"))
        .forEach(term -> entityPages.add(term.language().tag() + "/" + term.slug()));
  }

  /// A note in a list of some language. It stands in several lists, and is one card in all of them.
  NoteCard note(Entry entry, Language language) {
    return cards.computeIfAbsent(new Card(entry.source(), language), _ -> card(entry, language));
  }

  private NoteCard card(Entry entry, Language language) {
    return new NoteCard(
        entry.title(),
        model.base().href(entry.address()),
        entry.language().equals(language) ? "" : entry.language().tag(),
        summary(entry),
        date(entry.date(), language),
        date(entry.updated(), language),
        entry.note().minutes(),
        model.catalog().hub(entry).map(this::mix).orElseGet(() -> mix(entry, model)),
        hubs(entry),
        terms("tags", entry.note().head().tags().stream().limit(CARD_TAGS).toList(), entry.language()),
        entry.note().head().draft());
  }

  List<NoteCard> notes(List<Entry> entries, Language language) {
    return entries.stream().map(entry -> note(entry, language)).toList();
  }

  /// What the writer says a note is about: the description, else its first paragraph.
  Markup summary(Entry entry) {
    Optional<String> description = entry.note().head().description();
    if (description.isPresent()) {
      return markup(description.get());
    }
    return bodies.inline(entry, entry.note().summary());
  }

  private static Markup markup(String text) {
    StringBuilder html = new StringBuilder();
    Html.text(text, html);
    return new Markup(html.toString());
  }

  /// The same as plain text, for heads of pages and feeds.
  String plainSummary(Entry entry) {
    return entry.note().head().description().orElseGet(() -> model.plain(entry, entry.note().summary()));
  }

  NoteHead head(Entry entry) {
    var front = entry.note().head();
    return head(entry, front.description().orElse(""), mix(entry, model));
  }

  NoteHead head(Entry entry, String lead, Mix mix) {
    var front = entry.note().head();
    Language language = entry.language();
    return new NoteHead(
        entry.title(), lead, date(entry.date(), language), date(entry.updated(), language), entry.note().minutes(), mix,
        authors(entry), hubs(entry), terms("categories", front.categories(), language),
        terms("tags", front.tags(), language),
        front.series().flatMap(name -> terms("series", List.of(name), language).stream().findFirst()).orElse(LinkView.NONE),
        entities(entry),
        image(entry), front.image().map(image -> Images.view(image.src().value(), entry, model)).orElse(PictureView.NONE), front.image().map(image -> image.alt()).orElse(""), front.draft());
  }

  /// The address of the picture that stands for a note; empty when it has none or the file isn't there.
  String image(Entry entry) {
    return entry.note()
        .head()
        .image()
        .map(image -> image.src().value())
        .map(src -> Images.address(src, entry, model))
        .orElse("");
  }

  private List<LinkView> authors(Entry entry) {
    boolean listed = model.site().taxonomies().contains("authors") && !Terms.of(model.site(), "authors", entry).isEmpty();
    return model.site().authors(entry.note().head()).stream()
        .map(
            author ->
                listed && !Slugs.of(author.name()).isEmpty()
                    ? new LinkView(author.in(entry.language()), terms("authors", List.of(author.name()), entry.language()).getFirst().address())
                    : new LinkView(author.in(entry.language()), author.url()))
        .toList();
  }

  List<LinkView> hubs(Entry entry) {
    return model.catalog().hubsOf(entry).stream()
        .map(hub -> new LinkView(hub.entry().title(), model.base().href(hub.entry().address())))
        .toList();
  }

  /// The entities that a note speaks of, by the names that its language has for them.
  private List<LinkView> entities(Entry entry) {
    return Terms.of(model.site(), "entities", entry).stream().limit(HEAD_ENTITIES).map(name -> entity(name, entry.language())).filter(link -> !link.address().isEmpty()).toList();
  }

  /// An entity by the name that a language has for it; without an address where it has no page in that language: a claim
  /// that is made in two languages may name it in one of them only.
  LinkView entity(String name, Language language) {
    String slug = Slugs.of(model.site().entities().canonical(name));
    boolean listed = entityPages.contains(language.tag() + "/" + slug);
    return new LinkView(
        model.site().entities().shown(name, language),
        listed ? model.base().href(model.catalog().addresses().term("entities", slug, language)) : "");
  }

  private List<LinkView> terms(String taxonomy, List<String> names, Language language) {
    Set<LinkView> links = new LinkedHashSet<>();
    if (!model.site().taxonomies().contains(taxonomy)) {
      return List.of();
    }
    for (String name : names) {
      String slug = Slugs.of(name);
      if (!slug.isEmpty()) {
        links.add(new LinkView(name, model.base().href(model.catalog().addresses().term(taxonomy, slug, language))));
      }
    }
    return List.copyOf(links);
  }

  TermView term(Term term) {
    Optional<OffsetDateTime> latest = term.entries().stream().flatMap(e -> e.date().stream()).findFirst();
    return new TermView(
        term.name(), model.base().href(term.address()), term.entries().size(), date(latest, term.language()));
  }

  HubCard hub(Hub hub, Language language, List<GlanceView.Line> open) {
    List<Entry> members = hub.members();
    Optional<OffsetDateTime> latest =
        members.stream().flatMap(e -> e.date().stream()).max(java.util.Comparator.comparing(OffsetDateTime::toInstant));
    return new HubCard(
        hub.entry().title(), model.base().href(hub.entry().address()), hub.entry().note().head().thesis().map(Cards::markup).orElseGet(() -> summary(hub.entry())),
        hub.entry().note().head().question().orElse(""), members.size(),
        date(latest, language), mix(hub), open);
  }

  /// The claims of a hub and its notes together; one that several notes make counts once.
  Mix mix(Hub hub) {
    return mix(hub, model);
  }

  static Mix mix(Hub hub, Model model) {
    Set<String> seen = new HashSet<>();
    List<Kind> kinds = new ArrayList<>();
    List<Entry> all = new ArrayList<>(List.of(hub.entry()));
    all.addAll(hub.members());
    for (Entry entry : all) {
      for (Claim claim : model.ledger().of(entry.source())) {
        if (seen.add(claim.id())) {
          kinds.add(claim.kind());
        }
      }
    }
    return Mix.of(kinds);
  }

  /// The claims of a note. The ledger tells them, which is in memory where what notes say may not be.
  static Mix mix(Entry entry, Model model) {
    return mix(List.of(entry), model);
  }

  static Mix mix(List<Entry> entries, Model model) {
    return Mix.of(entries.stream().flatMap(entry -> model.ledger().of(entry.source()).stream()).map(Claim::kind).toList());
  }

  static DateView date(Optional<OffsetDateTime> moment, Language language) {
    return moment.map(m -> DateView.of(m, language)).orElse(DateView.NONE);
  }
}
