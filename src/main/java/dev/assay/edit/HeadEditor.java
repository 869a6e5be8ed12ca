package dev.assay.edit;

import dev.assay.frontmatter.Format;
import dev.assay.frontmatter.FrontMatterOptions;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.frontmatter.Head;
import dev.assay.frontmatter.WrittenHead;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Changes the head of a note in its text. Nothing else of the text changes, and the head is read again: unless it
/// says what it said before and the change, the text stays as it was.
///
/// ```java
/// Edited edited = HeadEditor.change(text, List.of(
///     new HeadChange.Append("history", NewValue.fields(
///         Field.text("claim", "hbm4#price"), Field.text("status", "refuted"), Field.word("date", "2026-11-22")))));
/// ```
public final class HeadEditor {
  private HeadEditor() {}

  /// Makes some changes, all or none. A text without a head gets one in YAML.
  public static Edited change(SourceText text, List<HeadChange> changes) {
    SourceText current = text;
    for (HeadChange change : lastPlacesFirst(changes)) {
      switch (one(current, change)) {
        case Edited.Done(String changed) -> current = new SourceText(text.file(), changed);
        case Edited.Refused refused -> {
          return refused;
        }
      }
    }
    return new Edited.Done(current.text());
  }

  /// Values are written over from the last to the first, so that the places of those before them hold.
  private static List<HeadChange> lastPlacesFirst(List<HeadChange> changes) {
    List<HeadChange> ordered = new ArrayList<>();
    changes.stream()
        .filter(HeadChange.Replace.class::isInstance)
        .map(HeadChange.Replace.class::cast)
        .sorted(Comparator.comparing(HeadChange.Replace::place).reversed())
        .forEach(ordered::add);
    changes.stream().filter(change -> !(change instanceof HeadChange.Replace)).forEach(ordered::add);
    return ordered;
  }

  private static Edited one(SourceText text, HeadChange change) {
    Optional<WrittenHead> written = FrontMatterReader.written(text);
    if (written.isEmpty()) {
      return withoutHead(text, change);
    }
    if (!written.get().problems().isEmpty()) {
      return new Edited.Refused(written.get().problems().getFirst());
    }
    HeadText head = HeadText.of(text, written.get());
    Object before = Said.of(head.head().keys());
    return switch (change) {
      case HeadChange.Set(String key, NewValue.Single value) ->
          first(head, set(head, key, value), Said.with(before, key, value.said()), "'" + key + "'");
      case HeadChange.Append(String key, NewValue item) ->
          first(head, append(head, key, item), Said.with(before, key, Said.grown(before, key, item)), "'" + key + "'");
      case HeadChange.Replace(Place place, NewValue.Single value) -> replace(head, place, value);
    };
  }

  private static List<List<Change>> set(HeadText head, String key, NewValue.Single value) {
    Optional<Value.Entry> entry = head.entry(key);
    if (entry.isEmpty()) {
      return Style.of(head).add(head, key, value);
    }
    return switch (entry.get().value()) {
      case Value.Scalar scalar -> {
        String text = " " + Written.value(head.format(), value, true);
        List<List<Change>> tries = new ArrayList<>();
        if (scalar.isNull() && head.format() == Format.YAML) {
          tries.add(FlowStyle.afterColon(head, entry.get(), text));
        }
        tries.addAll(Style.replace(head, scalar, head.regionEnd(entry.get()), value));
        yield tries;
      }
      case Value.Sequence _ -> List.of();
      case Value.Mapping _ -> List.of();
    };
  }

  private static List<List<Change>> append(HeadText head, String key, NewValue item) {
    Style style = Style.of(head);
    Optional<Value.Entry> entry = head.entry(key);
    if (entry.isEmpty()) {
      return style.begin(head, key, item);
    }
    return switch (entry.get().value()) {
      case Value.Sequence list -> style.grow(head, entry.get(), list, item);
      case Value.Scalar scalar when scalar.isNull() -> style.fill(head, entry.get(), item);
      case Value.Scalar scalar -> {
        int start = head.offset(scalar.place());
        int end = head.end(scalar.place());
        String both = "[" + head.text().substring(start, end) + ", " + Written.value(head.format(), item, true) + "]";
        yield List.of(List.of(new Change(start, end, both)));
      }
      case Value.Mapping _ -> List.of();
    };
  }

  private static Edited replace(HeadText head, Place place, NewValue.Single value) {
    Optional<Value.Scalar> old = Said.scalarAt(head.head().keys(), place);
    Object expected = Said.replaced(head.head().keys(), place, value.said());
    Optional<Value.Entry> entry = head.head().keys().entries().stream().filter(e -> e.value().place().equals(place)).findFirst();
    int last = entry.map(head::regionEnd).orElse(0);
    return first(head, old.map(scalar -> Style.replace(head, scalar, last, value)).orElse(List.of()), expected, "this value");
  }

  /// The first try that reads as it should.
  private static Edited first(HeadText head, List<List<Change>> tries, Object expected, String what) {
    for (List<Change> changes : tries) {
      String changed = Change.apply(head.text(), changes);
      if (!changes.isEmpty() && says(changed, head, expected)) {
        return new Edited.Done(changed);
      }
    }
    return new Edited.Refused(
        new Problem(
            Severity.ERROR, Code.EDIT, head.head().keys().place(), what + " cannot be changed in this head without changing more", "",
            "change it by hand"));
  }

  private static boolean says(String changed, HeadText before, Object expected) {
    SourceText text = new SourceText(before.source().file(), changed);
    return FrontMatterReader.written(text)
        .filter(head -> head.format() == before.format() && head.problems().isEmpty())
        .filter(head -> Said.of(head.keys()).equals(expected))
        .filter(head -> changed.substring(head.bodyOffset()).equals(before.text().substring(before.head().bodyOffset())))
        .isPresent();
  }

  private static Edited withoutHead(SourceText text, HeadChange change) {
    Head read = FrontMatterReader.read(text, new FrontMatterOptions(ZoneOffset.UTC, Map.of()));
    if (!read.problems().isEmpty()) {
      return new Edited.Refused(read.problems().getFirst());
    }
    String eol = HeadText.eol(text.text());
    boolean apart = text.text().isEmpty() || text.line(1).isBlank();
    SourceText empty = new SourceText(text.file(), "---" + eol + "---" + eol + (apart ? "" : eol) + text.text());
    boolean sound = FrontMatterReader.written(empty).filter(head -> head.problems().isEmpty()).isPresent();
    return sound
        ? one(empty, change)
        : new Edited.Refused(
            Problem.ofFile(Severity.ERROR, Code.EDIT, text.file(), "this note has no head, and none can be put before its text", "write one by hand"));
  }
}
