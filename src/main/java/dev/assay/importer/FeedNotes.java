package dev.assay.importer;

import dev.assay.catalog.Slugs;
import dev.assay.importer.feed.ImportedFeed;
import dev.assay.importer.feed.ImportedItem;
import dev.assay.importer.html.HtmlToMarkdown;
import dev.assay.importer.html.Options;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Site;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;

/// Makes notes of the items of one feed.
final class FeedNotes {
  /// The longest text that a note may have, in characters of HTML: what is longer is no article.
  private static final int LONGEST = 6_000_000; // what the report says in words
  /// What a note may have as a file.
  private static final int LONGEST_NOTE = 4 << 20;

  private final ImportedFeed feed;
  private final FeedOrigin origin;
  private final Site site;
  private final Options options;
  private final Map<String, String> spellings = new HashMap<>();

  /// @param site the settings that the notes will be built with
  FeedNotes(ImportedFeed feed, FeedOrigin origin, Site site) {
    this.feed = feed;
    this.origin = origin;
    this.site = site;
    this.options = new Options(site.languages(), site.claimNames());
    // A name is spelled as the feed spells it first, so that one address has one name.
    feed.items().forEach(item -> item.terms().forEach(term -> spellings.putIfAbsent(Slugs.of(term.name()), term.name())));
    origin.terms().values().forEach(name -> spellings.put(Slugs.of(name), name));
  }

  /// An item before its text is converted.
  ///
  /// @param id    what the note's head will say
  /// @param title the item's, or one made for it
  /// @param date  the item's, or one made for it
  record Draft(ImportedItem item, String id, String title, Optional<OffsetDateTime> date, Language language, List<Remark> remarks) {
    Draft {
      remarks = List.copyOf(remarks);
    }
  }

  /// What becomes of an item.
  sealed interface Made {
    record Note(ImportedNote note, List<String> images) implements Made {}

    /// @param why one sentence without a full stop
    record LeftOut(String why) implements Made {}
  }

  Language language(ImportedItem item) {
    String tag = item.language().strip().replace('_', '-');
    return site.languages().stream()
        .filter(known -> known.tag().equalsIgnoreCase(tag))
        .findFirst()
        .or(() -> site.languages().stream().filter(known -> primary(known.tag()).equals(primary(tag))).findFirst())
        .orElse(site.language());
  }

  static String primary(String tag) {
    int dash = tag.indexOf('-');
    return (dash < 0 ? tag : tag.substring(0, dash)).toLowerCase(Locale.ROOT);
  }

  /// An item with what it lacks made for it.
  ///
  /// @param behind how many items of the feed come before it, for the order of those without a date
  /// @param now    the moment of the import
  Draft draft(ImportedItem item, int behind, OffsetDateTime now) {
    List<Remark> remarks = new ArrayList<>(item.remarks());
    String title = item.title();
    if (title.isEmpty()) {
      title = firstWords(item);
      remarks.add(Remark.madeUp("the title: the item has none, so it is called by its first words"));
    }
    Optional<OffsetDateTime> date = item.date();
    if (date.isEmpty() && !item.draft()) {
      OffsetDateTime from = feed.date().orElse(now);
      date = Optional.of(from.minusSeconds(behind));
      remarks.add(Remark.madeUp("the date: the item has none, so it has the " + (feed.date().isPresent() ? "feed's" : "import's")));
    }
    String id = item.id();
    if (id.isEmpty()) {
      id = item.link().isEmpty() ? madeId(item, title) : item.link();
      remarks.add(Remark.madeUp(item.link().isEmpty() ? "the id: the item has neither an id nor an address" : "the id: the item has none, so it is its address"));
    }
    Language language = language(item);
    if (!item.language().isBlank() && Language.isTag(item.language().strip().replace('_', '-')) && !primary(item.language()).equals(primary(language.tag()))) {
      remarks.add(Remark.changed("the item is in '" + item.language() + "', which is none of the site's languages"));
    }
    return new Draft(item, id, title, date, language, remarks);
  }

  private static String firstWords(ImportedItem item) {
    String words = item.content().html().length() > LONGEST ? "" : Jsoup.parseBodyFragment(item.content().html()).text().strip();
    if (words.isEmpty()) {
      return item.date().map(date -> date.toLocalDate().toString()).orElse(item.link().isEmpty() ? "Untitled" : item.link());
    }
    if (words.codePointCount(0, words.length()) <= 70) {
      return words;
    }
    int end = words.offsetByCodePoints(0, 66);
    int space = words.lastIndexOf(' ', end);
    return words.substring(0, space > 20 ? space : end).strip() + "…";
  }

