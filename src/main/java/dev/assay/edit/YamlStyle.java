package dev.assay.edit;

import dev.assay.frontmatter.Format;
import dev.assay.note.Value;
import java.util.ArrayList;
import java.util.List;

/// YAML in lines, as people write it.
record YamlStyle() implements Style {
  @Override
  public List<List<Change>> add(HeadText head, String key, NewValue.Single value) {
    String line = indent(head) + Written.pair(Format.YAML, new NewValue.Field(key, value), false) + head.eol();
    return atEnd(head, line);
  }

  @Override
  public List<List<Change>> begin(HeadText head, String key, NewValue item) {
    String start = indent(head) + Written.key(Format.YAML, key) + ":";
    return atEnd(
        head,
        switch (item) {
          case NewValue.Fields _ -> start + head.eol() + block(head, indent(head) + "  ", " ", item);
          case NewValue.Single _ -> start + " [" + Written.value(Format.YAML, item, true) + "]" + head.eol();
        });
  }

  /// At the end of the head; where its last lines are blank or comments, before them if the other reads wrong.
  private static List<List<Change>> atEnd(HeadText head, String lines) {
    int to = head.head().to();
    return List.of(
        List.of(Change.insert(to, lines)), List.of(Change.insert(head.backOver(to, false, head.head().from() - 1), lines)));
  }

  @Override
  public List<List<Change>> grow(HeadText head, Value.Entry entry, Value.Sequence list, NewValue item) {
    int start = head.offset(list.place());
    boolean brackets = head.text().startsWith("[", start);
    return brackets || list.items().isEmpty()
        ? FlowStyle.inside(head, start, Written.value(Format.YAML, item, true))
        : behind(head, entry, list, item);
  }

  private static List<List<Change>> behind(HeadText head, Value.Entry entry, Value.Sequence list, NewValue item) {
    int content = head.offset(list.items().getLast().place());
    int dash = head.text().lastIndexOf('-', content - 1);
    if (dash < head.offset(entry.keyPlace())) {
      return List.of();
    }
    String between = head.text().substring(dash + 1, content);
    String gap = between.isBlank() && !between.isEmpty() && between.indexOf('\n') < 0 && between.indexOf('\t') < 0 ? between : " ";
    boolean braces = head.text().startsWith("{", content);
    String indent = head.indentAt(dash);
    String lines = braces ? indent + "-" + gap + Written.value(Format.YAML, item, true) + head.eol() : block(head, indent, gap, item);
    int end = head.regionEnd(entry);
    List<List<Change>> tries = new ArrayList<>();
    for (int at : new int[] {head.backOver(end, true, dash), head.backOver(end, false, dash), end}) {
      tries.add(List.of(Change.insert(at, lines)));
    }
    return tries;
  }

  @Override
  public List<List<Change>> fill(HeadText head, Value.Entry entry, NewValue item) {
    int key = head.offset(entry.keyPlace());
    int next = head.source().lineOf(key) < head.source().lines() ? head.source().lineStart(head.source().lineOf(key) + 1) : head.head().to();
    int start = head.offset(entry.value().place());
    int end = head.end(entry.value().place());
    boolean written = start > key && start < next && entry.value() instanceof Value.Scalar scalar && head.text().startsWith(scalar.text(), start) && !scalar.text().isEmpty();
    String flow = "[" + Written.value(Format.YAML, item, true) + "]";
    Change lines = Change.insert(next, block(head, head.indentAt(key) + "  ", " ", item));
    List<Change> asLines = written ? List.of(new Change(start, end, ""), lines) : List.of(lines);
    List<Change> asList = written ? List.of(new Change(start, end, flow)) : FlowStyle.afterColon(head, entry, " " + flow);
    return item instanceof NewValue.Fields ? List.of(asLines, asList) : List.of(asList, asLines);
  }

  /// An item in lines of its own.
  private static String block(HeadText head, String indent, String gap, NewValue item) {
    return switch (item) {
      case NewValue.Single single -> indent + "-" + gap + Written.value(Format.YAML, single, false) + head.eol();
      case NewValue.Fields fields -> {
        StringBuilder out = new StringBuilder();
        String before = indent + "-" + gap;
        for (NewValue.Field field : fields.fields()) {
          out.append(before).append(Written.pair(Format.YAML, field, false)).append(head.eol());
          before = indent + " " + " ".repeat(gap.length());
        }
        yield out.toString();
      }
    };
  }

  /// The white space before the keys.
  private static String indent(HeadText head) {
    List<Value.Entry> entries = head.head().keys().entries();
    return entries.isEmpty() ? "" : head.indentAt(head.offset(entries.getFirst().keyPlace()));
  }
}
