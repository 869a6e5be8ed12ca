package dev.assay.view.project;

import dev.assay.catalog.Entry;
import dev.assay.catalog.NoteType;
import dev.assay.claim.Claim;
import dev.assay.claim.Correction;
import dev.assay.claim.Event;
import dev.assay.claim.Premise;
import dev.assay.claim.Source;
import dev.assay.claim.cite.PersonName;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.note.ValueDigest;
import dev.assay.view.BodyView;
import dev.assay.view.LateMarkup;
import dev.assay.view.Markup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a note's page says to programs, in schema.org's words (JSON-LD): an `Article` whose parts are `Claim`s, each
/// with where it appears, what it is based on, and, as `CorrectionComment`s of the article, what has become of it.
///
/// A claim's `@id` is its address, the `url` of the same claim in `/claims.json`; its `identifier` is the `id` there.
final class LinkedData {
  private final Model model;

  LinkedData(Model model) {
    this.model = model;
  }

  /// Nothing of it is made before the page is printed.
  ///
  /// @param body stands for what the note and its claims say
  LateMarkup of(Entry entry, BodyView body, String description, String image) {
    List<Object> digest =
        List.of(
            body.digest().hex(), model.base().url(), entry.title(), entry.date().toString(), entry.updated().toString(), description, image,
            model.site().title(), authors(entry).toString(), publisher().toString(), told(entry).toString(), entry.note().head().tags(),
            model.sources().of(entry.source()).digest().hex());
    return new LateMarkup(ValueDigest.ofList(digest), () -> new Markup(JsonText.of(article(entry, description, image))));
  }

  private String url(Entry entry) {
    return model.base().absolute(entry.address());
  }

  private Map<String, Object> article(Entry entry, String description, String image) {
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@context", "https://schema.org");
    article.put("@type", entry.type() == NoteType.POST ? "Article" : "WebPage");
    article.put("@id", url(entry));
    article.put("url", url(entry));
    article.put(entry.type() == NoteType.POST ? "headline" : "name", entry.title());
    article.put("description", description);
    article.put("image", image);
    article.put("inLanguage", entry.language().tag());
    article.put("datePublished", entry.date().map(Object::toString).orElse(""));
    article.put("dateModified", entry.updated().or(entry::date).map(Object::toString).orElse(""));
    article.put("author", authors(entry));
    article.put("publisher", publisher());
    article.put("mainEntityOfPage", entry.type() == NoteType.POST ? url(entry) : "");
    article.put("keywords", entry.note().head().tags());
    SitePath home = model.catalog().addresses().home(model.site().language());
    article.put("isPartOf", object("@type", "WebSite", "@id", model.base().absolute(home), "name", model.site().title()));
    article.put("citation", model.sources().of(entry.source()).isEmpty() ? List.of() : cited(entry));
    List<Claim> claims = model.ledger().of(entry.source());
    article.put("hasPart", parts(entry, claims));
    List<Object> corrections = told(entry);
    corrections.addAll(corrections(claims));
    article.put("correction", corrections);
    return article;
  }

  private List<Object> authors(Entry entry) {
    List<Object> authors = new ArrayList<>();
    for (Site.Author author : model.site().authors(entry.note().head())) {
      authors.add(object("@type", PersonName.isBody(author.in(entry.language()), model.site().title()) ? "Organization" : "Person", "name", author.in(entry.language()), "url", author.url()));
    }
    return authors;
  }

  private Map<String, Object> publisher() {
    SitePath home = model.catalog().addresses().home(model.site().language());
    Map<String, Object> publisher = object("@type", "Organization", "name", model.site().title(), "url", model.base().absolute(home));
    model.site().logo()
        .map(file -> model.catalog().assets().get(new SourceId(file.replaceFirst("^/", ""))))
        .ifPresent(logo -> publisher.put("logo", object("@type", "ImageObject", "url", model.base().absolute(logo))));
    return publisher;
  }

  private List<Object> cited(Entry entry) {
    return model.sources().of(entry.source()).formatted().references().stream().map(reference -> (Object) work(reference.entry())).toList();
  }

  private static Map<String, Object> work(SourceEntry entry) {
    Map<String, Object> work = new LinkedHashMap<>();
    work.put("@type", type(entry.type()));
    work.put("name", entry.title());
    work.put("url", entry.address());
    work.put("author", entry.makers().stream().map(PersonName::full).map(name -> (Object) object("@type", "Thing", "name", name)).toList());
    work.put("datePublished", entry.issued().filter(date -> date.from().isPresent() && date.to().isEmpty()).map(Object::toString).orElse(""));
    return work;
  }

