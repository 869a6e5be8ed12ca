package dev.assay.export;

import dev.assay.claim.cite.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A note for the lists of references of others: BibTeX, RIS and CSL-JSON, in UTF-8.
///
/// Names in Hangul, Han or Kana stand as one word, family first, in each of them: a style that turns "family, given" around
/// would turn them around as well.
public final class CitationFiles {
  private CitationFiles() {}

  /// BibTeX that every version of it reads: `@misc`, with the day in BibLaTeX's `date` beside BibTeX's year and month.
  public static byte[] bibtex(Citable work) {
    List<String> fields = new ArrayList<>();
    fields.add(field("author", work.authors().stream().map(CitationFiles::bibtexName).collect(Collectors.joining(" and "))));
    // Twice in braces: styles write titles in lower case otherwise.
    fields.add(field("title", "{" + latex(work.title()) + "}"));
    fields.add(field("year", Integer.toString(work.date().getYear())));
    fields.add("  month = " + work.date().getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT));
    fields.add(field("date", work.date().toString()));
    fields.add(field("howpublished", "{" + latex(work.site()) + "}"));
    fields.add(field("url", work.url()));
    fields.add(field("language", work.language()));
    if (!work.keywords().isEmpty()) {
      fields.add(field("keywords", work.keywords().stream().map(CitationFiles::latex).collect(Collectors.joining(", "))));
    }
    if (!work.summary().isEmpty()) {
      fields.add(field("abstract", latex(work.summary())));
    }
    return bytes("@misc{" + work.key() + ",\n" + String.join(",\n", fields) + "\n}\n");
  }

  private static String field(String name, String value) {
    return "  " + name + " = {" + value + "}";
  }

  private static String bibtexName(PersonName name) {
    if (!name.literal().isEmpty()) {
      return "{" + latex(name.literal()) + "}";
    }
    String family = Stream.of(name.particle(), name.family()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    return Stream.of(family, name.suffix(), name.given()).filter(part -> !part.isEmpty()).map(CitationFiles::latex).collect(Collectors.joining(", "));
  }

  /// A text in which nothing is LaTeX's. A brace is never written: BibTeX counts even those behind a backslash.
  private static String latex(String text) {
    StringBuilder latex = new StringBuilder();
    line(text)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&', '%', '$', '#', '_' -> latex.append('\\').appendCodePoint(c);
                case '{' -> latex.append("\\textbraceleft{}");
                case '}' -> latex.append("\\textbraceright{}");
                case '~' -> latex.append("\\textasciitilde{}");
                case '^' -> latex.append("\\textasciicircum{}");
                case '\\' -> latex.append("\\textbackslash{}");
                // Two in a row would be a longer dash.
                case '-' -> latex.append(!latex.isEmpty() && latex.charAt(latex.length() - 1) == '-' ? "{}-" : "-");
                default -> latex.appendCodePoint(c);
              }
            });
    return latex.toString();
  }

  /// On one line: in none of the forms may a value have several. Halves of letters and control characters are left out.
  private static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .filter(c -> c < 0xd800 || c > 0xdfff)
        .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /// RIS as EndNote, Mendeley and Zotero read it.
  public static byte[] ris(Citable work) {
    StringBuilder ris = new StringBuilder();
    tag(ris, "TY", work.post() ? "BLOG" : "ELEC");
    for (PersonName author : work.authors()) {
      tag(ris, "AU", risName(author));
    }
    tag(ris, "TI", work.title());
    tag(ris, "T2", work.site());
    tag(ris, "PY", Integer.toString(work.date().getYear()));
    tag(ris, "DA", work.date().toString().replace('-', '/'));
    tag(ris, "LA", work.language());
    work.keywords().forEach(keyword -> tag(ris, "KW", keyword));
    tag(ris, "AB", work.summary());
    tag(ris, "UR", work.url());
    tag(ris, "ID", work.key());
    return bytes(ris.append("ER  - \r\n").toString());
  }

  private static void tag(StringBuilder ris, String tag, String value) {
    if (!value.isEmpty()) {
      ris.append(tag).append("  - ").append(line(value)).append("\r\n");
    }
  }

  private static String risName(PersonName name) {
    if (!name.literal().isEmpty()) {
      return name.literal();
    }
    String family = Stream.of(name.particle(), name.family()).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    return Stream.of(family, name.given(), name.suffix()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
  }

  /// CSL-JSON: a list of one item.
  public static byte[] csl(Citable work) {
    return JsonFile.list(
        item -> {
          item.text("id", work.key());
          item.text("type", work.post() ? "post-weblog" : "webpage");
          item.text("title", line(work.title()));
          item.objects("author", work.authors(), CitationFiles::cslName);
          item.object("issued", issued -> issued.rows("date-parts", List.of(List.of(work.date().getYear(), work.date().getMonthValue(), work.date().getDayOfMonth()))));
          item.text("container-title", line(work.site()));
          item.text("URL", work.url());
          item.text("language", work.language());
          if (!work.summary().isEmpty()) {
            item.text("abstract", line(work.summary()));
          }
          if (!work.keywords().isEmpty()) {
            item.text("keyword", String.join(", ", work.keywords()));
          }
        });
  }

  private static void cslName(JsonFile json, PersonName name) {
    if (!name.literal().isEmpty()) {
      json.text("literal", name.literal());
      return;
    }
    json.text("family", name.family());
    part(json, "given", name.given());
    part(json, "non-dropping-particle", name.particle());
    part(json, "suffix", name.suffix());
  }

  private static void part(JsonFile json, String name, String value) {
    if (!value.isEmpty()) {
      json.text(name, value);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
