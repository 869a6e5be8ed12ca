package dev.assay.importer.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// A stretch of text between two blocks, while it is gathered. White space is treated as a browser shows it.
final class Run {
  private final List<Leaf> leaves = new ArrayList<>();

  void add(Leaf leaf) {
    leaves.add(leaf);
  }

  /// Adds text as it stands in HTML.
  void text(String text, List<Mark> marks) {
    leaves.add(new Leaf.Words(isCollapsed(text) ? text : collapsed(text), marks));
  }

  /// Whether white space is single spaces only, as it mostly is.
  private static boolean isCollapsed(String text) {
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean here = c <= ' ' && isSpace(c);
      if (here && (space || c != ' ')) {
        return false;
      }
      space = here;
    }
    return true;
  }

  private static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    if (space) {
      out.append(' ');
    }
    return out.toString();
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  /// The paragraphs that were gathered: two line breaks in a row part them. Empties the run.
  List<List<Leaf>> finish() {
    List<List<Leaf>> paragraphs = new ArrayList<>();
    List<Leaf> paragraph = new ArrayList<>();
    int breaks = 0;
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.Break) {
        breaks++;
      } else if (!(leaf instanceof Leaf.Words(String text, _) && text.isBlank())) {
        if (breaks > 1) {
          add(paragraph, paragraphs);
          paragraph = new ArrayList<>();
        }
        breaks = 0;
      }
      paragraph.add(leaf);
    }
    add(paragraph, paragraphs);
    leaves.clear();
    return paragraphs;
  }

  private static void add(List<Leaf> paragraph, List<List<Leaf>> paragraphs) {
    List<Leaf> tidy = tidy(paragraph);
    if (!tidy.isEmpty()) {
      paragraphs.add(tidy);
    }
  }

  /// The leaves with white space where it is seen and outside of marks, and with touching equal ones joined.
  static List<Leaf> tidy(List<Leaf> leaves) {
    if (leaves.size() == 1 && leaves.getFirst() instanceof Leaf.Words(String text, List<Mark> marks) && isWordsAndSpaces(text)) {
      return List.of(new Leaf.Words(text.strip(), marks));
    }
    List<Leaf> parted = parted(leaves);
    int[] next = following(parted, leaf -> !isSpaceLeaf(leaf) && !(leaf instanceof Leaf.Anchor));
    int[] visible = following(parted, leaf -> !isSpaceLeaf(leaf) && !isHardSpace(leaf));
    int[] content = following(parted, leaf -> !isSpaceLeaf(leaf) && !(leaf instanceof Leaf.Anchor) && !(leaf instanceof Leaf.Break));
    Joined out = new Joined();
    for (int i = 0; i < parted.size(); i++) {
      Leaf leaf = parted.get(i);
      if (isSpaceLeaf(leaf)) {
        boolean seen = !out.isEdge() && next[i] < parted.size() && !(parted.get(next[i]) instanceof Leaf.Break);
        if (seen) {
          out.add(leaf.with(common(out.marks(), marks(parted, visible[i]))));
        }
      } else if (isHardSpace(leaf)) {
        out.add(leaf.with(common(out.marks(), marks(parted, visible[i]))));
      } else if (!(leaf instanceof Leaf.Break) || (!out.isEdge() && content[i] < parted.size())) {
        out.add(leaf);
      }
    }
    List<Leaf> joined = out.finish();
    return saysNothing(joined) ? List.of() : joined;
  }

  /// Whether a text begins and ends with what is seen, but for spaces around it.
  private static boolean isWordsAndSpaces(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    return from < to && isSeen(text.charAt(from)) && isSeen(text.charAt(to - 1));
  }

  private static boolean isSeen(char c) {
    return (c > ' ' && c < 0x7f) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x4e00 && c <= 0x9fff);
  }

  private static List<Mark> marks(List<Leaf> leaves, int at) {
    return at < leaves.size() ? leaves.get(at).marks() : List.of();
  }

  /// For each leaf the next one of some kind; the size of the list where there is none.
  private static int[] following(List<Leaf> leaves, Predicate<Leaf> wanted) {
    int[] next = new int[leaves.size()];
    int found = leaves.size();
    for (int i = leaves.size() - 1; i >= 0; i--) {
      next[i] = found;
      if (wanted.test(leaves.get(i))) {
        found = i;
      }
    }
    return next;
  }

  /// Leaves in order, with words and code joined where they touch and are set alike.
  private static final class Joined {
    private final List<Leaf> leaves = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Mark> marks = List.of();
    private boolean code;
    private boolean edge = true;

    void add(Leaf leaf) {
      switch (leaf) {
        case Leaf.Words(String words, List<Mark> in) -> {
          text(words, in, false);
          edge = words.endsWith(" ");
        }
        case Leaf.Code(String words, List<Mark> in) -> {
          text(words, in, true);
          edge = false;
        }
        case Leaf.Anchor _ -> other(leaf);
        case Leaf.Break _ -> {
          other(leaf);
          edge = true;
        }
        case Leaf.Image _, Leaf.FootnoteMark _ -> {
          other(leaf);
          edge = false;
        }
      }
    }

    private void text(String words, List<Mark> in, boolean isCode) {
      if (!text.isEmpty() && (isCode != code || !in.equals(marks))) {
        flush();
      }
      text.append(words);
      marks = in;
      code = isCode;
    }

    private void other(Leaf leaf) {
      flush();
      leaves.add(leaf);
      marks = leaf.marks();
    }

    private void flush() {
      if (!text.isEmpty()) {
        leaves.add(code ? new Leaf.Code(text.toString(), marks) : new Leaf.Words(text.toString(), marks));
        text.setLength(0);
      }
    }

    /// True where white space is not seen: at the beginning, behind a break, behind white space.
    boolean isEdge() {
      return edge;
    }

    List<Mark> marks() {
      return marks;
    }

    List<Leaf> finish() {
      flush();
      return leaves;
    }
  }

  /// White space at the ends of words becomes leaves of its own.
  private static List<Leaf> parted(List<Leaf> leaves) {
    List<Leaf> out = new ArrayList<>();
    for (Leaf leaf : leaves) {
      if (!(leaf instanceof Leaf.Words(String text, List<Mark> marks))) {
        out.add(leaf);
        continue;
      }
      int from = 0;
      int to = text.length();
      while (from < to && isBlank(text.charAt(from))) {
        from++;
      }
      while (to > from && isBlank(text.charAt(to - 1))) {
        to--;
      }
      blank(text.substring(0, from), marks, out);
      if (to > from) {
        out.add(new Leaf.Words(text.substring(from, to), marks));
        blank(text.substring(to), marks, out);
      }
    }
    return out;
  }

  private static void blank(String text, List<Mark> marks, List<Leaf> out) {
    for (int i = 0; i < text.length(); i++) {
      out.add(new Leaf.Words(text.substring(i, i + 1), marks));
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00a0';
  }

  private static boolean isHardSpace(Leaf leaf) {
    return leaf instanceof Leaf.Words(String text, _) && text.equals("\u00a0");
  }

  private static boolean isSpaceLeaf(Leaf leaf) {
    return leaf instanceof Leaf.Words(String text, _) && text.equals(" ");
  }

  static List<Mark> common(List<Mark> a, List<Mark> b) {
    int n = 0;
    while (n < a.size() && n < b.size() && a.get(n).equals(b.get(n))) {
      n++;
    }
    return a.subList(0, n);
  }

  private static boolean saysNothing(List<Leaf> leaves) {
    for (Leaf leaf : leaves) {
      boolean says =
          switch (leaf) {
            case Leaf.Words(String text, _) -> text.chars().anyMatch(c -> !isInvisible(c));
            case Leaf.Code(String text, _) -> !text.isBlank();
            case Leaf.Image _, Leaf.FootnoteMark _, Leaf.Anchor _ -> true;
            case Leaf.Break _ -> false;
          };
      if (says) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200b || c == 0xfeff || c == 0x00ad;
  }

  /// Whether there is nothing in it but places that links lead to.
  static boolean isOnlyAnchors(List<Leaf> leaves) {
    return leaves.stream().allMatch(Leaf.Anchor.class::isInstance);
  }
}
