package dev.assay.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A site in a folder that is edited at random, as a writer, an editor program and a failing disk would edit it. The
/// same seed makes the same edits.
final class EditedSite {
  private static final Pattern NAMED = Pattern.compile("\\{#([a-z][0-9]+)");

  /// What an edit changed: `edit body of post/n3.md`.
  private final List<String> log = new ArrayList<>();

  private final SplittableRandom random;
  private final Path root;
  private final Path output;
  private final Map<String, String> files = new TreeMap<>();
  private Map<String, String> before = Map.of();
  private LocalDate today = LocalDate.of(2026, 6, 1);
  private int made;

  EditedSite(long seed, Path root) throws IOException {
    this.random = new SplittableRandom(seed);
    this.root = root;
    this.output = root.resolve("site");
    put("content/site.yaml", settings());
    put("content/data/scenarios.yaml", scenarios());
    put("content/sources.bib", sources());
    put("content/hub/power.md", "---\ntitle: Power\n---\nWhat is known of power.\n");
    put("templates/shortcodes/box.ftlh", shortcode());
    put("content/page/about.md", "---\ntitle: About\n---\nWho writes here.\n");
    for (int i = 0; i < 5; i++) {
      add();
    }
    log.clear();
    before = Map.copyOf(files);
  }

  Path root() {
    return root;
  }

  Path output() {
    return output;
  }

  LocalDate today() {
    return today;
  }

  /// What was done, in order.
  List<String> log() {
    return log;
  }

  /// The inputs, to build the same site elsewhere.
  Map<String, String> files() {
    return files;
  }

