package dev.assay.markdown;

import dev.assay.note.Language;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tables, figures, charts, equations and sections of a text that have a name of their kind, `{#fig-hbm}`, numbered in
/// their order. A sentence speaks of them by it: `@fig-hbm` becomes "Figure 2", linked.
///
/// Names are gathered before anything is written, because a sentence may speak of what comes later.
final class Numbered {
  private static final Pattern NAME = Pattern.compile("(fig|tab|tbl|chart|eq|sec)-[\\p{L}\\p{N}_-]+");
  private static final Pattern CAPTION = Pattern.compile("(?:[Tt]able|표|表) ?[:：]\\s*(?=\\S)");

  private static final Pattern CAPTIONED = Pattern.compile("(?:Table|표|表) ?[0-9]");

  private final RefWords words;
  private final boolean numbersSections;
  private final Map<String, Target> targets = new HashMap<>();
  private final Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
  private final Map<Integer, String> sections = new HashMap<>();
  private final int[] levels = new int[7];
  private int topLevel = 7;

  /// What can be numbered.
  enum Sort {
    FIGURE,
    TABLE,
    CHART,
    EQUATION,
    SECTION;

    static Sort of(String name) {
      return switch (name.substring(0, name.indexOf('-'))) {
        case "fig" -> FIGURE;
        case "chart" -> CHART;
        case "eq" -> EQUATION;
        case "sec" -> SECTION;
        default -> TABLE;
      };
    }
  }

  /// Something with a number.
  record Target(Sort sort, String number) {}

  private Numbered(Language language, boolean numbersSections) {
    this.words = RefWords.of(language);
    this.numbersSections = numbersSections;
  }

  /// @param text the note's whole text, to see whether it speaks of sections at all: only then are they numbered
  static Numbered of(List<Block> blocks, Language language, String text) {
    Numbered numbered = new Numbered(language, text.contains("@sec-"));
    blocks.forEach(numbered::findTop);
    numbered.all(blocks);
    return numbered;
  }

  /// A text in which nothing is numbered.
  static Numbered none(Language language) {
    return new Numbered(language, false);
  }

  private void findTop(Block block) {
    if (block instanceof Block.Heading heading) {
      topLevel = Math.min(topLevel, heading.level());
    }
  }

  private void all(List<Block> blocks) {
    for (Block block : blocks) {
      switch (block) {
        case Block.Paragraph paragraph -> trailing(paragraph.prose());
        case Block.Heading heading -> heading(heading);
        case Block.Quote quote -> all(quote.blocks());
        case Block.Listing list -> list.items().forEach(item -> all(item.blocks()));
        case Block.Table table -> {
          if (!table.rows().isEmpty()) {
            trailing(table.rows().getLast().getFirst());
          }
        }
        case Block.Definitions list -> list.entries().forEach(entry -> entry.descriptions().forEach(meaning -> all(meaning.blocks())));
        case Block.Container directive -> all(directive.blocks());
        case Block.Code code -> add(directiveName(code.info()));
        case Block.Formula formula -> add(id(formula.attributes().text()));
        case Block.Html _, Block.Rule _ -> {}
      }
    }
  }

  private void trailing(Prose prose) {
    String text = FigureSource.without(prose.text());
    int open = Attributes.startOfTrailing(text);
    boolean picture = text.startsWith("![");
    String id = open < 0 ? "" : id(text.substring(open));
    // A name of a picture belongs to a picture, that of a table to its caption.
    if (picture == id.startsWith("fig-")) {
      add(id);
    }
  }

  private void heading(Block.Heading heading) {
    int level = heading.level();
    levels[level]++;
    for (int i = level + 1; i < levels.length; i++) {
      levels[i] = 0;
    }
    StringBuilder number = new StringBuilder();
    for (int i = topLevel; i <= level; i++) {
      number.append(number.isEmpty() ? "" : ".").append(levels[i]);
    }
    sections.put(heading.offset(), number.toString());
    String id = Headings.attributes(heading).id();
    if (NAME.matcher(id).matches() && Sort.of(id) == Sort.SECTION) {
      targets.putIfAbsent(id, new Target(Sort.SECTION, number.toString()));
    }
  }

