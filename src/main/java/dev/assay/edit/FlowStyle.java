package dev.assay.edit;

import dev.assay.note.Value;
import java.util.List;

/// JSON, and YAML that is written like it.
///
/// @param open where the head's own brace opens
record FlowStyle(int open) implements Style {
  @Override
  public List<List<Change>> add(HeadText head, String key, NewValue.Single value) {
    return inside(head, open, Written.pair(head.format(), new NewValue.Field(key, value), true));
  }

  @Override
  public List<List<Change>> begin(HeadText head, String key, NewValue item) {
    return inside(head, open, Written.key(head.format(), key) + ": [" + Written.value(head.format(), item, true) + "]");
  }

  @Override
  public List<List<Change>> grow(HeadText head, Value.Entry entry, Value.Sequence list, NewValue item) {
    return inside(head, head.offset(list.place()), Written.value(head.format(), item, true));
  }

  @Override
  public List<List<Change>> fill(HeadText head, Value.Entry entry, NewValue item) {
    String list = "[" + Written.value(head.format(), item, true) + "]";
    int start = head.offset(entry.value().place());
    return List.of(List.of(new Change(start, head.end(entry.value().place()), list)), afterColon(head, entry, " " + list));
  }

  static List<List<Change>> inside(HeadText head, int open, String item) {
    return Flow.at(head.format(), head.text(), open).map(flow -> List.of(flow.with(head, item))).orElse(List.of());
  }

  /// What is to stand behind a key without a value.
  static List<Change> afterColon(HeadText head, Value.Entry entry, String text) {
    int colon = head.text().indexOf(':', head.end(entry.keyPlace()) - 1);
    return colon < 0 ? List.of() : List.of(Change.insert(colon + 1, text));
  }
}
