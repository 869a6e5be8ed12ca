package dev.assay.build;

import dev.assay.catalog.Catalog;
import dev.assay.catalog.Destination;
import dev.assay.catalog.NoteIndex;
import dev.assay.edit.Change;
import dev.assay.edit.HeadChange;
import dev.assay.edit.LinkText;
import dev.assay.edit.NewValue;
import dev.assay.frontmatter.FrontMatterReader;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Link;
import dev.assay.note.Note;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What has to change in one note when files move: its links, the names under its head's keys, and the claims it
/// speaks of.
final class MoveEdits {
  private final Catalog catalog;
  private final Destinations destinations;
  private final MovedNames names;

  /// Changes below the head and in it.
  ///
  /// @param body in the order of the text; two links may share one address
  record Edits(List<Change> body, List<HeadChange> head) {
    boolean isEmpty() {
      return body.isEmpty() && head.isEmpty();
    }

    int count() {
      return body.size() + head.size();
    }
  }

  MoveEdits(Catalog catalog, MovedNames names) {
    this.catalog = catalog;
    this.destinations = new Destinations(catalog);
    this.names = names;
  }

  Edits of(Note note, SourceText text) {
    Map<Integer, Change> body = new LinkedHashMap<>();
    List<Destination> leads = catalog.destinations().getOrDefault(note.source(), List.of());
    for (int i = 0; i < leads.size(); i++) {
      if (leads.get(i) instanceof Destination.Here here) {
        link(note, note.links().get(i), here, text).ifPresent(change -> body.putIfAbsent(change.start(), change));
      }
    }
    note.claims().forEach(claim -> claim.options().forEach(option -> option(option, text, body)));
    return new Edits(List.copyOf(body.values()), head(note, text));
  }

  private Optional<Change> link(Note note, Link link, Destination.Here here, SourceText text) {
    if (link.role() == Link.Role.CLAIM) {
      int at = text.offset(link.place());
      return Optional.ofNullable(names.claims().get(link.target())).filter(now -> text.text().startsWith(link.target(), at)).map(now -> new Change(at, at + link.target().length(), now));
    }
    String written = LinkText.path(link.target());
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String now = path(written, note.source(), here);
    if (now.equals(written)) {
      return Optional.empty();
    }
    return Optional.of(LinkText.lead(text, link, now));
  }

  private String path(String written, SourceId from, Destination.Here here) {
    if (written.endsWith(".md") || written.endsWith(".markdown")) {
      return names.file(written, from).orElse(written);
    }
    Optional<SourceId> file = destinations.file(here);
    if (file.isPresent() && NoteIndex.path(written, from).equals(file)) {
      return names.asset(written, from, file.get());
    }
    if (here.note().isPresent()) {
      return names.address(written, from, here.note().get());
    }
    return written.startsWith("/") || names.keepsItsAddress(from) ? written : here.path().value();
  }

  /// A claim's options that speak of claims in a note whose slug changes.
  private void option(ClaimDraft.Option option, SourceText text, Map<Integer, Change> body) {
    int at = text.offset(option.place()) + option.key().length();
    for (String value : option.values()) {
      String now = names.claims().get(value);
      int found = now == null ? -1 : text.text().indexOf(value, at);
      if (now != null && found >= 0) {
        body.putIfAbsent(found, new Change(found, found + value.length(), now));
        at = found + value.length();
      }
    }
  }

  private List<HeadChange> head(Note note, SourceText text) {
    List<HeadChange> changes = new ArrayList<>();
    FrontMatterReader.written(text).ifPresent(head -> {
      for (Value.Entry entry : head.keys().entries()) {
        switch (entry.key()) {
          case "follows", "pinned" -> each(entry.value(), changes, name -> names.note(name, note.source()).orElse(name));
          case "hubs" -> each(entry.value(), changes, names::hub);
          case "image" -> image(note, entry.value(), changes);
          case "history", "checkpoints", "corrections" -> each(entry.value(), changes, name -> names.claims().getOrDefault(name, name));
          default -> {}
        }
      }
    });
    return changes;
  }

  private void image(Note note, Value value, List<HeadChange> changes) {
    Value src = value instanceof Value.Mapping mapping ? mapping.get("src").orElse(value) : value;
    if (src instanceof Value.Scalar) {
      each(src, changes, written ->
          NoteIndex.path(written, note.source())
              .filter(catalog.assets()::containsKey)
              .map(file -> names.asset(written, note.source(), file))
              .orElse(written));
    }
  }

  /// Goes through all single values inside a value.
  private static void each(Value value, List<HeadChange> changes, java.util.function.UnaryOperator<String> now) {
    switch (value) {
      case Value.Scalar scalar -> {
        String text = scalar.text().strip();
        String name = text.isEmpty() ? text : now.apply(text);
        if (!name.equals(text)) {
          changes.add(new HeadChange.Replace(scalar.place(), new NewValue.Text(name)));
        }
      }
      case Value.Sequence list -> list.items().forEach(item -> each(item, changes, now));
      case Value.Mapping mapping -> mapping.entries().forEach(entry -> each(entry.value(), changes, now));
    }
  }
}
