package dev.assay.edit;

import dev.assay.frontmatter.Format;
import dev.assay.note.Value;
import java.util.ArrayList;
import java.util.List;

/// TOML: keys of the head itself come before the first table.
record TomlStyle() implements Style {
  private static final int MOST_TRIES = 20;

  @Override
  public List<List<Change>> add(HeadText head, String key, NewValue.Single value) {
    return atRoot(head, Written.pair(Format.TOML, new NewValue.Field(key, value), false));
  }

  @Override
  public List<List<Change>> begin(HeadText head, String key, NewValue item) {
    return switch (item) {
      case NewValue.Single single -> atRoot(head, Written.key(Format.TOML, key) + " = [" + Written.value(Format.TOML, single, true) + "]");
      case NewValue.Fields fields -> List.of(List.of(Change.insert(head.head().to(), table(head, key, fields))));
    };
  }

  @Override
  public List<List<Change>> grow(HeadText head, Value.Entry entry, Value.Sequence list, NewValue item) {
    int start = head.offset(list.place());
    List<List<Change>> tries = new ArrayList<>();
    if (head.text().startsWith("[", start)) {
      tries.addAll(FlowStyle.inside(head, start, Written.value(Format.TOML, item, true)));
    }
    if (item instanceof NewValue.Fields fields) {
      tries.add(List.of(Change.insert(head.head().to(), table(head, entry.key(), fields))));
    }
    return tries;
  }

  /// TOML has no empty values.
  @Override
  public List<List<Change>> fill(HeadText head, Value.Entry entry, NewValue item) {
    return List.of();
  }

  private static String table(HeadText head, String key, NewValue.Fields fields) {
    StringBuilder out = new StringBuilder();
    int before = head.source().lineOf(head.head().to()) - 1;
    if (head.head().to() > head.head().from() && !head.source().line(before).isBlank()) {
      out.append(head.eol());
    }
    out.append("[[").append(Written.key(Format.TOML, key)).append("]]").append(head.eol());
    fields.fields().forEach(field -> out.append(Written.pair(Format.TOML, field, false)).append(head.eol()));
    return out.toString();
  }

  /// Before what looks like the first table, or what looks like the next: a line of a list may look like one too.
  private static List<List<Change>> atRoot(HeadText head, String line) {
    List<List<Change>> tries = new ArrayList<>();
    int from = head.head().from();
    int last = head.source().lineOf(head.head().to());
    for (int i = head.source().lineOf(from); i < last && tries.size() < MOST_TRIES; i++) {
      if (head.source().line(i).stripLeading().startsWith("[")) {
        int at = head.backOver(head.source().lineStart(i), true, from - 1);
        tries.add(List.of(Change.insert(at, line + head.eol())));
      }
    }
    tries.add(List.of(Change.insert(head.head().to(), line + head.eol())));
    return tries;
  }
}
