package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.problem.Place;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is known of a source: who made it, when, where it can be read, and what it is called for short.
class SourceEntryTest {
  private static SourceEntry entry(Map<String, String> texts, Map<String, List<PersonName>> names, Map<String, PartialDate> dates) {
    return new SourceEntry("key", "document", texts, names, dates, Place.ofFile("b.bib"));
  }

  private static final List<PersonName> TWO = List.of(PersonName.of("Smith", "J.", "", ""), PersonName.of("Dijk", "E.", "van", ""));

  @Test
  void aTitleIsReadWithoutItsMarkupAndTheKeyStandsForNone() {
    assertEquals("E. coli", entry(Map.of("title", "<i>E. coli</i>"), Map.of(), Map.of()).title());
    assertEquals("key", entry(Map.of(), Map.of(), Map.of()).title());
    assertEquals("key", entry(Map.of("title", "<i></i>"), Map.of(), Map.of()).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://x.org/ | 10.1/a | https://x.org/", "http://x.org/ | | http://x.org/", "ftp://x.org/ | 10.1/a | https://doi.org/10.1/a", "| https://doi.org/10.1/a | https://doi.org/10.1/a",
        "| http://dx.doi.org/10.1/a | https://doi.org/10.1/a", "| DOI: 10.1/a | https://doi.org/10.1/a", "| 10.1/a<b> c\"d | https://doi.org/10.1/a%3Cb%3E%20c%22d", "javascript:x | | "
      })
  void itIsReadAtItsAddressOrAtThatOfItsDoi(String url, String doi, String address) {
    SourceEntry entry = entry(Map.of("URL", url == null ? "" : url, "DOI", doi == null ? "" : doi), Map.of(), Map.of());
    assertEquals(address == null ? "" : address, entry.address());
  }

  @Test
  void whoStandsForItIsTheFirstRoleThatSomebodyHas() {
    List<PersonName> one = List.of(PersonName.literal("A"));
    assertEquals(TWO, entry(Map.of("publisher", "P"), Map.of("author", TWO, "editor", one), Map.of()).makers());
    assertEquals(one, entry(Map.of("publisher", "P"), Map.of("editor", one, "translator", TWO), Map.of()).makers());
    assertEquals(one, entry(Map.of(), Map.of("author", List.of(), "director", one), Map.of()).makers());
    assertEquals(TWO, entry(Map.of(), Map.of("translator", TWO, "illustrator", one), Map.of()).makers());
    assertEquals(List.of(PersonName.literal("P")), entry(Map.of("publisher", "P", "container-title", "<i>C</i>"), Map.of(), Map.of()).makers());
    assertEquals(List.of(PersonName.literal("C")), entry(Map.of("container-title", "<i>C</i>"), Map.of(), Map.of()).makers());
    assertEquals(List.of(), entry(Map.of(), Map.of(), Map.of()).makers());
  }

