package dev.assay.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Notes made to hang or overflow whatever reads them, each in any size. The first families are those of cmark's and
/// commonmark-java's pathological tests; the others aim at what notes have beyond Markdown.
public final class HostileNotes {
  private static final String HEAD = "---\ntitle: Hostile\ndate: 2026-05-01\n---\n\n";

  private final List<Hostile> all = new ArrayList<>();

  /// One family of texts.
  ///
  /// @param text a whole note of a size: twice the size is twice the text
  public record Hostile(String name, IntFunction<String> text) {
    @Override
    public String toString() {
      return name;
    }
  }

  private HostileNotes() {}

  /// All families.
  public static List<Hostile> all() {
    HostileNotes notes = new HostileNotes();
    notes.emphasis();
    notes.links();
    notes.references();
    notes.nesting();
    notes.blocks();
    notes.rawHtml();
    notes.characters();
    notes.tables();
    notes.claims();
    notes.directives();
    notes.writing();
    notes.heads();
    return List.copyOf(notes.all);
  }

  /// The text of a family below its head, for those who read no heads.
  public static String body(String note) {
    return note.startsWith(HEAD) ? note.substring(HEAD.length()) : note;
  }

  private void add(String name, IntFunction<String> body) {
    all.add(new Hostile(name, size -> HEAD + body.apply(size)));
  }

  private void head(String name, IntFunction<String> note) {
    all.add(new Hostile(name, note));
  }

  private void emphasis() {
    add("a**b and c*", k -> "a**b".repeat(1250 * k) + "c* ".repeat(1250 * k));
    add("a line of stars", k -> "*".repeat(830 * k));
    add("stars around a word", k -> "*".repeat(1250 * k) + "a" + "*".repeat(1250 * k));
    add("strong openers", k -> "**x ".repeat(1500 * k));
    add("strong closers", k -> "x** ".repeat(1500 * k));
    add("underscore openers", k -> "_a ".repeat(2000 * k));
    add("openers of both marks that nothing closes", k -> "*a_ ".repeat(1500 * k));
    add("mixed openers and closers", k -> "*a _b ".repeat(750 * k) + "b_ a* ".repeat(750 * k));
    add("triple openers", k -> "***a ".repeat(750 * k) + "b*** ".repeat(750 * k));
    add("runs whose lengths add up to threes", k -> "a***b**c*d ".repeat(600 * k));
    add("emphasis and links crossing", k -> "*a [b*](c) ".repeat(600 * k));
    add("tildes", k -> "~a".repeat(3000 * k));
    add("double tildes", k -> "~~a".repeat(2000 * k));
    add("carets", k -> "^a ".repeat(2000 * k));
    add("runs of tildes of rising length", k -> many(65 * k, i -> "e" + "~".repeat(i % 90 + 1)));
  }

