package dev.assay.edit;

import dev.assay.note.Value;
import java.util.List;

/// How one way of writing heads is changed. Each answer is a list of tries, the likeliest first; whoever asks reads
/// the outcome again and takes the first that says what it should.
sealed interface Style permits FlowStyle, YamlStyle, TomlStyle {
  /// Ways to write a key that is not there yet.
  List<List<Change>> add(HeadText head, String key, NewValue.Single value);

  /// Ways to write a list of one item under a key that is not there yet.
  List<List<Change>> begin(HeadText head, String key, NewValue item);

  /// Ways to put an item at the end of a list.
  List<List<Change>> grow(HeadText head, Value.Entry entry, Value.Sequence list, NewValue item);

  /// Ways to write a list of one item where a key has no value.
  List<List<Change>> fill(HeadText head, Value.Entry entry, NewValue item);

  /// The style of a head.
  static Style of(HeadText head) {
    return switch (head.format()) {
      case JSON -> new FlowStyle(head.head().from());
      case TOML -> new TomlStyle();
      case YAML -> {
        int start = head.offset(head.head().keys().place());
        boolean braces = !head.head().keys().entries().isEmpty() && head.text().startsWith("{", start);
        yield braces ? new FlowStyle(start) : new YamlStyle();
      }
    };
  }

  /// Ways to write a value over another that stands on one line, or at the end of an entry on several.
  static List<List<Change>> replace(HeadText head, Value.Scalar old, int lastPossible, NewValue.Single value) {
    int start = head.offset(old.place());
    String text = Written.value(head.format(), value, true);
    List<Change> oneLine = List.of(new Change(start, head.end(old.place()), text));
    int trimmed = head.backOver(lastPossible, true, start);
    int end = lineEndBefore(head.text(), trimmed, start);
    return lastPossible <= start
        ? List.of(oneLine)
        : List.of(oneLine, List.of(new Change(start, end, text)), List.of(new Change(start, lineEndBefore(head.text(), lastPossible, start), text)));
  }

  private static int lineEndBefore(String text, int at, int notBefore) {
    int end = at;
    while (end > notBefore && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }
}
