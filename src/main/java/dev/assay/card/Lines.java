package dev.assay.card;

import java.util.ArrayList;
import java.util.List;

/// A text in lines of about the same length: between words, in scripts without spaces between letters, never before what
/// closes or behind what opens.
final class Lines {
  private static final String NEVER_FIRST = "、。，．・：；？！）］｝」』】〉》〕〗ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.:;?!)]}’”…%％~～";
  private static final String NEVER_LAST = "（［｛「『【〈《〔〖([{‘“₩$€£¥";
  private static final String ENDS_WORD = "-–—/";

  private final CardFonts fonts;

  Lines(CardFonts fonts) {
    this.fonts = fonts;
  }

  /// A stretch that is not parted.
  ///
  /// @param gap whether white space stands before it
  private record Chunk(String text, boolean gap, double width) {}

  /// A text, set.
  ///
  /// @param size of an em
  /// @param cut  whether its end is left out
  record Set(List<String> lines, double size, boolean cut) {}

  /// The text in the greatest of some sizes in which it has room; in the least it is cut.
  ///
  /// @param width  of the lines, in pixels
  /// @param height of all of them
  /// @param sizes  the greatest first
  Set in(String text, double width, double height, double pitch, double... sizes) {
    for (double size : sizes) {
      List<Chunk> chunks = chunks(text, width / size);
      List<String> lines = lines(chunks, width / size);
      if (lines.size() * size * pitch <= height) {
        return new Set(balanced(chunks, width / size, lines.size()), size, false);
      }
    }
    double least = sizes[sizes.length - 1];
    List<String> lines = lines(chunks(text, width / least), width / least);
    int room = Math.max(1, (int) (height / (least * pitch)));
    List<String> some = new ArrayList<>(lines.subList(0, Math.min(room, lines.size())));
    some.set(some.size() - 1, ended(some.getLast(), width / least));
    return new Set(some, least, true);
  }

  /// A line with what says that there is more.
  private String ended(String line, double width) {
    String whole = line;
    while (!whole.isEmpty() && fonts.width(whole + "…") > width) {
      whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1)).strip();
    }
    return whole + "…";
  }

  /// The same number of lines, of which the longest is as short as can be.
  private List<String> balanced(List<Chunk> chunks, double width, int count) {
    double low = width / 3;
    double high = width;
    for (int i = 0; i < 12; i++) {
      double middle = (low + high) / 2;
      if (lines(chunks, middle).size() <= count && chunks.stream().allMatch(chunk -> chunk.width() <= middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return lines(chunks, high);
  }

  private List<String> lines(List<Chunk> chunks, double width) {
    double space = fonts.width(" ");
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    double used = 0;
    for (Chunk chunk : chunks) {
      double gap = chunk.gap() && !line.isEmpty() ? space : 0;
      if (!line.isEmpty() && used + gap + chunk.width() > width + 1e-9) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
        gap = 0;
      }
      if (gap > 0) {
        line.append(' ');
      }
      line.append(chunk.text());
      used += gap + chunk.width();
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  private List<Chunk> chunks(String text, double width) {
    List<Chunk> chunks = new ArrayList<>();
    int[] letters = text.codePoints().toArray();
    StringBuilder open = new StringBuilder();
    double used = 0;
    boolean gap = false;
    for (int i = 0; i < letters.length; i++) {
      int letter = letters[i];
      if (letter == ' ') {
        add(chunks, open, gap, used);
        used = 0;
        gap = true;
        continue;
      }
      double own = fonts.width(Character.toString(letter));
      boolean parted = !open.isEmpty() && (isBetween(letters[i - 1], letter) || used + own > width);
      if (parted) {
        add(chunks, open, gap, used);
        used = 0;
        gap = false;
      }
      open.appendCodePoint(letter);
      used += own;
    }
    add(chunks, open, gap, used);
    return chunks;
  }

  private static void add(List<Chunk> chunks, StringBuilder open, boolean gap, double width) {
    if (!open.isEmpty()) {
      chunks.add(new Chunk(open.toString(), gap, width));
      open.setLength(0);
    }
  }

  private static boolean isBetween(int before, int after) {
    if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
      return false;
    }
    return Letters.isUnspaced(before) || Letters.isUnspaced(after) || (ENDS_WORD.indexOf(before) >= 0 && Character.isLetter(after));
  }
}
