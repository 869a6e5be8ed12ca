package dev.assay.importer.folder;

import dev.assay.importer.Explanations;
import dev.assay.importer.ImportReport;
import dev.assay.importer.Remark;
import dev.assay.importer.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// Compares the pages of an old site's folder with the pages that are built of the notes imported from it.
final class FolderComparison {
  /// Shortcodes and tags that say what is written in them, or lead somewhere.
  private static final Set<String> SPEAKING =
      Set.of("figure", "img", "image", "ref", "relref", "link", "post_url", "details", "note", "notice", "tip", "hint", "info", "warning", "danger", "caution", "important", "alert", "callout",
          "/note", "/notice", "/tip", "/hint", "/info", "/warning", "/danger", "/caution", "/important", "/alert", "/callout", "/figure", "/details", "end", "seo", "feed_meta", "rawhtml", "/rawhtml");

  private final OldSite old;
  private final ImportReport report;
  private final Path site;
  private final String settings;
  final List<String> differences = new ArrayList<>();
  int identical;
  int named;
  int unnamed;
  int missing;

  FolderComparison(OldSite old, ImportReport report, Path site) {
    this.old = old;
    this.report = report;
    this.site = site;
    this.settings = old.generator().config(old.folder()).flatMap(old.folder()::text).orElse("");
  }

  FolderComparison run() throws IOException {
    for (int i = 0; i < old.pages().size(); i++) {
      OldPage page = old.pages().get(i);
      ImportReport.Item told = report.items().get(i);
      if (told.outcome() == ImportReport.Outcome.WRITTEN && !page.draft() && page.publish().isEmpty() && page.expires().isEmpty() && !page.body().isBlank()) {
        page(page, told);
      }
    }
    return this;
  }

  int compared() {
    return identical + named + unnamed;
  }

  private void page(OldPage page, ImportReport.Item told) throws IOException {
    Path file = file(address(page, told));
    if (!Files.exists(file)) {
      missing++;
      differences.add("NO PAGE " + page.path() + " at " + page.address() + "   " + said(told));
      return;
    }
    OriginalText original = OriginalText.of(old.folder().root(), page.path(), old.generator(), settings);
    List<Words.Run> runs = Words.differences(original.words(), built(file)).stream().filter(run -> !isSameScript(run)).toList();
    Explanations explanations = new Explanations(told.remarks(), OriginalText::lettersOnly);
    List<Words.Run> open = new ArrayList<>();
    boolean marksOnly = true;
    for (Words.Run run : runs) {
      boolean marks = run.lost().stream().anyMatch(OriginalText::isMark);
      marksOnly &= marks && speaks(run, original);
      if (!isNamed(run, original, told, explanations)) {
        open.add(run);
      }
    }
    if (!open.isEmpty()) {
      unnamed++;
      open.forEach(run -> differences.add("UNNAMED " + page.path() + ": " + shown(run, original) + "   " + said(told)));
    } else if (marksOnly) {
      identical++;
    } else {
      named++;
    }
  }

  /// Whether a run of Korean, Chinese or Japanese is parted otherwise only: marks beside their letters are emphasis for
  /// Assay and text for other readers of Markdown.
  private static boolean isSameScript(Words.Run run) {
    String lost = String.join("", run.lost());
    return lost.equals(String.join("", run.gained())) && lost.codePoints().allMatch(Character::isIdeographic);
  }

  /// Where a page is: at its old address, or where the report says.
  private static String address(OldPage page, ImportReport.Item told) {
    return told.remarks().stream()
        .map(Remark::text)
        .filter(text -> text.startsWith("the address ") && text.contains(", so the page is at "))
        .map(text -> text.substring(text.lastIndexOf(' ') + 1))
        .findFirst()
        .orElse(page.address());
  }

  private static String said(ImportReport.Item told) {
    return told.remarks().stream().map(remark -> remark.kind().word() + " " + remark.text()).toList().toString();
  }

  private static String shown(Words.Run run, OriginalText original) {
    TreeMap<String, String> marks = new TreeMap<>();
    run.lost().stream().filter(OriginalText::isMark).forEach(mark -> marks.put(mark, original.construct(mark).written()));
    return run + (marks.isEmpty() ? "" : " where " + marks);
  }