  private void links() {
    add("inline formulas in an open bracket", k -> "[" + "a \\( x \\) ".repeat(600 * k));
    add("formulas behind ][", k -> ("x ][" + "\\(a\\)".repeat(24)).repeat(50 * k));
    add("escaped brackets", k -> ("[" + "\\[".repeat(1000 * k)).repeat(3));
    add("opening links", k -> "[](".repeat(2000 * k));
    add("opening links with words", k -> "[a](b".repeat(1250 * k));
    add("nested brackets", k -> "[".repeat(3000 * k) + "a" + "]".repeat(3000 * k));
    add("nested links", k -> "[".repeat(1250 * k) + "a" + "](b)".repeat(1250 * k));
    add("nested images", k -> "![".repeat(1250 * k) + "a" + "](b)".repeat(1250 * k));
    add("open images before links", k -> "![".repeat(750 * k) + "[a](b)".repeat(750 * k));
    add("closing brackets", k -> "a]".repeat(3000 * k));
    add("brackets and emphasis opened in turn", k -> "*[a ".repeat(1500 * k));
    add("open titles", k -> "[a](b \"".repeat(900 * k));
    add("open titles in single quotes and brackets", k -> "[a](b '".repeat(450 * k) + "[a](b (".repeat(450 * k));
    add("open angle addresses", k -> "[a](<b".repeat(1000 * k));
    add("parentheses", k -> "[a](" + "(".repeat(6000 * k));
    add("balanced parentheses", k -> "[a](" + "(".repeat(30) + "b".repeat(6000 * k) + ")".repeat(30) + ")");
    add("addresses glued together", k -> "http://".repeat(900 * k));
    add("mail addresses glued together", k -> "a@".repeat(3000 * k));
    add("mail addresses with long names", k -> ("a".repeat(600) + "@" + "b.".repeat(20)).repeat(18 * k));
    add("www addresses", k -> "www.".repeat(1500 * k));
    add("autolinks that nothing closes", k -> "<http://a".repeat(700 * k));
    add("an address full of parentheses", k -> "http://a.b/" + "(".repeat(3000 * k) + ")".repeat(3000 * k));
    add("an address full of entities", k -> "http://a.b/" + "&a;".repeat(2000 * k));
    add("an address with a long tail of signs", k -> ("http://a.b/" + "?!.,:".repeat(100) + " ").repeat(24 * k));
    add("links to places that the note lacks", k -> many(200 * k, i -> "[a](#b" + i + ") "));
    add("links to notes that the site lacks", k -> many(200 * k, i -> "[a](b" + i + ".md) "));
    add("links to one note", k -> "[a](y.md) ".repeat(500 * k));
    add("pictures with huge descriptions", k -> "![" + "words and *marks* ".repeat(300 * k) + "](y.md)\n\n");
    add("pictures that the site lacks", k -> many(150 * k, i -> "![a](b" + i + ".png)\n\n"));
  }

  private void references() {
    add("undefined references", k -> "[a][b]".repeat(1000 * k));
    add("many definitions", k -> many(400 * k, i -> "[a" + i + "]: x\n") + "\n" + many(400 * k, i -> "[a" + i + "] "));
    add("one definition again and again", k -> "[a]: x\n".repeat(850 * k) + "\n" + "[a] ".repeat(250 * k));
    add("labels nearly as long as they may be", k -> ("[" + "a".repeat(990) + "] ").repeat(12 * k) + "\n\n[" + "a".repeat(990) + "]: /x");
    add("labels that are too long", k -> "[" + "a ".repeat(3000 * k) + "]: x");
    add("open definition titles", k -> "[a]: x \"\n".repeat(650 * k));
    add("open labels", k -> "[a\n".repeat(2000 * k));
    add("many footnotes", k -> many(250 * k, i -> "x[^" + i + "] ") + "\n\n" + many(250 * k, i -> "[^" + i + "]: t\n\n"));
    add("one footnote marked often", k -> "x[^1] ".repeat(750 * k) + "\n\n[^1]: t");
    add("footnotes that mark one another", k -> "x[^0]\n\n" + many(150 * k, i -> "[^" + i + "]: t[^" + (i + 1) % (150 * k) + "]\n\n"));
    add("a footnote that marks itself", k -> "x[^1]\n\n[^1]: " + "t[^1] ".repeat(750 * k));
    add("open footnotes", k -> "[^".repeat(3000 * k));
    add("footnotes of one label", k -> "x[^1]\n\n" + "[^1]: t\n\n".repeat(400 * k));
    add("margin notes in one paragraph", k -> many(150 * k, i -> "a[^" + i + "] ") + "\n\n" + many(150 * k, i -> "[^" + i + "]: " + "w ".repeat(20) + "\n\n"));
  }

  private void nesting() {
    add("nested quotes", k -> "> ".repeat(488 * k) + "a");
    add("nested quotes without spaces", k -> ">".repeat(488 * k) + "a");
    add("a line of list marks", k -> "* ".repeat(216 * k));
    add("nested lists in a line", k -> "* ".repeat(216 * k) + "a");
    add("nested numbers", k -> "1. ".repeat(216 * k) + "a");
    add("lists nested line by line", k -> many(49 * k, i -> "  ".repeat(i) + "- a\n"));
    add("quotes and lists in turn", k -> "> - ".repeat(250 * k) + "a");
    add("blank lines in deep quotes", k -> ("> ".repeat(45) + "a\n\n").repeat(25 * k));
    add("deep quotes that go on lazily", k -> ("> ".repeat(45) + "a\n" + "b\n".repeat(50)).repeat(10 * k));
    add("deep lists again and again", k -> many(12 * k, j -> many(40, i -> "  ".repeat(i) + "- a\n") + "\n"));
    add("tabs and list marks", k -> "-\t".repeat(100 * k) + "a");
    add("items indented step by step", k -> many(60 * k, i -> " ".repeat(i) + "1. a\n"));
  }