  @Test
  void itsLabelIsWhoAndWhenOrItsTitle() {
    Map<String, PartialDate> dated = Map.of("issued", PartialDate.of(2026, 5, 0));
    assertEquals("Smith and van Dijk 2026", entry(Map.of(), Map.of("author", TWO), dated).label(false));
    assertEquals("Smith·van Dijk 2026", entry(Map.of(), Map.of("author", TWO), dated).label(true));
    assertEquals("Smith", entry(Map.of(), Map.of("author", TWO.subList(0, 1)), Map.of()).label(false));
    assertEquals("T 2026", entry(Map.of("title", "T"), Map.of(), dated).label(false));
    List<PersonName> three = List.of(TWO.getFirst(), TWO.getLast(), TWO.getFirst());
    assertEquals("Smith et al.", entry(Map.of(), Map.of("author", three), Map.of()).label(false));
    assertEquals("Smith 외", entry(Map.of(), Map.of("author", three), Map.of()).label(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jan van der Berg | Jan van der Berg | Berg", "John A. Smith | John A. Smith | Smith", "Plato | =Plato |", "김철수 | =김철수 |", "The Power Desk | =The Power Desk |", "Desk, Inc. | =Desk, Inc. |",
        "Site Name | =Site Name |", "a b c d e f g | =a b c d e f g |", "anna smith | =anna smith |", "R2 D2 | =R2 D2 |", "Kim 철 | =Kim 철 |", "Jean-Luc O’Neil | Jean-Luc O’Neil | O’Neil", "Ann B C D E F | Ann B C D E F | F",
        "Research Smith | =Research Smith |"
      })
  void whoSignsIsAPersonWhereTheNameLooksLikeOne(String written, String full, String family) {
    PersonName name = PersonName.signed(written, "Site Name");
    assertEquals(full, name.literal().isEmpty() ? name.full() : "=" + name.literal());
    assertEquals(family == null ? "" : family, name.family());
  }

  @ParameterizedTest
  @CsvSource({"Plato, false", "Jan van der Berg, false", "The Power Desk, true", "Site Name, true", "김철수, false", "김 철수, false", "전력 연구소 편집부, true", "anna smith, true", "site, false"})
  void aBodyIsToldFromAPerson(String name, boolean body) {
    assertEquals(body, PersonName.isBody(name, "Site Name"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026 | 2026 | 2026", "2026-05 | 2026-05 | 2026", "2026-5-1 | 2026-05-01 | 2026", "2026/05/01 | 2026-05-01 | 2026", "2026-05-01T10:00 | 2026-05-01 | 2026", "-44 | -044 | -44", "2026~ | 2026 | 2026", "2026? | 2026 | 2026",
        "2026-05/2026-06 | 2026-05/2026-06 | 2026", "2026/.. | 2026 | 2026", "2026/ | 2026 | 2026", "2026/later | 2026/later | 2026/later", "later/2026 | later/2026 | later/2026", "/2026 | /2026 | /2026",
        "2026-13 | 2026-13 | 2026-13", "2026-00 | 2026-00 | 2026-00", "2026-02-29 | 2026-02-29 | 2026", "2026-02-30 | 2026-02-30 | 2026-02-30", "2026-12-31 | 2026-12-31 | 2026", "2026-05-00 | 2026-05-00 | 2026-05-00",
        "2026-04-31 | 2026-04-31 | 2026-04-31", "spring 2026 | spring 2026 | spring 2026"
      })
  void aDateIsADayAMonthAYearARangeOrWords(String written, String read, String year) {
    PartialDate date = PartialDate.read(written);
    assertEquals(read, date.toString());
    assertEquals(year, date.year());
    assertEquals(written.endsWith("~") || written.endsWith("?"), date.circa());
    assertEquals(date.from().isEmpty(), !date.literal().isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "', p. 4' | page | 4 | p. 4", "', pp. 4-6 and' | page | 4–6 | pp. 4–6", "', pp. iv -- vi' | page | iv–vi | pp. iv–vi", "', Chap. 2' | chapter | 2 | ch. 2", "', § 3.2' | section | 3.2 | § 3.2", "', ¶ 3' | paragraph | 3 | ¶ 3",
        "', fig. 2a' | figure | 2a | fig. 2a", "', vol. 3' | volume | 3 | vol. 3", "', no. 7' | issue | 7 | no. 7", "', ll. 3, 5' | line | 3, 5 | line 3, 5", "', 12' | page | 12 | p. 12", "', 12-15' | page | 12–15 | pp. 12–15",
        "' 제 3 장' | chapter | 3 | ch. 3", "' 4~6쪽' | page | 4–6 | pp. 4–6", "' 2절' | section | 2 | § 2", "' 2항' | section | 2 | § 2", "' 2권' | volume | 2 | vol. 2", "' 2호' | issue | 2 | no. 2", "' 2행' | line | 2 | line 2", "' 2단락' | paragraph | 2 | ¶ 2",
        "' 2면' | page | 2 | p. 2", "', p. A4' | page | A4 | pp. A4"
      })
  void aLocatorSaysWhereInASource(String text, String label, String value, String shown) {
    Locator locator = Locator.at(text).orElseThrow().locator();
    assertEquals(new Locator(label, value), locator);
    assertEquals(shown, locator.shown());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"' and on'", "', said 4'", "', 4th'", "' 12'", "', p. x4'", "''", "', p.'"})
  void otherWordsAreNone(String text) {
    assertEquals("", Locator.at(text).map(found -> found.locator().toString()).orElse(""));
    assertEquals("", Locator.NONE.shown());
  }
}
