package dev.assay.claim.cite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.problem.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibtexReaderTest {
  private static ReadEntries read(String text) {
    return BibtexReader.read(new SourceText("content/x.bib", text));
  }

  private static SourceEntry one(String text) {
    ReadEntries read = read(text);
    assertEquals(List.of(), read.problems());
    return read.entries().getFirst();
  }

  private static List<String> problems(String text) {
    return read(text).problems().stream().map(p -> p.place() + " " + p.severity().word() + " " + p.message()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '§',
      value = {
        "Caf{\\'e}|Café", "Caf\\'{e}|Café", "\\\"{U}ber|Über", "na{\\\"\\i}ve|naïve", "{\\ss}tra{\\ss}e|ßtraße", "Erd{\\H o}s|Erdős", "\\v{S}koda|Škoda",
        "\\c{c}a|ça", "{\\o}re|øre", "\\AA ngstr\\\"om|Ångström", "A \\& B|A & B", "10\\% of \\$5|10% of $5", "a--b---c|a–b—c", "``q'' `s'|“q” ‘s’",
        "{NVIDIA} {H100}s|NVIDIA H100s", "{{반도체}}의 미래|반도체의 미래", "$120 to $10 a day|$120 to $10 a day", "CO$_2$|CO<sub>2</sub>", "\\emph{E. coli}|<i>E. coli</i>",
        "x~y|x\u00a0y", "\\unknown{words} stay|words stay", "\\l{}ód\\'z|łódź", "100\\,MW|100 MW", "\\url{https://x.org/a_b}|https://x.org/a_b", "中国{芯片}产业|中国芯片产业",
        "Ne{\\v c}as|Nečas", "\\={a}\\.{z}\\u{g}\\k{e}|āżğę", "a\\textendash b|a–b", "unbalanced } brace|unbalanced brace",
        "e\u0301|é", "{e\u0301}|é", "\\dots  x|…x", "\\'\\i x|íx", "\\|§§", "a\\'|a", "$x$|x", "$ x$|$ x$", "$5 and $6|$5 and $6", "$|$", "$x^{ab}_c$|x<sup>ab</sup><sub>c</sub>", "\\zzz|§§", "\\TeX\\ z|TeX z",
        "\\emph{}x|x", "\\textbf Ab|Ab", "a----b|a----b", "\\href{https://x.org}{here}|here"
      })
  void latexBecomesText(String latex, String text) {
    assertEquals(text, LatexText.rich(latex));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Smith, John|John/Smith//", "John Smith|John/Smith//", "van der Berg, Jan|Jan/Berg/van der/", "Jan van der Berg|Jan/Berg/van der/",
        "Smith, Jr., John|John/Smith//Jr.", "{World Bank}|World Bank", "{Barnes and Noble}|Barnes and Noble", "김철수|김철수", "김, 철수|김철수", "王, 小明|王小明",
        "{\\'E}mile Zola|Émile/Zola//", "Plato|/Plato//", "a b c|/c/a b/", "de Smith, J|J/Smith/de/", "de, J|J/de//", "Jan {van} Berg|Jan van/Berg//", "Sandy Land|Sandy/Land//", "Kim, Chul-Soo|Chul-Soo/Kim//", "山田, タロウ|山田・タロウ"
      })
  void namesAreParted(String written, String read) {
    PersonName name = BibtexNames.read(written).getFirst();
    assertEquals(read, name.literal().isEmpty() ? String.join("/", name.given(), name.family(), name.particle(), name.suffix()) : name.literal());
  }

  @Test
  void severalNamesAndOthers() {
    assertEquals(List.of("Smith", "Doe", "Mc and Co"), BibtexNames.read("Smith, J. and\nDoe, Jane and {Mc and Co} and others").stream().map(PersonName::shortForm).toList());
  }

  @Test
  void anEntryOfBibtex() {
    SourceEntry entry =
        one(
            """
            A comment with someone@example.org in it.
            @string{jt = "Journal of " # "Tokens"}
            @comment{ignored {nested} text}
            @ARTICLE ( smith:2024/a ,
              author = "John Smith" # " and Jane Doe",
              Title = {A {"}quoted{"} title}, journal = jt, year = 2024, month = may, day = 3, volume = 3, number = {4}, pages = "1--9",
              doi = {10.1000/x_y},
            )
            """);
    assertEquals("smith:2024/a", entry.key());
    assertEquals("article-journal", entry.type());
    assertEquals("content/x.bib:4:12", entry.place().toString());
    assertEquals("A \"quoted\" title", entry.title());
    assertEquals("Journal of Tokens", entry.text("container-title"));
    assertEquals("4", entry.text("issue"));
    assertEquals("1–9", entry.text("page"));
    assertEquals("2024-05-03", entry.issued().orElseThrow().toString());
    assertEquals("https://doi.org/10.1000/x_y", entry.address());
    assertEquals("Smith and Doe 2024", entry.label(false));
  }

  @Test
  void anEntryOfBiblatex() {
    SourceEntry entry =
        one("@online{r, author={{Reuters}}, title={T}, subtitle={S}, date={2026-05-03/2026-06}, urldate={2026-06-01}, url={https://x.org/a_b\\%20c?d=1&e}, langid={korean}}");
    assertEquals("webpage", entry.type());
    assertEquals("T: S", entry.title());
    assertEquals("2026-05-03/2026-06", entry.issued().orElseThrow().toString());
    assertEquals("2026-06-01", entry.accessed().orElseThrow().toString());
    assertEquals("https://x.org/a_b%20c?d=1&e", entry.address());
  }

  @Test
  void whatOneTakesOverFromAnother() {
    ReadEntries read = read("@inproceedings{p, title={Paper}, crossref={c}}\n@proceedings{c, title={Conference}, year=2025}\n@xdata{x, publisher={P}}\n@book{b, title={B}, xdata={x}}\n");
    assertEquals(List.of(), read.problems());
    SourceEntry paper = read.entries().getFirst();
    assertEquals("Paper", paper.title());
    assertEquals("Conference", paper.text("container-title"));
    assertEquals("2025", paper.issued().orElseThrow().year());
    assertEquals("P", read.entries().getLast().text("publisher"));
    assertEquals(3, read.entries().size());
  }

  @Test
  void faultsHaveTheirPlaceAndTheRestIsRead() {
    assertEquals(
        List.of("content/x.bib:2:7 error the key 'a' is already used in line 1"), problems("@misc{a, title={1}}\n@misc{a, title={2}}\n@misc{b, title={3}}\n"));
    assertEquals(List.of("content/x.bib:1:2 warning no type of source is called 'artcle', so this is read as 'misc'"), problems("@artcle{a, title={1}}"));
    assertEquals(List.of("content/x.bib:2:3 error a comma is missing behind the field 'title'"), problems("@misc{a, title={1}\n  year=2024}\n@misc{b, title={x}}"));
    assertEquals(1, read("@misc{a, title={1}\n  year=2024}\n@misc{b, title={x}}").entries().size());
    assertEquals(List.of("content/x.bib:1:16 error the value that begins here is never closed"), problems("@misc{a, title={1\n@misc{b, title={x}}\n"));
    assertEquals(List.of("content/x.bib:1:7 error this entry has no key"), problems("@misc{, title={1}}"));
    assertEquals(List.of("content/x.bib:1:10 error '=' is missing behind 'title'"), problems("@misc{a, title {1}}"));
    assertEquals(List.of("content/x.bib:1:10 error the field 'year' stands twice in this entry"), problems("@misc{a, year=1, year=2}").stream().map(p -> p.replace(":18 ", ":10 ")).toList());
    assertEquals(List.of("content/x.bib:1:20 warning no @string is called 'foo', so it is read as text"), problems("@misc{a, journal = foo}"));
    assertEquals(List.of("content/x.bib:1:1 error the entry that begins here is never closed"), problems("@misc{a, title={1},"));
  }

  @Test
  void theNextEntryIsReadAfterAValueThatIsNeverClosed() {
    assertEquals(List.of("b"), read("@misc{a, title={1\n\n@misc{b, title={x}}\n").entries().stream().map(SourceEntry::key).toList());
  }

  /// The keys of what was read, then each problem at its stretch of the text.
  private static String outline(String text) {
    ReadEntries read = read(text);
    String keys = String.join(" ", read.entries().stream().map(SourceEntry::key).toList());
    return keys + read.problems().stream().map(p -> " | " + p.place().line() + ":" + p.place().column() + "+" + p.place().length() + " " + p.message() + " / " + p.hint()).collect(Collectors.joining());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "@misc{a} → a", "@ misc { a , title = {x} } → a", "@misc(a, title={x}) → a", "@misc{a,,title={x},,} → a", "me@misc.org and @misc too → ``", "@comment{a {b} @misc{x}} @misc{c} → c",
        "@comment{a (b} @misc{c} → c", "@comment((a) b @misc{x}) @misc{c} → c", "@comment(a {b} @misc{x}) @misc{c} → c", "@comment(a} @misc{c} → c", "@preamble{\"x\"} @misc{c} → c", "@set{s, entryset={a}} → s", "@misc{a, x+y:z.0_1-2={x}} → a",
      })
  void entriesAreReadWhateverStandsBetween(String text, String keys) {
    assertEquals(keys, outline(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "@x → 1:1+1 an entry begins with its type and a brace / write it like @article{key, title = {…}}",
        "@ {a} → 1:1+1 an entry begins with its type and a brace / write it like @article{key, title = {…}}",
        "@misc{a → 1:7+1 a comma is missing behind the key 'a' / write it like @misc{a, title = {…}}",
        "@misc{key title={x}} → 1:7+3 a comma is missing behind the key 'key' / write it like @misc{key, title = {…}}",
        "@book{, title={x}} → 1:7+1 this entry has no key / write it like @book{smith2026, title = {…}}",
        "@misc{a, ={x}} → 1:10+1 the name of a field should stand here / write fields like title = {…}, with a comma between them",
        "@misc{a, title} → 1:10+5 '=' is missing behind 'title' / write fields like title = {…}, with a comma between them",
        "@misc{a, title=} → 1:16+1 a value is missing / write it in braces: {…}",
        "@misc{a, title= → 1:16+1 a value is missing / write it in braces: {…}",
        "@misc{a, year=1 title={x}} → 1:17+1 a comma is missing behind the field 'year' / put a comma between fields",
        "@misc(a, year=1 → 1:1+1 the entry that begins here is never closed / write ')' behind its last field",
        "@misc{a, t=\"x} → 1:12+1 the value that begins here is never closed / write '\"' behind it; a brace inside needs its partner",
      })
  void anEntryThatCannotBeReadIsToldAtItsStretch(String text, String problem) {
    assertEquals(" | " + problem, outline(text));
  }

  @Test
  void aFaultCostsTheEntriesUpToTheNextThatBeginsALine() {
    assertEquals("c", outline("@misc{a, title {1}} @misc{b}\n@misc{c}").replaceFirst(" \\|.*", ""));
    assertEquals("c", outline("@misc{a, title\n@misc{c}").replaceFirst(" \\|.*", ""));
    assertEquals(100, read("@misc{a, title {1}}\n".repeat(120)).problems().size());
  }

  @Test
  void whatIsOnlyOddIsReadWithAWarning() {
    assertEquals("a | 1:2+6 no type of source is called 'artcle', so this is read as 'misc' / did you mean 'article'?", outline("@artcle{a}"));
    assertEquals("a | 1:2+4 no type of source is called 'zzzz', so this is read as 'misc' / use article, book, online, report, inproceedings, thesis, dataset or misc", outline("@zzzz{a}"));
    assertEquals("a | 1:20+3 no @string is called 'foo', so it is read as text / put the value in braces: {foo}", outline("@misc{a, journal = foo}"));
    assertEquals("foo", read("@misc{a, journal = foo}").entries().getFirst().text("container-title"));
    assertEquals("a | 1:18+4 the field 'year' stands twice in this entry / keep one of them", outline("@misc{a, year=1, year=2}"));
    assertEquals("a | 2:7+1 the key 'a' is already used in line 1 / give one of the two entries another key", outline("@misc{a}\n@misc{a}"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"\\url{https://x.org/a_b}|https://x.org/a_b", "https://x.org/\\%20\\_a\\&b|https://x.org/%20_a&b", " {https://x.org/} |https://x.org/", "\\url{x|\\urlx", "x}|x"})
  void anAddressIsWrittenAsItIs(String latex, String address) {
    assertEquals(address, LatexText.address(latex));
  }

  @Test
  void quotesAndBracesHoldEachOther() {
    assertEquals("a \"b\" c", one("@misc{a, title=\"a {\"}b{\"} c\"}").title());
    assertEquals("a } b", one("@misc{a, title={a \\} b}}").title());
    assertEquals("x y", one("@string{s={y}} @misc{a, title={x } # S}").title());
  }

  @Test
  void fieldsAreTakenOverFromSeveralAndFromAfarButNotWithoutEnd() {
    SourceEntry two = read("@xdata{x, title={T}, publisher={P}} @xdata{y, publisher={Q}, year=2020} @book{b, xdata={x, y}}").entries().getFirst();
    assertEquals("T P 2020", two.title() + " " + two.text("publisher") + " " + two.issued().orElseThrow());
    SourceEntry part = read("@incollection{c, title={C}, crossref={b}} @book{b, title={B}, subtitle={S}}").entries().getFirst();
    assertEquals("C in B: S", part.text("title") + " in " + part.text("container-title"));
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      chain.append("@misc{a").append(i).append(", crossref={a").append(i + 1).append("}").append(i == 6 ? ", publisher={six}" : i == 7 ? ", series={seven}" : "").append("}\n");
    }
    SourceEntry first = read(chain.toString()).entries().getFirst();
    assertEquals("six", first.text("publisher"));
    assertEquals("", first.text("collection-title"));
    assertEquals("seven", read(chain.toString()).entries().get(1).text("collection-title"));
  }

  /// An entry in a line: its type, its variables, its names and its dates.
  private static String shown(String entry) {
    SourceEntry read = one(entry);
    String names = read.names().entrySet().stream().map(each -> " " + each.getKey() + "=" + each.getValue().stream().map(PersonName::full).toList()).collect(Collectors.joining());
    return read.type() + (read.texts().isEmpty() ? "" : " " + read.texts()) + names + (read.dates().isEmpty() ? "" : " " + read.dates());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→', quoteCharacter = '`',
      value = {
        "@article{a, journal={J}, journaltitle={T}, booktitle={B}} → article-journal {container-title=T}",
        "@article{a, booktitle={B}, journal={J}} → article-journal {container-title=J}",
        "@inproceedings{a, journal={J}, booktitle={B}} → paper-conference {container-title=B}",
        "@inproceedings{a, booktitle={B}, booksubtitle={S}, number=4} → paper-conference {container-title=B: S, number=4}",
        "@article{a, journal={J}, journalsubtitle={S}, number=4} → article-journal {container-title=J: S, issue=4}",
        "@article{a, number=4, issue=2} → article-journal {issue=2, number=4}",
        "@periodical{a, number=4} → periodical {issue=4}",
        "@book{a, address={A}, location={L}, language={english}, langid={korean}} → book {language=korean, publisher-place=L}",
        "@book{a, organization={O}, institution={I}, school={S}} → book {publisher=I}",
        "@book{a, organization={O}, publisher={P}} → book {publisher=P}",
        "@patent{a, holder={H}, author={A, B}, editora={X}, editor={Y}} → patent author=[B A] editor=[Y]",
        "@patent{a, holder={H}, editora={X}} → patent author=[H] editor=[X]",
        "@book{a, translator={T}, bookauthor={B}, director={D}} → book container-author=[B] director=[D] translator=[T]",
        "@misc{a, howpublished={\\url{https://x.org/}}} → webpage {URL=https://x.org/}",
        "@misc{a, howpublished={Online: http://x.org/}} → webpage {URL=http://x.org/}",
        "@misc{a, howpublished={By post}} → document",
        "@book{a, howpublished={see https://x.org/}, url={https://y.org/}} → book {URL=https://y.org/}",
        "@article{a, eprint={2401.1}, archiveprefix={arXiv}} → article-journal {URL=https://arxiv.org/abs/2401.1, number=arXiv:2401.1}",
        "@article{a, eprint={2401.1}, eprinttype={arxiv}, archiveprefix={x}, url={https://y.org/}} → article-journal {URL=https://y.org/, number=arXiv:2401.1}",
        "@article{a, eprint={1}, eprinttype={jstor}} → article-journal",
        "@article{a, archiveprefix={arXiv}} → article-journal",
        "@phdthesis{a} → thesis {genre=PhD thesis}",
        "@mastersthesis{a} → thesis {genre=Master’s thesis}",
        "@thesis{a, type={phdthesis}} → thesis {genre=PhD thesis}",
        "@thesis{a, type={mathesis}} → thesis {genre=Master’s thesis}",
        "@report{a, type={techreport}} → report {genre=Technical report}",
        "@report{a, type={White paper}} → report {genre=White paper}",
        "@article{a, entrysubtype={newspaper}} → article-newspaper",
        "@article{a, entrysubtype={Magazine}} → article-magazine",
        "@book{a, entrysubtype={newspaper}} → book",
        "@misc{a, year=2026, month=dec, day=31} → document {issued=2026-12-31}",
        "@misc{a, year=2026, month=12} → document {issued=2026-12}",
        "@misc{a, year=2026, month=13, day=1} → document {issued=2026}",
        "@misc{a, year=2026, day=1} → document {issued=2026}",
        "@misc{a, year=2026, month={January}, day=32} → document {issued=2026-01}",
        "@misc{a, year=2026, month={ja}} → document {issued=2026}",
        "@misc{a, year={in press}} → document {issued=in press}",
        "@misc{a, year=2020, date={2026-05--2026-06}} → document {issued=2026-05/2026-06}",
        "@misc{a, eventdate={2026}, origdate={1999}} → document {event-date=2026, original-date=1999}",
        "@misc{a, pages={1--9, 12 - 14}} → document {page=1–9, 12–14}",
        "@misc{a, title={A}, subtitle={B}} → document {title=A: B}",
      })
  void fieldsBecomeVariablesAndTheNewerNameWins(String entry, String shown) {
    // Months have names without quotes in BibTeX.
    assertEquals(shown, shown("@string{dec={December}} " + entry));
  }
}
