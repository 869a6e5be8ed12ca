package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.build.EditedText.Trait;
import dev.assay.testing.TestPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A site in a folder that is edited at random, as a writer, an editor program, git and a failing disk would edit it. The
/// same seed makes the same edits.
final class EditedSite {
  private static final Pattern NAMED = Pattern.compile("\\{#([a-z][0-9]+)");
  private static final byte[][] PICTURES = {TestPictures.jpeg(24, 16), TestPictures.jpeg(16, 24), TestPictures.png(30, 12), TestPictures.png(9, 9)};
  private static final String[] TEMPLATES = {"redirect.ftlh", "not-found.ftlh", "part/foot.ftlh", "i18n/en.properties", "shortcodes/box.ftlh", "shortcodes/box.feed.ftlh"};

  /// What an edit changed: `edit body of content/post/n3.md`.
  private final List<String> log = new ArrayList<>();

  /// States of the files that could be built, each on its day: a note that comes out on another may have errors.
  private final List<State> good = new ArrayList<>();

  private record State(Map<String, byte[]> files, LocalDate day) {}

  private final SplittableRandom random;
  private final EditedText text;
  private final Path root;
  private final Map<String, byte[]> files = new TreeMap<>();
  private LocalDate today = LocalDate.of(2026, 6, 1);
  private Instant clock = Instant.parse("2026-04-01T08:00:00Z");

  EditedSite(long seed, Path root) throws IOException {
    this.random = new SplittableRandom(seed);
    EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    for (Trait trait : Trait.values()) {
      if (random.nextInt(trait == Trait.KOREAN || trait == Trait.COSTS ? 3 : 7) == 0) {
        traits.add(trait);
      }
    }
    this.text = new EditedText(random, traits);
    this.root = root;
    put("content/site.yaml", text.settings());
    put("content/sources.bib", text.sources());
    put("content/hub/power.md", "---\ntitle: Power\n---\nWhat is known of power.\n");
    put("content/page/about.md", "---\ntitle: About\n---\nWho writes here.\n");
    put("content/include/legend.md", "The *legend*.\n");
    put("content/include/rule.md", "The rule, see [](../hub/power.md).\n");
    if (text.has(Trait.COSTS)) {
      put("content/data/scenarios.yaml", text.scenarios());
    }
    if (text.has(Trait.THEME)) {
      put("templates/shortcodes/box.ftlh", text.shortcode());
    }
    if (text.has(Trait.PICTURES)) {
      put("content/post/fab.jpg", PICTURES[0]);
      put("content/post/plan.png", PICTURES[2]);
    }
    log.add("a site with " + traits);
  }

  Path root() {
    return root;
  }

  Path output() {
    return root.resolve("site");
  }

  LocalDate today() {
    return today;
  }

  /// What was done, in order.
  List<String> log() {
    return log;
  }

  /// The inputs, to build the same site elsewhere.
  Map<String, byte[]> files() {
    return files;
  }

  /// Says that the site as it is could be built: one may come back to this.
  void isGood() {
    good.add(new State(Map.copyOf(files), today));
    if (good.size() > 5) {
      good.removeFirst();
    }
  }

