package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.note.Kind;
import dev.assay.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The lines that end a build.
final class Summary {
  private Summary() {}

  static String of(BuildReport report, BuildOptions options, long nanos, Terminal terminal) {
    StringBuilder out = new StringBuilder();
    out.append(terminal.bold(count(report.pages(), "page"))).append(" in ").append(shown(options.output()))
        .append(", ").append(seconds(nanos)).append('\n');
    String notes = count(report.notes(), "note")
        + (report.parsed() == report.notes() + report.leftOut() ? "" : ", " + report.parsed() + " read again")
        + (report.leftOut() == 0 ? "" : ", " + report.leftOut() + " left out (drafts or another day: --drafts, --future)");
    row(out, "notes", notes, terminal);
    row(out, "claims", claims(report), terminal);
    row(out, "figures", Integer.toString(report.figures()), terminal);
    row(out, "feeds", Integer.toString(report.feeds()), terminal);
    row(out, "files", report.written() + " written, " + report.reused() + " unchanged, " + report.removed() + " removed", terminal);
    row(out, "problems", problems(report.problems()), terminal);
    return out.toString();
  }

  private static void row(StringBuilder out, String name, String text, Terminal terminal) {
    out.append("  ").append(terminal.dim(String.format(Locale.ROOT, "%-9s", name))).append(' ').append(text).append('\n');
  }

  private static String claims(BuildReport report) {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      int n = report.claims().getOrDefault(kind, 0);
      kinds.add(n + " " + (kind == Kind.BLOCKED || n == 1 ? kind.word() : kind.word() + "s"));
    }
    return String.join(", ", kinds);
  }

  private static String problems(List<Problem> problems) {
    return problems.isEmpty() ? "none" : count(problems.size(), "warning");
  }

  private static String count(int n, String noun) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? noun : noun + "s");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
  }

  /// The folder as the writer would type it from here.
  private static String shown(Path output) {
    Path here = Path.of("").toAbsolutePath();
    Path there = output.toAbsolutePath().normalize();
    return (there.startsWith(here) ? here.relativize(there) : there) + "/";
  }
}