  private static String type(String csl) {
    return switch (csl) {
      case "book" -> "Book";
      case "report" -> "Report";
      case "dataset" -> "Dataset";
      case "thesis" -> "Thesis";
      case "webpage" -> "WebPage";
      case "article-journal", "paper-conference" -> "ScholarlyArticle";
      case "article-newspaper", "article-magazine" -> "NewsArticle";
      case String _ -> "CreativeWork";
    };
  }

  private List<Object> parts(Entry entry, List<Claim> claims) {
    List<Object> parts = new ArrayList<>();
    Map<Integer, Claim.Place> places = new HashMap<>();
    // A note may say one claim many times, so what is the same of it each time is looked for once.
    Map<String, List<Object>> appearances = new HashMap<>();
    for (Claim claim : claims) {
      if (!appearances.containsKey(claim.id())) {
        claim.places().stream().filter(place -> place.note().equals(entry.source())).forEach(place -> places.putIfAbsent(place.index(), place));
        appearances.put(claim.id(), claim.places().stream().map(this::note).distinct().map(url -> (Object) object("@id", url)).toList());
      }
    }
    for (int i = 0; i < claims.size(); i++) {
      Claim claim = claims.get(i);
      Claim.Place here = places.getOrDefault(i, claim.first());
      Map<String, Object> part = new LinkedHashMap<>();
      part.put("@type", "Claim");
      part.put("@id", id(claim));
      part.put("identifier", claim.named() ? claim.id() : "");
      part.put("text", model.plain(entry, here.draft().pieces()));
      part.put("inLanguage", here.language().tag());
      part.put("additionalType", model.base().absolute(model.catalog().addresses().at(model.site().language(), "/claims/" + claim.kind().word() + "/")));
      part.put("firstAppearance", object("@id", note(claim.first())));
      part.put("appearance", appearances.getOrDefault(claim.id(), List.of()));
      part.put("datePublished", claim.asserted().map(Object::toString).orElse(""));
      part.put("isBasedOn", basis(claim));
      parts.add(part);
    }
    return parts;
  }

  private String id(Claim claim) {
    String url = claim.first().url();
    int hash = url.indexOf('#');
    return model.base().absolute(new SitePath(url.substring(0, hash)), url.substring(hash + 1));
  }

  private String note(Claim.Place place) {
    return model.catalog().entry(place.note()).map(this::url).orElse("");
  }

  private List<Object> basis(Claim claim) {
    List<Object> basis = new ArrayList<>();
    for (Source source : claim.sources()) {
      switch (source) {
        case Source.Web(String url, String text) -> basis.add(object("@type", "CreativeWork", "url", url, "name", text));
        case Source.Citation(String key, _) -> model.sources().bibliography().entry(key).ifPresent(found -> basis.add(work(found)));
        case Source.Attribution(String name) ->
            {
          Map<String, Object> named = object("@type", "CreativeWork");
          named.put("publisher", object("@type", "Organization", "name", name));
          basis.add(named);
        }
      }
    }
    for (Premise premise : claim.because()) {
      switch (premise) {
        case Premise.OfClaim(String id) -> model.ledger().named(id).ifPresent(under -> basis.add(object("@id", id(under))));
        case Premise.OfFigure _ -> {}
      }
    }
    return basis;
  }

  /// What the note itself says it has put right.
  private List<Object> told(Entry entry) {
    List<Object> comments = new ArrayList<>();
    for (Correction correction : model.ledger().corrections()) {
      if (correction.from().equals(entry.source())) {
        Map<String, Object> comment = object("@type", "CorrectionComment", "datePublished", correction.date().toString(), "text", correction.note());
        correction.claim().flatMap(model.ledger()::named).ifPresent(claim -> comment.put("about", object("@id", id(claim))));
        comment.put("url", url(entry));
        comments.add(comment);
      }
    }
    return comments;
  }

  private List<Object> corrections(List<Claim> claims) {
    List<Object> comments = new ArrayList<>();
    for (Claim claim : claims) {
      for (Event event : claim.history()) {
        Map<String, Object> comment = new LinkedHashMap<>();
        comment.put("@type", "CorrectionComment");
        comment.put("about", object("@id", id(claim)));
        comment.put("datePublished", event.date().toString());
        Optional<Event.Telling> telling = event.in(claim.first().language());
        String note = telling.map(Event.Telling::note).orElse("");
        comment.put("text", event.status().word() + (note.isEmpty() ? "" : ": " + note));
        comment.put("url", telling.flatMap(told -> model.catalog().entry(told.from())).map(this::url).orElse(""));
        comments.add(comment);
      }
    }
    return comments;
  }

  /// Names and values in turn; those without a value are left out.
  private static Map<String, Object> object(String... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
