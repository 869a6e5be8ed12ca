package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.FinishedFiles;
import dev.assay.testing.Payloads;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in a note stays a text: every payload in every place, looked at in the finished files by the parsers of those who
/// read them. With `-Dassay.payloads=1` each payload has a note of its own, which takes minutes; here one note holds some.
class SafePagesTest {
  private static final boolean WHOLE = System.getProperty("assay.payloads") != null;
  private static final int EACH = Integer.getInteger("assay.payloads", 16);

  private static final String SETTINGS =
      """
      title: Hostile
      base_url: https://hostile.example/lab/
      languages: [en, ko]
      authors: [A. Writer]
      cards: false
      feeds: {limit: 1000}
      fields: {desk: text}
      bibliography: [data/sources.yaml, data/more.bib]""";

  @TempDir private Path root;

  @Test
  void everyPayloadInEveryPlaceOfANoteStaysAText() throws Exception {
    List<String> payloads = WHOLE ? Payloads.all() : Payloads.some(300);
    assertTrue(payloads.size() >= 300, payloads.size() + " payloads");
    HostileSite site = new HostileSite(root);
    site.fixed("content/site.yaml", SETTINGS);
    site.fixed("content/data/scenarios.yaml", "base: {hardware: h100-sxm, model: llama-3.1-8b}");
    site.fixed("content/data/sources.yaml", "key: {type: book, title: A book, author: A. Writer, issued: 2025}");
    site.fixed("content/data/rows.csv", "name,number\na,1\nb,2");
    site.fixed("templates/shortcodes/zone.ftlh", "<#--\nabout: A word\ninline: true\nargument: word\nparameters:\n  word: text\n  to: {type: url, optional: true}\n-->\n<span class=\"zone\" title=\"${word}\">${word}<#if to??> <a href=\"${to}\">there</a></#if></span>");
    site.notes(payloads, EACH);
    sources(site, payloads);
    files(site, payloads);
    Files.createDirectories(root.resolve("content/post"));
    Files.write(root.resolve("content/post/p.png"), Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
    assertSafe(site);
  }

  /// What the owner of a site writes is trusted to decide, and still ends nowhere but in its place.
  @Test
  void everyPayloadInEveryPlaceOfTheSettingsStaysAText() throws Exception {
    List<String> payloads = WHOLE ? Payloads.all() : Payloads.some(300);
    HostileSite site = new HostileSite(root);
    String all = HostileSite.yaml(String.join(" ", payloads));
    String settings = "content/site.yaml";
    site.place(settings, "site title", "title: " + all);
    site.place(settings, "site description", "description: " + all);
    site.fixed(settings, "base_url: https://hostile.example/lab/\nlanguages: [en, ko]\ncards: false\nbibliography: [data/sources.yaml]\nlink_entities: true\nauthors:");
    each(payloads, (number, some) -> site.place(settings, "author", "  - {name: " + some + ", url: 'https://a.example/" + number + "', names: {ko: " + some + "}}"));
    Payloads.addresses().forEach(address -> site.place(settings, "author address", "  - {name: A, url: " + HostileSite.yaml(address) + "}"));
    site.fixed(settings, "menu:");
    each(payloads, (_, some) -> site.place(settings, "menu", "  - {label: {en: " + some + ", ko: " + some + "}, url: /archive/}"));
    Payloads.addresses().forEach(address -> site.place(settings, "menu address", "  - {label: x, url: " + HostileSite.yaml(address) + "}"));
    site.fixed(settings, "entities:");
    each(payloads, (number, some) -> site.place(settings, "entity", "  - {name: " + some + ", kind: company, names: {ko: " + some + "}, aliases: [" + some + ", E" + number + "]}"));
    Payloads.addresses().forEach(address -> site.place(settings, "entity address", "  - {name: " + HostileSite.yaml("N " + address) + ", kind: company, url: " + HostileSite.yaml(address) + "}"));
    site.fixed(settings, "theme:\n  one: two");
    payloads.forEach(payload -> site.place(settings, "key of the theme", "  " + HostileSite.yaml(payload) + ": " + HostileSite.yaml(payload)));
    site.fixed(settings, "claims:\n  names:\n    known: fact");
    payloads.forEach(payload -> site.place(settings, "word of a kind", "    " + HostileSite.yaml(payload) + ": fact"));
    site.fixed("content/index.ko.md", "\uc548\ub155.");
    words(site, payloads);
    site.fixed("content/data/sources.yaml", "k0: {type: book, title: A book}");
    site.fixed("content/post/a.md", "---\ntitle: A\ndate: 2026-01-01\nentities: [E0, E1, E2]\n---\nText of E0 and E3.\n\n- **[Fact]** It is so [@k0]. {#so}\n- [Speculation] It will be. {due=2026-12-31 probability=40%}");
    assertSafe(site);
  }

  /// Payloads joined to some texts in YAML.
  private static void each(List<String> payloads, BiConsumer<Integer, String> place) {
    int joined = WHOLE ? 1 : 12;
    for (int i = 0; i < payloads.size(); i += joined) {
      place.accept(i / joined, HostileSite.yaml("A" + i + " " + String.join(" ", payloads.subList(i, Math.min(payloads.size(), i + joined)))));
    }
  }

  private static void words(HostileSite site, List<String> payloads) throws IOException {
    List<String> keys = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("templates/i18n/en.properties"))) {
      String key = line.replaceFirst(" *=.*", "");
      if (line.contains("=") && !line.startsWith("#") && !key.matches("(kind|date|number)\\..*")) {
        keys.add(key);
      }
    }
    for (int i = 0; i < Math.max(keys.size(), payloads.size()); i++) {
      String text = HostileSite.line(payloads.get(i % payloads.size()));
      site.place("templates/i18n/" + (i < keys.size() ? "en" : "ko") + ".properties", "word of a language", keys.get(i % keys.size()) + " = {0} " + text);
    }
  }

  private static void sources(HostileSite site, List<String> payloads) {
    StringBuilder cited = new StringBuilder("---\ntitle: Sources\ndate: 2026-02-01\n---\nText.\n");
    each(payloads, (number, some) -> {
      site.place(
          "content/data/sources.yaml", "source",
          "k" + number + ": {type: book, title: " + some + ", author: [" + some + ", {family: " + some + ", given: " + some + "}], publisher: " + some + ", issued: 2025, note: " + some + ", container-title: " + some + ", page: " + some + "}");
      cited.append("\nAs [@k").append(number).append("] says.\n");
    });
    for (int i = 0; i < Payloads.addresses().size(); i++) {
      site.place("content/data/sources.yaml", "source address", "u" + i + ": {type: webpage, title: T, URL: " + HostileSite.yaml(Payloads.addresses().get(i)) + ", DOI: " + HostileSite.yaml(Payloads.addresses().get(i)) + "}");
      cited.append("\nAs [@u").append(i).append("] says.\n");
    }
    for (int i = 0; i < payloads.size(); i++) {
      site.place("content/data/more.bib", "BibTeX", "@book{b" + i + ", title = {" + HostileSite.line(payloads.get(i)) + "}, author = {" + HostileSite.line(payloads.get(i)) + "}, year = 2025}");
    }
    site.fixed("content/post/sources.md", cited.toString());
  }

  /// Names of files and folders.
  private static void files(HostileSite site, List<String> payloads) {
    for (int i = 0; i < payloads.size(); i++) {
      String name = Normalizer.normalize(HostileSite.line(payloads.get(i)).replaceAll("[/\\p{C}\\x{10000}-\\x{10ffff}]", "").strip(), Normalizer.Form.NFC);
      if (!name.isEmpty() && name.getBytes(StandardCharsets.UTF_8).length < 180 && !name.matches("\\.+")) {
        site.place("content/post/f" + i + "/" + name + ".txt", "name of a file", "text");
        if (i % 4 == 0) {
          site.place("content/post/g" + i + name + ".md", "name of a note", "A note.");
        }
      }
    }
  }

  private void assertSafe(HostileSite site) throws IOException {
    Tree built = site.built(Sites.options(root));
    List<String> broken = FinishedFiles.broken(built);
    int placed = site.placed().values().stream().mapToInt(Integer::intValue).sum();
    int refused = site.refused().values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf(Locale.ROOT, "%d places, %d payloads put there, %d refused, %d files%n", site.placed().size(), placed, refused, built.files().size());
    assertEquals(List.of(), broken.stream().limit(20).toList(), broken.size() + " in all");
    assertTrue(placed > 1000 && refused < placed / 2, placed + " placed, " + refused + " refused");
  }

  /// What would be told of a page that did nothing against them: who finds nothing in it would find nothing anywhere.
  @Test
  void whatIsNotEscapedIsFound() {
    List<String> found = Payloads.all().stream().filter(payload -> !FinishedFiles.brokenMarkup("page", "<p title=\"" + payload + "\">" + payload + "</p><a href=\"" + payload + "\">x</a>").isEmpty()).toList();
    assertTrue(found.size() > 300, found.size() + " found");
  }
}
