package dev.assay.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  /// Up to how many warnings of one kind are all shown; of more, the first ones, and places of the next ones.
  private static final int MANY = 20;

  /// Up to how many errors of one kind are all shown.
  private static final int MANY_ERRORS = 50;

  /// Up to how many errors with the same words are all shown.
  private static final int SAME = 5;

  private static final int SENTENCES = 12;

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
  /// Where one kind of warning stands in an old archive a thousand times, the first few are shown and the rest is one entry with
  /// its count and the next places, so that the one warning of another kind can be seen. Errors have to be put right one by
  /// one and are shown so, unless a folder was brought along that has the same one in every file, or hundreds of a kind.
  public String report(List<Problem> problems) {
    List<Problem> sorted = problems.stream().sorted(Problem.ORDER).toList();
    Map<Code, List<Problem>> warnings = new EnumMap<>(Code.class);
    Map<Code, List<Problem>> errors = new EnumMap<>(Code.class);
    Map<String, List<Problem>> same = new LinkedHashMap<>();
    for (Problem problem : sorted) {
      (problem.isError() ? errors : warnings).computeIfAbsent(problem.code(), _ -> new ArrayList<>()).add(problem);
      if (problem.isError()) {
        same.computeIfAbsent(words(problem), _ -> new ArrayList<>()).add(problem);
      }
    }
    List<String> entries = new ArrayList<>();
    Map<Code, List<Problem>> moreWarnings = new EnumMap<>(Code.class);
    Map<Code, List<Problem>> moreErrors = new EnumMap<>(Code.class);
    Map<Code, Integer> shown = new EnumMap<>(Code.class);
    Map<String, Integer> alike = new HashMap<>();
    for (Problem problem : sorted) {
      Code code = problem.code();
      if (!problem.isError()) {
        boolean many = warnings.getOrDefault(code, List.of()).size() > MANY;
        if (!many || shown.merge(code, 1, Integer::sum) <= FIRST) {
          entries.add(one(problem));
        } else {
          moreWarnings.computeIfAbsent(code, _ -> new ArrayList<>()).add(problem);
        }
      } else {
        boolean often = same.getOrDefault(words(problem), List.of()).size() > SAME;
        boolean again = often && alike.merge(words(problem), 1, Integer::sum) > 1;
        boolean far = errors.getOrDefault(code, List.of()).size() > MANY_ERRORS;
        if (!again && (!far || alike.merge(code.word(), 1, Integer::sum) <= MANY)) {
          entries.add(one(problem));
        } else {
          moreErrors.computeIfAbsent(code, _ -> new ArrayList<>()).add(problem);
        }
      }
    }
    moreWarnings.values().forEach(rest -> entries.add(rest(rest)));
    moreErrors.values().forEach(rest -> entries.add(rest(rest)));
    return joined(entries, problems);
  }

  private static String words(Problem problem) {
    return problem.code().word() + ": " + problem.message();
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

  /// What is left of one kind: `warning[fact-without-source]: 997 more of this kind, in 997 files`, and the next places; where it is
  /// said in several sentences, one place and the count of each, so that a rare one is not lost among the others.
  private String rest(List<Problem> rest) {
    Problem first = rest.getFirst();
    Map<String, List<Problem>> sentences = new LinkedHashMap<>();
    rest.forEach(problem -> sentences.computeIfAbsent(sentence(problem), _ -> new ArrayList<>()).add(problem));
    StringBuilder text = new StringBuilder(painted(first.isError() ? Style.ERROR : Style.WARNING, first.severity().word() + "[" + first.code().word() + "]:")).append(' ');
    text.append(painted(Style.STRONG, rest.size() + " more of this kind, in " + counted(files(rest), "file"))).append('\n');
    if (sentences.size() == 1) {
      rest.stream().limit(PLACES).forEach(problem -> text.append(INDENT).append(Cells.visible(problem.place().toString())).append('\n'));
    } else {
      List<List<Problem>> each = new ArrayList<>(sentences.values());
      each.sort(Comparator.comparingInt((List<Problem> alike) -> alike.size()).reversed());
      for (List<Problem> alike : each.subList(0, Math.min(SENTENCES, each.size()))) {
        String times = alike.size() == 1 ? "" : " (" + alike.size() + " times, in " + counted(files(alike), "file") + ")";
        text.append(INDENT).append(Cells.visible(alike.getFirst().place() + ": " + alike.getFirst().message())).append(times).append('\n');
      }
    }
    text.append(rest.size() > PLACES || sentences.size() > SENTENCES ? INDENT + "…\n" : "");
    return text.append(INDENT).append(painted(Style.HINT, "hint:")).append(" 'assay check --all' shows each of them\n").toString();
  }

  /// What a problem says, whatever a warning quotes.
  private static String sentence(Problem problem) {
    boolean quotes = !problem.isError() && problem.message().indexOf('\'') >= 0;
    return quotes ? QUOTED.matcher(problem.message()).replaceAll("''") : problem.message();
  }

  private static long files(List<Problem> problems) {
    return problems.stream().map(problem -> problem.place().file()).distinct().count();
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
    return String.join(", ", counts) + " in " + counted(files(problems), "file");
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
