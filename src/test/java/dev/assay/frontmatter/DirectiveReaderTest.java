package dev.assay.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Directive;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

class DirectiveReaderTest {
  /// A directive inside a list item inside a quote: `> - ` and `>   ` stand before its lines.
  private static Directive quoted(String body) {
    List<String> lines = body.lines().map(line -> ">   " + line).toList();
    return new Directive("cost-table", "", body, 12, 4, new Place("content/post/x.md", 11, 9, 10), lines);
  }

  @Test
  void placesAreThoseOfTheNote() {
    Value.Mapping mapping = DirectiveReader.read(quoted("scenarios: [base, cached]\nbaseline: base\n")).mapping();
    assertEquals("content/post/x.md:13:5", mapping.entries().get(1).keyPlace().toString());
    Value.Sequence scenarios = (Value.Sequence) mapping.get("scenarios").orElseThrow();
    assertEquals(new Place("content/post/x.md", 12, 23, 6), scenarios.items().get(1).place());
  }

  @Test
  void aProblemShowsTheLineOfTheNote() {
    Problem problem = DirectiveReader.read(quoted("scenarios: [base]\nbaseline: a: b\n")).problems().getFirst();
    assertEquals(">   baseline: a: b", problem.excerpt());
    assertEquals("content/post/x.md:13:16", problem.place().toString());
    assertEquals("directive-syntax", problem.code().word());
  }

  @Test
  void fieldsOfADirectiveShowTheLineOfTheNote() {
    Directive directive = quoted("columns: [a]\nbasline: base\n");
    Fields fields = Fields.of(DirectiveReader.read(directive).mapping(), Excerpts.of(directive));
    assertEquals(List.of("a"), fields.texts("columns"));
    assertEquals(true, fields.text("baseline").isEmpty());
    fields.done();
    Problem problem = fields.problems().getFirst();
    assertEquals("the key 'basline' is not known", problem.message());
    assertEquals("did you mean 'baseline'?", problem.hint());
    assertEquals(">   basline: base", problem.excerpt());
    assertEquals("content/post/x.md:13:5", problem.place().toString());
  }

  @Test
  void linesWithAnotherIndentHaveTheirOwnColumns() {
    Directive directive =
        new Directive("cost-table", "", "a: 1\nb: x: y", 3, 2, new Place("x.md", 2, 6, 1), List.of("  a: 1", "\tb: x: y"));
    assertEquals("x.md:4:6", DirectiveReader.read(directive).problems().getFirst().place().toString());
  }

  @Test
  void anEmptyBodyHasNoKeys() {
    Directive directive = new Directive("checkpoints", "", "", 5, 0, new Place("x.md", 4, 5, 11), List.of());
    ParsedMapping parsed = DirectiveReader.read(directive);
    assertEquals(List.of(), parsed.mapping().entries());
    assertEquals(List.of(), parsed.problems());
    assertEquals(5, parsed.mapping().place().line());
  }

  @Test
  void textInsteadOfKeysIsAProblem() {
    assertEquals(
        "12:5+4 error[directive-syntax] the body of 'cost-table' should be keys and values, but is 'base' | write 'key: value', one to a line\n",
        Cases.lines(DirectiveReader.read(quoted("base\n")).problems()));
  }
}
