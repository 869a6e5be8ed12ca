package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Claim;
import dev.assay.cost.Figures;
import dev.assay.export.ClaimRow;
import dev.assay.note.Kind;
import dev.assay.note.PlainText;
import dev.assay.note.SitePath;
import dev.assay.problem.Problem;
import dev.assay.view.project.Model;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// A site, understood: everything that pages, feeds and exports are made from.
///
/// @param files   scenarios to publish as files, by their address without its ending
/// @param shown   charts and rows to publish beside the notes that show them
/// @param figures how many figures its notes show
/// @param parsed  how many notes were parsed in this build
public record Analysis(
    Model model, Map<SitePath, Figures> files, List<BesideNote> shown, int figures, int parsed, List<Problem> problems) {
  public Analysis {
    shown = List.copyOf(shown);
    problems = List.copyOf(problems);
  }

  /// The published notes.
  public List<Entry> entries() {
    return model.catalog().entries();
  }

  /// The ledger by kind; every kind is a key.
  public Map<Kind, Integer> claims() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0);
    }
    model.ledger().claims().forEach(claim -> counts.merge(claim.kind(), 1, Integer::sum));
    return counts;
  }

  /// The ledger as other programs get it.
  public List<ClaimRow> rows() {
    return rows(_ -> true);
  }

  /// The claims of the ledger that are wanted, as other programs get them.
  public List<ClaimRow> rows(Predicate<Claim> wanted) {
    List<ClaimRow> rows = new ArrayList<>();
    for (Claim claim : model.ledger().claims().stream().filter(wanted).toList()) {
      Claim.Place first = claim.first();
      Optional<Entry> entry = model.catalog().entry(first.note());
      entry.ifPresent(
          e -> {
            String html = model.inline(e, first.draft().pieces());
            String text = PlainText.of(html);
            rows.add(ClaimRow.of(claim, text, html, e.slug(), e.note().file(), this::absolute));
          });
    }
    return rows;
  }

  /// The ledger keeps addresses on the site with their anchor, as it was given them.
  private String absolute(String url) {
    int hash = url.indexOf('#');
    String path = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    return model.base().absolute(new SitePath(path), fragment);
  }
}
