package dev.assay.cli;

import dev.assay.build.LanguageReport;
import dev.assay.build.SiteBuild;
import dev.assay.note.Language;
import dev.assay.problem.Cells;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `assay languages`.
@Command(
    name = "languages",
    description = {"Tells which notes and which texts of the theme each language of the site lacks.", ""},
    footer = {
      "",
      "Examples:",
      "  assay languages                                    the languages, and the notes without a translation",
      "  assay languages ja >> templates/i18n/ja.properties   the texts that Japanese lacks, to be translated"
    })
final class LanguagesCommand implements Callable<Integer>, OfSite {
  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Parameters(paramLabel = "LANGUAGE", arity = "0..1", description = "Prints the texts that this language lacks, as lines of its file.")
  private @Nullable String language;

  LanguagesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() {
    LanguageReport report;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      report = SiteBuild.languages(flags.options(), progress);
    }
    if (language == null) {
      overview(report);
      return ExitCode.DONE;
    }
    Optional<Map<String, String>> missing = report.missing(language);
    if (missing.isEmpty()) {
      String known = report.languages().stream().map(each -> each.language().tag()).collect(Collectors.joining(", "));
      throw flags.usage("the site has no language '" + language + "', only " + known + "; add it to 'languages' in site.yaml");
    }
    missing.get().forEach((key, text) -> terminal.out().println(key + " = " + text));
    return ExitCode.DONE;
  }

  private void overview(LanguageReport report) {
    int width = report.languages().stream().mapToInt(each -> Cells.of(name(each.language()))).max().orElse(0);
    for (LanguageReport.OfLanguage each : report.languages()) {
      String name = name(each.language());
      String lacks = each.missing().isEmpty() ? "all " + each.words() + " texts" : each.words() + " texts of " + (each.words() + each.missing().size());
      terminal.out().println(terminal.bold(name) + " ".repeat(width - Cells.of(name) + 2) + each.notes() + (each.notes() == 1 ? " note, " : " notes, ") + lacks);
      each.unknown().forEach((key, near) -> terminal.out().println("  no text is called '" + key + "'; did you mean '" + near + "'?"));
    }
    Map<String, List<Language>> untranslated = report.untranslated();
    if (report.languages().size() > 1) {
      terminal.out().println();
      terminal.out().println(
          untranslated.isEmpty() ? "Every note is there in every language." : untranslated.size() + (untranslated.size() == 1 ? " note is" : " notes are") + " not there in every language:");
      untranslated.forEach((file, lacking) -> terminal.out().println("  " + file + "  " + terminal.dim("not in " + lacking.stream().map(Language::tag).collect(Collectors.joining(", ")))));
    }
  }

  private static String name(Language language) {
    return language.tag() + "  " + language.locale().getDisplayName(language.locale());
  }
}