  private static String id(String braces) {
    return braces.startsWith("{") && Attributes.end(braces, 0) == braces.length() ? Attributes.read(braces).id() : "";
  }

  /// The name of a directive's block: `{data-chart} #chart-prices`.
  static String directiveName(String info) {
    int close = info.startsWith("{") ? info.indexOf('}') : -1;
    String argument = close < 0 ? "" : info.substring(close + 1).strip();
    return argument.startsWith("#") && NAME.matcher(argument.substring(1)).matches() ? argument.substring(1) : "";
  }

  private void add(String id) {
    if (!NAME.matcher(id).matches() || Sort.of(id) == Sort.SECTION || targets.containsKey(id)) {
      return;
    }
    Sort sort = Sort.of(id);
    targets.put(id, new Target(sort, Integer.toString(counts.merge(sort, 1, Integer::sum))));
  }

  /// What has a name.
  Optional<Target> target(String id) {
    return Optional.ofNullable(targets.get(id));
  }

  /// All names.
  java.util.Set<String> names() {
    return targets.keySet();
  }

  /// The label of something: "Figure 2", or nothing when it has no number.
  String label(String id) {
    return target(id).map(target -> capital(words.of(target.sort(), target.number()))).orElse("");
  }

  private static String capital(String label) {
    return label.isEmpty() ? label : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }

  /// What a sentence calls it.
  String spoken(String id, boolean numberOnly) {
    return target(id).map(target -> numberOnly ? target.number() : words.of(target.sort(), target.number())).orElse("");
  }

  /// The number of a heading, where sections are numbered; empty elsewhere.
  String section(Block.Heading heading) {
    return numbersSections && targets.values().stream().anyMatch(target -> target.sort() == Sort.SECTION) ? sections.getOrDefault(heading.offset(), "") : "";
  }

  /// The caption of a table with its number: `Table: Prices {#tab-prices}` says `Table 1: Prices {#tab-prices}`.
  Prose caption(Prose prose) {
    int open = Attributes.startOfTrailing(prose.text());
    String id = open < 0 ? "" : id(prose.text().substring(open));
    Matcher caption = CAPTION.matcher(prose.text());
    if (id.isEmpty() || target(id).isEmpty() || !caption.lookingAt()) {
      return prose;
    }
    Prose.Builder out = new Prose.Builder();
    // A caption is known by its first word, so one in another language keeps the word that was written.
    String label = label(id);
    String opening = CAPTIONED.matcher(label).lookingAt() ? label : caption.group().replaceAll("[:：]\\s*", "").strip() + " " + target(id).orElseThrow().number();
    out.append(opening + ": ", prose.offset(0));
    return out.append(prose.slice(caption.end(), prose.text().length())).build();
  }

  /// A name that a sentence may speak of.
  ///
  /// @param end behind it
  record Spoken(String id, int end) {}

  /// The name that stands at an index; the longest that is one, since a particle may follow it. One that nothing has is
  /// given when it can be nothing else.
  Optional<Spoken> at(String text, int at) {
    Matcher name = NAME.matcher(text).region(at, Math.min(text.length(), at + 80));
    if (!name.lookingAt()) {
      return Optional.empty();
    }
    for (int end = name.end(); end > at + name.group(1).length() + 1; end--) {
      if (targets.containsKey(text.substring(at, end))) {
        return Optional.of(new Spoken(text.substring(at, end), end));
      }
    }
    int end = at;
    while (end < name.end() && text.charAt(end) < 0x80) {
      end++;
    }
    Sort sort = Sort.of(name.group());
    boolean sure = sort == Sort.FIGURE || sort == Sort.TABLE || sort == Sort.EQUATION || targets.values().stream().anyMatch(target -> target.sort() == sort);
    return sure && end > at + name.group(1).length() + 1 ? Optional.of(new Spoken(text.substring(at, end), end)) : Optional.empty();
  }
}
