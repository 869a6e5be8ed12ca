package dev.assay.deploy;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.publish.SealedText;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What Assay has put at a target: a list that lies there beside the files, so that it can be published from any machine,
/// and that only files of Assay are replaced or deleted.
///
/// @param files path to what was put there
record Deployed(SortedMap<String, Put> files) {
  /// What the list is called at the target.
  static final String LIST = ".assay-deployed";

  static final Deployed NOTHING = new Deployed(new TreeMap<>());

  private static final String HEADER = "assay-deployed 1\n";
  private static final String END = "end ";

  /// The mark of a file that is about to be put in the place of one of ours, or perhaps was.
  private static final String PENDING = "-";

  /// The mark of a file that is about to be put where nothing of ours lay: what lies there may be somebody else's.
  private static final String NEW = "+";

  Deployed {
    files = Collections.unmodifiableSortedMap(files);
  }

  /// @param piece what was put: [Piece#digest]
  /// @param mark  how the target names what it got, such as the tag of an object; `-` or `+` while that is not known
  record Put(Digest piece, String mark) {
    /// What is about to be put there.
    ///
    /// @param ours whether something of ours lies there now
    static Put pending(Piece piece, boolean ours) {
      return new Put(piece.digest(), ours ? PENDING : NEW);
    }

    boolean isPending() {
      return mark.equals(PENDING) || isNew();
    }

    boolean isNew() {
      return mark.equals(NEW);
    }
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder(64 + files.size() * 110).append(HEADER);
    files.forEach((file, put) -> text.append(put.piece().hex()).append(' ').append(put.mark()).append(' ').append(file).append('\n'));
    return SealedText.seal(text, END);
  }

  /// True for a list that a newer program wrote.
  static boolean isNewer(byte[] bytes) {
    return SealedText.isNewer(bytes, HEADER);
  }

  /// Reads a list; empty when it is damaged, cut off or of another version.
  static Optional<Deployed> read(byte[] bytes) {
    Optional<String> body = SealedText.opened(bytes, HEADER, END);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Put> files = new TreeMap<>();
    for (String line : body.get().lines().toList()) {
      String[] parts = line.split(" ", 3);
      Optional<Digest> digest = SealedText.digest(line, 0);
      if (digest.isEmpty() || parts.length < 3 || parts[2].isEmpty() || !SitePath.fault("/" + parts[2]).isEmpty()) {
        return Optional.empty();
      }
      files.put(parts[2], new Put(digest.get(), parts[1]));
    }
    return Optional.of(new Deployed(files));
  }
}
