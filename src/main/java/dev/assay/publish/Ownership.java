package dev.assay.publish;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files below the output folder that Assay wrote, and what it wrote into them. It lies in the output folder itself,
/// so that losing the cache does no harm, and says the same for the same site.
///
/// @param files   path to the digest of the content
/// @param foreign folders on the way to those files that were there before Assay wrote into them, and so stay
record Ownership(SortedMap<String, Digest> files, NavigableSet<String> foreign) {
  static final Ownership NONE = new Ownership(new TreeMap<>(), new TreeSet<>());

  private static final String HEADER = "assay-files 2\n";
  private static final String FOLDER = "folder-of-others ";
  private static final String END = "end ";

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
    files.forEach((file, digest) -> text.append(digest.hex()).append(' ').append(file).append('\n'));
    return seal(text, END);
  }

  /// Reads a list; empty when it is damaged, cut off or of another version.
  static Optional<Ownership> read(byte[] bytes) {
    Optional<String> body = sealed(bytes, HEADER, END);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Digest> files = new TreeMap<>();
    NavigableSet<String> foreign = new TreeSet<>();
    for (String line : body.get().split("\n", -1)) {
      if (line.startsWith(FOLDER)) {
        foreign.add(line.substring(FOLDER.length()));
      } else if (!line.isEmpty()) {
        Optional<Digest> digest = digest(line, 0);
        if (digest.isEmpty() || line.length() < 34 || !isFile(line.substring(33))) {
          return Optional.empty();
        }
        files.put(line.substring(33), digest.get());
      }
    }
    return Optional.of(new Ownership(files, foreign));
  }

  /// Closes a text with a line that holds the digest of all before it.
  static byte[] seal(StringBuilder text, String end) {
    String digest = Digest.of(text.toString()).hex();
    return text.append(end).append(digest).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The text between a header and a closing line with the digest of all before it.
  static Optional<String> sealed(byte[] bytes, String header, String end) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    int last = text.lastIndexOf("\n" + end);
    if (!text.startsWith(header) || last < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, last + 1);
    return text.substring(last + 1).equals(end + Digest.of(before).hex() + "\n") && before.length() >= header.length()
        ? Optional.of(before.substring(header.length()))
        : Optional.empty();
  }

  /// Thirty-two hexadecimal digits at an offset of a line.
  static Optional<Digest> digest(String line, int from) {
    if (line.length() < from + 32) {
      return Optional.empty();
    }
    for (int i = from; i < from + 32; i++) {
      if (!HexFormat.isHexDigit(line.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Digest(
            HexFormat.fromHexDigitsToLong(line, from, from + 16), HexFormat.fromHexDigitsToLong(line, from + 16, from + 32)));
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
