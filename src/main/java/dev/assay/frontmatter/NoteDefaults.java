package dev.assay.frontmatter;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the notes of a folder have in their heads where they do not say otherwise: `defaults` in the settings.
///
/// ```yaml
/// defaults:
///   /: {authors: [Desk]}
///   post/memory: {hubs: [memory], tags: [HBM]}
/// ```
///
/// The nearer folder wins over the outer one, and a note over both. A value is taken whole: the tags of a note are its own or
/// the folder's, never both; only `params` are taken key by key.
final class NoteDefaults {
  private static final String ALL = "/";
  private static final Set<String> OF_ONE_NOTE =
      Set.of("title", "slug", "id", "url", "aliases", "date", "follows", "history", "corrections", "checkpoints");
  private static final List<Set<String>> TWINS =
      List.of(
          Set.of("updated", "lastmod"), Set.of("description", "summary"), Set.of("tags", "keywords"), Set.of("publish", "publishDate"),
          Set.of("expires", "expiryDate"));
  private static final String PARAMS = "params";

  private NoteDefaults() {}

  /// Reads them from the settings.
  ///
  /// @param sections the folders of the content that hold notes
  static Map<String, Value.Mapping> read(Fields fields, Collection<String> sections, List<Language> languages, FrontMatterOptions options) {
    Map<String, Value.Mapping> defaults = new LinkedHashMap<>();
    Optional<Value.Mapping> written = fields.mapping("defaults");
    if (written.isEmpty()) {
      return Map.of();
    }
    Set<String> known = new TreeSet<>(Set.of("post", "hub", "page", "guide"));
    known.addAll(sections);
    languages.forEach(language -> known.add(language.tag()));
    for (Value.Entry entry : written.get().entries()) {
      String folder = entry.key().equals(ALL) ? ALL : entry.key().replaceAll("^/+|/+$", "");
      if (!folder.equals(ALL) && !known.contains(folder.replaceFirst("/.*", ""))) {
        fields.add(
            Code.UNKNOWN_KEY, entry.keyPlace(), "no folder under 'content' is called '" + entry.key() + "'",
            Nearest.to(folder, known).map(near -> "did you mean '" + near + "'?").orElse("name a folder as in 'post/memory', or all with '/'"));
      } else if (entry.value() instanceof Value.Mapping mapping) {
        defaults.put(folder, sound(fields, entry.key(), mapping, options));
      } else {
        fields.add(Code.WRONG_TYPE, entry.value().place(), "'defaults' of '" + entry.key() + "' should be keys and values", "write {tags: [HBM]}");
      }
    }
    return Collections.unmodifiableMap(defaults);
  }

  /// What of a folder's defaults can be taken; the rest is told here and not again in each note.
  private static Value.Mapping sound(Fields fields, String folder, Value.Mapping mapping, FrontMatterOptions options) {
    List<Value.Entry> sound = new ArrayList<>();
    for (Value.Entry entry : mapping.entries()) {
      if (OF_ONE_NOTE.contains(entry.key())) {
        fields.add(
            Code.WRONG_TYPE, entry.keyPlace(), "'" + entry.key() + "' belongs to one note, so that a folder cannot have a default for it", "take it out of 'defaults'");
        continue;
      }
      Fields alone = fields.in(new Value.Mapping(List.of(entry), mapping.place()), "defaults." + folder);
      int before = fields.problems().size();
      HeadFields.read(alone, options);
      if (fields.problems().size() == before) {
        sound.add(entry);
      }
    }
    return new Value.Mapping(sound, mapping.place());
  }

  /// What holds for a file.
  static Value.Mapping of(Site site, SourceId file) {
    Value.Mapping all = new Value.Mapping(List.of(), dev.assay.problem.Place.ofFile(file.value()));
    if (site.noteDefaults().isEmpty()) {
      return all;
    }
    for (String folder : folders(site, file)) {
      Value.Mapping here = site.noteDefaults().get(folder);
      all = here == null ? all : under(here, all);
    }
    return all;
  }

  /// The folders that a file lies in, the outermost first; those without the folder of a language before those with it.
  private static List<String> folders(Site site, SourceId file) {
    List<String> folders = new ArrayList<>(List.of(ALL));
    List<String> parts = file.folders();
    boolean language = !parts.isEmpty() && site.languages().stream().anyMatch(each -> each.tag().equalsIgnoreCase(parts.getFirst()));
    for (int from = language ? 1 : 0; from >= 0; from--) {
      for (int to = from + 1; to <= parts.size(); to++) {
        folders.add(String.join("/", parts.subList(from, to)));
      }
    }
    return folders;
  }

  /// A mapping with what another one says beyond it.
  static Value.Mapping under(Value.Mapping above, Value.Mapping below) {
    if (below.entries().isEmpty()) {
      return above;
    }
    List<Value.Entry> entries = new ArrayList<>();
    for (Value.Entry entry : above.entries()) {
      boolean merged = entry.key().equals(PARAMS) && entry.value() instanceof Value.Mapping && below.get(PARAMS).orElse(null) instanceof Value.Mapping;
      entries.add(merged ? new Value.Entry(PARAMS, entry.keyPlace(), under((Value.Mapping) entry.value(), (Value.Mapping) below.get(PARAMS).orElseThrow())) : entry);
    }
    for (Value.Entry entry : below.entries()) {
      if (above.entries().stream().noneMatch(own -> own.key().equals(entry.key()) || isTwin(own.key(), entry.key()))) {
        entries.add(entry);
      }
    }
    return new Value.Mapping(entries, above.place());
  }

  private static boolean isTwin(String key, String other) {
    return TWINS.stream().anyMatch(names -> names.contains(key) && names.contains(other));
  }
}
