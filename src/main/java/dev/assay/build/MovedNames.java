package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.NoteIndex;
import dev.assay.catalog.NoteType;
import dev.assay.note.SourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What notes, files and claims are called after a move, as one note writes them.
final class MovedNames {
  private final MovePlan plan;
  private final NoteIndex old;
  private final NoteIndex now;
  private final Map<SourceId, Entry> before = new HashMap<>();
  private final Map<SourceId, Entry> after = new HashMap<>();
  private final Map<String, String> claims = new HashMap<>();

  /// @param before all entries as they are
  /// @param after  the same with their new paths
  MovedNames(MovePlan plan, List<Entry> before, List<Entry> after) {
    this.plan = plan;
    this.old = new NoteIndex(before);
    this.now = new NoteIndex(after);
    before.forEach(entry -> this.before.put(entry.source(), entry));
    after.forEach(entry -> this.after.put(entry.source(), entry));
    before.forEach(this::claims);
  }

  /// A claim is called by the slug of its note.
  private void claims(Entry was) {
    Entry is = after.get(plan.now(was.source()));
    if (is != null && !is.slug().equals(was.slug())) {
      was.note().claims().stream()
          .flatMap(claim -> claim.name().stream())
          .forEach(name -> claims.put(was.slug() + "#" + name, is.slug() + "#" + name));
    }
  }

  private Optional<Entry> after(SourceId source) {
    return Optional.ofNullable(after.get(plan.now(source)));
  }

  /// The new global names of claims, by their old ones; claims whose name stays are not among them.
  Map<String, String> claims() {
    return claims;
  }

  /// A link to a note's file, as another note has to write it now.
  Optional<String> file(String written, SourceId from) {
    return old.file(written, from).map(entry -> file(written, from, entry.source()));
  }

  private String file(String written, SourceId from, SourceId target) {
    SourceId newFrom = plan.now(from);
    SourceId newTarget = plan.now(target);
    String path = newFrom.linkTo(newTarget);
    String sameStyle = written.startsWith("/") ? "/" + newTarget : written.contains("/") ? path : newTarget.fileName();
    return Stream.of(written, sameStyle, path)
        .filter(text -> now.file(text, newFrom).map(Entry::source).filter(newTarget::equals).isPresent())
        .findFirst()
        .orElse("/" + newTarget);
  }

  /// A picture or other file, as a note has to write it now.
  String asset(String written, SourceId from, SourceId target) {
    SourceId newFrom = plan.now(from);
    SourceId newTarget = plan.now(target);
    boolean same = NoteIndex.path(written, newFrom).filter(newTarget::equals).isPresent();
    return same ? written : written.startsWith("/") ? "/" + newTarget : newFrom.linkTo(newTarget);
  }

  /// An address of a note, as a note has to write it now: the new one, from the site's root.
  String address(String written, SourceId from, SourceId target) {
    Entry was = before.get(target);
    Optional<Entry> is = after(target);
    boolean stays = was != null && is.isPresent() && was.address().equals(is.get().address()) && (written.startsWith("/") || keepsItsAddress(from));
    return stays || is.isEmpty() ? written : is.get().address().value();
  }

  /// True when addresses relative to a note's page lead where they did.
  boolean keepsItsAddress(SourceId note) {
    Entry was = before.get(note);
    Optional<Entry> is = after(note);
    return was == null || is.isEmpty() || was.address().equals(is.get().address());
  }

  /// A note's name under `follows` and the like: a slug, a folder and a slug, or a file.
  Optional<String> note(String written, SourceId from) {
    Entry wasFrom = before.get(from);
    Optional<Entry> isFrom = after(from);
    if (wasFrom == null || isFrom.isEmpty()) {
      return Optional.empty();
    }
    Optional<Entry> target = old.find(written, wasFrom);
    Optional<Entry> moved = target.flatMap(entry -> after(entry.source()));
    if (target.isEmpty() || moved.isEmpty()) {
      return Optional.empty();
    }
    String name = written.strip();
    String full = moved.get().section() + "/" + moved.get().slug();
    boolean file = name.endsWith(".md") || name.endsWith(".markdown");
    Stream<String> tries =
        file
            ? Stream.of(name, file(name, from).orElse(name))
            : Stream.of(name, name.contains("/") ? full : moved.get().slug(), full, "/" + moved.get().source());
    return tries.filter(text -> now.find(text, isFrom.get()).map(Entry::source).filter(moved.get().source()::equals).isPresent()).findFirst();
  }

  /// A hub's name under `hubs`.
  String hub(String written) {
    String slug = written.replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
    return before.values().stream()
        .filter(entry -> entry.type() == NoteType.HUB && entry.slug().equals(slug) && plan.files().containsKey(entry.source()))
        .flatMap(entry -> after(entry.source()).stream())
        .map(Entry::slug)
        .filter(name -> !name.equals(slug))
        .findFirst()
        .orElse(written);
  }
}
