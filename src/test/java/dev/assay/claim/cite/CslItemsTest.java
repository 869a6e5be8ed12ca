package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.ParsedValue;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bibliographies in CSL's own terms, as JSON and YAML have them.
class CslItemsTest {
  private static ReadEntries read(String yaml) {
    ParsedValue parsed = DataReader.read(new SourceText("content/b.yaml", yaml));
    assertEquals(List.of(), parsed.problems());
    return CslItems.read(parsed.value().orElseThrow());
  }

  private static SourceEntry one(String fields) {
    ReadEntries read = read("- {id: a, " + fields + "}\n");
    assertEquals(List.of(), read.problems());
    assertEquals(1, read.entries().size());
    return read.entries().getFirst();
  }

  private static String keys(ReadEntries read) {
    return read.entries().stream().map(entry -> entry.key() + "@" + entry.place().line() + ":" + entry.place().column()).collect(Collectors.joining(" "));
  }

  private static List<String> problems(String yaml) {
    return read(yaml).problems().stream().map(p -> p.place().line() + ":" + p.place().column() + " " + p.severity().word() + "[" + p.code().word() + "] " + p.message() + " | " + p.hint()).toList();
  }

  @Test
  void aFileIsAListOrAListUnderReferencesOrItemsByTheirKeys() {
    assertEquals("a@1:7 b@2:7", keys(read("- id: a\n- id: b\n")));
    assertEquals("a@2:8", keys(read("references:\n- {id: a}\n")));
    assertEquals("a@1:1 c@2:9", keys(read("a: {title: T}\nb: {id: c}\n")));
    // Only a list under that name is one.
    assertEquals("references@1:1", keys(read("references: {title: T}\n")));
    assertEquals("", keys(read("~\n")));
    assertEquals(List.of(), problems("~\n"));
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsRead() {
    assertEquals(List.of("1:1 error[wrong-type] a bibliography is a list of sources | write '- id: smith2026', then its other keys below"), problems("words\n"));
    assertEquals(List.of("1:3 error[wrong-type] a source should be keys and values | write it like {id: smith2026, type: webpage, title: …}"), problems("- words\n- id: b\n"));
    assertEquals(List.of("1:3 error[wrong-type] this source has no 'id' | add id: and a short key to cite it by"), problems("- {title: T}\n- id: b\n"));
    assertEquals(List.of("2:7 error[duplicate-key] the key 'a' is already used in line 1 | give one of the two sources another key"), problems("- id: a\n- id: a\n- id: b\n"));
    assertEquals("a@1:7 b@3:7", keys(read("- id: a\n- id: a\n- id: b\n")));
    assertEquals("b@2:7", keys(read("- [x]\n- id: b\n")));
    assertEquals("b@2:7", keys(read("- {id: [x]}\n- id: b\n")));
    assertEquals(100, problems("- x\n".repeat(120)).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "book | book |", "inproceedings | paper-conference |", "'' | document | use webpage, article-newspaper, article-journal, book, report, dataset or document",
        "boook | document | did you mean 'book'?", "[book] | document | use webpage, article-newspaper, article-journal, book, report, dataset or document"
      })
  void aTypeIsOneOfCslOrOfBibtex(String written, String type, String hint) {
    ReadEntries read = read("- {id: a, type: " + (written.isEmpty() ? "''" : written) + "}\n");
    assertEquals(type, read.entries().getFirst().type());
    assertEquals(hint == null ? List.of() : List.of(hint), read.problems().stream().map(p -> p.hint()).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "'Smith, John' | John/Smith//", "Reuters | =Reuters", "'A, B, C' | =A, B, C", "', x' | =, x", "{family: Berg, given: Jan, non-dropping-particle: van der} | Jan/Berg/van der/",
        "{family: Berg, dropping-particle: de, suffix: Jr.} | /Berg/de/Jr.", "{literal: OECD, family: x} | =OECD", "{name: IEA} | =IEA", "[{family: Kim, given: A}, {literal: B}] | A/Kim// =B",
        "[] | ", "~ | ", "' ' | ", "{given: ''} | ", "{family: ~, given: Plato} | =Plato"
      })
  void aNameIsAPersonOrStandsAsItIs(String written, String read) {
    String names =
        one("author: " + written).names().getOrDefault("author", List.of()).stream()
            .map(name -> name.literal().isEmpty() ? String.join("/", name.given(), name.family(), name.particle(), name.suffix()) : "=" + name.literal())
            .collect(Collectors.joining(" "));
    assertEquals(read == null ? "" : read, names);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-05-01 | 2026-05-01", "2026 | 2026", "spring | spring", "[[2026, 5, 1]] | 2026-05-01", "[[2026, 5], [2026, 6]] | 2026-05/2026-06", "[2026, 5] | 2026-05",
        "{date-parts: [[2026, 5, 1]]} | 2026-05-01", "{date-parts: 2026, raw: 2026-05} | 2026-05", "{literal: 'about 2026'} | about 2026", "{year: 2026} | 2026", "{year: 2026, month: 5} | 2026-05",
        "{year: 2026, month: 5, day: 1} | 2026-05-01", "{month: 5} | ", "~ | ", "' ' | ", "[] | ", "[[]] | ", "{raw: '', literal: 2026-07} | 2026-07"
      })
  void aDateIsWrittenPlainlyOrInPartsOrByItsNames(String written, String date) {
    assertEquals(date == null ? "" : date, one("issued: " + written).issued().map(PartialDate::toString).orElse(""));
  }

  @Test
  void shortNamesStandForCslsAndEverythingElseIsText() {
    SourceEntry entry = one("url: https://x.org/, doi: 10.1/x, isbn: 3, date: 2026, urldate: 2026-01-02, volume: 7, page: ' 1-2 ', empty: ~, list: [x]");
    assertEquals("{DOI=10.1/x, ISBN=3, URL=https://x.org/, page=1-2, volume=7}", entry.texts().toString());
    assertEquals("{accessed=2026-01-02, issued=2026}", entry.dates().toString());
    assertTrue(entry.names().isEmpty());
  }
}