  /// Makes one to three edits.
  void edit() throws IOException {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      one();
    }
  }

  /// Goes back to the last state that could be built, as a writer does who reads of errors.
  void undo() throws IOException {
    become("undo", good.getLast());
  }

  private void become(String what, State at) throws IOException {
    log.add(what);
    today = at.day();
    Map<String, byte[]> state = at.files();
    for (String name : List.copyOf(files.keySet())) {
      if (!state.containsKey(name)) {
        delete(name);
      }
    }
    for (Map.Entry<String, byte[]> file : state.entrySet()) {
      if (!Arrays.equals(file.getValue(), files.get(file.getKey()))) {
        put(file.getKey(), file.getValue());
      }
    }
  }

  private void one() throws IOException {
    switch (random.nextInt(42)) {
      case 0, 1 -> add();
      case 2, 3, 4, 5, 6 -> change("body", note(), old -> old + "\n" + fragment());
      case 7 -> change("beginning", note(), old -> old.replaceFirst("---\n\n?(?=[^-])", "---\n" + text.sentence() + "\n\n"));
      case 8 -> change("title", note(), old -> old.replaceFirst("title: .*", "title: " + text.words(3)));
      case 9, 10 -> change("tags", note(), old -> old.replaceFirst("tags: .*", "tags: " + text.tags()));
      case 11 -> change("date", note(), old -> old.replaceFirst("date: .*", "date: " + text.date()));
      case 12 -> change("draft", note(), old -> old.contains("draft: true\n") ? old.replace("draft: true\n", "") : old.replaceFirst("title:", "draft: true\ntitle:"));
      case 13, 14 -> rename();
      case 15 -> remove();
      case 16, 17 -> put("content/site.yaml", text.settings(), "settings");
      case 18 -> data();
      case 19, 20 -> template();
      case 21 -> change("hub", "content/hub/power.md", old -> old.replaceFirst("title:", "description: " + text.words(4) + "\ntitle:").replaceFirst("(description: .*\n)description: .*\n", "$1"));
      case 22 -> put("content/post/picture.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + text.next() + "</title></svg>\n", "asset");
      case 23 -> {
        today = today.plusDays(random.nextInt(5));
        log.add("today is " + today);
      }
      case 24 -> change("aliases", note(), old -> old.replaceFirst("(?:aliases: .*\n)?title:", "aliases: [/old/" + text.next() + "/]\ntitle:"));
      case 25, 26, 27 -> change("history", note(), old -> old.replaceFirst("(?:history: .*\n)?title:", "history: " + text.history(claim().orElse("nobody#nothing")) + "\ntitle:"));
      case 28 -> change("corrections", note(), old -> old.replaceFirst("(?:corrections: .*\n)?title:", "corrections: [{date: 2026-06-1" + random.nextInt(9) + ", note: " + text.words(3) + "}]\ntitle:"));
      case 29 -> put("content/sources.bib", text.sources(), "bibliography");
      case 30, 31 -> change("middle", note(), old -> old.replaceFirst("\n\n## ([^\n]*)\n", "\n\n## $1\n\n" + text.sentence() + "\n"));
      case 32 -> put("content/include/" + text.pick("legend", "rule") + ".md", fragment(), "piece");
      case 33 -> change("slug", note(), old -> old.contains("slug: ") ? old.replaceFirst("slug: .*\n", "") : old.replaceFirst("title:", "slug: s" + text.next() + "\ntitle:"));
      case 34 -> picture();
      case 35 -> language();
      case 36 -> become("another branch", good.get(random.nextInt(good.size())));
      case 37 -> change("follows", note(), old -> old.replaceFirst("(?:follows: .*\n)?title:", "follows: [" + slug(note()) + "]\ntitle:"));
      case 38 -> change("pinned", "content/hub/power.md", old -> old.replaceFirst("(?:pinned: .*\n)?title:", "pinned: [" + slug(note()) + "]\ntitle:"));
      default -> change("end", note(), old -> old.stripTrailing() + " " + text.sentence() + "\n");
    }
  }

  /// Adds a note.
  void add() throws IOException {
    String name = "content/post/n" + text.next() + (text.has(Trait.KOREAN) && text.oneIn(3) ? ".ko" : "") + ".md";
    put(name, text.note(this::other, this::claim), "add");
  }

  private void rename() throws IOException {
    String old = note();
    if (!old.startsWith("content/post/")) {
      return;
    }
    String name = "content/post/r" + text.next() + (old.endsWith(".ko.md") ? ".ko.md" : ".md");
    byte[] content = files.get(old);
    delete(old);
    put(name, content, "rename " + old + " to");
    if (text.oneIn(2)) { // with the links that lead there
      String from = old.replace("content/", "../");
      String to = name.replace("content/", "../");
      for (Map.Entry<String, byte[]> file : Map.copyOf(files).entrySet()) {
        String links = new String(file.getValue(), UTF_8);
        if (file.getKey().endsWith(".md") && links.contains(from)) {
          put(file.getKey(), links.replace(from, to), "follow in");
        }
      }
    }
  }

  private void remove() throws IOException {
    String name = note();
    if (files.keySet().stream().filter(each -> each.startsWith("content/post/") && each.endsWith(".md")).count() > 2) {
      log.add("delete " + name);
      delete(name);
    }
  }

  private void data() throws IOException {
    String own = "content/data/cost/accelerators.csv";
    if (!text.has(Trait.COSTS) || text.oneIn(2)) {
      put("content/data/scenarios.yaml", text.scenarios(), "scenarios");
    } else if (files.containsKey(own) && text.oneIn(2)) {
      log.add("delete " + own);
      delete(own);
    } else {
      put(own, text.accelerators(), "cost table");
    }
  }

  private void template() throws IOException {
    String name = "templates/" + TEMPLATES[random.nextInt(TEMPLATES.length)];
    if (text.has(Trait.THEME) && files.containsKey(name) && !name.contains("shortcodes/")) {
      log.add("delete " + name);
      delete(name);
    } else if (text.has(Trait.THEME)) {
      put(name, text.template(name), "template");
    }
  }

  private void picture() throws IOException {
    if (text.has(Trait.PICTURES)) {
      boolean png = random.nextBoolean();
      put(png ? "content/post/plan.png" : "content/post/fab.jpg", PICTURES[(png ? 2 : 0) + random.nextInt(2)], "picture");
    }
  }

  /// A translation comes or goes.
  private void language() throws IOException {
    String name = note();
    if (!text.has(Trait.KOREAN) || !name.startsWith("content/post/") || name.endsWith(".ko.md")) {
      return;
    }
    String translated = name.replace(".md", ".ko.md");
    if (files.containsKey(translated)) {
      log.add("delete " + translated);
      delete(translated);
    } else {
      put(translated, "---\ntitle: " + text.words(2) + "\ndate: " + text.date() + "\n---\n" + text.sentence() + "\n", "translate");
    }
  }

  /// Bytes of the program's own change under its hands: a file is cut, overwritten or gone, or the whole folder is.
  ///
  /// @param folder the output or the cache
  void damage(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    if (text.oneIn(5)) {
      log.add("delete " + root.relativize(folder));
      EditSequencesTest.remove(folder);
      return;
    }
    List<Path> there = new ArrayList<>();
    try (var paths = Files.walk(folder)) {
      paths.filter(Files::isRegularFile).sorted().forEach(there::add);
    }
    boolean all = text.oneIn(4) && folder.endsWith(".assay");
    int only = there.isEmpty() ? 0 : random.nextInt(there.size());
    for (Path file : all ? there : there.subList(only, Math.min(only + 1, there.size()))) {
      log.add("damage " + root.relativize(file));
      damageFile(file);
    }
  }

  private void damageFile(Path file) throws IOException {
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
    return text.fragment(this::other, this::claim);
  }

  private String other() {
    return note().replace("content/", "../");
  }

  /// A claim with a name, of any note.
  private Optional<String> claim() {
    List<String> names = new ArrayList<>();
    files.forEach(
        (name, content) -> {
          if (name.endsWith(".md")) {
            NAMED.matcher(new String(content, UTF_8)).results().forEach(found -> names.add(slug(name) + "#" + found.group(1)));
          }
        });
    return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
  }

  private static String slug(String name) {
    return name.replaceFirst("^.*/", "").replaceFirst("(?:\\.ko)?\\.md$", "");
  }

  private String note() {
    List<String> notes = files.keySet().stream().filter(name -> name.startsWith("content/post/") && name.endsWith(".md")).toList();
    return notes.isEmpty() ? "content/hub/power.md" : notes.get(random.nextInt(notes.size()));
  }

  private interface Edit {
    String of(String text);
  }

  private void change(String what, String name, Edit edit) throws IOException {
    put(name, edit.of(new String(files.get(name), UTF_8)), "edit " + what + " of");
  }

  private void put(String name, String content, String why) throws IOException {
    put(name, content.getBytes(UTF_8), why);
  }

  private void put(String name, byte[] content, String why) throws IOException {
    log.add(why + " " + name);
    put(name, content);
  }

  private void put(String name, String content) throws IOException {
    put(name, content.getBytes(UTF_8));
  }

  private void put(String name, byte[] content) throws IOException {
    files.put(name, content);
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    // As if it had been written long ago, mostly: what has just been written is not trusted to stay, and that is another way.
    if (!text.oneIn(4)) {
      clock = clock.plusSeconds(1);
      Files.setLastModifiedTime(file, FileTime.from(clock));
    }
  }

  private void delete(String name) throws IOException {
    files.remove(name);
    Files.delete(root.resolve(name));
  }
}
