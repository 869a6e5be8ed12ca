package dev.assay.claim.cite;

import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.DefaultAbbreviationProvider;
import de.undercouch.citeproc.ItemDataProvider;
import de.undercouch.citeproc.csl.CSLCitation;
import de.undercouch.citeproc.csl.CSLCitationItem;
import de.undercouch.citeproc.csl.CSLCitationItemBuilder;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.csl.CSLLabel;
import de.undercouch.citeproc.csl.internal.format.HtmlFormat;
import dev.assay.note.Language;
import dev.assay.note.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A citation style in a language: the one door to the citation processor.
///
/// The processor is made when the first citation is formatted, takes about 0.2 s then and half a millisecond a note
/// after; a site without citations never loads it. It is asked for each citation with marks around the sources, so that
/// each can lead to its line in the list of references. What it cannot do is done here: leaving an author out, telling
/// two works of one author and year apart, Korean names and particles. For one thread at a time.
public final class CitationStyle {
  /// Marks the beginning of a source in a citation, plus its index; [#END] marks its end.
  private static final char FIRST = '\uE100';

  private static final char END = '\uE0FF';
  private static final int MOST = 0x700;
  private static final Pattern SEGMENT = Pattern.compile("([\uE100-\uE7FF])([^\uE0FF]*)\uE0FF");

  private final StyleText style;
  private final Bibliography bibliography;
  private final Language language;
  private final boolean korean;
  private final Map<String, CSLItemData> items = new HashMap<>();
  private Optional<CSL> processor = Optional.empty();

  public CitationStyle(StyleText style, Bibliography bibliography, Language language) {
    this.style = style;
    this.bibliography = bibliography;
    this.language = language;
    this.korean = language.tag().toLowerCase(Locale.ROOT).startsWith("ko");
  }

