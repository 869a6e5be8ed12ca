package dev.assay.build;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// What a writer might write: notes, fragments of notes, settings, tables and templates, at random.
///
/// What costs most in a build and has the fewest ways to go wrong after an edit (cards, pictures, templates of one's own) is
/// written for some sites only, so that many can be built.
final class EditedText {
  /// What a site has beyond the ordinary.
  enum Trait {
    CARDS,
    PICTURES,
    THEME,
    KOREAN,
    COSTS
  }

  private final SplittableRandom random;
  private final Set<Trait> traits;
  private int made;

  EditedText(SplittableRandom random, Set<Trait> traits) {
    this.random = random;
    this.traits = Set.copyOf(traits);
  }

  boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /// A number that was not given before.
  int next() {
    return made++;
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? pick("The", "A", "This", "No") : " " + pick("price", "of", "power", "rises", "memory", "and", "토큰", "cost", "Micron"));
    }
    return text.toString();
  }

  String sentence() {
    return words(random.nextInt(4, 14)) + ".";
  }

  String date() {
    return LocalDate.of(2026, 5, 1).plusDays(random.nextInt(36)).toString();
  }

  String tags() {
    return oneIn(6) ? "[]" : "[" + pick("power", "memory", "전력") + ", " + pick("price", "rack") + "]";
  }

  /// @param other another note's file, seen from this one
  /// @param claim the name of a claim that somebody makes, while there is one
  String note(Supplier<String> other, Supplier<Optional<String>> claim) {
    StringBuilder text = new StringBuilder("---\ntitle: " + words(3) + "\ndate: " + date() + "\ntags: " + tags() + "\n");
    text.append("categories: [").append(pick("energy", "compute")).append("]\n").append(oneIn(2) ? "hubs: [power]\n" : "");
    text.append(oneIn(4) ? "series: Racks\n" : "").append("---\n").append(sentence()).append("\n");
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      text.append("\n").append(fragment(other, claim));
    }
    return text.toString();
  }

  String fragment(Supplier<String> other, Supplier<Optional<String>> claim) {
    int id = next();
    return switch (random.nextInt(23)) {
      case 0 -> "## " + words(2) + "\n";
      case 1 -> "- **[Fact]** " + sentence() + " {#f" + id + " source=https://source.example/" + id + "}\n";
      case 2 -> "- [Speculation] " + sentence() + "\n- **[Blocked]** " + sentence() + "\n";
      case 3 -> "- **[Fact]** " + sentence() + " {#p" + id + " source=https://source.example}\n- **[Inference]** " + sentence() + " {#i" + id + " because=#p" + id + "}\n";
      case 4 -> "See [](" + other.get() + ").\n";
      case 5 -> "See [the hub](../hub/power.md) and ![a picture](https://picture.example/" + id + ".png).\n";
      case 6 -> "| a | b |\n| --- | ---: |\n| " + words(1) + " | " + id + " |\n";
      case 7 -> has(Trait.COSTS) ? "It costs {cost}`base.usd_per_million_output_tokens`.\n" : sentence() + "\n";
      case 8 -> has(Trait.COSTS) ? "```{cost-table}\nscenarios: [base, cached]\n```\n" : sentence() + "\n";
      case 9 -> "> [!NOTE]\n> " + sentence() + "\n";
      case 10 -> "전력이 **병목**이다. " + sentence() + "\n";
      case 11 -> "- [Fact] " + sentence() + " [@lee, p. " + id + "]. {#l" + id + "}\n\nAs @kim says.\n";
      case 12 -> "## Next checkpoints\n\n| Checkpoint | Strong signal | Due |\n| --- | --- | --- |\n| " + words(4) + (oneIn(2) ? " {#w" + id + "}" : "") + " | " + words(2) + " | 2026-0"
          + random.nextInt(5, 9) + " |\n";
      case 13, 14 -> "- [Inference] " + sentence() + " {#c" + id + claim.get().map(name -> " because=" + name).orElse("") + claim.get().map(name -> " supports=" + name).orElse("") + "}\n";
      case 15 -> "- [Speculation] " + sentence() + " {#s" + id + " due=2026-06-0" + random.nextInt(1, 9) + " probability=0." + random.nextInt(1, 9) + "}\n";
      case 16 -> has(Trait.COSTS) ? "- [Inference] " + sentence() + " {#g" + id + " because=base.usd_per_million_output_tokens}\n" : "- [Blocked] " + sentence() + " {#b" + id + "}\n";
      case 17 -> has(Trait.THEME)
          ? ":::{box} *" + words(2) + "* {to=" + other.get() + "}\n" + sentence() + "\n\n- **[Fact]** " + sentence() + " {#x" + id + " source=https://source.example/" + id + "}\n:::\n"
          : "```{quotation}\n" + sentence() + "\n```\n";
      case 18 -> "```{details} " + words(2) + "\n" + sentence() + "\n```\n";
      case 19 -> "{include " + pick("legend", "rule") + ".md}\n";
      case 20 -> has(Trait.PICTURES) ? "![" + words(2) + "](" + pick("fab.jpg", "plan.png") + " \"" + words(2) + "\"){#fig" + id + "}\n" : "$x_" + id + " + 1$ is " + sentence() + "\n";
      case 21 -> ":::{inference} #v" + id + "\n" + claim.get().map(name -> ":because: " + name + "\n").orElse("") + sentence() + "\n:::\n";
      default -> sentence() + " " + sentence() + "\n";
    };
  }

  String settings() {
    StringBuilder text = new StringBuilder("bibliography: sources.bib\ntitle: " + words(2) + "\nauthors: [Jan Berg]\n");
    text.append("base_url: https://").append(pick("site", "site", "site", "other")).append(".example/\n");
    text.append(has(Trait.KOREAN) ? "languages: [en, ko]\n" : "languages: [en]\n");
    text.append("page_size: ").append(random.nextInt(2, 6)).append("\n");
    text.append("feeds: {limit: ").append(random.nextInt(2, 8)).append(oneIn(4) ? ", content: summary" : "").append(oneIn(4) ? "" : ", formats: [rss]").append("}\n");
    text.append(has(Trait.CARDS) && !oneIn(4) ? "" : "cards: false\n").append(oneIn(4) ? "" : "citations: []\nllms: false\n").append(oneIn(4) ? "" : "search: false\n");
    text.append(oneIn(5) ? "permalinks: {post: /" + pick("p", "writing") + "/:slug/}\n" : "").append(oneIn(5) ? "html: trusted\n" : "");
    text.append(oneIn(3) ? "entities: [{name: Micron, ticker: MU}]\nlink_entities: " + oneIn(2) + "\n" : "").append(oneIn(5) ? "typography: true\n" : "");
    text.append(has(Trait.PICTURES) ? "images: {widths: [" + pick("10", "12, 20") + "]}\n" : "");
    return text.append(oneIn(5) ? "menu: [{label: " + words(1) + ", url: /archive/}]\n" : "").toString();
  }

  String sources() {
    return "@book{lee, title = {Grids " + random.nextInt(9) + "}, author = {Lee, Mina}, year = {2024}}\n@misc{kim, title = {Racks " + random.nextInt(9)
        + "}, author = {Kim, Jun}, year = {2025}, url = {https://kim.example/}}\n";
  }

  String scenarios() {
    return "base: {hardware: " + pick("h100-sxm", "b200", "h200") + ", model: llama-3.1-70b}\ncached: {extends: base, cache_hit: 0." + random.nextInt(1, 9) + "}\n";
  }

  /// A row of the cost catalog that takes the place of the one that travels with the program.
  String accelerators() {
    return "id,name,memory_gib,bandwidth_tbps,bf16_tflops,fp8_tflops,power_w,link_gbps,scale_up,kind,source\nh200,H200 of " + next() + ",1" + random.nextInt(10, 40)
        + ",4.8,989,1979,700,450,8,fact,our datasheet\n";
  }

  String history(String claim) {
    String status = pick("confirmed", "refuted", "withdrawn", "amended");
    return "[{claim: " + claim + ", status: " + status + ", date: 2026-06-" + random.nextInt(10, 20) + ", note: " + words(3) + (oneIn(2) ? ", source: '@lee'" : "") + "}]";
  }

  String shortcode() {
    return "<#--\nbody: optional\nargument: title\nparameters:\n  title: markdown\n  to: {type: note, optional: true}\n-->\n<div class=\"box" + next()
        + "\"><b>${title}</b><#if to??> <a href=\"${to.url}\">${to.title}</a></#if>\n${body}</div>\n";
  }

  /// A template of the site's own; which one follows from its name.
  String template(String name) {
    return name.contains("shortcodes/")
        ? name.contains(".feed.") ? "<p>" + next() + "</p>\n${body}\n" : shortcode()
        : name.endsWith(".properties") ? "kind.fact = " + words(1) + next() + "\n" : "<!doctype html>\n<html lang=\"en\"><title>" + next() + "</title><p>Own.\n";
  }
}
