package dev.assay.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.claim.ClaimNote;
import dev.assay.claim.Ledger;
import dev.assay.claim.Ledgers;
import dev.assay.frontmatter.ParsedSite;
import dev.assay.frontmatter.SiteReader;
import dev.assay.note.Note;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.testing.NoteText;
import dev.assay.testing.SiteText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A catalog of notes as text: no folder on a disk, no pages. The text is that of [SiteText], its files named below `content/`; what is no
/// note and not `site.yaml` is a file that is published as it is. Today is 22 November 2026.
record CatalogText(Site site, Placement.Result placed, Ledger ledger, Catalog catalog) {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  static CatalogText of(String text) {
    return of(text, new Edition(TODAY, false, false));
  }

  static CatalogText of(String text, Edition edition) {
    SortedMap<String, byte[]> files = new TreeMap<>(SiteText.of(text).tree().files());
    byte[] settings = files.remove("site.yaml");
    Site site = site(settings == null ? "" : new String(settings, UTF_8));
    List<Note> notes = new ArrayList<>();
    List<SourceId> others = new ArrayList<>();
    files.forEach((path, bytes) -> {
      if (path.endsWith(".md") || path.endsWith(".markdown")) {
        notes.add(NoteText.read(site, path, new String(bytes, UTF_8)));
      } else {
        others.add(new SourceId(path));
      }
    });
    Placement.Result placed = Placement.place(site, edition, notes);
    Ledger ledger =
        Ledgers.join(
                placed.entries().stream().map(CatalogText::claimNote).toList(), site.language(), (_, _) -> false, _ -> false, TODAY)
            .ledger();
    return new CatalogText(site, placed, ledger, Catalogs.of(site, placed, () -> ledger, others, FixedAddresses.of(site, placed.entries())));
  }

  private static Site site(String settings) {
    ParsedSite read = SiteReader.read(new SourceText("site.yaml", "title: Site\n" + settings), Site.defaults("Site"), List.of("post", "hub", "page", "guide", "brief"));
    assertEquals(List.of(), read.problems());
    return read.site();
  }

  private static ClaimNote claimNote(Entry entry) {
    return new ClaimNote(
        entry.note(), entry.slug(), entry.language(), entry.address().value(), entry.date().map(OffsetDateTime::toLocalDate), Map.of());
  }

  /// The same, in which nothing is wrong.
  static CatalogText sound(String text) {
    CatalogText read = of(text);
    assertEquals(List.of(), read.problems());
    return read;
  }

  /// A note with keys in its head.
  static String note(String path, String head, String... lines) {
    return "-- " + path + " --\n---\n" + head + "\n---\n" + String.join("\n", lines) + "\n";
  }

  /// A dated note, titled by its file's name.
  static String post(String name, String day, String... lines) {
    return note("post/" + name + ".md", "title: " + name + "\ndate: " + day, lines);
  }

  Entry entry(String path) {
    return catalog.entry(new SourceId(path)).orElseThrow(() -> new AssertionError(path + " is not among " + paths(catalog.entries())));
  }

  static List<String> paths(List<Entry> entries) {
    return entries.stream().map(entry -> entry.source().value()).toList();
  }

  /// What is wrong, a line each, in the order of the places.
  List<String> problems() {
    return catalog.problems().stream().sorted(Comparator.comparing((Problem problem) -> problem.place().file()).thenComparingInt(problem -> problem.place().line()).thenComparingInt(problem -> problem.place().column())).map(CatalogText::line).toList();
  }

  static String line(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : " | " + problem.hint();
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message() + hint;
  }

  /// Where the links of a note lead, in short.
  List<String> leads(String path) {
    return catalog.destinations().getOrDefault(new SourceId(path), List.of()).stream().map(CatalogText::shown).toList();
  }

  private static String shown(Destination destination) {
    return switch (destination) {
      case Destination.Elsewhere(String url) -> "away " + url;
      case Destination.Here here ->
          here.path() + here.query() + (here.fragment().isEmpty() ? "" : "#" + here.fragment()) + here.note().map(note -> " " + note.value()).orElse("");
      case Destination.Nowhere(String written) -> "nowhere " + written;
    };
  }
}
