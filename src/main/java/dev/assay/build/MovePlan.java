package dev.assay.build;

import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.FileNames;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceKind;
import dev.assay.source.SourceListing;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which files a move takes along, and where each of them goes.
///
/// A note goes with its versions in other languages, `x.md` with `x.ko.md`. A folder that holds an `index.md` goes as
/// a whole, with its pictures. A single file may become a folder of its own, and such a folder a single file when
/// nothing else lies in it.
///
/// @param files every file of the site that moves, by its old path
/// @param steps what is renamed on disk: files or whole folders, from and to, below the content's folder
record MovePlan(Map<SourceId, SourceId> files, Map<String, String> steps) {
  /// A plan or why there is none.
  sealed interface Made {
    record Plan(MovePlan plan) implements Made {}

    record Refused(Problem problem) implements Made {}
  }

  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    RefusedException(String file, String message, String hint) {
      super(message, null, false, false);
      this.problem = Problem.ofFile(Severity.ERROR, Code.EDIT, file, message, hint);
    }
  }

  /// Where a new path leads for a file that moves.
  SourceId now(SourceId old) {
    return files.getOrDefault(old, old);
  }

  /// Makes a plan.
  ///
  /// @param from what is moved, as someone wrote it: from the content's folder, the site's folder, or absolute
  /// @param to   where to; a folder when it ends with `/` or is one already
  static Made of(SourceListing listing, Site site, String from, String to) {
    try {
      return new Made.Plan(new Planner(listing, site).plan(from, to));
    } catch (RefusedException e) {
      return new Made.Refused(e.problem);
    }
  }

  private static final class Planner {
    private final SourceListing listing;
    private final Site site;
    private final Map<SourceId, SourceFile> known = new LinkedHashMap<>();
    private final Set<String> folders = new HashSet<>();

    Planner(SourceListing listing, Site site) {
      this.listing = listing;
      this.site = site;
      for (SourceFile file : listing.files()) {
        known.put(file.id(), file);
        String folder = file.id().folder();
        while (!folder.isEmpty()) {
          folders.add(folder);
          folder = folder.contains("/") ? folder.substring(0, folder.lastIndexOf('/')) : "";
        }
      }
    }

    MovePlan plan(String from, String to) {
      String old = below(from);
      String target = below(to);
      SourceId note = note(old, from);
      boolean bundle = isIndex(note) && !note.folder().isEmpty();
      if (note.folder().isEmpty() && isIndex(note)) {
        throw refuse(note.value(), "the home page cannot be moved", "");
      }
      MovePlan plan = isNote(target) ? toFile(note, target, bundle) : toFolder(note, target, bundle, to.endsWith("/"));
      check(plan);
      return plan;
    }

    private MovePlan toFile(SourceId note, String target, boolean bundle) {
      if (!bundle) {
        return versions(note, target);
      }
      return isIndex(new SourceId(target)) ? folder(note.folder(), parent(target)) : unfolded(note, target);
    }

    private MovePlan toFolder(SourceId note, String target, boolean bundle, boolean slash) {
      boolean into = folders.contains(target);
      if (bundle) {
        return folder(note.folder(), into && !target.equals(note.folder()) ? target + "/" + name(note.folder()) : target);
      }
      String ending = note.fileName().substring(note.fileName().lastIndexOf('.'));
      return versions(note, into || slash ? target + "/" + note.fileName() : target + ending);
    }

    private static boolean isNote(String path) {
      return path.endsWith(".md") || path.endsWith(".markdown");
    }

    /// The path below the content's folder that someone means, without a slash at its end.
    private String below(String written) {
      Path path = Path.of(written.isEmpty() ? "." : written);
      String text = written.replace('\\', '/');
      if (path.isAbsolute()) {
        Path normal = path.normalize();
        if (!normal.startsWith(listing.content())) {
          throw refuse(written, "'" + written + "' lies outside of the site's content", "name a path under content/");
        }
        text = listing.content().relativize(normal).toString().replace('\\', '/');
      } else if (!listing.prefix().isEmpty() && (text.startsWith(listing.prefix()) || text.startsWith("./" + listing.prefix()))) {
        text = text.substring(text.indexOf(listing.prefix()) + listing.prefix().length());
      }
      text = text.replaceFirst("^(\\./)+", "").replaceFirst("/+$", "");
      for (String part : text.split("/", -1)) {
        String fault = part.isEmpty() || part.equals(".") || part.equals("..") ? "is no name of a file" : FileNames.fault(part);
        if (!fault.isEmpty() || FileNames.isPassedOver(part)) {
          throw refuse(written, "'" + written + "' cannot be a path: '" + part + "' " + (fault.isEmpty() ? "is passed over by Assay" : fault), "use letters, digits, '-', '_' and '.'");
        }
      }
      return text;
    }

    private SourceId note(String path, String written) {
      for (String candidate : List.of(path, path + "/index.md", path + "/index.markdown", path + ".md", path + ".markdown")) {
        SourceFile file = known.get(new SourceId(candidate));
        if (file != null && file.kind() == SourceKind.NOTE) {
          return file.id();
        }
      }
      List<String> notes = listing.files(SourceKind.NOTE).stream().map(SourceFile::shown).toList();
      throw refuse(written, "there is no note '" + written + "'", Nearest.hint(listing.prefix() + path, notes));
    }

    /// All versions of a note that is one file.
    private MovePlan versions(SourceId note, String target) {
      String stem = stem(note);
      Optional<Language> language = language(note);
      SourceId wanted = new SourceId(target);
      Optional<Language> other = language(wanted);
      if (other.isPresent() && !other.equals(language)) {
        throw refuse(target, "'" + target + "' would be in another language than the note", "name the new file without a language");
      }
      String newStem = stem(wanted);
      String folder = wanted.folder();
      Map<SourceId, SourceId> files = new LinkedHashMap<>();
      Map<String, String> steps = new LinkedHashMap<>();
      for (SourceFile file : listing.files(SourceKind.NOTE)) {
        if (file.id().folder().equals(note.folder()) && stem(file.id()).equals(stem)) {
          String suffix = file.id().fileName().substring(stem.length());
          SourceId now = new SourceId((folder.isEmpty() ? "" : folder + "/") + newStem + suffix);
          files.put(file.id(), now);
          steps.put(file.id().value(), now.value());
        }
      }
      return new MovePlan(files, steps);
    }

    private MovePlan folder(String old, String now) {
      if ((now + "/").startsWith(old + "/") && !now.equals(old)) {
        throw refuse(now, "'" + now + "' lies in the folder that is moved", "choose a place outside of it");
      }
      if (now.isEmpty()) {
        throw refuse(old, "a folder cannot become the content's own folder", "name a folder in it");
      }
      Map<SourceId, SourceId> files = new LinkedHashMap<>();
      for (SourceId id : known.keySet()) {
        if (id.value().startsWith(old + "/")) {
          files.put(id, new SourceId(now + id.value().substring(old.length())));
        }
      }
      return new MovePlan(files, Map.of(old, now));
    }

    /// A folder that holds only a note's versions becomes files.
    private MovePlan unfolded(SourceId note, String target) {
      List<SourceId> inside = known.keySet().stream().filter(id -> id.value().startsWith(note.folder() + "/")).toList();
      Optional<SourceId> more = inside.stream().filter(id -> !id.folder().equals(note.folder()) || !isIndex(id)).findFirst();
      if (more.isPresent()) {
        throw refuse(note.value(), "the folder holds more than the note: '" + more.get() + "'", "move it as a folder, or move that file first");
      }
      SourceId wanted = new SourceId(target);
      Map<SourceId, SourceId> files = new LinkedHashMap<>();
      Map<String, String> steps = new LinkedHashMap<>();
      for (SourceId id : inside) {
        SourceId now = new SourceId((wanted.folder().isEmpty() ? "" : wanted.folder() + "/") + stem(wanted) + id.fileName().substring("index".length()));
        files.put(id, now);
        steps.put(id.value(), now.value());
      }
      return new MovePlan(files, steps);
    }

    private void check(MovePlan plan) {
      Map<String, SourceId> taken = new LinkedHashMap<>();
      known.keySet().stream().filter(id -> !plan.files().containsKey(id)).forEach(id -> taken.put(FileNames.folded(id.value()), id));
      for (Map.Entry<SourceId, SourceId> move : plan.files().entrySet()) {
        SourceId other = taken.putIfAbsent(FileNames.folded(move.getValue().value()), move.getValue());
        if (other != null) {
          throw refuse(move.getValue().value(), "'" + listing.prefix() + other + "' is there already", "choose another name, or move that one away first");
        }
        if (move.getKey().equals(move.getValue())) {
          throw refuse(move.getKey().value(), "'" + listing.prefix() + move.getKey() + "' is where it should go already", "");
        }
      }
    }

    private boolean isIndex(SourceId id) {
      return stem(id).equals("index");
    }

    /// The name without ending and language.
    private String stem(SourceId id) {
      String name = id.fileName().replaceFirst("\\.(md|markdown)$", "");
      return language(id).map(language -> name.substring(0, name.length() - language.tag().length() - 1)).orElse(name);
    }

    private Optional<Language> language(SourceId id) {
      String name = id.fileName().replaceFirst("\\.(md|markdown)$", "");
      return site.languages().stream()
          .filter(language -> name.length() > language.tag().length() + 1)
          .filter(language -> name.toLowerCase(java.util.Locale.ROOT).endsWith("." + language.tag().toLowerCase(java.util.Locale.ROOT)))
          .findFirst();
    }

    private RefusedException refuse(String path, String message, String hint) {
      String file = path.startsWith("/") || path.startsWith(listing.prefix()) ? path : listing.prefix() + path;
      return new RefusedException(file, message, hint);
    }

    private static String name(String path) {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String parent(String path) {
      return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }
  }
}
