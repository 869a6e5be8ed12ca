package dev.assay.problem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Prints problems for a terminal or a log:
///
/// ```
/// content/post/hbm4.md:41:3: error[fact-without-source]: the fact 'hbm4-bandwidth' rests on no source
///   - **[Fact]** HBM4 doubles the interface.
///     ^~~~~~~~~~
///   hint: add a link, a citation or 'source=…'
/// ```
///
/// Whatever a file holds, a report never steers the terminal: control characters and those that turn the direction
/// of text are shown by name.
///
/// @param colour whether escape codes for colours are written; the caller knows the terminal and `NO_COLOR`
/// @param width  how many cells a line of source may take, at least 20; longer ones are cut around the caret
public record ProblemText(boolean colour, int width) {
  private static final String INDENT = "  ";

  /// Up to how many warnings of one kind are all shown; of more, the first ones, and places of the next ones.
  private static final int MANY = 20;

  private static final int FIRST = 3;
  private static final int PLACES = 5;

  public ProblemText {
    if (width < 20) {
      throw new IllegalArgumentException("width " + width);
    }
  }

  /// For a terminal of 100 columns.
  public static ProblemText of(boolean colour) {
    return new ProblemText(colour, 100);
  }

  /// The problems in the order of [Problem#ORDER], an empty line between two, and last a line that sums up. Lines end
  /// with LF.
  ///
  /// What has to be put right is shown one by one: every error. Where one kind of warning stands in an old archive a
  /// thousand times, the first few are shown and the rest is one entry with its count and the next places, so that the
  /// one warning of another kind can be seen.
  public String report(List<Problem> problems) {
    Map<Code, List<Problem>> warnings = new EnumMap<>(Code.class);
    List<Problem> sorted = problems.stream().sorted(Problem.ORDER).toList();
    sorted.stream()
        .filter(problem -> !problem.isError())
        .forEach(problem -> warnings.computeIfAbsent(problem.code(), _ -> new ArrayList<>()).add(problem));
    List<String> entries = new ArrayList<>();
    Map<Code, Integer> shown = new EnumMap<>(Code.class);
    for (Problem problem : sorted) {
      boolean many = !problem.isError() && warnings.getOrDefault(problem.code(), List.of()).size() > MANY;
      if (!many || shown.merge(problem.code(), 1, Integer::sum) <= FIRST) {
        entries.add(one(problem));
      }
    }
    shown.forEach((code, all) -> entries.add(rest(code, warnings.getOrDefault(code, List.of()).subList(FIRST, all))));
    return joined(entries, problems);
  }

  /// Every problem by itself, however many there are; else like [#report].
  public String whole(List<Problem> problems) {
    return joined(problems.stream().sorted(Problem.ORDER).map(this::one).toList(), problems);
  }

  private String joined(List<String> entries, List<Problem> problems) {
    StringBuilder report = new StringBuilder();
    entries.forEach(entry -> report.append(entry).append('\n'));
    return report.append(summary(problems)).append('\n').toString();
  }

  /// What is left of one kind of warning: `warning[fact-without-source]: 997 more of this kind, in 997 files`.
  private String rest(Code code, List<Problem> rest) {
    long files = rest.stream().map(problem -> problem.place().file()).distinct().count();
    StringBuilder text = new StringBuilder(painted(Style.WARNING, "warning[" + code.word() + "]:")).append(' ');
    text.append(painted(Style.STRONG, rest.size() + " more of this kind, in " + counted(files, "file"))).append('\n');
    for (Problem problem : rest.subList(0, PLACES)) {
      text.append(INDENT).append(Cells.visible(problem.place().toString())).append('\n');
    }
    text.append(INDENT).append("…\n");
    return text.append(INDENT).append(painted(Style.HINT, "hint:")).append(" 'assay check --all' shows each of them\n").toString();
  }

  /// One problem, its lines ended with LF.
  public String one(Problem problem) {
    List<String> lines = new ArrayList<>();
    Style style = problem.isError() ? Style.ERROR : Style.WARNING;
    lines.add(
        painted(Style.STRONG, Cells.visible(problem.place().toString()) + ":")
            + " "
            + painted(style, problem.severity().word() + "[" + problem.code().word() + "]:")
            + " "
            + painted(Style.STRONG, Cells.visible(problem.message())));
    if (!problem.excerpt().isBlank()) {
      Excerpt excerpt = Excerpt.of(problem.excerpt(), problem.place(), width - INDENT.length());
      lines.add(INDENT + excerpt.line());
      String carets = excerpt.carets().stripLeading();
      lines.add(INDENT + " ".repeat(excerpt.carets().length() - carets.length()) + painted(style, carets));
    }
    String start = "hint: ";
    for (String line : problem.hint().isEmpty() ? List.<String>of() : problem.hint().lines().toList()) {
      lines.add(INDENT + (start.isBlank() ? start : painted(Style.HINT, start.strip()) + " ") + Cells.visible(line));
      start = " ".repeat(start.length());
    }
    return String.join("\n", lines) + "\n";
  }

  /// One line: `2 errors, 1 warning in 3 files`.
  public String summary(List<Problem> problems) {
    if (problems.isEmpty()) {
      return "no problems";
    }
    long errors = problems.stream().filter(Problem::isError).count();
    long warnings = problems.size() - errors;
    List<String> counts = new ArrayList<>();
    if (errors > 0) {
      counts.add(painted(Style.ERROR, counted(errors, "error")));
    }
    if (warnings > 0) {
      counts.add(painted(Style.WARNING, counted(warnings, "warning")));
    }
    long files = problems.stream().map(problem -> problem.place().file()).distinct().count();
    return String.join(", ", counts) + " in " + counted(files, "file");
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private String painted(Style style, String text) {
    return colour ? "\u001B[" + style.code + "m" + text + "\u001B[0m" : text;
  }

  private enum Style {
    STRONG("1"),
    ERROR("1;31"),
    WARNING("1;33"),
    HINT("36");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }
}
