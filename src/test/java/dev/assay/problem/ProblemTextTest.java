package dev.assay.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final ProblemText PLAIN = ProblemText.of(false);

  private static Problem error(String line, int column, int length) {
    return new Problem(
        Severity.ERROR, Code.BROKEN_LINK, new Place("content/post/x.md", 41, column, length), "the link leads nowhere",
        line, "did you mean 'y.md'?");
  }

  private static String excerpt(String line, int column, int length) {
    String[] lines = PLAIN.one(error(line, column, length)).split("\n", -1);
    return lines[1] + "\n" + lines[2];
  }

  @Test
  void aMessageIsOneLineSoonWhateverItQuotes() {
    String message = "'a" + " ".repeat(1_000_000) + "b\n  c\r\n\r\n d' is wrong";
    Problem problem = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Problem.ofFile(Severity.ERROR, Code.WRONG_TYPE, "x", message, ""));
    assertTrue(problem.message().startsWith("'a  ") && problem.message().endsWith("  b c d' is wrong"), problem.message());
  }

  @Test
  void a_problem_has_its_place_its_line_a_caret_and_a_hint() {
    assertEquals(
        """
        content/post/x.md:41:6: error[broken-link]: the link leads nowhere
          See [x](z.md).
               ^~~~~~~~
          hint: did you mean 'y.md'?
        """,
        PLAIN.one(error("See [x](z.md).", 6, 8)));
  }

  @Test
  void a_problem_of_a_whole_file_has_no_excerpt_and_an_empty_hint_no_line() {
    Problem problem = Problem.ofFile(Severity.WARNING, Code.MISSING_DATE, "content/a.md", "the note has no title", "");
    assertEquals("content/a.md:1:1: warning[missing-date]: the note has no title\n", PLAIN.one(problem));
  }

  @Test
  void the_caret_stands_below_wide_letters_tabs_and_combining_marks() {
    assertEquals("  한국 abc\n       ^~~", excerpt("한국 abc", 4, 3));
    assertEquals("  한국어\n    ^~~~", excerpt("한국어", 2, 2));
    assertEquals("  a   b   c\n          ^", excerpt("a\tb\tc", 5, 1));
    assertEquals("  e\u0301x\n   ^", excerpt("e\u0301x", 3, 1));
    assertEquals("  🚀x\n    ^", excerpt("🚀x", 2, 1));
  }

  @Test
  void a_place_at_or_beyond_the_end_of_the_line_has_its_caret_after_it() {
    assertEquals("  abc\n     ^", excerpt("abc", 4, 1));
    assertEquals("  abc\n     ^", excerpt("abc", 90, 5));
    assertEquals("  abc\n   ^~", excerpt("abc", 2, 500));
  }

  @Test
  void a_long_line_is_cut_around_the_caret() {
    String line = "a".repeat(300) + "HERE" + "b".repeat(300);
    String[] lines = PLAIN.one(error(line, 301, 4)).split("\n", -1);
    assertEquals(100, lines[1].length());
    assertTrue(lines[1].startsWith("  …aaa") && lines[1].endsWith("bbb…"), lines[1]);
    assertEquals("HERE", lines[1].substring(lines[2].indexOf('^'), lines[2].indexOf('^') + 4));
    assertEquals("^~~~", lines[2].strip());
    String wide = "가".repeat(300) + "x" + "나".repeat(300);
    String[] cut = PLAIN.one(error(wide, 301, 1)).split("\n", -1);
    int before = cut[1].indexOf('x');
    assertEquals(Cells.of(cut[1].substring(0, before)), cut[2].indexOf('^'));
    assertTrue(Cells.of(cut[1]) <= 100, cut[1]);
    String head = PLAIN.one(error("HERE" + "b".repeat(300), 1, 4)).split("\n", -1)[1];
    assertTrue(head.startsWith("  HEREb") && head.endsWith("b…"), head);
    String tail = PLAIN.one(error("b".repeat(300) + "HERE", 301, 4)).split("\n", -1)[1];
    assertTrue(tail.startsWith("  …b") && tail.endsWith("bHERE"), tail);
  }

  @Test
  void a_line_of_a_whole_file_is_shown_as_quickly_as_any_other() {
    String line = "x".repeat(3_000_000) + "HERE" + "x".repeat(3_000_000);
    String[] lines = PLAIN.one(error(line, 3_000_001, 4)).split("\n", -1);
    assertEquals("HERE", lines[1].substring(lines[2].indexOf('^'), lines[2].indexOf('^') + 4));
    assertTrue(lines[1].length() <= 100);
  }

  @Test
  void nothing_in_a_file_steers_the_terminal() {
    String hostile = "a\u001B[31mb\u0007c\u202Ed\u0085e\u007Ff\uD800g";
    Problem problem =
        new Problem(
            Severity.ERROR, Code.FILE_NAME, new Place("content/\u001B]0;x\u0007.md", 1, 1, 1), "'" + hostile + "\n'", hostile,
            hostile);
    String shown = PLAIN.one(problem);
    assertFalse(shown.chars().anyMatch(c -> c < 0x20 && c != '\n' || c == 0x7f || c == 0x85 || c == 0x202E), shown);
    assertTrue(shown.contains("a␛[31mb␇c<U+202E>d<U+0085>e␡f<U+D800>g"), shown);
    assertEquals(4, shown.lines().count());
  }

  @Test
  void colours_are_written_only_when_wanted() {
    String coloured = ProblemText.of(true).one(error("See [x](z.md).", 6, 8));
    assertTrue(coloured.contains("\u001B[1;31merror[broken-link]:\u001B[0m"), coloured);
    assertEquals(PLAIN.one(error("See [x](z.md).", 6, 8)), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  @Test
  void a_report_is_sorted_and_summed_up() {
    Problem warning = Problem.ofFile(Severity.WARNING, Code.MISSING_DATE, "content/a.md", "the note has no title", "");
    Problem second = Problem.ofFile(Severity.ERROR, Code.MISSING_DATE, "content/b.md", "the post has no date", "");
    assertEquals(
        """
        content/a.md:1:1: warning[missing-date]: the note has no title

        content/b.md:1:1: error[missing-date]: the post has no date

        content/post/x.md:41:1: error[broken-link]: the link leads nowhere
          x
          ^
          hint: did you mean 'y.md'?

        2 errors, 1 warning in 3 files
        """,
        PLAIN.report(List.of(error("x", 1, 1), second, warning)));
    assertEquals("1 warning in 1 file", PLAIN.summary(List.of(warning)));
    assertEquals("no problems\n", PLAIN.report(List.of()));
  }

  private static Problem in(Severity severity, Code code, int number) {
    return Problem.ofFile(severity, code, String.format(java.util.Locale.ROOT, "content/%04d.md", number), "it is so", "");
  }

  @Test
  void of_very_many_warnings_of_one_kind_the_first_are_shown_and_the_rest_is_counted() {
    List<Problem> problems = new ArrayList<>();
    for (int i = 1; i <= 1000; i++) {
      problems.add(in(Severity.WARNING, Code.FACT_WITHOUT_SOURCE, i));
    }
    problems.add(in(Severity.WARNING, Code.MISSING_DATE, 500));
    assertEquals(
        """
        content/0001.md:1:1: warning[fact-without-source]: it is so

        content/0002.md:1:1: warning[fact-without-source]: it is so

        content/0003.md:1:1: warning[fact-without-source]: it is so

        content/0500.md:1:1: warning[missing-date]: it is so

        warning[fact-without-source]: 997 more of this kind, in 997 files
          content/0004.md:1:1
          content/0005.md:1:1
          content/0006.md:1:1
          content/0007.md:1:1
          content/0008.md:1:1
          …
          hint: 'assay check --all' shows each of them

        1001 warnings in 1000 files
        """,
        PLAIN.report(problems));
    assertEquals(1001, PLAIN.whole(problems).lines().filter(line -> line.contains("it is so")).count());
  }

  @Test
  void twenty_of_a_kind_are_shown_and_equal_ones_are_counted_each() {
    List<Problem> twenty = new ArrayList<>(java.util.Collections.nCopies(20, in(Severity.WARNING, Code.CLAIM_TAG, 1)));
    assertEquals(PLAIN.whole(twenty), PLAIN.report(twenty));
    twenty.add(in(Severity.WARNING, Code.CLAIM_TAG, 1));
    assertTrue(PLAIN.report(twenty).contains("warning[claim-tag]: 18 more of this kind, in 1 file\n"), PLAIN.report(twenty));
    assertEquals(3, PLAIN.report(twenty).lines().filter(line -> line.contains("it is so")).count());
  }

  @Test
  void errors_are_shown_one_by_one_but_not_the_same_one_of_every_file() {
    List<Problem> errors = new ArrayList<>();
    for (int i = 1; i <= 45; i++) {
      errors.add(Problem.ofFile(Severity.ERROR, Code.BROKEN_LINK, "content/a.md", "'" + i + "' leads nowhere", ""));
    }
    assertEquals(PLAIN.whole(errors), PLAIN.report(errors));
    for (int i = 1; i <= 500; i++) {
      errors.add(in(Severity.ERROR, Code.UNKNOWN_KEY, i));
    }
    String report = PLAIN.report(errors);
    assertEquals(46, report.lines().filter(line -> line.contains("it is so") || line.contains("leads nowhere")).count());
    assertTrue(report.contains("\nerror[unknown-key]: 499 more of this kind, in 499 files\n  content/0002.md:1:1\n"), report);
    assertTrue(report.endsWith("545 errors in 501 files\n"), report);
  }

  @Test
  void of_hundreds_of_errors_of_one_kind_the_first_are_shown() {
    List<Problem> errors = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      errors.add(Problem.ofFile(Severity.ERROR, Code.BROKEN_LINK, "content/a.md", "'" + i + "' leads nowhere", ""));
    }
    String report = PLAIN.report(errors);
    assertTrue(report.contains("error[broken-link]: 280 more of this kind, in 1 file\n"), report);
    assertEquals(300, PLAIN.whole(errors).lines().filter(line -> line.contains("leads nowhere")).count());
  }

  @Test
  void a_rare_sentence_is_not_lost_among_many_warnings_of_its_kind() {
    List<Problem> warnings = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      warnings.add(Problem.ofFile(Severity.WARNING, Code.UNSAFE_HTML, String.format(java.util.Locale.ROOT, "content/%04d.md", i), i == 200 ? "<script> was left out" : "the attribute 'style' was left out", ""));
    }
    String report = PLAIN.report(warnings);
    assertTrue(report.contains("  content/0004.md:1:1: the attribute 'style' was left out (296 times, in 296 files)\n  content/0200.md:1:1: <script> was left out\n"), report);
  }
}
