package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.claim.Premise;
import dev.assay.claim.Source;
import dev.assay.note.ClaimDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says how each claim was read: for a writer who wonders why something counts, or doesn't.
public final class Explanation {
  private Explanation() {}

  /// One paragraph per claim, in the order of the files.
  public static String of(Analysis analysis) {
    StringBuilder out = new StringBuilder();
    List<Entry> entries = new ArrayList<>(analysis.entries());
    entries.sort((a, b) -> a.source().compareTo(b.source()));
    for (Entry entry : entries) {
      List<Claim> claims = analysis.model().ledger().of(entry.source());
      for (int i = 0; i < claims.size(); i++) {
        explain(claims.get(i), entry.note().claims().get(i), analysis.model().plain(entry, entry.note().claims().get(i).pieces()), out);
      }
    }
    return out.toString();
  }

  private static void explain(Claim claim, ClaimDraft draft, String text, StringBuilder out) {
    String form =
        switch (draft.form()) {
          case TAG -> "by its tag";
          case HEADING -> "by the heading above it";
          case DIRECTIVE -> "by a directive";
        };
    out.append(draft.place()).append(": ").append(draft.kind().word()).append(' ').append(form);
    out.append(claim.named() ? ", named " + claim.id() : ", without a name").append('\n');
    out.append("  ").append(text).append('\n');
    if (!claim.sources().isEmpty()) {
      out.append("  sources: ").append(claim.sources().stream().map(Explanation::source).collect(Collectors.joining(", "))).append('\n');
    }
    if (!claim.because().isEmpty()) {
      out.append("  because: ").append(claim.because().stream().map(Explanation::premise).collect(Collectors.joining(", "))).append('\n');
    }
    claim.due().ifPresent(due -> out.append("  due: ").append(due.written()).append('\n'));
    if (claim.probability().isPresent()) {
      out.append("  probability: ").append(String.format(Locale.ROOT, "%.2f", claim.probability().getAsDouble())).append('\n');
    }
    if (claim.places().size() > 1) {
      out.append("  also made: ").append(claim.places().stream().map(p -> p.draft().place().toString()).collect(Collectors.joining(", "))).append('\n');
    }
  }

  private static String source(Source source) {
    return switch (source) {
      case Source.Citation(String key, String locator) -> "@" + key + (locator.isEmpty() ? "" : ", " + locator);
      case Source.Web(String url, _) -> url;
      case Source.Attribution(String name) -> "'" + name + "' (named in the sentence)";
    };
  }

  private static String premise(Premise premise) {
    return switch (premise) {
      case Premise.OfClaim(String id) -> id;
      case Premise.OfFigure(String name) -> "the figure " + name;
    };
  }
}