  private CSL csl() {
    if (processor.isEmpty()) {
      try {
        ItemDataProvider provider =
            new ItemDataProvider() {
              @Override
              public CSLItemData retrieveItem(String id) {
                CSLItemData item = items.get(id);
                if (item == null) {
                  throw new IllegalStateException("no source " + id);
                }
                return item;
              }

              @Override
              public Collection<String> getIds() {
                return items.keySet();
              }
            };
        processor = Optional.of(new CSL(provider, new Terms(), new DefaultAbbreviationProvider(), style.csl(), Terms.of(language)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    CSL csl = processor.get();
    csl.reset();
    csl.setOutputFormat(new Plainly());
    csl.setConvertLinks(true);
    return csl;
  }

  /// HTML that escapes what has to be escaped and leaves every other letter as it is.
  private static final class Plainly extends HtmlFormat {
    @Override
    protected String escape(String text) {
      return escaped(text);
    }
  }

  /// Formats the citations of one note. Sources that the bibliography does not have are printed as they are written.
  public synchronized Formatted format(List<Citation> citations, Formatted.Anchors anchors) {
    Map<String, SourceEntry> cited = new LinkedHashMap<>();
    for (Citation citation : citations) {
      for (Citation.Cite cite : citation.cites()) {
        bibliography.entry(cite.key()).ifPresent(entry -> cited.putIfAbsent(entry.key(), entry));
      }
    }
    if (cited.isEmpty()) {
      List<String> written = citations.stream().map(CitationStyle::written).toList();
      return new Formatted(written.stream().map(CitationStyle::escaped).toList(), written, List.of(), List.of());
    }
    items.clear();
    Map<String, String> suffixes = suffixes(cited.values());
    cited.forEach((key, entry) -> items.put(key, CslJson.item(entry, suffixes.getOrDefault(key, ""))));
    CSL csl = csl();
    csl.registerCitationItems(cited.keySet());
    List<String> html = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Map<String, List<Integer>> from = new HashMap<>();
    for (int i = 0; i < citations.size(); i++) {
      Citation citation = citations.get(i);
      int index = i;
      citation.cites().forEach(cite -> from.computeIfAbsent(cite.key(), _ -> new ArrayList<>()).add(index));
      boolean known = citation.cites().stream().anyMatch(cite -> cited.containsKey(cite.key()));
      html.add(known ? citation(csl, citation, index, anchors, notes) : escaped(written(citation)));
    }
    List<String> plain = html.stream().map(PlainText::of).toList();
    return new Formatted(html, plain, references(csl, cited, from), notes);
  }

  private List<Formatted.Reference> references(CSL csl, Map<String, SourceEntry> cited, Map<String, List<Integer>> from) {
    List<Formatted.Reference> references = new ArrayList<>();
    for (CSLItemData item : csl.getRegisteredItems()) {
      SourceEntry entry = cited.get(item.getId());
      if (entry != null) {
        references.add(new Formatted.Reference(entry, reference(csl, entry), from.getOrDefault(entry.key(), List.of())));
      }
    }
    return references;
  }

  private String reference(CSL csl, SourceEntry entry) {
    if (style.bibliography()) {
      for (String line : csl.makeBibliography(item -> item.getId().equals(entry.key())).getEntries()) {
        String html = CslMarkup.of(line);
        if (!html.isEmpty()) {
          return html;
        }
      }
    }
    // A style without a list of references, or one that has nothing to say of this type.
    return escaped(entry.label(korean) + ". " + entry.title() + (entry.address().isEmpty() ? "" : ". " + entry.address()));
  }

  /// One entry as a line of a list of references, without a number.
  public synchronized String reference(SourceEntry entry) {
    items.clear();
    items.put(entry.key(), CslJson.item(entry, ""));
    CSL csl = csl();
    csl.registerCitationItems(List.of(entry.key()));
    return reference(csl, entry).replaceFirst("^(?:\\[1\\]|\\(?1[.)])\\s+", "");
  }

  private String citation(CSL csl, Citation citation, int index, Formatted.Anchors anchors, List<String> notes) {
    List<CSLCitationItem> parts = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, citation.cites().size()); i++) {
      Citation.Cite cite = citation.cites().get(i);
      if (items.containsKey(cite.key())) {
        parts.add(item(cite, (char) (FIRST + i)));
      }
    }
    List<de.undercouch.citeproc.output.Citation> made = csl.makeCitation(new CSLCitation(parts.toArray(CSLCitationItem[]::new)));
    String printed = CslMarkup.of(made.getLast().getText());
    String id = " id=\"" + escaped(anchors.citation(index)) + "\"";
    if (style.note()) {
      notes.add(printed.replaceAll("[\uE0FF-\uE7FF]", ""));
      String who = citation.inText() ? who(citation.cites().getFirst()) : "";
      return "<span class=\"cite\"" + id + ">" + who + "<sup>" + link(citation.cites().getFirst(), Integer.toString(notes.size()), anchors) + "</sup></span>";
    }
    String linked = linked(citation, printed, anchors);
    String missing = missing(citation);
    String who = citation.inText() ? who(citation.cites().getFirst()) + (linked.startsWith("<sup>") ? "" : " ") : "";
    return "<span class=\"cite\"" + id + ">" + who + linked + missing + "</span>";
  }

  private String who(Citation.Cite cite) {
    return bibliography.entry(cite.key()).map(entry -> escaped(ShortNames.of(entry.makers(), korean))).orElse("");
  }

  private static CSLCitationItem item(Citation.Cite cite, char mark) {
    CSLCitationItemBuilder item = new CSLCitationItemBuilder(cite.key());
    item.prefix(mark + (cite.prefix().isEmpty() ? "" : cite.prefix() + " "));
    String gap = cite.suffix().isEmpty() || ",.;:".indexOf(cite.suffix().charAt(0)) >= 0 ? "" : " ";
    item.suffix(gap + cite.suffix() + END);
    if (!cite.locator().value().isEmpty()) {
      item.locator(cite.locator().value()).label(CSLLabel.fromString(cite.locator().label()));
    }
    return item.build();
  }

  /// Makes a link of each source, and leaves authors out where the sentence has them.
  private String linked(Citation citation, String printed, Formatted.Anchors anchors) {
    Matcher segments = SEGMENT.matcher(printed);
    String linked =
        segments.replaceAll(
            segment -> {
              Citation.Cite cite = citation.cites().get(segment.group(1).charAt(0) - FIRST);
              boolean bare = citation.inText() || cite.withoutAuthor();
              String text = bare ? withoutAuthor(cite, segment.group(2)) : segment.group(2);
              return Matcher.quoteReplacement(link(cite, text, anchors));
            });
    return linked.replaceAll("[\uE0FF-\uE7FF]", "");
  }

  /// A link inside a link is none: addresses in a citation stay text.
  private static String link(Citation.Cite cite, String html, Formatted.Anchors anchors) {
    return "<a href=\"#" + escaped(anchors.reference(cite.key())) + "\">" + html.replaceAll("</?a\\b[^>]*>", "") + "</a>";
  }

  private String withoutAuthor(Citation.Cite cite, String html) {
    Optional<String> year = bibliography.entry(cite.key()).flatMap(SourceEntry::issued).map(PartialDate::year);
    if (!style.authorDate() || year.isEmpty() || year.get().isEmpty()) {
      return html;
    }
    // A locator may hold the year's digits; an author's name hardly ever does.
    int cut = html.indexOf(year.get());
    boolean behindTag = cut > 0 && html.substring(0, cut).contains("<");
    return cut <= 0 || behindTag ? html : cite.prefix().isEmpty() ? html.substring(cut) : escaped(cite.prefix()) + " " + html.substring(cut);
  }

  private String missing(Citation citation) {
    StringBuilder out = new StringBuilder();
    citation.cites().stream().filter(cite -> !items.containsKey(cite.key())).forEach(cite -> out.append(" [@").append(escaped(cite.key())).append(']'));
    return out.toString();
  }

  /// `a`, `b`, … for sources that one citation could mean alike.
  private Map<String, String> suffixes(Collection<SourceEntry> cited) {
    Map<String, String> suffixes = new HashMap<>();
    if (!style.csl().contains("disambiguate-add-year-suffix=\"true\"")) {
      return suffixes;
    }
    Map<String, List<SourceEntry>> alike = new LinkedHashMap<>();
    for (SourceEntry entry : cited) {
      if (entry.issued().flatMap(PartialDate::from).isPresent()) {
        alike.computeIfAbsent(entry.label(korean), _ -> new ArrayList<>()).add(entry);
      }
    }
    for (List<SourceEntry> group : alike.values()) {
      group.sort(java.util.Comparator.comparing(SourceEntry::title).thenComparing(SourceEntry::key));
      for (int i = 0; group.size() > 1 && i < Math.min(26, group.size()); i++) {
        suffixes.put(group.get(i).key(), Character.toString('a' + i));
      }
    }
    return suffixes;
  }

  private static String written(Citation citation) {
    StringBuilder out = new StringBuilder();
    for (Citation.Cite cite : citation.cites()) {
      out.append(out.isEmpty() ? "" : "; ").append(cite.prefix()).append(cite.prefix().isEmpty() ? "" : " ");
      out.append(cite.withoutAuthor() ? "-@" : "@").append(cite.key());
      out.append(cite.locator().value().isEmpty() ? "" : ", " + cite.locator().shown());
      out.append(cite.suffix().isEmpty() ? "" : " " + cite.suffix());
    }
    return citation.inText() ? out.toString() : "[" + out + "]";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
