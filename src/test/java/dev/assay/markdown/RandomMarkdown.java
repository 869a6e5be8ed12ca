package dev.assay.markdown;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts in plain CommonMark with tables, drawn at random: well written for the most part, with what people get wrong strewn in. Nothing
/// in them is a sign of Assay's own, so that any reader of CommonMark has to see the same words.
final class RandomMarkdown {
  private static final List<String> WORDS =
      List.of(
          "memory", "price", "The", "token", "H100", "3.5", "GB/s", "it's", "naïve", "half-done", "a", "of", "(see", "below)", "“quoted”", "1986", "C++", "x_y_z", "2*3",
          "50%", "e.g.", "—", "\\*literal\\*", "\\[no\\]", "&amp;", "&copy;", "&#8212;", "&nosuch;", "AT&T", "5 < 6", "7 > 3", "#1", "a\\_b", "!", "?", "…", "emoji \ud83d\ude80");
  private static final List<String> STRAY = List.of("*", "**", "_", "__", "`", "``", "[", "]", "](", ")", "![", "<", ">", "\\", "***", "|", "  ", "&", "#", "- ", "+", "==", "--");

  private final Random random;

  RandomMarkdown(long seed) {
    this.random = new Random(seed);
  }

  String text() {
    StringBuilder out = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      out.append(block(0)).append(random.nextInt(12) == 0 ? "" : "\n");
    }
    out.append("\n[ref]: /reference \"A title\"\n[two words]: <https://example.org/a b>\n[price]: /price\n");
    return out.toString();
  }

  private String block(int depth) {
    return switch (random.nextInt(depth > 2 ? 8 : 15)) {
      case 0, 1, 2 -> paragraph();
      case 3 -> "#".repeat(1 + random.nextInt(6)) + " " + line() + (random.nextInt(4) == 0 ? " ##" : "") + "\n";
      case 4 -> line() + "\n" + (random.nextBoolean() ? "===" : "-----") + "\n";
      case 5 -> pick(List.of("***", "---", "_ _ _", "- - -")) + "\n";
      case 6 -> fence();
      case 7 -> "    code " + line() + "\n    \tmore\n";
      case 8, 9 -> list(depth, false);
      case 10, 11 -> list(depth, true);
      case 12 -> prefixed("> ", some(3, () -> block(depth + 1)));
      case 13 -> table();
      default -> some(2, this::paragraph);
    };
  }

  private String paragraph() {
    return lines(1 + random.nextInt(4)) + "\n";
  }

  private String lines(int count) {
    return IntStream.range(0, count).mapToObj(_ -> " ".repeat(random.nextInt(8) == 0 ? random.nextInt(4) : 0) + line()).collect(Collectors.joining(random.nextInt(6) == 0 ? "  \n" : random.nextInt(9) == 0 ? "\\\n" : "\n"));
  }

  private String line() {
    return word() + " " + some(1 + random.nextInt(7), () -> inline(0) + (random.nextInt(9) == 0 ? "" : " ")) + word();
  }

  private String inline(int depth) {
    Supplier<String> inner = () -> depth > 2 ? word() : some(1 + random.nextInt(3), () -> inline(depth + 1) + " ").strip();
    return switch (random.nextInt(24)) {
      case 0 -> "*" + inner.get() + "*";
      case 1 -> "_" + inner.get() + "_";
      case 2 -> "**" + inner.get() + "**";
      case 3 -> "__" + inner.get() + "__";
      case 4 -> "***" + inner.get() + "***";
      case 5 -> "`" + word() + " " + pick(STRAY).replace("`", "'") + "`";
      case 6 -> "`` a ` " + word() + " ``";
      case 7 -> "[" + inner.get() + "](/url" + pick(List.of("", " \"title\"", " 'ti tle'", "?a=b&c=d", "_(x)")) + ")";
      case 8 -> "[" + inner.get() + "][ref]";
      case 9 -> pick(List.of("[ref]", "[ref][]", "[Two  Words]", "[price]", "[unknown]", "[REF]"));
      case 10 -> "![" + inner.get() + "](/picture.png)";
      case 11 -> "<https://example.org/" + pick(List.of("a", "b?c=d&e", "%20")) + ">";
      case 12 -> pick(STRAY);
      case 13 -> pick(List.of("<b>", "</b>", "<br>", "<!-- not seen -->", "<i class=\"x\">", "</i>"));
      default -> word();
    };
  }

  private String word() {
    return pick(WORDS);
  }

  private String fence() {
    String mark = pick(List.of("```", "~~~", "````"));
    return mark + pick(List.of("", "text", " python", " text more words")) + "\n" + some(3, () -> line() + "\n") + (random.nextInt(10) == 0 ? "" : mark + "\n");
  }

  private String list(int depth, boolean numbers) {
    boolean loose = random.nextBoolean();
    char mark = "-+*".charAt(random.nextInt(3));
    StringBuilder out = new StringBuilder();
    // Right behind the text of an item a list that begins with another number than 1 is a list here, and text in the specification.
    int first = depth == 0 ? random.nextInt(3) : 1;
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String item = numbers ? (first + i) + ". " : mark + " ";
      String inside = line() + "\n" + (random.nextInt(3) == 0 ? (loose ? "\n" : "") + block(depth + 1) : "");
      String body = prefixed(" ".repeat(item.length()), inside);
      out.append(item).append(body.substring(item.length())).append(loose ? "\n" : "");
    }
    return out.toString();
  }

  private String table() {
    int columns = 1 + random.nextInt(4);
    // It may begin in the middle of a paragraph, which other readers see otherwise where the lines of that go on without their marks.
    StringBuilder out = new StringBuilder("\n");
    out.append(row(columns)).append(("| " + pick(List.of("---", ":--", "--:", ":-:")) + " ").repeat(columns)).append("|\n");
    for (int i = random.nextInt(4); i >= 0; i--) {
      out.append(row(Math.max(1, random.nextInt(6) == 0 ? columns - 1 : columns)));
    }
    // A line right behind a table belongs to it here, whatever it is.
    return out.append('\n').toString();
  }

  private String row(int columns) {
    return "|" + some(columns, () -> " " + pick(List.of(word(), "*" + word() + "*", "`a`", "[a](/b)", "a \\| b", "", "**" + word() + "**")) + " |") + "\n";
  }

  private static String prefixed(String prefix, String text) {
    return text.lines().map(line -> line.isEmpty() && prefix.isBlank() ? line : prefix + line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String some(int count, Supplier<String> each) {
    return IntStream.range(0, count).mapToObj(_ -> each.get()).collect(Collectors.joining());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
