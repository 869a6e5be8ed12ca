package dev.assay.catalog;

import dev.assay.note.Language;
import dev.assay.note.SourceId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds notes by the names that other notes use for them: a file, relative or from `content/`, or a slug.
public final class NoteIndex {
  private final Map<SourceId, Entry> bySource = new HashMap<>();
  private final Map<String, List<Entry>> bySlug = new HashMap<>();
  private final Map<String, List<Entry>> byFileName = new HashMap<>();

  private final Translations translations;

  // Filled when the first file is missed.
  private final List<String> everywhere = new ArrayList<>();
  private final Map<String, List<String>> byFolder = new HashMap<>();

  /// An index of some notes.
  public NoteIndex(Collection<Entry> entries) {
    this.translations = new Translations(entries);
    for (Entry entry : entries) {
      bySource.put(entry.source(), entry);
      bySlug.computeIfAbsent(entry.slug(), _ -> new ArrayList<>()).add(entry);
      byFileName.computeIfAbsent(entry.source().fileName(), _ -> new ArrayList<>()).add(entry);
    }
  }

  Translations translations() {
    return translations;
  }

  Map<SourceId, Entry> bySource() {
    return bySource;
  }

  /// The note that a name means for a note in some folder and language: the version in that language when there is
  /// one, else the site's.
  public Optional<Entry> find(String written, Entry from) {
    String name = written.strip();
    if (name.endsWith(".md") || name.endsWith(".markdown")) {
      return file(name, from.source()).map(entry -> inLanguage(entry, from.language()));
    }
    String slug = name.substring(name.lastIndexOf('/') + 1);
    String folder = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
    List<Entry> candidates =
        bySlug.getOrDefault(slug, List.of()).stream()
            .filter(entry -> folder.isEmpty() || entry.section().equals(folder))
            .toList();
    return candidates.stream()
        .filter(entry -> entry.language().equals(from.language()))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }

  /// The file a path means, relative to another file or, with `/` before it, from `content/`.
  public static Optional<SourceId> path(String written, SourceId from) {
    String start = written.startsWith("/") || from.folder().isEmpty() ? "" : from.folder() + "/";
    List<String> parts = new ArrayList<>();
    for (String part : (start + written.replaceFirst("^/", "")).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return parts.isEmpty() || written.indexOf('\\') >= 0 ? Optional.empty() : Optional.of(new SourceId(String.join("/", parts)));
  }

  /// The note at a path; a bare file name also means the only note of that name anywhere.
  public Optional<Entry> file(String written, SourceId from) {
    Optional<Entry> there = path(written, from).map(bySource::get).or(() -> path(written, from).flatMap(path -> outside(path, from)));
    if (there.isPresent() || written.contains("/")) {
      return there;
    }
    List<Entry> named = named(written);
    boolean one = named.stream().map(entry -> entry.section() + "/" + entry.slug()).distinct().count() == 1;
    return one ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /// The notes of a file name, wherever they lie.
  List<Entry> named(String fileName) {
    return byFileName.getOrDefault(Normalizer.normalize(fileName, Normalizer.Form.NFC), List.of());
  }

  /// What a path below a language's folder means for a note in that folder, where the note at it is not translated there:
  /// `ko/hub/memory.md` is `hub/memory.md`.
  private Optional<Entry> outside(SourceId path, SourceId from) {
    Entry here = bySource.get(from);
    String folder = from.folders().isEmpty() ? "" : from.folders().getFirst();
    boolean ofLanguage = here != null && here.language().tag().equalsIgnoreCase(folder) && path.value().startsWith(folder + "/");
    return ofLanguage ? Optional.ofNullable(bySource.get(new SourceId(path.value().substring(folder.length() + 1)))) : Optional.empty();
  }

  Entry inLanguage(Entry entry, Language language) {
    return entry.language().equals(language)
        ? entry
        : translations.of(entry).stream().filter(other -> other.language().equals(language)).findFirst().orElse(entry);
  }

  /// Every name that a note can be called by, for "did you mean".
  Collection<String> slugs() {
    return bySlug.keySet();
  }

  /// The files as a note in some folder would write them.
  Collection<String> filesSeenFrom(SourceId from) {
    if (everywhere.isEmpty()) {
      for (SourceId source : bySource.keySet()) {
        boolean alone = byFileName.getOrDefault(source.fileName(), List.of()).size() == 1;
        everywhere.add(alone ? source.fileName() : "/" + source.value());
        byFolder.computeIfAbsent(source.folder(), _ -> new ArrayList<>()).add(source.fileName());
      }
    }
    List<String> names = new ArrayList<>(everywhere);
    names.addAll(byFolder.getOrDefault(from.folder(), List.of()));
    return names;
  }
}
