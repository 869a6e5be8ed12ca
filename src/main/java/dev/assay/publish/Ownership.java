package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import java.util.Collections;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The files below the output folder that Assay wrote, and what it wrote into them. It lies in the output folder itself,
/// so that losing the cache does no harm, and says the same for the same site.
///
/// @param files   path to what was written there
/// @param foreign folders on the way to those files that were there before Assay wrote into them, and so stay
record Ownership(SortedMap<String, Owned> files, NavigableSet<String> foreign) {
  static final Ownership NONE = new Ownership(new TreeMap<>(), new TreeSet<>());

  static final String HEADER = "assay-files 3\n";

  /// The list of a time when it did not say what is replaced when.
  private static final String OLDER = "assay-files 2\n";

  static final String FOLDER = "folder-of-others ";
  static final String END = "end ";

  /// Where the path of a file begins on its line.
  static final int PATH = 35;

  Ownership {
    files = Collections.unmodifiableSortedMap(files);
    foreign = Collections.unmodifiableNavigableSet(foreign);
  }

  boolean owns(String file) {
    return files.containsKey(file);
  }

  /// The list as it lies on disk: text in UTF-8, one file a line, closed by a digest of all that stands above it.
  byte[] bytes() {
    StringBuilder text = new StringBuilder(64 + files.size() * 80).append(HEADER);
    foreign.forEach(folder -> text.append(FOLDER).append(folder).append('\n'));
    files.forEach((file, owned) -> text.append(line(file, owned)));
    return SealedText.seal(text, END);
  }

  /// One file as it is written.
  static String line(String file, Owned owned) {
    return owned.content().hex() + ' ' + letter(owned.stage()) + ' ' + file + '\n';
  }

  /// Reads a list; empty when it is damaged, cut off or of another version.
  static Optional<Ownership> read(byte[] bytes) {
    Optional<String> staged = SealedText.opened(bytes, HEADER, END);
    Optional<String> body = staged.isPresent() ? staged : SealedText.opened(bytes, OLDER, END);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    int at = staged.isPresent() ? PATH : 33;
    SortedMap<String, Owned> files = new TreeMap<>();
    NavigableSet<String> foreign = new TreeSet<>();
    for (String line : body.get().split("\n", -1)) {
      if (line.startsWith(FOLDER)) {
        foreign.add(line.substring(FOLDER.length()));
      } else if (!line.isEmpty()) {
        Optional<Digest> digest = SealedText.digest(line, 0);
        Optional<Stage> stage = staged.isPresent() ? stage(line) : Optional.of(Stage.PAGE);
        if (digest.isEmpty() || stage.isEmpty() || line.length() <= at || !isFile(line.substring(at))) {
          return Optional.empty();
        }
        files.put(line.substring(at), new Owned(digest.get(), stage.get()));
      }
    }
    return Optional.of(new Ownership(files, foreign));
  }

  private static char letter(Stage stage) {
    return switch (stage) {
      case ASSET -> 'a';
      case PAGE -> 'p';
      case LIST -> 'l';
      case FEED -> 'f';
    };
  }

  private static Optional<Stage> stage(String line) {
    return Stream.of(Stage.values()).filter(stage -> line.startsWith(letter(stage) + " ", 33)).findFirst();
  }

  /// True for a path that an address can give, which is therefore inside the output folder.
  static boolean isFile(String file) {
    return !file.isEmpty() && !file.endsWith("/") && SitePath.fault("/" + file).isEmpty();
  }

  /// The folders that lie on the way to some files.
  static Set<String> folders(Iterable<String> files) {
    Set<String> folders = new HashSet<>();
    for (String file : files) {
      String folder = OutputFolder.parent(file);
      while (!folder.isEmpty() && folders.add(folder)) {
        folder = OutputFolder.parent(folder);
      }
    }
    return folders;
  }
}
