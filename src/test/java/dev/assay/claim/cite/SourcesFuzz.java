package dev.assay.claim.cite;

import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.ParsedValue;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Bibliographies and citations: each key once, places that the file has, no word of a citation lost.
public final class SourcesFuzz implements FuzzTarget {
  private static final List<String> TOKENS =
      List.of(
          "@article{", "@book(", "@misc{", "@string{", "@comment{", "@preamble{", "@xdata{", "key", ",\n", "title", " = ", "{", "}", "\"", "(", ")", "author = {", "Smith, John and Kim, Chul-Soo", " and others", "van der ", "{World Bank}", "date = {2026-05}", "year = 2026", "month = jan",
          "url = {https://x.org/a_b}", "doi = {10.1/x}", "crossref = {key}", "xdata = {key}", "pages = {1--2}", "journal = {J}", "#", "\\'e", "\\\"{U}", "\\emph{", "\\textbf{", "\\v{S}", "\\ss", "\\&", "\\%", "\\", "$CO_2$", "$", "--", "---", "``", "''", "~", "\\url{", "\\href{", "\n", " ", "가",
          "김철수", "\ud83d\ude00", "\u0301", "[{\"id\": \"a\", \"type\": \"book\", ", "\"title\": \"T\"", "\"issued\": {\"date-parts\": [[2026, 5]]}", "\"author\": [{\"family\": \"Kim\", \"given\": \"C\"}]", "}]", "references:\n", "- id: a\n", "  title: T\n", "  author: Smith, J\n", "  issued: 2026-05\n", "a:\n", "[@smith2026, p. 4]", "[see @a; -@b, 3장]", "@smith2026",
          "@{a b}", "[", "]", ";", "-@", "p. 4-5", "chap. 2", "제3장", "12쪽", ", ", ".", ":", "2026/2027", "~2026", "2026-13", "n.d.", "-500");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    all.add(FuzzTarget.seed(0, "@article{smith2026,\n  title = {A {GPU} \\'etude of \\emph{cost} -- $CO_2$},\n  author = {Smith, John and van der Berg, Jan and {World Bank} and others},\n  date = {2026-05-01/2026-06},\n  url = \"https://x.org/a_b\" # x,\n crossref = {b}\n}\n@string{x = \"y\"}\n@book(b, title={B}, year=2020, month=jan)\n"));
    all.add(FuzzTarget.seed(1, "[{\"id\": \"a\", \"type\": \"article-journal\", \"title\": \"T\", \"author\": [{\"family\": \"Kim\", \"given\": \"C\"}, {\"literal\": \"OECD\"}], \"issued\": {\"date-parts\": [[2026, 5, 1]]}, \"URL\": \"https://x.org\"}]"));
    all.add(FuzzTarget.seed(2, "references:\n- id: a\n  type: book\n  title: T\n  author: Smith, John\n  issued: 2026-05\nb: {title: U, date: 2026}\n"));
    for (String citation : List.of("[see @smith2026, p. 4; -@{a b}, chap. 2 there]", "@smith2026에 따르면", "@smith2026 [p. 5]", "[@a, 12쪽; @b, 제3장]")) {
      all.add(FuzzTarget.seed(3, citation));
    }
    all.add(FuzzTarget.seed(4, "Caf{\\'e} \\emph{E. coli} $CO_2$ ``q'' --- \\v{S}koda {{반도체}} \\url{https://x.org}"));
    all.add(FuzzTarget.seed(5, "Smith, Jr., John and van der Berg, Jan and {A and B} and others"));
    all.add(FuzzTarget.seed(6, "2026-05-01/2026-06"));
    all.add(FuzzTarget.seed(0x80, new byte[] {0, 7, 8, 9, 10, 11, 33, 12, 8, 16, 17, 12, 12}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    switch (FuzzTarget.way(data) & 7) {
      case 0, 7 -> entries(new SourceText("content/x.bib", text), BibtexReader.read(new SourceText("content/x.bib", text)));
      case 1 -> items(new SourceText("content/x.json", text));
      case 2 -> items(new SourceText("content/x.yaml", text));
      case 3 -> citations(text);
      case 4 -> {
        LatexText.plain(text);
        String rich = LatexText.rich(text);
        FuzzTarget.require(!rich.toLowerCase(java.util.Locale.ROOT).matches("(?s).*<(?!/?(?:i|b|sup|sub|span)\\b)[a-z]+.*") || text.indexOf('<') >= 0 || text.contains("\\textless"), text, "markup of its own: " + rich);
      }
      case 5 -> BibtexNames.read(text).forEach(name -> FuzzTarget.require(!name.full().isBlank(), text, "a name without letters"));
      default -> PartialDate.read(text);
    }
  }

  private static void items(SourceText source) {
    ParsedValue parsed = DataReader.read(source);
    FuzzTarget.places(source, parsed.problems());
    parsed.value().ifPresent(value -> entries(source, CslItems.read(value)));
  }

  private static void entries(SourceText source, ReadEntries read) {
    Set<String> keys = new HashSet<>();
    for (Problem problem : read.problems()) {
      FuzzTarget.place(source, problem.place());
    }
    for (SourceEntry entry : read.entries()) {
      FuzzTarget.require(keys.add(entry.key()) && !entry.key().isBlank(), source.text(), "the key '" + entry.key() + "' twice, or none");
      FuzzTarget.place(source, entry.place());
      CslJson.item(entry, "");
    }
  }

  private static void citations(String text) {
    for (int at = 0; at < text.length(); at++) {
      int from = at;
      (text.charAt(at) == '[' ? CitationText.inBrackets(text, at) : text.charAt(at) == '@' ? CitationText.inText(text, at) : java.util.Optional.<CitationText.Found>empty())
          .ifPresent(found -> {
            FuzzTarget.require(found.end() > from && found.end() <= text.length() && !found.citation().cites().isEmpty(), text, "a citation from " + from + " to " + found.end());
            String written = text.substring(from, found.end());
            FuzzTarget.require(CitationText.read(written).equals(found.citation()), text, "read otherwise alone: " + written);
            found.citation().cites().forEach(cite -> FuzzTarget.require(written.contains(cite.key()), text, "a key that is not there: " + cite.key()));
          });
    }
  }
}
