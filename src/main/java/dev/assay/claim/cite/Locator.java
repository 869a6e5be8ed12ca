package dev.assay.claim.cite;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a source: a page, a chapter, a figure.
///
/// @param label a label of CSL: `page`, `chapter`
/// @param value `4`, `4–6`, `iv`
public record Locator(String label, String value) {
  /// The source as a whole.
  public static final Locator NONE = new Locator("", "");

  private static final Map<String, String> WORDS = words();
  private static final String VALUE = "(?:[A-Z]?[0-9]+(?:\\.[0-9]+)*[a-z]?|[ivxlcdmIVXLCDM]+)";
  private static final String VALUES = VALUE + "(?:\\s*(?:-{1,3}|[–—,&]|~)\\s*" + VALUE + ")*";
  private static final Pattern LABELLED = Pattern.compile("^\\s*,?\\s*([\\p{L}§¶]+\\.?|§§|¶¶)\\s*(" + VALUES + ")(?![\\p{L}\\p{N}])");
  private static final Pattern BARE = Pattern.compile("^\\s*,\\s*([0-9]+(?:\\s*(?:-{1,3}|[–—,])\\s*[0-9]+)*)(?![\\p{L}\\p{N}.]*[\\p{L}\\p{N}])");
  private static final Pattern KOREAN = Pattern.compile("^\\s*,?\\s*(?:제\\s*)?([0-9]+(?:\\s*(?:-{1,3}|[–—,~])\\s*[0-9]+)*)\\s*(쪽|면|장|절|권|호|항|행|단락)");

  /// A locator at the beginning of a text, and how long it is.
  record Found(Locator locator, int length) {}

  /// Finds a locator at the beginning of what follows a key.
  static Optional<Found> at(String text) {
    Matcher korean = KOREAN.matcher(text);
    if (korean.find()) {
      String label =
          switch (korean.group(2)) {
            case "장" -> "chapter";
            case "절", "항" -> "section";
            case "권" -> "volume";
            case "호" -> "issue";
            case "행" -> "line";
            case "단락" -> "paragraph";
            default -> "page";
          };
      return Optional.of(new Found(new Locator(label, ranged(korean.group(1))), korean.end()));
    }
    Matcher labelled = LABELLED.matcher(text);
    if (labelled.find()) {
      String label = WORDS.get(labelled.group(1).toLowerCase(Locale.ROOT));
      if (label != null) {
        return Optional.of(new Found(new Locator(label, ranged(labelled.group(2))), labelled.end()));
      }
    }
    Matcher bare = BARE.matcher(text);
    return bare.find() ? Optional.of(new Found(new Locator("page", ranged(bare.group(1))), bare.end())) : Optional.empty();
  }

  private static String ranged(String value) {
    return value.replaceAll("\\s*(?:-{1,3}|–|—|~)\\s*", "–").strip();
  }

  /// As a list of claims shows it: `p. 4`, `ch. 2`.
  public String shown() {
    if (value.isEmpty()) {
      return "";
    }
    String word =
        switch (label) {
          case "page" -> value.matches("[0-9ivxlcdm]+") ? "p." : "pp.";
          case "chapter" -> "ch.";
          case "section" -> "§";
          case "figure" -> "fig.";
          case "volume" -> "vol.";
          case "issue" -> "no.";
          case "paragraph" -> "¶";
          default -> label;
        };
    return word + " " + value;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new TreeMap<>();
    put(words, "page", "p", "pp", "pg", "page", "pages");
    put(words, "chapter", "ch", "chap", "chaps", "chapter", "chapters");
    put(words, "section", "s", "sec", "secs", "sect", "section", "sections", "§", "§§");
    put(words, "paragraph", "para", "paras", "paragraph", "paragraphs", "¶", "¶¶");
    put(words, "figure", "fig", "figs", "figure", "figures");
    put(words, "volume", "vol", "vols", "volume", "volumes");
    put(words, "issue", "no", "nos", "issue", "issues", "number");
    put(words, "line", "l", "ll", "line", "lines");
    put(words, "note", "n", "nn", "note", "notes");
    put(words, "part", "pt", "pts", "part", "parts");
    put(words, "column", "col", "cols", "column", "columns");
    put(words, "book", "bk", "bks", "book", "books");
    put(words, "verse", "v", "vv", "verse", "verses");
    put(words, "folio", "fol", "fols", "folio", "folios");
    return words;
  }

  private static void put(Map<String, String> words, String label, String... forms) {
    for (String form : forms) {
      words.put(form, label);
      words.put(form + ".", label);
    }
  }
}
