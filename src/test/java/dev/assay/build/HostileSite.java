package dev.assay.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.problem.Problem;
import dev.assay.testing.Payloads;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// A site in which [Payloads] stand in every place where a writer may put words. What the program refuses as an error is taken out again,
/// line by line, until the site builds; all else is in its finished files.
final class HostileSite {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int JOINED = 8;

  /// A file of the site: its lines, and which placement each of them belongs to.
  private record File(List<String> lines, List<Integer> owners) {
    File() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void add(int owner, String text) {
      for (String line : text.split("\n", -1)) {
        lines.add(line);
        owners.add(owner);
      }
    }

    void drop(int owner) {
      for (int i = lines.size() - 1; i >= 0; i--) {
        if (owners.get(i) == owner) {
          lines.remove(i);
          owners.remove(i);
        }
      }
    }
  }

  private final Path root;
  private final Map<String, File> files = new TreeMap<>();
  private final Map<String, Integer> placed = new TreeMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<String> sinks = new ArrayList<>();
  private BuildReport report;

  HostileSite(Path root) {
    this.root = root;
  }

  /// How many payloads were put where.
  Map<String, Integer> placed() {
    return placed;
  }

  /// How many of these the program refused as an error.
  Map<String, Integer> refused() {
    return refused;
  }

  BuildReport report() {
    return report;
  }

  /// Something that is not a payload's.
  HostileSite fixed(String file, String text) {
    files.computeIfAbsent(file, _ -> new File()).add(-1, text);
    return this;
  }

  /// A placement of one payload, or of several joined.
  HostileSite place(String file, String sink, String text) {
    sinks.add(sink);
    placed.merge(sink, 1, Integer::sum);
    if (text.indexOf('\0') >= 0) {
      // A file with one is no text and refused as a whole.
      refused.merge(sink, 1, Integer::sum);
      return this;
    }
    files.computeIfAbsent(file, _ -> new File()).add(sinks.size() - 1, text);
    return this;
  }

