package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import java.util.ArrayList;
import java.util.List;

/// The `:key: value` lines with which the text of a directive may open.
final class OptionLines {
  private OptionLines() {}

  /// One of them.
  ///
  /// @param keyAt   where the key begins in the text
  /// @param valueAt where the value begins
  record Line(String key, int keyAt, String value, int valueAt) {}

  /// Where they end: 0 in a text that opens with none.
  static int end(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ':') {
      int key = at + 1;
      while (key < text.length() && ClaimOptions.isKeyPart(text.charAt(key))) {
        key++;
      }
      if (key == at + 1 || key >= text.length() || text.charAt(key) != ':') {
        return at;
      }
      int newline = text.indexOf('\n', key);
      at = newline < 0 ? text.length() : newline + 1;
    }
    return Math.min(at, text.length());
  }

  /// The blocks of a directive without the lines that they open with.
  ///
  /// @param lines those lines; nothing where there are none
  record Parted(Prose lines, List<Block> blocks) {}

  /// Takes the lines off the blocks of a directive.
  static Parted part(Block.Container directive) {
    List<Block> blocks = new ArrayList<>(directive.blocks());
    Prose none = Prose.at("", directive.nameAt());
    if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph first)) {
      return new Parted(none, blocks);
    }
    String text = first.prose().text();
    int end = end(text);
    if (end == 0) {
      return new Parted(none, blocks);
    }
    blocks.removeFirst();
    Prose rest = first.prose().slice(Math.min(end, text.length()), text.length()).strip();
    if (!rest.isBlank()) {
      List<Block> split = new ArrayList<>();
      Tables.split(rest, rest.offset(0), split);
      blocks.addAll(0, split);
    }
    return new Parted(first.prose().slice(0, end), blocks);
  }

  /// The lines up to their end.
  static List<Line> of(String text, int end) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    while (at < end) {
      int newline = text.indexOf('\n', at);
      int lineEnd = newline < 0 ? text.length() : newline;
      int colon = text.indexOf(':', at + 1);
      int value = colon + 1;
      while (value < lineEnd && text.charAt(value) == ' ') {
        value++;
      }
      lines.add(new Line(text.substring(at + 1, colon), at + 1, text.substring(value, lineEnd).strip(), Math.min(value, text.length() - 1)));
      at = lineEnd + 1;
    }
    return lines;
  }
}