  private void blocks() {
    add("a long quoted paragraph", k -> "> a\n".repeat(1500 * k));
    add("a paragraph underlined late", k -> "(a\n".repeat(2000 * k) + "---");
    add("lines that go on without marks", k -> "> a\n" + "b\n".repeat(3000 * k));
    add("list items", k -> "- a\n".repeat(750 * k));
    add("loose list items", k -> "- a\n\n".repeat(750 * k));
    add("empty list items", k -> "-\n".repeat(1500 * k));
    add("lists of changing marks", k -> "- a\n+ b\n".repeat(350 * k));
    add("numbered items that fall", k -> many(500 * k, i -> (99_999_999 - i) + ". a\n"));
    add("tasks", k -> "- [ ] a\n- [x] b\n".repeat(300 * k));
    add("fences", k -> "```\n".repeat(1500 * k));
    add("fences of rising length", k -> many(55 * k, i -> "`".repeat(i % 100 + 3) + "\n"));
    add("a fence with a huge language", k -> "```" + "a".repeat(6000 * k) + "\nx\n```\n");
    add("indented code", k -> "    a\n\n".repeat(1000 * k));
    add("code full of brackets", k -> "```json\n" + "[{(".repeat(2000 * k) + "\n```\n");
    add("code full of open strings", k -> "```python\n" + "\"a\n".repeat(1500 * k) + "```\n");
    add("code full of open comments", k -> "```c\n" + "/* \"".repeat(1500 * k) + "\n```\n");
    add("code in Markdown in code", k -> "````markdown\n" + "```\n*a* `b`\n".repeat(450 * k) + "````\n");
    add("equal headings", k -> "# a\n".repeat(600 * k));
    add("headings that take each other's ids", k -> many(250 * k, i -> "# a\n# a-" + i + "\n"));
    add("headings with one name", k -> "# a {#n}\n".repeat(400 * k));
    add("headings of falling levels", k -> many(600 * k, i -> "#".repeat(6 - i % 6) + " a" + i + "\n"));
    add("a heading full of signs", k -> "# " + "# ".repeat(3000 * k));
    add("a huge heading", k -> "# " + "word ".repeat(1250 * k));
    add("rules", k -> "---\n\n".repeat(1250 * k));
    add("nearly rules", k -> "* ".repeat(3000 * k) + "a");
    add("definition lists", k -> "a\n: b\n\n".repeat(500 * k));
    add("many terms of one definition", k -> "a\n".repeat(1500 * k) + ": b\n");
    add("callouts", k -> "> [!NOTE]\n\n".repeat(400 * k));
    add("blank lines", k -> "\n".repeat(6000 * k));
    add("lines ended by CR", k -> "a\r".repeat(3000 * k));
    add("a long line", k -> "word ".repeat(2500 * k));
    add("a long word", k -> "a".repeat(12_500 * k));
  }

  private void rawHtml() {
    add("open comments in a line", k -> "a " + "<!-- a ".repeat(1000 * k));
    add("open comments", k -> "<!-- a\n\n".repeat(750 * k));
    add("open CDATA", k -> "a " + "<![CDATA[ ".repeat(600 * k));
    add("open instructions", k -> "a " + "<? ".repeat(2000 * k));
    add("open declarations", k -> "a " + "<!A ".repeat(1500 * k));
    add("comments that nearly end", k -> "a <!--" + " --".repeat(2000 * k));
    add("open divisions", k -> "<div>\n\n".repeat(400 * k));
    add("closed divisions", k -> "</div>\n\n".repeat(400 * k));
    add("open bold tags", k -> "x " + "<b>".repeat(750 * k));
    add("tags closed in the wrong order", k -> "x " + "<b><i></b></i>".repeat(250 * k));
    add("a tag with many attributes", k -> "x <a " + "b=c ".repeat(1500 * k) + ">");
    add("a tag with many names of attributes", k -> "x <a " + many(1500 * k, i -> "a" + i + "=c ") + ">");
    add("open attribute values", k -> "<a b=\"".repeat(1000 * k));
    add("open scripts", k -> "<script>\n\n".repeat(400 * k));
    add("a table in a table", k -> "<table><tr><td>\n\n".repeat(200 * k));
    add("folded texts in one another", k -> "<details><summary>a</summary>\n\n".repeat(150 * k));
    add("lower than signs", k -> "<".repeat(6000 * k));
    add("elements that may not stand here", k -> "<iframe src=x></iframe>\n\n".repeat(250 * k));
  }

