package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.claim.Checkpoint;
import dev.assay.claim.Claim;
import dev.assay.claim.Due;
import dev.assay.cost.Figures;
import dev.assay.export.CheckpointRow;
import dev.assay.export.ClaimRow;
import dev.assay.export.LateRow;
import dev.assay.note.Digest;
import dev.assay.note.Kind;
import dev.assay.note.PlainText;
import dev.assay.note.SitePath;
import dev.assay.note.ValueDigest;
import dev.assay.problem.Problem;
import dev.assay.publish.Artifact;
import dev.assay.view.project.LedgerPages;
import dev.assay.view.project.Model;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// A site, understood: everything that pages, feeds and exports are made from.
///
/// @param files   scenarios to publish as files, by their address without its ending
/// @param shown   charts and rows to publish beside the notes that show them
/// @param figures how many figures its notes show
/// @param pictures smaller forms of pictures, as files of the site
/// @param parsed  how many notes were parsed in this build
public record Analysis(
    Model model, Map<SitePath, Figures> files, List<BesideNote> shown, int figures, int parsed, List<Artifact> pictures, List<Problem> problems) {
  public Analysis {
    shown = List.copyOf(shown);
    pictures = List.copyOf(pictures);
    problems = List.copyOf(problems);
  }

  /// The same site, with texts from elsewhere.
  Analysis with(Model.Texts texts) {
    return new Analysis(model.with(texts), files, shown, figures, parsed, pictures, problems);
  }

  /// The same site, with what is known of its pictures.
  Analysis with(PictureStep.Result known) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(known.problems());
    return new Analysis(model.with(known.pictures()), files, shown, figures, parsed, known.files(), all);
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

  /// The claims of the ledger that are wanted, as other programs get them.
  public List<ClaimRow> rows(Predicate<Claim> wanted) {
    return model.ledger().claims().stream().filter(wanted).filter(this::isPublished).map(this::row).toList();
  }

  /// The checkpoints that are wanted, each in one language: the site's where it is written in that.
  public List<CheckpointRow> checkpoints(Predicate<Checkpoint> wanted) {
    Map<String, Checkpoint> once = new LinkedHashMap<>();
    for (Checkpoint checkpoint : model.ledger().checkpoints()) {
      boolean first = checkpoint.language().equals(model.site().language());
      once.merge(checkpoint.id(), checkpoint, (known, other) -> first ? other : known);
    }
    return once.values().stream().filter(wanted).flatMap(checkpoint -> model.catalog().entry(checkpoint.note()).map(entry -> row(checkpoint, entry)).stream()).toList();
  }

  private CheckpointRow row(Checkpoint checkpoint, Entry entry) {
    return new CheckpointRow(
        checkpoint.id(), model.plain(entry, checkpoint.text()), model.plain(entry, checkpoint.strong()), model.plain(entry, checkpoint.weak()),
        entry.slug(), absolute(checkpoint.url()), checkpoint.claims(), checkpoint.status().word(), checkpoint.asserted(),
        checkpoint.due().map(Due::written), entry.note().file());
  }

  /// The whole ledger, as the files of the site have it.
  ///
  /// @param digest names what pages show of a claim
  List<LateRow> ledger(Function<Claim, Digest> digest) {
    List<Claim> published = model.ledger().claims().stream().filter(this::isPublished).toList();
    return new AbstractList<>() {
      @Override
      public LateRow get(int index) {
        return new Row(published.get(index), digest);
      }

      @Override
      public int size() {
        return published.size();
      }
    };
  }

  private final class Row implements LateRow {
    private final Claim claim;
    private final Function<Claim, Digest> digests;

    Row(Claim claim, Function<Claim, Digest> digests) {
      this.claim = claim;
      this.digests = digests;
    }

    @Override
    public Optional<LocalDate> asserted() {
      return claim.asserted();
    }

    @Override
    public Digest digest() {
      return named(claim, digests.apply(claim));
    }

    @Override
    public ClaimRow row() {
      return Analysis.this.row(claim);
    }
  }

  /// A row has the file and the slug of its note, which no page shows.
  private Digest named(Claim claim, Digest digest) {
    return ValueDigest.ofList(List.of(digest.hex(), entry(claim).note().file(), entry(claim).slug()));
  }

  private boolean isPublished(Claim claim) {
    return model.catalog().entry(claim.first().note()).isPresent();
  }

  private Entry entry(Claim claim) {
    return model.catalog().entry(claim.first().note()).orElseThrow();
  }

  private ClaimRow row(Claim claim) {
    Entry entry = entry(claim);
    String html = model.inline(entry, claim.first().draft().pieces());
    return ClaimRow.of(claim, PlainText.of(html), html, entry.slug(), entry.note().file(), LedgerPages.entities(model, claim), this::absolute);
  }

  /// The ledger keeps addresses on the site with their anchor, as it was given them.
  private String absolute(String url) {
    int hash = url.indexOf('#');
    String path = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    return model.base().absolute(new SitePath(path), fragment);
  }
}