  /// A text as a scalar of YAML, whatever is in it.
  static String yaml(String text) {
    // Double quotes of YAML take the escapes of JSON.
    StringBuilder out = new StringBuilder();
    JSON.writeValueAsString(text).codePoints().forEach(c -> {
      if (c >= 0x7f && (Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xfeff || c >= 0xfffe && c <= 0xffff)) {
        out.append(String.format(Locale.ROOT, "\\u%04x", c));
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  /// A text on one line of Markdown.
  static String line(String text) {
    return text.replaceAll("[\r\n\u0085\u2028\u2029\u000b\f]+", " ");
  }

  /// A text as the value of an option.
  static String option(String text) {
    return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /// Builds until nothing is refused any more, and gives the finished files.
  Tree built(BuildOptions options) throws IOException {
    for (int round = 0; round < 12; round++) {
      write();
      report = SiteBuild.build(options, Progress.NONE);
      if (report.succeeded()) {
        return Tree.of(options.output()).only(path -> !path.startsWith("."));
      }
      take(report.problems());
    }
    throw new AssertionError(Sites.problems(report));
  }

  private void write() throws IOException {
    for (Map.Entry<String, File> file : files.entrySet()) {
      Path path = root.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      if (file.getValue().lines().isEmpty()) {
        Files.deleteIfExists(path);
        continue;
      }
      byte[] bytes = (String.join("\n", file.getValue().lines()) + "\n").getBytes(UTF_8);
      if (!Files.exists(path) || !Arrays.equals(bytes, Files.readAllBytes(path))) {
        Files.write(path, bytes);
      }
    }
  }

  private void take(List<Problem> problems) {
    Map<Integer, String> out = new LinkedHashMap<>();
    for (Problem problem : problems) {
      if (problem.isError()) {
        File file = files.get(problem.place().file());
        int owner = file == null || problem.place().line() > file.owners().size() ? -1 : file.owners().get(problem.place().line() - 1);
        List<Integer> owners = owner < 0 ? named(problem) : List.of(owner);
        if (owners.isEmpty()) {
          throw new AssertionError("an error that belongs to no placement: " + problem + "\n" + Sites.problems(report).lines().limit(40).toList());
        }
        owners.forEach(each -> out.put(each, problem.place().file()));
      }
    }
    out.forEach(
        (owner, file) -> {
          files.get(file).drop(owner);
          refused.merge(sinks.get(owner), 1, Integer::sum);
        });
  }

  /// The placements that a problem means which names a file and no line: `'…' under 'entities' …`.
  private List<Integer> named(Problem problem) {
    Matcher told = Pattern.compile("(?s)'(.*)' under '([a-z]+)' .*").matcher(problem.message());
    File file = files.get(problem.place().file());
    if (file != null && !file.owners().contains(-1) && new HashSet<>(file.owners()).size() == 1) {
      return file.owners();
    }
    if (!told.matches() || file == null) {
      return List.of();
    }
    return file.owners().stream()
        .filter(owner -> owner >= 0 && sinks.get(owner).endsWith(told.group(2)))
        .distinct()
        .filter(owner -> unescaped(text(file, owner)).contains(told.group(1)))
        .toList();
  }

  private static String unescaped(String scalar) {
    return Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|([\"\\\\]))")
        .matcher(scalar)
        .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1) == null ? escape.group(2) : Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  private static String text(File file, int owner) {
    return IntStream.range(0, file.lines().size()).filter(i -> file.owners().get(i) == owner).mapToObj(file.lines()::get).collect(Collectors.joining("\n"));
  }

  /// Notes with payloads in every place of their heads, and others with payloads in every place of their texts, which belong to nothing,
  /// so that few feeds repeat them.
  ///
  /// @param each how many payloads one note holds: those of a head joined, those of a text apart
  void notes(List<String> payloads, int each) {
    for (int from = 0; from < payloads.size(); from += each) {
      List<String> some = payloads.subList(from, Math.min(payloads.size(), from + each));
      head(from / each, some);
      text(from / each, some);
    }
  }

  private void head(int number, List<String> payloads) {
    String file = "content/post/n" + number + ".md";
    String all = yaml(String.join(" ", payloads));
    fixed(file, "---\ndate: 2026-" + String.format(Locale.ROOT, "%02d-%02d", 1 + number % 9, 1 + number % 27) + "\nhubs: [h" + number + "]\nscenarios:\n  s" + number + ":\n    extends: base");
    place(file, "scenario label", "    label: " + all);
    for (String key : List.of("title", "description", "series", "disclaimer")) {
      place(file, key, key + ": " + all);
    }
    for (String key : List.of("tags", "categories", "authors", "entities")) {
      place(file, key, key + ": [" + all + "]");
    }
    place(file, "image alt", "image: {src: p.png, alt: " + all + "}");
    place(file, "setting of a template", "params: {note: " + all + "}");
    place(file, "own field", "desk: " + all);
    fixed(file, "corrections:");
    place(file, "correction", "  - {date: 2026-10-01, note: " + all + "}");
    fixed(file, "history:");
    place(file, "event", "  - {claim: '#c" + number + "', status: amended, date: 2026-10-02, note: " + all + ", source: " + all + "}");
    fixed(file, "checkpoints:");
    place(file, "checkpoint", "  - {checkpoint: " + all + ", strong: " + all + ", weak: " + all + ", due: 2026-12-0" + (1 + number % 9) + "}");
    for (String payload : payloads) {
      place(file, "key of a head", yaml(payload) + ": x");
    }
    fixed(file, "aliases:");
    for (String payload : payloads) {
      place(file, "alias", "  - " + yaml("/old/" + number + "/" + payload));
      place(file, "whole alias", "  - " + yaml(payload));
    }
    fixed(file, "---\nFirst words.\n\n- **[Fact]** It is so, [says it](https://e.example/" + number + "). {#c" + number + "}\n");
    // Each of them has feeds of its own, so they stand in a short text.
    for (int i = 0; i < payloads.size(); i += JOINED) {
      String names = String.join(" ", payloads.subList(i, Math.min(payloads.size(), i + JOINED)));
      place(file, "claim entities", "- [Inference] It is " + i + " {#v" + i + " because=#c" + number + " entities=" + option(names) + "}");
    }
    fixed(file, "\n```{cost-chart}\nscenarios: [s" + number + "]\nfigure: usd_per_million_tokens\ncaption: What it costs\n```\n");
    String hub = "content/hub/h" + number + ".md";
    fixed(hub, "---");
    for (String key : List.of("title", "thesis", "question")) {
      place(hub, "hub " + key, key + ": " + all);
    }
    fixed(hub, "---\nWhat it is about.");
  }

  private void text(int number, List<String> payloads) {
    String file = "content/post/t" + number + ".md";
    fixed(file, "---\ntitle: T" + number + "\ndate: 2026-" + String.format(Locale.ROOT, "%02d-%02d", 1 + number % 9, 1 + number % 27) + "\n---\nFirst words.\n\n- **[Fact]** It is so, [says it](https://e.example/" + number + "). {#c" + number + "}\n");
    for (int i = 0; i < payloads.size(); i++) {
      text(file, number + "-" + i, payloads.get(i));
    }
    for (String payload : payloads) {
      raw(file, payload);
    }
  }

  /// What is Markdown, and what stands within it.
  private void text(String file, String id, String payload) {
    String p = line(payload);
    String option = option(payload);
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("paragraph", "Word " + p);
    blocks.put("heading", "## " + p);
    blocks.put("heading id", "## H " + id + " {#" + p + "}");
    blocks.put("emphasis", "A *" + p + "* and **" + p + "** and ~~" + p + "~~ end");
    blocks.put("list item", "- " + p);
    blocks.put("quotation", "> " + p);
    blocks.put("callout", "> [!NOTE] " + p + "\n> Text");
    blocks.put("definition", p + "\n: " + p);
    blocks.put("table", "Table: " + p + "\n\n| " + p + " | b |\n|---|---|\n| " + p + " | " + p.replace("|", "\\|") + " |");
    blocks.put("table unit", "| a {unit=" + option + "} | b |\n|---|---|\n| 1 | 2 |");
    blocks.put("link text", "See [" + p + "](https://e.example/t).");
    blocks.put("link address", "See [x](" + p + ").");
    blocks.put("link address in angles", "See [x](<" + p + ">).");
    blocks.put("link title", "See [x](https://e.example/t " + option + ") and [x](https://e.example/t '" + p + "').");
    blocks.put("link label", "See [x][l" + id + "].\n\n[l" + id + "]: " + p + "\n");
    blocks.put("link label title", "See [x][m" + id + "].\n\n[m" + id + "]: https://e.example/t " + option + "\n");
    blocks.put("bare address", "See https://e.example/" + p + " and <" + p + "> and <https://e.example/" + p + ">.");
    blocks.put("picture alt", "A ![" + p + "](p.png) within.");
    blocks.put("picture address", "A ![x](" + p + ") and ![x](<" + p + ">) within.");
    blocks.put("picture caption", "![x](p.png " + option + ")");
    blocks.put("code", "Some `" + p + "` code");
    blocks.put("code language", "```" + p + "\nx = 1\n```");
    blocks.put("code text", "```java\n" + p + "\n```");
    blocks.put("formula", "It is $" + p + "$ and $\\text{" + p + "}$ so");
    blocks.put("footnote", "A note.[^f" + id + "]\n\n[^f" + id + "]: " + p);
    blocks.put("footnote label", "A note.[^" + p + "]\n\n[^" + p + "]: x");
    blocks.put("claim", "- **[Fact]** It is " + p + " [s](https://e.example/s) {#t" + id + "}");
    blocks.put("claim source", "- [Fact] It is " + id + " {#u" + id + " source=" + option + "}");
    blocks.put("claim source address", "- [Fact](" + p + ") It is " + id);
    blocks.put("claim name", "- [Fact] It is " + id + " {#" + p + "}");
    blocks.put("claim option", "- [Fact] It is " + id + " {#w" + id + " source=x " + p + "=\"y\"}");
    blocks.put("claim directive", ":::{fact} #x" + id + "\n:source: " + p + "\nIt is " + p + "\n:::");
    blocks.put("directive name", ":::{" + p + "} x\nx\n:::");
    blocks.put("directive option", "::: {fact} #y" + id + "\n:" + p + ": x\nIt is.\n:::");
    blocks.put("attributes", "A word{." + p + "} and [x](https://e.example/t){title=" + option + "}");
    blocks.put("role", "It is {cost}`" + p + "` so");
    blocks.put("shortcode argument", ":::{details} " + p + "\nText\n:::");
    blocks.put("shortcode value", ":::{quotation} " + p + "\n:work: " + p + "\n\nText\n:::");
    blocks.put("shortcode address", ":::{quotation} Somebody\n:url: " + p + "\n\nText\n:::");
    blocks.put("own shortcode", "It is {zone}`" + p + "` so and {zone}`x {to=" + option + "}`");
    blocks.put("citation", "As [@key, p. " + p + "] and [see " + p + " @key] say.");
    blocks.put("citation key", "As @{" + p + "} says.");
    blocks.put("accounting", "```{cost-accounting}\nname: a" + id + "\ncaption: " + yaml(p) + "\ncost: 8 USD\noutput_tokens: 1e9\nsource: " + yaml(p) + "\n```");
    blocks.put("table of data", "```{data-table}\nfile: rows.csv\ncolumns: [name, number]\nlabels: {name: " + yaml(p) + "}\nunits: {number: " + yaml(p) + "}\ncaption: " + yaml(p) + "\n```");
    blocks.put("chart of data", "```{data-chart}\nfile: rows.csv\nx: name\ny: number\nlabels: {number: " + yaml(p) + "}\ncaption: " + yaml(p) + "\n```");
    blocks.put("file of data", "```{data-table}\nfile: " + yaml(p) + "\n```");
    blocks.forEach((sink, text) -> {
      fixed(file, "");
      place(file, sink, text);
      fixed(file, "");
    });
  }

  /// What is raw HTML. It stands at the end: an open comment may take the rest.
  private void raw(String file, String payload) {
    String p = line(payload);
    Map<String, String> blocks = new LinkedHashMap<>();
    blocks.put("raw title", "<p title=\"" + p + "\">x</p>");
    blocks.put("raw address", "<p><a href=\"" + p + "\">x</a> <a href='" + p + "'>x</a> <a href=" + p + ">x</a></p>");
    blocks.put("raw picture", "<p><img src=\"" + p + "\" alt=\"" + p + "\"></p>");
    blocks.put("raw cite", "<blockquote cite=\"" + p + "\">x</blockquote>");
    blocks.put("raw class", "<div class=\"" + p + "\" id=\"" + p + "\" lang=\"" + p + "\">x</div>");
    blocks.put("raw tag", "<div " + p + ">x</div>");
    blocks.put("raw name", "<" + p + ">x");
    blocks.put("raw text", "<div>" + p + "</div>");
    blocks.put("raw inline", "A word <span title='" + p + "'>" + p + "</span> more");
    blocks.put("raw block", p);
    blocks.forEach((sink, text) -> {
      fixed(file, "");
      place(file, sink, text);
      fixed(file, "");
    });
  }
}