  /// Whether a run is nothing but constructs whose words are shown as a reader of the old site saw them.
  private static boolean speaks(Words.Run run, OriginalText original) {
    return run.lost().stream().allMatch(word -> OriginalText.isMark(word) && SPEAKING.contains(original.construct(word).name()));
  }

  private static boolean isNamed(Words.Run run, OriginalText original, ImportReport.Item told, Explanations explanations) {
    List<String> own = new ArrayList<>();
    List<String> gained = new ArrayList<>(run.gained());
    for (String word : run.lost()) {
      if (!OriginalText.isMark(word)) {
        own.add(word);
        continue;
      }
      OriginalText.Construct construct = original.construct(word);
      if (!SPEAKING.contains(construct.name()) && !isSpokenOf(construct, told)) {
        return false;
      }
      // What it says is shown as it was written, in whole or in part.
      List<String> written = OriginalText.lettersOnly(Words.ofText(construct.written()));
      int from = longest(gained, written);
      gained = new ArrayList<>(gained.subList(from, gained.size()));
      if (SPEAKING.contains(construct.name())) {
        gained.removeIf(written::contains);
      }
    }
    if (!gained.isEmpty()) {
      gained = without(gained, original, told);
    }
    boolean callout = gained.size() == 1 && Set.of("Note", "Tip", "Warning", "Caution", "Important", "참고").contains(gained.getFirst()) && own.isEmpty() && !run.lost().isEmpty();
    return callout || explanations.explain(new Words.Run(own, gained));
  }

  /// Words without those of constructs that stood in addresses, where they could not be seen.
  private static List<String> without(List<String> words, OriginalText original, ImportReport.Item told) {
    List<String> rest = words;
    for (boolean goesOn = true; goesOn && !rest.isEmpty(); ) {
      int most = 0;
      for (OriginalText.Construct construct : original.constructs()) {
        if (isSpokenOf(construct, told)) {
          most = Math.max(most, longest(rest, OriginalText.lettersOnly(Words.ofText(construct.written()))));
        }
      }
      goesOn = most > 0;
      rest = rest.subList(most, rest.size());
    }
    return rest;
  }

  /// How many of the first words are those of a construct, in their order.
  private static int longest(List<String> gained, List<String> written) {
    int length = 0;
    for (int from = 0; from < written.size(); from++) {
      int same = 0;
      while (same < gained.size() && from + same < written.size() && gained.get(same).equals(written.get(from + same))) {
        same++;
      }
      length = Math.max(length, same);
    }
    return length;
  }

  private static boolean isSpokenOf(OriginalText.Construct construct, ImportReport.Item told) {
    String says = construct.says().strip().replaceAll("\\s+", " ");
    String[] parts = says.split(" ", 3);
    String second = parts.length > 1 ? parts[1] : says;
    return told.remarks().stream().map(Remark::text).anyMatch(text -> text.contains("'" + construct.name() + "'") || text.endsWith(": " + construct.name()) || text.contains(": " + construct.name() + " (") || text.endsWith(says) || text.endsWith("an include: " + second))
        || (construct.name().startsWith("/") && told.remarks().stream().map(Remark::text).anyMatch(text -> text.contains("'" + construct.name().substring(1) + "'")));
  }

  private Path file(String address) throws IOException {
    Path file = at(address);
    if (!Files.exists(file) && Files.exists(at(address + "/"))) {
      file = at(address + "/");
    }
    if (Files.exists(file)) {
      Element refresh = Jsoup.parse(Files.readString(file)).selectFirst("meta[http-equiv=refresh]");
      if (refresh != null) {
        String to = refresh.attr("content").replaceFirst("(?i)^.*?url=", "");
        return at(java.net.URI.create(to).getPath());
      }
    }
    return file;
  }

  private Path at(String address) {
    return site.resolve(address.substring(1) + (address.endsWith("/") ? "index.html" : ""));
  }

  private static List<String> built(Path file) throws IOException {
    Element text = Jsoup.parse(Files.readString(file)).selectFirst("article div.text, .front .text");
    if (text == null) {
      return List.of();
    }
    text.select("aside.context, a.permalink, a.tag, .evidence, .reasons, details.why, .table-files, .linked, .footnote-ref, sup:has(a[role=doc-noteref]), .footnote-back").remove();
    return OriginalText.lettersOnly(Words.of(text));
  }
}
