package dev.assay.cli;

import dev.assay.catalog.Entry;
import dev.assay.catalog.HubReport;
import java.util.List;
import java.util.function.Function;

/// The report on hubs as it is printed.
final class HubReportText {
  private HubReportText() {}

  static String of(HubReport report, int days) {
    StringBuilder out = new StringBuilder();
    section("Notes in no hub", "name a hub under 'hubs', or let one gather them by rule", report.homeless(), HubReportText::line, out);
    section(
        "Hubs to which nothing came for more than " + days + " days", "write, or say in the hub that it is closed", report.stale(),
        each ->
            each.hub().note().file()
                + each.since().map(since -> "  since " + since + ", " + each.days() + " days").orElse("  no dated note"),
        out);
    section("Dead ends", "no link in their text leads to another page of the site", report.deadEnds(), HubReportText::line, out);
    return out.toString();
  }

  private static String line(Entry entry) {
    return entry.note().file() + entry.date().map(date -> "  " + date.toLocalDate()).orElse("") + "  " + entry.title();
  }

  private static <T> void section(String title, String hint, List<T> things, Function<T, String> line, StringBuilder out) {
    out.append(title).append(": ").append(things.isEmpty() ? "none" : Integer.toString(things.size())).append('\n');
    if (!things.isEmpty()) {
      things.forEach(thing -> out.append("  ").append(line.apply(thing)).append('\n'));
      out.append("  hint: ").append(hint).append('\n');
    }
  }
}
