import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.TreeSet;

/// Writes the same research notes as sites of several generators:
///
///     java bench/Corpus.java FOLDER COUNT [GENERATOR…]
///
/// makes `FOLDER/assay/content/post/` and the like for `hugo`, `eleventy`, `jekyll` and `jbake`; without names the first two. Each note has about 2,000 words: 8 sections, 3 tables, lists, a
/// quotation, code, footnotes, 12 claims, 3 tags of 50, 1 category of 2, links to other notes and outside. The text is
/// made of a seed, so two runs write the same bytes. Links between notes are written `note.md` for Assay, which finds
/// out where they lead, and as finished addresses for the others, which then have nothing to find out.
final class Corpus {
  private static final String[] WORDS =
      """
      the of a in and to is for that on with as by it from at are this which an be or than more not can has when each its
      price cost token model memory bandwidth power rack cluster accelerator inference training batch latency throughput
      cache prompt output input context layer weight expert kernel chip wafer node package interposer stack supply demand
      margin revenue contract lease hour energy cooling liquid grid transformer substation site permit utility turbine
      vendor operator customer tenant cloud region zone network switch optics cable fabric topology hop queue scheduler
      estimate measure report filing quarter year month record figure table range bound limit floor ceiling share ratio
      growth decline shift gap signal noise trend cycle peak trough average median error source claim evidence reason
      assumption scenario baseline lever sensitivity forecast history revision correction footnote appendix method sample
      large small high low early late fast slow dense sparse cheap dear strong weak public private new old known unknown
      rises falls holds moves depends limits allows shows suggests implies needs takes gives makes leaves keeps turns
      because while although since before after between within across under over about against through without
      """
          .strip()
          .split("\\s+");
  private static final String[] KINDS = {
    "Fact", "Fact", "Fact", "Fact", "Fact", "Inference", "Inference", "Inference", "Speculation", "Speculation", "Blocked", "Blocked"
  };
  private static final LocalDate LAST = LocalDate.of(2026, 5, 30);

  private final int count;
  private final int index;
  private final String generator;
  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder(16_000);

  private Corpus(int count, int index, String generator) {
    this.count = count;
    this.index = index;
    this.generator = generator;
    this.random = new SplittableRandom(0x5EED_0000_0000L + index);
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    List<String> generators = args.length > 2 ? List.of(args).subList(2, args.length) : List.of("assay", "hugo");
    for (String generator : generators) {
      Path posts = Files.createDirectories(folder.resolve(generator).resolve(generator.equals("jekyll") ? "_post" : "content/post"));
      for (int i = 1; i <= count; i++) {
        Files.writeString(posts.resolve(name(i) + ".md"), new Corpus(count, i, generator).note());
      }
    }
    if (!generators.contains("assay")) {
      return;
    }
    Files.writeString(
        folder.resolve("assay/content/site.yaml"),
        """
        title: The bench
        base_url: https://bench.example/
        description: Notes made of a seed
        page_size: 20
        taxonomies: [tags, categories]
        feeds: {formats: [rss], archives: false}
        search: false
        cards: false
        citations: []
        llms: false
        """);
  }

  private static String name(int i) {
    return String.format(Locale.ROOT, "note-%06d", i);
  }

  private String note() {
    boolean properties = generator.equals("jbake");
    String quote = properties ? "" : "\"";
    String is = properties ? "=" : ": ";
    out.append(properties ? "" : "---\n").append("title").append(is).append(quote).append(title(6)).append(" ").append(index).append(quote).append("\n");
    out.append("date").append(is).append(LAST.minusDays(count - index)).append("\n");
    out.append("description").append(is).append(quote).append(sentence(14)).append(quote).append("\n");
    out.append("tags").append(is).append(properties ? "" : "[");
    TreeSet<Integer> tags = new TreeSet<>();
    while (tags.size() < 3) {
      tags.add(1 + random.nextInt(50));
    }
    List<String> names = new ArrayList<>();
    tags.forEach(tag -> names.add("topic-" + tag));
    out.append(String.join(properties ? "," : ", ", names));
    if (properties) {
      out.append("\ntype=post\nstatus=published\n~~~~~~\n\n");
    } else {
      out.append("]\ncategories: [").append(index % 2 == 0 ? "compute" : "energy").append("]\n---\n\n");
    }
    paragraph(80);
    for (int section = 1; section <= 8; section++) {
      section(section);
    }
    out.append("[^1]: ").append(sentence(16)).append("\n\n[^2]: ").append(sentence(12)).append("\n");
    return out.toString();
  }

  private void section(int section) {
    out.append("## ").append(section).append(". ").append(title(4)).append("\n\n");
    paragraph(60);
    switch (section) {
      case 1, 4, 7 -> table();
      case 2 -> claims(0, 6);
      case 3 -> {
        for (int i = 0; i < 5; i++) {
          out.append(i + 1).append(". **").append(title(2)).append("**: ").append(sentence(18)).append("\n");
        }
        out.append("\n> ").append(sentence(22)).append("\n\n");
      }
      case 5 -> {
        out.append("### ").append(title(3)).append("\n\n```python\nfor step in range(").append(index).append("):\n    cost = step * 0.7\n```\n\n");
        out.append("The rest is in [an earlier note](").append(link()).append(") and in [a later one](").append(link()).append(").[^1]\n\n");
      }
      case 6 -> claims(6, 12);
      default -> {
        for (int i = 0; i < 4; i++) {
          out.append("- *").append(title(2)).append("*, `").append(word()).append("`: ").append(sentence(14)).append("\n");
        }
        out.append("\nSee also [the third](").append(link()).append(").[^2]\n\n");
      }
    }
    paragraph(95);
  }

  private void claims(int from, int to) {
    for (int i = from; i < to; i++) {
      out.append("- **[").append(KINDS[i]).append("]** ").append(sentence(20));
      switch (KINDS[i]) {
        case "Fact" -> out.append(" ([source](https://source.example/").append(index).append("/").append(i).append(")) {#f").append(i).append("}");
        case "Inference" -> out.append(" {because=#f").append(i % 5).append("}");
        default -> {}
      }
      out.append("\n");
    }
    out.append("\n");
  }

  private void table() {
    out.append("| what | first | second | third |\n| --- | ---: | ---: | ---: |\n");
    for (int row = 0; row < 7; row++) {
      out.append("| ").append(title(2));
      for (int column = 0; column < 3; column++) {
        out.append(" | ").append(random.nextInt(100_000) / 100.0);
      }
      out.append(" |\n");
    }
    out.append("\n");
  }

  private String link() {
    String name = name(1 + random.nextInt(count));
    return generator.equals("assay") ? name + ".md" : "/post/" + name + "/";
  }

  private void paragraph(int words) {
    for (int left = words; left > 0; left -= 16) {
      out.append(sentence(Math.min(16, Math.max(4, left)))).append(left > 16 ? " " : "\n\n");
    }
  }

  private String sentence(int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = word();
      text.append(i == 0 ? capital(word) : " " + word);
      if (i % 7 == 6 && i < words - 2) {
        text.append(",");
      }
    }
    return text.append(".").toString();
  }

  private String title(int words) {
    StringBuilder text = new StringBuilder(capital(word()));
    for (int i = 1; i < words; i++) {
      text.append(" ").append(word());
    }
    return text.toString();
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /// Frequent words first, as in a language.
  private String word() {
    double u = random.nextDouble();
    return WORDS[(int) (WORDS.length * u * u)];
  }
}
