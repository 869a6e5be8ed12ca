package dev.assay.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Pairs runs of delimiters, as CommonMark does, in linear time.
final class Emphasis {
  /// Deeper emphasis is text: nobody reads it, and it would nest elements without end.
  static final int DEEPEST = 32;

  private static final int KINDS = 14;

  private final List<InlineItem> runs = new ArrayList<>();
  private boolean tooDeep;

  /// Adds a run that stands behind all others.
  void add(InlineItem run) {
    runs.add(run);
  }

  /// How many runs wait: what stands above this later is inside the bracket that opened now.
  int mark() {
    return runs.size();
  }

  /// True when emphasis was left as text because it was nested too deeply.
  boolean tooDeep() {
    return tooDeep;
  }

  /// Pairs all runs from an index on, and forgets them.
  void resolve(int bottom) {
    int[] lowest = new int[KINDS];
    Arrays.fill(lowest, bottom);
    int[] previous = new int[runs.size()];
    for (int i = bottom; i < runs.size(); i++) {
      previous[i] = i - 1;
    }
    for (int closer = bottom; closer < runs.size(); closer++) {
      InlineItem run = runs.get(closer);
      while (run.canClose && run.end > run.start) {
        int kind = kind(run);
        int opener = opener(run, previous[closer], lowest[kind], previous);
        if (opener < lowest[kind] || opener < bottom) {
          lowest[kind] = Math.max(lowest[kind], previous[closer] + 1);
          break;
        }
        if (!pair(runs.get(opener), run)) {
          break;
        }
        previous[closer] = runs.get(opener).end > runs.get(opener).start ? opener : previous[opener];
      }
      boolean gone = run.end == run.start || !run.canOpen;
      if (gone && closer + 1 < runs.size()) {
        previous[closer + 1] = previous[closer];
      }
    }
    runs.subList(bottom, runs.size()).clear();
  }

  private int opener(InlineItem closer, int from, int lowest, int[] previous) {
    int at = from;
    while (at >= lowest && !fits(runs.get(at), closer)) {
      at = previous[at];
    }
    return at;
  }

  private static boolean fits(InlineItem opener, InlineItem closer) {
    if (opener.mark != closer.mark || !opener.canOpen || opener.end == opener.start) {
      return false;
    }
    if (closer.mark == '~') {
      return true;
    }
    boolean both = opener.canClose || closer.canOpen;
    return !(both && (opener.length + closer.length) % 3 == 0 && (opener.length % 3 != 0 || closer.length % 3 != 0));
  }

  private boolean pair(InlineItem opener, InlineItem closer) {
    if (tooDeep) {
      return false;
    }
    int depth = InlineItem.depth(opener.next(), closer) + 1;
    if (depth > DEEPEST) {
      tooDeep = true;
      return false;
    }
    int use = closer.end - closer.start >= 2 && opener.end - opener.start >= 2 ? 2 : 1;
    int start = opener.end - use;
    int end = closer.start + use;
    List<Inline> children = InlineItem.cut(opener.next(), closer);
    Inline inline =
        closer.mark == '~'
            ? new Inline.Strike(start, end, children)
            : use == 2 ? new Inline.Strong(start, end, children) : new Inline.Emphasis(start, end, children);
    opener.end -= use;
    closer.start += use;
    InlineItem.of(inline, depth).insertBefore(closer);
    return true;
  }

  private static int kind(InlineItem run) {
    if (run.mark == '~') {
      return 12;
    }
    return (run.mark == '_' ? 6 : 0) + (run.canOpen ? 3 : 0) + run.length % 3;
  }
}
