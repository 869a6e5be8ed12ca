package dev.assay.claim.cite;

import dev.assay.problem.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Makes an entry of CSL's variables from the fields of BibTeX and BibLaTeX.
final class BibtexFields {
  // In all of these the first that is given wins: the fields of BibLaTeX before the older ones.
  private static final List<Map.Entry<String, String>> RICH =
      List.of(
          Map.entry("journaltitle", "container-title"), Map.entry("journal", "container-title"),
          Map.entry("booktitle", "container-title"), Map.entry("series", "collection-title"),
          Map.entry("eventtitle", "event-title"), Map.entry("shortjournal", "container-title-short"),
          Map.entry("shorttitle", "title-short"), Map.entry("origtitle", "original-title"));
  private static final List<Map.Entry<String, String>> PLAIN =
      List.of(
          Map.entry("volume", "volume"), Map.entry("edition", "edition"), Map.entry("chapter", "chapter-number"),
          Map.entry("isbn", "ISBN"), Map.entry("issn", "ISSN"), Map.entry("pmid", "PMID"), Map.entry("note", "note"),
          Map.entry("abstract", "abstract"), Map.entry("version", "version"), Map.entry("pagetotal", "number-of-pages"),
          Map.entry("volumes", "number-of-volumes"), Map.entry("location", "publisher-place"),
          Map.entry("address", "publisher-place"), Map.entry("venue", "event-place"), Map.entry("langid", "language"),
          Map.entry("language", "language"), Map.entry("issue", "issue"), Map.entry("doi", "DOI"), Map.entry("annotation", "annote"),
          Map.entry("publisher", "publisher"), Map.entry("institution", "publisher"), Map.entry("school", "publisher"),
          Map.entry("organization", "publisher"));
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("author", "author"), Map.entry("holder", "author"), Map.entry("editor", "editor"),
          Map.entry("editora", "editor"), Map.entry("translator", "translator"), Map.entry("bookauthor", "container-author"),
          Map.entry("director", "director"));
  private static final Map<String, String> DATES =
      Map.of("date", "issued", "urldate", "accessed", "eventdate", "event-date", "origdate", "original-date");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final Map<String, String> fields;
  private final Map<String, String> texts = new TreeMap<>();
  private final Map<String, List<PersonName>> names = new TreeMap<>();
  private final Map<String, PartialDate> dates = new TreeMap<>();

  private BibtexFields(Map<String, String> fields) {
    this.fields = fields;
  }

  /// @param type   a type of BibTeX in lower case
  /// @param fields by their names in lower case, as they are written
  static SourceEntry entry(String key, String type, Map<String, String> fields, Place place) {
    BibtexFields reader = new BibtexFields(fields);
    reader.titles(type);
    reader.plain(type);
    reader.dates();
    NAMES.forEach(name -> reader.names(name.getKey(), name.getValue()));
    return new SourceEntry(key, reader.type(type), reader.texts, reader.names, reader.dates, place);
  }

  private String get(String field) {
    return fields.getOrDefault(field, "");
  }

  private void titles(String type) {
    String subtitle = get("subtitle").isEmpty() ? "" : ": " + LatexText.rich(get("subtitle"));
    put("title", LatexText.rich(get("title")) + subtitle);
    if (!isInJournal(type)) {
      put("container-title", LatexText.rich(get("booktitle")));
    }
    RICH.forEach(field -> put(field.getValue(), LatexText.rich(get(field.getKey()))));
    if (!get("booksubtitle").isEmpty()) {
      texts.computeIfPresent("container-title", (_, title) -> title + ": " + LatexText.rich(get("booksubtitle")));
    }
    if (!get("journalsubtitle").isEmpty()) {
      texts.computeIfPresent("container-title", (_, title) -> title + ": " + LatexText.rich(get("journalsubtitle")));
    }
  }

  private void plain(String type) {
    PLAIN.forEach(field -> put(field.getValue(), LatexText.plain(get(field.getKey()))));
    put("page", LatexText.plain(get("pages")).replaceAll("\\s*[-–—]+\\s*", "–"));
    put(isInJournal(type) && !texts.containsKey("issue") ? "issue" : "number", LatexText.plain(get("number")));
    put("URL", LatexText.address(get("url").isEmpty() ? howPublished() : get("url")));
    eprint();
    put("genre", genre(type));
  }

  private static boolean isInJournal(String type) {
    return type.equals("article") || type.equals("periodical");
  }

  private String howPublished() {
    String text = get("howpublished");
    return text.contains("http://") || text.contains("https://") || text.startsWith("\\url") ? text.replaceFirst("^[^\\\\h]*", "") : "";
  }

  private void eprint() {
    String eprint = LatexText.address(get("eprint"));
    String archive = LatexText.plain(get("eprinttype").isEmpty() ? get("archiveprefix") : get("eprinttype"));
    if (!eprint.isEmpty() && archive.toLowerCase(Locale.ROOT).equals("arxiv")) {
      texts.put("number", "arXiv:" + eprint);
      put("URL", "https://arxiv.org/abs/" + eprint);
    }
  }

  private String genre(String type) {
    String written = LatexText.plain(get("type"));
    return switch (written) {
      case "phdthesis" -> "PhD thesis";
      case "mathesis" -> "Master’s thesis";
      case "techreport" -> "Technical report";
      case "" -> type.equals("phdthesis") ? "PhD thesis" : type.equals("mastersthesis") ? "Master’s thesis" : "";
      default -> written;
    };
  }

  private void dates() {
    DATES.forEach(
        (field, variable) -> {
          if (!get(field).isBlank()) {
            dates.put(variable, PartialDate.read(LatexText.plain(get(field)).replace('–', '/')));
          }
        });
    String year = LatexText.plain(get("year"));
    if (!dates.containsKey("issued") && !year.isEmpty()) {
      dates.put("issued", year.matches("\\d{1,4}") ? PartialDate.of(Integer.parseInt(year), month(), day()) : PartialDate.read(year));
    }
  }

  private int month() {
    String month = LatexText.plain(get("month")).toLowerCase(Locale.ROOT);
    int word = month.length() < 3 ? -1 : MONTHS.indexOf(month.substring(0, 3));
    int number = month.matches("\\d{1,2}") ? Integer.parseInt(month) : word + 1;
    return number <= 12 ? number : 0;
  }

  private int day() {
    String day = LatexText.plain(get("day"));
    return month() > 0 && day.matches("[12]?\\d|3[01]") ? Integer.parseInt(day) : 0;
  }

  private void names(String field, String variable) {
    List<PersonName> found = BibtexNames.read(get(field));
    if (!found.isEmpty() && !names.containsKey(variable)) {
      names.put(variable, found);
    }
  }

  /// What BibTeX calls an article may have stood in a magazine or a newspaper.
  private String type(String type) {
    String subtype = get("entrysubtype").toLowerCase(Locale.ROOT);
    if (type.equals("article") && (subtype.equals("newspaper") || subtype.equals("magazine"))) {
      return "article-" + subtype;
    }
    boolean web = type.equals("misc") && texts.containsKey("URL");
    return web ? "webpage" : CslTypes.OF_BIBTEX.getOrDefault(type, "document");
  }

  /// What a variable says already stays.
  private void put(String variable, String text) {
    if (!text.isEmpty()) {
      texts.putIfAbsent(variable, text);
    }
  }
}