  /// Makes one to three edits, or damages one file. Not both: a file that is damaged and not wanted any more is kept
  /// by design, since someone may have wanted to keep what was done to it.
  void edit() throws IOException {
    before = Map.copyOf(files);
    if (random.nextInt(6) == 0) {
      damage(random.nextBoolean() ? output : root.resolve(".assay"));
      return;
    }
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      one();
    }
  }

  /// Takes the last edits back, as a writer does who reads of errors.
  void undo() throws IOException {
    log.add("undo");
    for (String name : List.copyOf(files.keySet())) {
      if (!before.containsKey(name)) {
        delete(name);
      }
    }
    for (Map.Entry<String, String> file : before.entrySet()) {
      if (!file.getValue().equals(files.get(file.getKey()))) {
        put(file.getKey(), file.getValue());
      }
    }
  }

  private void one() throws IOException {
    switch (random.nextInt(33)) {
      case 0, 1 -> add();
      case 2, 3, 4, 5, 6 -> change("body", note(), text -> text + "\n" + fragment());
      case 7 -> change("beginning", note(), text -> text.replaceFirst("---\n\n?(?=[^-])", "---\n" + sentence() + "\n\n"));
      case 8 -> change("title", note(), text -> text.replaceFirst("title: .*", "title: " + words(3)));
      case 9, 10 -> change("tags", note(), text -> text.replaceFirst("tags: .*", "tags: " + tags()));
      case 11 -> change("date", note(), text -> text.replaceFirst("date: .*", "date: " + date()));
      case 12 -> change("draft", note(), text -> text.contains("draft: true\n") ? text.replace("draft: true\n", "") : text.replaceFirst("title:", "draft: true\ntitle:"));
      case 13 -> rename();
      case 14 -> remove();
      case 15 -> put("content/site.yaml", settings(), "settings");
      case 16 -> put("content/data/scenarios.yaml", scenarios(), "scenarios");
      case 17 -> template();
      case 18 -> change("hub", "content/hub/power.md", text -> text.replaceFirst("title:", "description: " + words(4) + "\ntitle:").replaceFirst("(description: .*\n)description: .*\n", "$1"));
      case 19 -> put("content/post/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + made++ + "</title></svg>\n", "asset");
      case 20 -> {
        today = today.plusDays(random.nextInt(5));
        log.add("today is " + today);
      }
      case 21 -> change("aliases", note(), text -> text.replaceFirst("(?:aliases: .*\n)?title:", "aliases: [/old/" + made++ + "/]\ntitle:"));
      case 22, 23, 24 -> change("history", note(), text -> text.replaceFirst("(?:history: .*\n)?title:", "history: " + history() + "\ntitle:"));
      case 25 -> change("corrections", note(), text -> text.replaceFirst("(?:corrections: .*\n)?title:", "corrections: [{date: 2026-06-1" + random.nextInt(9) + ", note: " + words(3) + "}]\ntitle:"));
      case 26 -> put("content/sources.bib", sources(), "bibliography");
      case 27, 28, 29 -> change("middle", note(), text -> text.replaceFirst("\n\n## ([^\n]*)\n", "\n\n## $1\n\n" + sentence() + "\n"));
      default -> change("end", note(), text -> text.stripTrailing() + " " + sentence() + "\n");
    }
  }

  private void add() throws IOException {
    String name = "content/post/n" + made++ + (random.nextInt(5) == 0 ? ".ko" : "") + ".md";
    StringBuilder text = new StringBuilder("---\ntitle: " + words(3) + "\ndate: " + date() + "\ntags: " + tags() + "\n");
    text.append("categories: [").append(pick("energy", "compute")).append("]\n");
    text.append(random.nextBoolean() ? "hubs: [power]\n" : "").append("---\n").append(sentence()).append("\n");
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      text.append("\n").append(fragment());
    }
    put(name, text.toString(), "add");
  }

  private void rename() throws IOException {
    String old = note();
    String name = "content/post/r" + made++ + (old.endsWith(".ko.md") ? ".ko.md" : ".md");
    String text = files.get(old);
    delete(old);
    put(name, text, "rename " + old + " to");
  }

  private void remove() throws IOException {
    String name = note();
    if (files.keySet().stream().filter(each -> each.startsWith("content/post/") && each.endsWith(".md")).count() > 2) {
      log.add("delete " + name);
      delete(name);
    }
  }

  private void template() throws IOException {
    String name = "templates/" + pick("redirect.ftlh", "not-found.ftlh", "part/foot.ftlh", "shortcodes/box.ftlh", "shortcodes/box.feed.ftlh");
    if (name.contains("shortcodes/")) {
      put(name, name.contains(".feed.") ? "<p>" + made++ + "</p>\n${body}\n" : shortcode(), "shortcode");
    } else if (files.containsKey(name)) {
      log.add("delete " + name);
      delete(name);
    } else {
      put(name, "<!doctype html>\n<html lang=\"en\"><title>" + made++ + "</title><p>Own.\n", "template");
    }
  }

  private String shortcode() {
    return "<#--\nbody: optional\nargument: title\nparameters:\n  title: markdown\n  to: {type: note, optional: true}\n-->\n<div class=\"box" + made++
        + "\"><b>${title}</b><#if to??> <a href=\"${to.url}\">${to.title}</a></#if>\n${body}</div>\n";
  }

  /// Bytes change under the program's hands: a file is cut, overwritten or gone.
  private void damage(Path folder) throws IOException {
    List<Path> there = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var paths = Files.walk(folder)) {
        paths.filter(Files::isRegularFile).sorted().forEach(there::add);
      }
    }
    if (there.isEmpty()) {
      return;
    }
    Path file = there.get(random.nextInt(there.size()));
    log.add("damage " + root.relativize(file));
    byte[] bytes = Files.readAllBytes(file);
    switch (random.nextInt(3)) {
      case 0 -> Files.delete(file);
      case 1 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      default -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[random.nextInt(longer.length)] ^= 0x55;
        Files.write(file, longer);
      }
    }
  }

  private String fragment() {
    int id = made++;
    return switch (random.nextInt(20)) {
      case 0 -> "## " + words(2) + "\n";
      case 1 -> "- **[Fact]** " + sentence() + " {#f" + id + " source=https://source.example/" + id + "}\n";
      case 2 -> "- [Speculation] " + sentence() + "\n- **[Blocked]** " + sentence() + "\n";
      case 3 -> "- **[Fact]** " + sentence() + " {#p" + id + " source=https://source.example}\n- **[Inference]** " + sentence() + " {#i" + id + " because=#p" + id + "}\n";
      case 4 -> "See [](" + note().replace("content/", "../") + ").\n";
      case 5 -> "See [the hub](../hub/power.md) and ![a picture](https://picture.example/" + id + ".png).\n";
      case 6 -> "| a | b |\n| --- | ---: |\n| " + words(1) + " | " + id + " |\n";
      case 7 -> "It costs {cost}`base.usd_per_million_output_tokens`.\n";
      case 8 -> "```{cost-table}\nscenarios: [base, cached]\n```\n";
      case 9 -> "> [!NOTE]\n> " + sentence() + "\n";
      case 11 -> "- [Fact] " + sentence() + " [@lee, p. " + id + "]. {#l" + id + "}\n\nAs @kim says.\n";
      case 12 -> "## Next checkpoints\n\n| Checkpoint | Strong signal | Due |\n| --- | --- | --- |\n| " + words(4) + (random.nextBoolean() ? " {#w" + id + "}" : "") + " | " + words(2) + " | 2026-0"
          + random.nextInt(5, 9) + " |\n";
      case 13, 14 -> "- [Inference] " + sentence() + (named() ? " {#c" + id + " because=" + claim() + " supports=" + claim() + "}\n" : "\n");
      case 15 -> "- [Speculation] " + sentence() + " {#s" + id + " due=2026-06-0" + random.nextInt(1, 9) + " probability=0." + random.nextInt(1, 9) + "}\n";
      case 16 -> "- [Inference] " + sentence() + " {#g" + id + " because=base.usd_per_million_output_tokens}\n";
      case 17 -> ":::{box} *" + words(2) + "* {to=" + note().replace("content/", "../") + "}\n" + sentence() + "\n\n- **[Fact]** " + sentence() + " {#x" + id + " source=https://source.example/" + id + "}\n:::\n";
      case 18 -> "```{details} " + words(2) + "\n" + sentence() + "\n```\n";
      case 10 -> "전력이 **병목**이다. " + sentence() + "\n";
      default -> sentence() + " " + sentence() + "\n";
    };
  }

  private boolean named() {
    return files.values().stream().anyMatch(text -> NAMED.matcher(text).find());
  }

  /// A claim with a name, of any note; one that nobody makes while there is none.
  private String claim() {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      String slug = file.getKey().replaceFirst("^.*/", "").replaceFirst("(?:\\.ko)?\\.md$", "");
      NAMED.matcher(file.getValue()).results().forEach(found -> names.add(slug + "#" + found.group(1)));
    }
    return names.isEmpty() ? "nobody#nothing" : names.get(random.nextInt(names.size()));
  }

  private String history() {
    String status = pick("confirmed", "refuted", "withdrawn", "amended");
    return "[{claim: " + claim() + ", status: " + status + ", date: 2026-06-" + random.nextInt(10, 20) + ", note: " + words(3)
        + (random.nextBoolean() ? ", source: '@lee'" : "") + "}]";
  }

  private String sources() {
    return "@book{lee, title = {Grids " + random.nextInt(9) + "}, author = {Lee, Mina}, year = {2024}}\n@misc{kim, title = {Racks " + random.nextInt(9)
        + "}, author = {Kim, Jun}, year = {2025}, url = {https://kim.example/}}\n";
  }

  private String settings() {
    return "bibliography: sources.bib\ntitle: " + words(2) + "\nbase_url: https://site.example/\nauthors: [Jan Berg]\nlanguages: [en, ko]\npage_size: " + random.nextInt(2, 6)
        + "\nfeeds: {limit: " + random.nextInt(2, 8) + "}\n";
  }

  private String scenarios() {
    return "base: {hardware: " + pick("h100-sxm", "b200") + ", model: llama-3.1-70b}\ncached: {extends: base, cache_hit: 0."
        + random.nextInt(1, 9) + "}\n";
  }

  private String note() {
    List<String> notes =
        files.keySet().stream().filter(name -> name.startsWith("content/post/") && name.endsWith(".md")).toList();
    return notes.isEmpty() ? "content/hub/power.md" : notes.get(random.nextInt(notes.size()));
  }

  private String date() {
    return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(36)).toString();
  }

  private String tags() {
    return random.nextInt(6) == 0 ? "[]" : "[" + pick("power", "memory", "전력") + ", " + pick("price", "rack") + "]";
  }

  private String sentence() {
    return words(random.nextInt(4, 14)) + ".";
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? pick("The", "A", "This", "No") : " " + pick("price", "of", "power", "rises", "memory", "and", "토큰", "cost"));
    }
    return text.toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private interface Edit {
    String of(String text);
  }

  private void change(String what, String name, Edit edit) throws IOException {
    put(name, edit.of(files.get(name)), "edit " + what + " of");
  }

  private void put(String name, String text, String why) throws IOException {
    log.add(why + " " + name);
    put(name, text);
  }

  private void put(String name, String text) throws IOException {
    files.put(name, text);
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void delete(String name) throws IOException {
    files.remove(name);
    Files.delete(root.resolve(name));
  }
}
