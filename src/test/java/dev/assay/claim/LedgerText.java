package dev.assay.claim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.frontmatter.DirectiveReader;
import dev.assay.frontmatter.SiteReader;
import dev.assay.note.Directive;
import dev.assay.note.Language;
import dev.assay.note.Note;
import dev.assay.note.Site;
import dev.assay.note.Value;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.testing.NoteText;
import dev.assay.testing.SiteText;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Notes as text, joined to a ledger with no site around them: no folder, no catalog, no pages. The text is that of [SiteText], its
/// files named below `content/`; `a.md` has the slug `a` and the address `/a/`, and `a.ko.md` is its Korean translation.
///
/// There is one figure, `base.cost`, one entry of the bibliography, `kim2024`, notes mention `TSMC` and `ASML` where their claims do, and today is
/// 22 November 2026.
final class LedgerText {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Site SITE = SiteReader.read(new SourceText("site.yaml", "languages: [en, ko]\n"), Site.defaults("Ledger"), List.of()).site();

  private LedgerText() {}

  /// A note of a day whose text begins on line 4.
  static String note(String name, String date, String text) {
    return "-- " + name + ".md --\n---\ndate: " + date + "\n---\n" + text + "\n";
  }

  /// A note without a day whose text begins on line 1.
  static String undated(String name, String text) {
    return "-- " + name + ".md --\n" + text + "\n";
  }

  /// A note whose head has a list of mappings, the first of them on line 4.
  static String list(String name, String date, String key, String... items) {
    StringBuilder out = new StringBuilder("-- " + name + ".md --\n---\ndate: " + date + "\n" + key + ":\n");
    for (String item : items) {
      out.append("  - {").append(item).append("}\n");
    }
    return out.append("---\nWords.\n").toString();
  }

  /// A note that tells of events, the first of them on line 4.
  static String told(String name, String date, String... events) {
    return list(name, date, "history", events);
  }

  static Ledgers.Result join(String text) {
    return join(text, Language.ENGLISH, TODAY);
  }

  static Ledgers.Result join(String text, Language siteLanguage, LocalDate today) {
    return Ledgers.join(notes(text), siteLanguage, (_, figure) -> figure.equals("base.cost"), "kim2024"::equals, today);
  }

  /// The ledger of notes in which nothing is wrong.
  static Ledger sound(String text) {
    Ledgers.Result result = join(text);
    assertEquals(List.of(), result.problems().stream().map(LedgerText::line).toList());
    return result.ledger();
  }

  /// What is wrong with some notes, a line each.
  static List<String> problems(String text) {
    return join(text).problems().stream().map(LedgerText::line).toList();
  }

  static String line(Problem problem) {
    String hint = problem.hint().isEmpty() ? "" : " | " + problem.hint();
    return problem.place() + ": " + problem.severity().word() + "[" + problem.code().word() + "]: " + problem.message() + hint;
  }

  static Claim claim(Ledger ledger, String name) {
    return ledger.named(name).orElseThrow(() -> new AssertionError(name + " is not among " + ledger.byName().keySet()));
  }

  /// What happened to a claim, each event as its day and its word.
  static List<String> course(Ledger ledger, String name) {
    return claim(ledger, name).history().stream().map(event -> event.date() + " " + event.status().word()).toList();
  }

  static List<ClaimNote> notes(String text) {
    List<ClaimNote> notes = new ArrayList<>();
    SiteText.of(text).tree().files().forEach((path, bytes) -> notes.add(note(path, new String(bytes, UTF_8))));
    return notes;
  }

  private static ClaimNote note(String path, String text) {
    Note note = NoteText.read(SITE, path, text);
    Language language = NoteText.language(note.source());
    String slug = note.source().fileName().replaceFirst("\\..*", "");
    String prefix = language.equals(Language.ENGLISH) ? "/" : "/" + language.tag() + "/";
    return new ClaimNote(note, slug, language, prefix + slug + "/", note.head().date().map(OffsetDateTime::toLocalDate), directives(note));
  }

  private static Map<Integer, Value.Mapping> directives(Note note) {
    Map<Integer, Value.Mapping> bodies = new TreeMap<>();
    for (int i = 0; i < note.directives().size(); i++) {
      Directive directive = note.directives().get(i);
      if (directive.name().equals("checkpoints")) {
        bodies.put(i, DirectiveReader.read(directive).mapping());
      }
    }
    return bodies;
  }
}
