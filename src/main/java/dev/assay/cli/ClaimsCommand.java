package dev.assay.cli;

import dev.assay.build.SiteBuild;
import dev.assay.export.CheckpointRow;
import dev.assay.export.ClaimRow;
import dev.assay.export.ClaimsCsv;
import dev.assay.export.ClaimsJson;
import dev.assay.note.Kind;
import dev.assay.problem.Problem;
import dev.assay.problem.ProblemText;
import dev.assay.view.project.Model;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `assay claims`.
@Command(
    name = "claims",
    description = {"Prints the ledger: every claim of the site with its kind, status and place.", ""},
    footer = {
      "",
      "Examples:",
      "  assay claims --kind speculation             every guess",
      "  assay claims --due-before 2027-01-01        what will be settled this year",
      "  assay claims --source reuters.com --year 2026",
      "                                              what that site carries",
      "  assay claims --format csv > claims.csv      for a spreadsheet"
    })
final class ClaimsCommand implements Callable<Integer>, OfSite {
  enum Format { TABLE, JSON, CSV }

  private static final int TEXT_WIDTH = 72;

  private final Terminal terminal;

  private final SiteFlags flags = new SiteFlags();

  @Option(names = "--kind", paramLabel = "KIND", description = "fact, inference, speculation or blocked.")
  private @Nullable Kind kind;

  @Option(names = "--status", paramLabel = "STATUS",
      description = "standing, confirmed, refuted, withdrawn, superseded, expired, unblocked or amended.")
  private dev.assay.claim.@Nullable Status status;

  @Option(names = "--due-before", paramLabel = "DATE", description = "Only claims to be settled before this day, and checkpoints to be looked at before it.")
  private @Nullable LocalDate dueBefore;

  @Option(names = "--entity", paramLabel = "NAME", description = "Only claims that speak of this company, product or institution.")
  private @Nullable String entity;

  @Option(names = "--hub", paramLabel = "SLUG", description = "Only claims that the notes of this hub make.")
  private @Nullable String hub;

  @Option(names = "--source", paramLabel = "SOURCE",
      description = "Only claims that rest on this: a key of the bibliography, a host, an address or a name.")
  private @Nullable String source;

  @Option(names = "--year", paramLabel = "YEAR", description = "Only claims first made in this year.")
  private @Nullable Integer year;

  @Option(names = "--format", paramLabel = "FORMAT", description = "table, json or csv. Default: table.")
  private Format format = Format.TABLE;

  ClaimsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SiteFlags flags() {
    return flags;
  }

  @Override
  public Integer call() {
    Found found;
    try (LiveProgress progress = new LiveProgress(terminal)) {
      found = SiteBuild.analyse(flags.options(), progress, this::found);
    }
    if (!found.problems().isEmpty()) {
      terminal.err().print(ProblemText.of(terminal.colour()).report(found.problems()));
      return ExitCode.ERRORS;
    }
    if (found.unknown().isPresent()) {
      throw flags.usage(found.unknown().get());
    }
    switch (format) {
      case TABLE -> table(found.rows(), found.points());
      case JSON -> terminal.print(dueBefore == null ? ClaimsJson.write(found.rows()) : ClaimsJson.write(found.rows(), found.points()));
      case CSV -> terminal.print(ClaimsCsv.write(found.rows(), found.points()));
    }
    return ExitCode.DONE;
  }

  /// What is listed.
  ///
  /// @param problems all of a site that has an error; else none
  /// @param unknown  why what is asked for is nothing that the site knows
  private record Found(List<Problem> problems, Optional<String> unknown, List<ClaimRow> rows, List<CheckpointRow> points) {}

  private Found found(SiteBuild.Checked checked) {
    if (!checked.report().succeeded()) {
      return new Found(checked.report().problems(), Optional.empty(), List.of(), List.of());
    }
    Model model = checked.analysis().model();
    ClaimFilter filter =
        new ClaimFilter(
            Optional.ofNullable(kind), Optional.ofNullable(status), Optional.ofNullable(dueBefore), Optional.ofNullable(entity),
            Optional.ofNullable(hub), Optional.ofNullable(source), Optional.ofNullable(year));
    Optional<String> unknown = filter.unknown(model);
    return unknown.isPresent()
        ? new Found(List.of(), unknown, List.of(), List.of())
        : new Found(List.of(), unknown, checked.analysis().rows(filter.in(model)), checked.analysis().checkpoints(filter.points(model)));
  }

  private void table(List<ClaimRow> rows, List<CheckpointRow> points) {
    for (ClaimRow row : rows) {
      terminal.out().println(
          sign(row.kind()) + " " + String.format(Locale.ROOT, "%-11s ", row.kind().word()) + terminal.bold(row.id()));
      terminal.out().println("  " + cut(row.text()));
      facts(row.asserted(), row.status(), row.due(), row.file());
    }
    for (CheckpointRow row : points) {
      terminal.out().println("◇ checkpoint  " + terminal.bold(row.id()));
      terminal.out().println("  " + cut(row.text()));
      facts(row.asserted(), row.status(), row.due(), row.file());
    }
    String claims = rows.size() + (rows.size() == 1 ? " claim" : " claims");
    terminal.out().println(dueBefore == null ? claims : claims + ", " + points.size() + (points.size() == 1 ? " checkpoint" : " checkpoints"));
  }

  private void facts(Optional<LocalDate> asserted, String status, Optional<String> due, String file) {
    List<String> facts = new ArrayList<>();
    asserted.ifPresent(day -> facts.add(day.toString()));
    if (!status.equals("standing")) {
      facts.add(status);
    }
    due.ifPresent(day -> facts.add("due " + day));
    facts.add(file);
    terminal.out().println("  " + terminal.dim(String.join(", ", facts)));
  }

  private static String cut(String text) {
    return text.length() <= TEXT_WIDTH ? text : text.substring(0, text.offsetByCodePoints(0, Math.min(TEXT_WIDTH, text.codePointCount(0, text.length())))) + "…";
  }

  private static String sign(Kind kind) {
    return switch (kind) {
      case FACT -> "●";
      case INFERENCE -> "◐";
      case SPECULATION -> "○";
      case BLOCKED -> "⊘";
    };
  }
}
