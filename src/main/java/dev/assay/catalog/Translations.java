package dev.assay.catalog;

import dev.assay.note.Language;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which notes are one note in several languages: those whose files differ only in the language, `docs/x.md`, `docs/x.ko.md`
/// and `ko/docs/x.md`; and where a note has no such file in a language, the note of that language with its slug in its
/// section. Folders below a section may hold notes of one name each, so a name alone is not enough for two notes that have addresses
/// of their own.
final class Translations {
  private final Map<String, List<Entry>> byPath = new HashMap<>();
  private final Map<String, List<Entry>> bySlug = new HashMap<>();

  Translations(Collection<Entry> entries) {
    if (entries.stream().map(Entry::language).distinct().limit(2).count() < 2) {
      return;
    }
    for (Entry entry : entries) {
      byPath.computeIfAbsent(path(entry), _ -> new ArrayList<>()).add(entry);
      bySlug.computeIfAbsent(slug(entry), _ -> new ArrayList<>()).add(entry);
    }
  }

  /// The same note in other languages, in no order of them.
  List<Entry> of(Entry entry) {
    if (bySlug.isEmpty()) {
      return List.of();
    }
    List<Entry> found = sameFile(entry);
    for (Entry other : bySlug.getOrDefault(slug(entry), List.of())) {
      boolean further = !other.language().equals(entry.language()) && !has(found, other.language());
      boolean apart = entry.note().head().url().isPresent() && other.note().head().url().isPresent();
      if (further && !apart && !has(byPath.getOrDefault(path(other), List.of()), entry.language())) {
        found.add(other);
      }
    }
    return found;
  }

  /// Those whose files differ only in the language. `x.md` and `x/index.md` beside each other are two notes: then those of one
  /// slug belong together.
  private List<Entry> sameFile(Entry entry) {
    List<Entry> all = byPath.getOrDefault(path(entry), List.of());
    boolean several = all.stream().map(Entry::language).distinct().count() < all.size();
    List<Entry> found = new ArrayList<>();
    for (Entry other : all) {
      if (!other.language().equals(entry.language()) && (!several || slug(other).equals(slug(entry))) && !has(found, other.language())) {
        found.add(other);
      }
    }
    return found;
  }

  private static boolean has(List<Entry> entries, Language language) {
    return entries.stream().anyMatch(entry -> entry.language().equals(language));
  }

  private static String slug(Entry entry) {
    return entry.type() + "/" + entry.section() + "/" + entry.slug();
  }

  /// The path of its file without the language.
  private static String path(Entry entry) {
    String tag = entry.language().tag().toLowerCase(Locale.ROOT);
    String path = entry.source().value().replaceFirst("\\.(md|markdown)$", "");
    if (path.toLowerCase(Locale.ROOT).endsWith("." + tag)) {
      path = path.substring(0, path.length() - tag.length() - 1);
    }
    if (path.toLowerCase(Locale.ROOT).startsWith(tag + "/")) {
      path = path.substring(tag.length() + 1);
    }
    return path.endsWith("/index") ? path.substring(0, path.length() - "/index".length()) : path;
  }
}
