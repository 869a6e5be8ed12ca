package dev.assay.cli;

import dev.assay.build.BuildOptions;
import dev.assay.build.SiteSurvey;
import dev.assay.note.Shortcode;
import dev.assay.problem.Cells;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.template.ShortcodeTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `assay shortcodes`.
@Command(
    name = "shortcodes",
    description = {"Lists the shortcodes that notes may call, and what each takes.", ""},
    footer = {
      "",
      "Examples:",
      "  assay shortcodes             all of them, the site's own and those that come with Assay",
      "  assay shortcodes quotation   one of them"
    })
final class ShortcodesCommand implements Callable<Integer>, OfSite {
  private static final int INDENT = 2;

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Prints this one alone.")
  private @Nullable String name;

  ShortcodesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() {
    BuildOptions options = flags.options();
    ShortcodeTemplates templates = SiteSurvey.shortcodes(options.root());
    List<Shortcode> wanted = templates.all().stream().filter(each -> name == null || each.name().equals(name)).toList();
    if (wanted.isEmpty() && name != null) {
      throw flags.usage("there is no shortcode '" + name + "'; " + Nearest.hint(name, templates.names()));
    }
    for (Shortcode each : wanted) {
      print(each, templates);
    }
    List<Problem> problems = templates.problems();
    terminal.err().print(problems.isEmpty() ? "" : ProblemText.of(terminal.colour()).report(problems));
    return problems.isEmpty() ? ExitCode.DONE : ExitCode.ERRORS;
  }

  private void print(Shortcode shortcode, ShortcodeTemplates templates) {
    terminal.out().println(terminal.bold(call(shortcode)) + (shortcode.about().isEmpty() ? "" : "  " + Cells.visible(shortcode.about())));
    if (!shortcode.usable()) {
      terminal.out().println(" ".repeat(INDENT) + "cannot be used, see below");
    }
    int names = shortcode.parameters().stream().mapToInt(each -> each.name().length()).max().orElse(0);
    int types = shortcode.parameters().stream().mapToInt(each -> Cells.of(takes(each))).max().orElse(0);
    for (Shortcode.Parameter each : shortcode.parameters()) {
      String line = " ".repeat(INDENT) + each.name() + " ".repeat(names - each.name().length() + 2) + takes(each) + " ".repeat(types - Cells.of(takes(each)) + 2) + when(shortcode, each);
      terminal.out().println(line.stripTrailing() + (each.about().isEmpty() ? "" : "; " + Cells.visible(each.about())));
    }
    terminal.out().println(" ".repeat(INDENT) + terminal.dim(templates.file(shortcode) + (shortcode.feed() ? ", and a form for feeds" : "")));
    terminal.out().println();
  }

  /// How a note calls it.
  private static String call(Shortcode shortcode) {
    String words = shortcode.argument().isEmpty() ? "" : shortcode.argument();
    if (shortcode.inline()) {
      return "{" + shortcode.name() + "}`" + (words.isEmpty() ? "…" : words) + "`";
    }
    String body = switch (shortcode.body()) {
      case NONE -> "";
      case OPTIONAL -> ", with or without text";
      case REQUIRED -> ", with text";
    };
    return ":::{" + shortcode.name() + "}" + (words.isEmpty() ? "" : " " + words) + body;
  }

  private static String takes(Shortcode.Parameter parameter) {
    return switch (parameter.type()) {
      case INTEGER, NUMBER, CHOICE, DATE, BOOL -> parameter.takes();
      case TEXT, MARKDOWN, URL, FILE, NOTE -> parameter.type().word();
    };
  }

  private static String when(Shortcode shortcode, Shortcode.Parameter parameter) {
    List<String> said = new ArrayList<>();
    if (shortcode.argument().equals(parameter.name())) {
      said.add("behind the name");
    }
    parameter.otherwise().ifPresentOrElse(value -> said.add("else " + value), () -> said.add(parameter.required() ? "needed" : "may be missing"));
    return String.join(", ", said);
  }
}