  private static String madeId(ImportedItem item, String title) {
    Digest digest = Digest.lasting(item.date().map(OffsetDateTime::toString).orElse("") + "\n" + title + "\n" + item.content().html());
    long high = (digest.high() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (digest.low() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }

  /// Makes the note.
  ///
  /// @param image changes the address of each picture, for those that are taken along
  Made make(Draft draft, FeedAddresses.Placed placed, UnaryOperator<String> image) {
    ImportedItem item = draft.item();
    if (item.content().html().length() > LONGEST) {
      return new Made.LeftOut("its text is longer than the six million characters that are read");
    }
    HtmlToMarkdown.Converted text =
        HtmlToMarkdown.convert(item.content().html(), item.content().base(), item.link(), draft.title(), options, image);
    List<Remark> remarks = new ArrayList<>(draft.remarks());
    remarks.addAll(placed.remarks());
    NoteHead head = head(draft, placed, text, remarks);
    remarks.addAll(text.remarks());
    ImportedNote note = new ImportedNote(placed.path(), head, text.markdown(), List.of(), remarks);
    return note.text().length() > LONGEST_NOTE / 3 && note.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NOTE
        ? new Made.LeftOut("its text is longer than the 4 MB that a note may have")
        : new Made.Note(note, text.images());
  }

  private NoteHead head(Draft draft, FeedAddresses.Placed placed, HtmlToMarkdown.Converted text, List<Remark> remarks) {
    ImportedItem item = draft.item();
    Map<String, List<String>> terms = terms(item, remarks);
    boolean otherLanguage = !draft.language().equals(site.language());
    NoteHead.Builder head =
        NoteHead.builder()
            .text("title", draft.title())
            .moment("date", draft.date())
            .moment("updated", item.updated())
            .text("slug", placed.slug())
            .text("url", placed.url())
            .text("id", draft.id())
            .text("description", description(item))
            .texts("tags", terms.getOrDefault("tags", List.of()))
            .texts("categories", terms.getOrDefault("categories", List.of()))
            .texts("authors", authors(item))
            .text("lang", otherLanguage ? draft.language().tag() : "")
            .texts("aliases", placed.alias().isEmpty() ? List.of() : List.of(placed.alias()))
            .flag("draft", item.draft());
    enclosures(item, text, head, remarks);
    return head.build();
  }

  private List<String> authors(ImportedItem item) {
    List<String> names = item.authors().isEmpty() ? feed.authors() : item.authors();
    return names.equals(site.authors().stream().map(Site.Author::name).toList()) ? List.of() : names;
  }

  /// The item's terms by taxonomy, each once, with those that the whole feed belongs to.
  private Map<String, List<String>> terms(ImportedItem item, List<Remark> remarks) {
    Map<String, Map<String, String>> bySlug = new LinkedHashMap<>();
    for (ImportedItem.Term term : item.terms()) {
      String domain = term.domain().toLowerCase(Locale.ROOT);
      String slug = Slugs.of(term.name());
      if (domain.endsWith("/claims/") || domain.endsWith("/hubs/")) {
        // A feed of Assay's says these of what stands in the text anyway.
        continue;
      }
      if (slug.isEmpty()) {
        remarks.add(Remark.lost("the tag '" + term.name() + "', which has no letter or digit to make an address of"));
        continue;
      }
      boolean category = domain.contains("categor");
      bySlug.computeIfAbsent(category ? "categories" : "tags", _ -> new LinkedHashMap<>()).putIfAbsent(slug, spellings.getOrDefault(slug, term.name()));
    }
    origin.terms().forEach((taxonomy, name) -> {
      boolean known = bySlug.values().stream().anyMatch(terms -> terms.containsKey(Slugs.of(name)));
      if (!known) {
        bySlug.computeIfAbsent(taxonomy, _ -> new LinkedHashMap<>()).put(Slugs.of(name), name);
      }
    });
    Map<String, List<String>> terms = new HashMap<>();
    bySlug.forEach((taxonomy, names) -> terms.put(taxonomy, List.copyOf(names.values())));
    return terms;
  }

  /// A summary beside the text: not its beginning, which every reader and every list can cut off themselves.
  private static String description(ImportedItem item) {
    if (item.summary().isEmpty() || item.summary().get().html().length() > 20_000 || item.content().html().length() > LONGEST) {
      return "";
    }
    String summary = Jsoup.parseBodyFragment(item.summary().get().html()).text().strip();
    String whole = bare(Jsoup.parseBodyFragment(item.content().html()).text());
    String cut = bare(summary.replaceFirst("(?i)(?:\\[?(?:…|\\.\\.\\.|&hellip;)\\]?|(?:continue reading|read more|더 보기|계속 읽기|weiterlesen).{0,120})\\s*$", ""));
    return summary.isEmpty() || whole.startsWith(cut) ? "" : summary;
  }

  private static String bare(String text) {
    return text.replaceAll("[\\s\\u00a0\\u200b]+", "");
  }

  private static void enclosures(ImportedItem item, HtmlToMarkdown.Converted text, NoteHead.Builder head, List<Remark> remarks) {
    List<String> kept = new ArrayList<>();
    boolean shown = false;
    for (ImportedItem.Enclosure enclosure : item.enclosures()) {
      boolean picture = enclosure.type().toLowerCase(Locale.ROOT).startsWith("image/");
      boolean web = enclosure.url().startsWith("https://") || enclosure.url().startsWith("http://");
      if (picture && web && !shown) {
        shown = true;
        if (!text.images().contains(enclosure.url())) {
          head.text("image", enclosure.url());
        }
      } else if (!picture) {
        kept.add(enclosure.url());
      }
    }
    if (!kept.isEmpty()) {
      head.put("params", new HeadValue.Table(List.of(Map.entry("enclosures", HeadValue.Items.of(kept)))));
      remarks.add(Remark.changed("a file beside the text is named under 'params' only: " + kept.getFirst()));
    }
  }
}