  private void characters() {
    add("backticks in runs of rising length", k -> many(60 * k, i -> "e" + "`".repeat(i + 1)));
    add("backticks that never match", k -> "``a`b".repeat(1250 * k));
    add("entities", k -> "&amp;".repeat(1250 * k));
    add("ampersands", k -> "&".repeat(6000 * k));
    add("entities that do not exist", k -> "&nosuchentityhere;".repeat(350 * k));
    add("entities that nothing closes", k -> ("&" + "a".repeat(300)).repeat(40 * k));
    add("numbers of characters that do not exist", k -> "&#x1F9999;&#0;&#99999999;".repeat(250 * k));
    add("backslashes", k -> "\\".repeat(6000 * k));
    add("hard breaks", k -> "a  \nb\\\n".repeat(750 * k));
    add("spaces before the end", k -> "a" + " ".repeat(6000 * k) + "\nb");
    add("spaces within a line", k -> ("a" + " ".repeat(200) + "b ").repeat(60 * k));
    add("tabs", k -> "\t".repeat(6000 * k) + "a");
    add("NUL", k -> "a\0b ".repeat(1500 * k));
    add("lone surrogates", k -> "\ud800a\udc00 ".repeat(1500 * k));
    add("marks upon marks", k -> "a" + "\u0301".repeat(6000 * k));
    add("signs that turn the direction", k -> "\u202ea\u2066b".repeat(1500 * k));
    add("Korean without spaces", k -> "가나다라마바사".repeat(600 * k));
    add("emoji joined to one", k -> "\ud83d\udc68\u200d".repeat(1250 * k));
  }

