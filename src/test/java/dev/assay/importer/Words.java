package dev.assay.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of a text as a reader sees them, taken straight from the HTML by nothing that the importer uses, and how
/// two texts differ in them.
public final class Words {
  private static final Pattern UNSEEN = Pattern.compile("[\\u00ad\\u200b-\\u200f\\u2060\\ufeff\\ufe0e\\ufe0f\\p{Cntrl}&&[^\\s]]+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{Z}]");
  /// A page says kinds with a sign and a word of its own.
  private static final Pattern KIND = Pattern.compile("(?i)[\\[［](fact|inference|speculation|blocked|사실|추론|추측|보류)[\\]］]\\s*[:：]?");
  private static final Set<String> IN_LINES =
      Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "s", "samp",
          "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ruby", "rb");
  private static final int MOST_DIFFERENT = 6_000;

  private Words() {}

  /// Words that stand in one text where the other has others.
  public record Run(List<String> lost, List<String> gained) {
    @Override
    public String toString() {
      return (lost.isEmpty() ? "" : "lost '" + String.join(" ", lost) + "'") + (lost.isEmpty() || gained.isEmpty() ? "" : ", ")
          + (gained.isEmpty() ? "" : "gained '" + String.join(" ", gained) + "'");
    }
  }

  public static List<String> of(String html) {
    return of(Jsoup.parseBodyFragment(html).body());
  }

  public static List<String> of(Element body) {
    // What no reader sees: KaTeX draws each formula a second time for browsers with its styles.
    body.select("script, style, template, noscript, title, annotation, link, meta, base, .katex-html").remove();
    StringBuilder text = new StringBuilder();
    text(body, text);
    return ofText(KIND.matcher(text).replaceAll(" "));
  }

  public static List<String> ofText(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(UNSEEN.matcher(text).replaceAll(""));
    while (word.find()) {
      // Ways back from footnotes, boxes of tasks, and signs of line ends are drawn, not written.
      if ("↩☐☑⏎".indexOf(word.group()) < 0) {
        words.add(word.group());
      }
    }
    return words;
  }

  private static void text(Element element, StringBuilder out) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode text) {
        out.append(text.getWholeText());
      } else if (node instanceof Element child) {
        boolean inLine = IN_LINES.contains(child.normalName()) || child.closest("math") != null;
        out.append(inLine ? "" : " ");
        text(child, out);
        out.append(inLine ? "" : " ");
      }
    }
  }

  /// Where two texts differ, as few words as possible; words are compared as written.
  public static List<Run> differences(List<String> a, List<String> b) {
    int start = 0;
    while (start < Math.min(a.size(), b.size()) && a.get(start).equals(b.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(a.size(), b.size()) - start && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
      end++;
    }
    return between(a.subList(start, a.size() - end), b.subList(start, b.size() - end));
  }

  /// Myers' greedy algorithm. Texts that differ in thousands of places differ as a whole.
  private static List<Run> between(List<String> a, List<String> b) {
    if (a.isEmpty() && b.isEmpty()) {
      return List.of();
    }
    int most = Math.min(MOST_DIFFERENT, a.size() + b.size());
    List<int[]> trace = new ArrayList<>();
    int[] reached = new int[2 * most + 3];
    for (int d = 0; d <= most; d++) {
      trace.add(java.util.Arrays.copyOfRange(reached, most + 1 - d, most + 2 + d));
      for (int k = -d; k <= d; k += 2) {
        int at = most + 1 + k;
        int x = k == -d || (k != d && reached[at - 1] < reached[at + 1]) ? reached[at + 1] : reached[at - 1] + 1;
        while (x < a.size() && x - k < b.size() && a.get(x).equals(b.get(x - k))) {
          x++;
        }
        reached[at] = x;
        if (x >= a.size() && x - k >= b.size()) {
          return runs(a, b, trace, d);
        }
      }
    }
    return List.of(new Run(List.copyOf(a), List.copyOf(b)));
  }

  private static List<Run> runs(List<String> a, List<String> b, List<int[]> trace, int found) {
    boolean[] lost = new boolean[a.size() + 1];
    boolean[] gained = new boolean[b.size() + 1];
    int x = a.size();
    int y = b.size();
    for (int d = found; d > 0; d--) {
      // Holds the diagonals from -d to d as they were before this round.
      int[] before = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && before[d + k - 1] < before[d + k + 1]);
      int previousX = down ? before[d + k + 1] : before[d + k - 1];
      int previousK = down ? k + 1 : k - 1;
      if (down) {
        gained[previousX - previousK] = true;
      } else {
        lost[previousX] = true;
      }
      x = previousX;
      y = previousX - previousK;
    }
    return gathered(a, b, lost, gained);
  }

  private static List<Run> gathered(List<String> a, List<String> b, boolean[] lost, boolean[] gained) {
    List<Run> runs = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (x < a.size() || y < b.size()) {
      List<String> out = new ArrayList<>();
      List<String> in = new ArrayList<>();
      while (x < a.size() && lost[x]) {
        out.add(a.get(x++));
      }
      while (y < b.size() && gained[y]) {
        in.add(b.get(y++));
      }
      if (!out.isEmpty() || !in.isEmpty()) {
        runs.add(new Run(Collections.unmodifiableList(out), Collections.unmodifiableList(in)));
      } else {
        x++;
        y++;
      }
    }
    return runs;
  }
}