  private void tables() {
    add("a wide table", k -> "|a".repeat(150 * k) + "|\n" + "|-".repeat(150 * k) + "|\n" + "|x".repeat(150 * k));
    add("a long table", k -> "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(400 * k));
    add("a table of short rows", k -> "|a".repeat(60) + "|\n" + "|-".repeat(60) + "|\n" + "|x\n".repeat(60 * k));
    add("bars without a table", k -> "|a|b|\n".repeat(1000 * k));
    add("rows of dashes", k -> "|-|\n".repeat(1000 * k));
    add("a row of escaped bars", k -> "|a|\n|-|\n|" + "\\|".repeat(3000 * k) + "|\n");
    add("many tables", k -> "|a|\n|-|\n|1|\n\n".repeat(150 * k));
    add("a table of numbers with ranges", k -> "|a {unit=GB best=max}|b|\n|-|-:|\n" + many(200 * k, i -> "|" + i + ".5 (1–" + i + ")|" + i + "|\n"));
    add("a table of claims", k -> "|Kind|Finding|Source|\n|-|-|-|\n" + many(75 * k, i -> "|Fact|f" + i + " {#f" + i + "}|Reuters|\n"));
    add("a table of companies", k -> "|Company|Price|\n|-|-|\n" + "|Acme|3|\n".repeat(150 * k));
    add("a table of checkpoints", k -> "## Next checkpoints\n\n|Checkpoint|Strong signal|Weak signal|Due|\n|-|-|-|-|\n" + many(75 * k, i -> "|c" + i + " {#c" + i + "}|up|down|Q3 2027|\n"));
    add("cells full of marks", k -> "|a|\n|-|\n" + "|**[`x`](y.md)** ~~z~~|\n".repeat(150 * k));
    add("captions of tables", k -> "Table: a {#tab-a}\n\n".repeat(300 * k));
  }

  private void claims() {
    add("tags in a row", k -> "[Fact]".repeat(1000 * k));
    add("tags in items", k -> "- [Fact] a, says Reuters\n".repeat(125 * k));
    add("claims of one name", k -> "- [Fact] a {#x}\n".repeat(150 * k));
    add("claims that name no source", k -> many(125 * k, i -> "- [Fact] a" + i + " {#c" + i + "}\n"));
    add("claims that rest on the one before", k -> "- [Fact] a {#c0 source=Reuters}\n" + many(75 * k, i -> "- [Inference] a {#c" + (i + 1) + " because=#c" + i + "}\n"));
    add("claims that rest on each other in a ring", k -> many(75 * k, i -> "- [Inference] a {#c" + i + " because=#c" + (i + 1) % (75 * k) + "}\n"));
    add("claims that all rest on one", k -> "- [Fact] a {#c source=Reuters}\n" + "- [Inference] b {because=#c}\n".repeat(100 * k));
    add("a claim that rests on all others", k -> many(100 * k, i -> "- [Fact] a {#c" + i + " source=R}\n") + "- [Inference] b {because=\"" + many(100 * k, i -> "#c" + i + ", ") + "#c0\"}\n");
    add("claims that rest on two each, layer by layer", k -> layers(60 * k));
    add("claims that rest on what does not exist", k -> many(100 * k, i -> "- [Inference] a {because=#no" + i + "}\n"));
    add("claims that replace one another", k -> "- [Fact] a {#c0 source=R}\n" + many(75 * k, i -> "- [Fact] a {#c" + (i + 1) + " source=R supersedes=#c" + i + "}\n"));
    add("claims said again and again", k -> "- [Fact] a {#c source=R}\n" + "- [Fact] a {same=#c}\n".repeat(100 * k));
    add("one source named again and again", k -> "- [Fact] a {" + "source=Reuters ".repeat(400 * k) + "}\n");
    add("a claim full of links", k -> "[Fact] " + many(200 * k, i -> "[a](https://example.org/" + i + ") ") + "{#a}\n");
    add("a claim full of links and names", k -> "[Fact] " + many(75 * k, i -> "[a](https://example.org/" + i + "), according to Desk " + (char) ('A' + i % 26) + i + ", ") + "\n");
    add("open options of a claim", k -> "[Fact] a " + "{#a b=c ".repeat(750 * k) + "}");
    add("a huge value of an option", k -> "[Fact] a {#a source=\"" + "b ".repeat(3000 * k) + "\"}");
    add("options that are none", k -> "[Fact] a {#a " + many(400 * k, i -> "k" + i + "=v ") + "}");
    add("near misses", k -> "[Facts] a\n\n(Fact) b\n\n**Fact:** c\n\n".repeat(125 * k));
    add("claims under headings", k -> "## [Inference]\n\n- a\n\n".repeat(100 * k));
    add("claims in claims", k -> many(40 * k, i -> ":".repeat(3 + i % 30) + "{fact}\n- [Fact] a\n"));
    add("claims about many companies", k -> "- [Fact] a {source=R entities=\"" + many(150 * k, i -> "Company " + i + ", ") + "Acme\"}\n");
    add("people named as sources", k -> "- [Fact] according to Reuters, per the IEA, says ".repeat(125 * k) + "\n");
    add("bold tags without end", k -> "**[Fact] a ".repeat(500 * k));
  }

  private static String layers(int count) {
    StringBuilder out = new StringBuilder("- [Fact] a {#a0 source=R}\n- [Fact] b {#b0 source=R}\n");
    for (int i = 1; i <= count; i++) {
      for (String side : List.of("a", "b")) {
        out.append("- [Inference] x {#").append(side).append(i).append(" because=\"#a").append(i - 1).append(", #b").append(i - 1).append("\"}\n");
      }
    }
    return out.toString();
  }

  private void directives() {
    add("directives in one another", k -> ":::{fact}\n".repeat(250 * k));
    add("directives after one another", k -> ":::{fact}\na\n:::\n".repeat(125 * k));
    add("directives that do not exist", k -> "```{nothing}\na: b\n```\n".repeat(150 * k));
    add("containers that nothing closes", k -> many(60 * k, i -> ":".repeat(3 + i % 40) + "{note} a\n"));
    add("a directive with many options", k -> "```{data-table}\nfile: rows.csv\n" + many(250 * k, i -> "k" + i + ": v\n") + "```\n");
    add("tables of data", k -> "```{data-table}\nfile: rows.csv\n```\n".repeat(60 * k));
    add("charts of data", k -> "```{data-chart}\nfile: rows.csv\ntype: bars\nx: name\ny: price\n```\n".repeat(25 * k));
    add("options indented step by step", k -> "```{data-table}\n" + many(60 * k, i -> " ".repeat(i) + "a:\n") + "```\n");
    add("brackets in options", k -> "```{data-table}\nfile: " + "[".repeat(3000 * k) + "\n```\n");
    add("open roles", k -> "{cost}` ".repeat(750 * k));
    add("roles that do not exist", k -> "{cots}`a` ".repeat(500 * k));
    add("numbers of data", k -> "{data}`rows.csv#b.price` ".repeat(200 * k));
    add("numbers of data that are not there", k -> many(150 * k, i -> "{data}`rows.csv#z" + i + ".price` "));
    add("figures that do not exist", k -> many(150 * k, i -> "{cost}`nothing.f" + i + "` "));
    add("shortcodes in one another", k -> ":::{details} a\n".repeat(250 * k));
    add("shortcodes after one another", k -> ":::{details} a\nb\n:::\n\n".repeat(75 * k));
    add("shortcodes with many options", k -> ":::{quotation} a\n" + many(200 * k, i -> ":k" + i + ": v\n") + "\nb\n:::\n");
    add("includes", k -> "{include piece.md}\n\n".repeat(80 * k));
    add("includes that double", k -> "{include double.md}\n\n".repeat(k));
    add("includes of nothing", k -> many(150 * k, i -> "{include no" + i + ".md}\n\n"));
    add("a piece that includes itself", k -> "{include ring.md}\n\n".repeat(50 * k));
    add("braces", k -> "{".repeat(6000 * k));
    add("open attributes", k -> "{#a ".repeat(1500 * k));
    add("attributes behind emphasis", k -> "*a*{#x .y lang=en} ".repeat(300 * k));
  }

  private void writing() {
    add("formulas", k -> "$x^2$ ".repeat(500 * k));
    add("dollars", k -> "$".repeat(6000 * k));
    add("prices", k -> "$12 to $30, ".repeat(500 * k));
    add("an open formula", k -> "$" + "x^2 + ".repeat(1000 * k));
    add("a formula of braces", k -> "$" + "{".repeat(3000 * k) + "}".repeat(3000 * k) + "$");
    add("a formula of fractions", k -> "$" + "\\frac{".repeat(1000 * k) + "a" + "}{b}".repeat(1000 * k) + "$");
    add("a formula of roots and scripts", k -> "$" + "\\sqrt{x^{".repeat(600 * k) + "a" + "}}".repeat(600 * k) + "$");
    add("a formula of open brackets", k -> "$$\n" + "\\left( ".repeat(850 * k) + "\n$$");
    add("a formula with a wide matrix", k -> "$$\n\\begin{matrix}\n" + "a & ".repeat(1250 * k) + "b\n\\end{matrix}\n$$");
    add("environments in one another", k -> "$$\n" + "\\begin{matrix}".repeat(400 * k) + "\n$$");
    add("open blocks of formulas", k -> "$$\n".repeat(1500 * k));
    add("primes", k -> "$x" + "'".repeat(3000 * k) + "$");
    add("quotes to set", k -> "\"a 'b' \" ".repeat(750 * k));
    add("open quotes", k -> "\"".repeat(3000 * k) + "'".repeat(3000 * k));
    add("apostrophes and inches", k -> "it's 12\" and 5' ".repeat(400 * k));
    add("citations", k -> "[@kim2026] ".repeat(300 * k));
    add("citations in one bracket", k -> "[" + "see @kim2026, p. 4; ".repeat(250 * k) + "@lee2026]");
    add("citations that do not exist", k -> many(150 * k, i -> "[@nobody" + i + "] "));
    add("open citations", k -> "[@kim2026 ".repeat(600 * k));
    add("citations in the text", k -> "@kim2026 says ".repeat(300 * k));
    add("companies in the text", k -> "Acme and 아크미가 sold to Acme Corporation. ".repeat(125 * k));
    add("beginnings of a company's name", k -> "Acme Corporatio ".repeat(400 * k));
    add("figures spoken of", k -> "![a](rows.png \"b\"){#fig-a}\n\n" + "@fig-a ".repeat(750 * k));
    add("figures spoken of that do not exist", k -> many(300 * k, i -> "@fig-a" + i + " "));
    add("figures of one name", k -> "![a](rows.png \"b\"){#fig-a}\n\n".repeat(150 * k));
    add("equations", k -> many(100 * k, i -> "$$\nx\n$$ {#eq-e" + i + "}\n\n") + "@eq-e1");
  }

  private void heads() {
    head("a head full of tags", k -> "---\ntitle: T\ntags: [" + many(125 * k, i -> "t" + i + ", ") + "z]\n---\n\na\n");
    head("a head full of one key", k -> "---\n" + "title: a\n".repeat(500 * k) + "---\n\na\n");
    head("a head full of keys that nobody knows", k -> "---\ntitle: T\n" + many(300 * k, i -> "key" + i + ": a\n") + "---\n\na\n");
    head("a huge title", k -> "---\ntitle: " + "word ".repeat(1500 * k) + "\n---\n\na\n");
    head("a huge description", k -> "---\ntitle: T\ndescription: " + "word ".repeat(1500 * k) + "\n---\n\na\n");
    head("brackets in a head", k -> "---\nparams: " + "[".repeat(3000 * k) + "\n---\n\na\n");
    head("mappings in one another in a head", k -> "---\nparams:\n" + many(60 * k, i -> "  ".repeat(i + 1) + "a:\n") + "---\n\na\n");
    head("anchors in a head", k -> "---\nparams:\n  a: &a [x]\n" + many(200 * k, i -> "  b" + i + ": *a\n") + "---\n\na\n");
    head("an open head", k -> "---\n" + "a: b\n".repeat(1000 * k));
    head("a head in TOML full of tables", k -> "+++\ntitle = 'T'\n" + many(150 * k, i -> "[params.a" + i + "]\nb = 1\n") + "+++\n\na\n");
    head("a dotted key in TOML", k -> "+++\ntitle = 'T'\nparams." + "a.".repeat(1500 * k) + "b = 1\n+++\n\na\n");
    head("an open head in JSON", k -> "{\"params\": " + "{\"a\":".repeat(1000 * k));
    head("old addresses", k -> "---\ntitle: T\naliases: [" + many(125 * k, i -> "/old/" + i + "/, ") + "/old/]\n---\n\na\n");
    head("a history of one claim", k -> "---\ntitle: T\ndate: 2026-01-01\nhistory:\n" + "  - {claim: \"#c\", status: amended, date: 2026-05-01}\n".repeat(50 * k) + "---\n\n[Fact] a {#c source=R}\n");
    head("corrections", k -> "---\ntitle: T\ndate: 2026-01-01\ncorrections:\n" + many(75 * k, i -> "  - {date: 2026-05-01, note: n" + i + "}\n") + "---\n\na\n");
    head("checkpoints in a head", k -> "---\ntitle: T\ndate: 2026-01-01\ncheckpoints:\n" + many(60 * k, i -> "  - {checkpoint: c" + i + ", strong: a, weak: b, due: 2027-Q1, name: n" + i + "}\n") + "---\n\na\n");
    head("scenarios that extend one another", k -> "---\ntitle: T\nscenarios:\n  s0: {hardware: h100-sxm}\n" + many(40 * k, i -> "  s" + (i + 1) + ": {extends: s" + i + "}\n") + "---\n\na\n");
    head("entities in a head", k -> "---\ntitle: T\nentities: [" + many(100 * k, i -> "Maker " + i + ", ") + "Acme]\n---\n\n" + "Maker 7 and Maker 9. ".repeat(50 * k));
  }

  private static String many(int count, IntFunction<String> each) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(each.apply(i));
    }
    return out.toString();
  }
}
