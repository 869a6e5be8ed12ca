package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The files below a folder at one moment: path (with `/`) to bytes, in the order of their paths. Folders without
/// files don't count; symbolic links are not followed, and stand for themselves as `-> target`.
///
/// ```java
/// assertEquals("", Tree.of(clean).difference(Tree.of(incremental)));
/// ```
public record Tree(SortedMap<String, byte[]> files) {
  private static final int LINES_SHOWN = 8;

  public Tree {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /// Reads a folder; an absent one has no files.
  public static Tree of(Path folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.toList()) {
          if (Files.isSymbolicLink(path)) {
            files.put(name(folder, path), ("-> " + Files.readSymbolicLink(path)).getBytes(UTF_8));
          } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            files.put(name(folder, path), Files.readAllBytes(path));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Tree(files);
  }

  private static String name(Path folder, Path path) {
    return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /// The same without the files whose path fails the test.
  public Tree only(Predicate<String> path) {
    SortedMap<String, byte[]> kept = new TreeMap<>(files);
    kept.keySet().removeIf(path.negate());
    return new Tree(kept);
  }

  public boolean has(String path) {
    return files.containsKey(path);
  }

  /// A file as text; a missing one fails the test with the names that there are.
  public String text(String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new AssertionError("no file '" + path + "' among " + files.keySet());
    }
    return new String(bytes, UTF_8);
  }

  /// The paths that are new, gone or different in another tree: what a build has touched.
  public List<String> changed(Tree later) {
    TreeSet<String> paths = new TreeSet<>(files.keySet());
    paths.addAll(later.files.keySet());
    paths.removeIf(path -> Arrays.equals(files.get(path), later.files.get(path)));
    return List.copyOf(paths);
  }

  /// What is different in the actual tree, for a person to read; empty when nothing is.
  public String difference(Tree actual) {
    StringBuilder out = new StringBuilder();
    for (String path : changed(actual)) {
      byte[] expectedBytes = files.get(path);
      byte[] actualBytes = actual.files.get(path);
      if (actualBytes == null) {
        out.append("missing: ").append(path).append('\n');
      } else if (expectedBytes == null) {
        out.append("unexpected: ").append(path).append('\n');
      } else {
        out.append("different: ").append(path).append('\n').append(difference(expectedBytes, actualBytes));
      }
    }
    return out.toString();
  }

  /// The first lines that differ between two texts (`-` expected, `+` actual); empty when they are equal.
  public static String difference(byte[] expected, byte[] actual) {
    if (Arrays.equals(expected, actual)) {
      return "";
    }
    Optional<String> left = decoded(expected);
    Optional<String> right = decoded(actual);
    if (left.isEmpty() || right.isEmpty()) {
      return "  " + expected.length + " bytes became " + actual.length + '\n';
    }
    List<String> was = List.of(left.get().split("\n", -1));
    List<String> is = List.of(right.get().split("\n", -1));
    int start = 0;
    while (start < Math.min(was.size(), is.size()) && was.get(start).equals(is.get(start))) {
      start++;
    }
    int end = 0;
    while (end < Math.min(was.size(), is.size()) - start && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
      end++;
    }
    StringBuilder out = new StringBuilder("  from line " + (start + 1) + ":\n");
    append(out, "  - ", was.subList(start, was.size() - end));
    append(out, "  + ", is.subList(start, is.size() - end));
    return out.toString();
  }

  private static void append(StringBuilder out, String sign, List<String> lines) {
    lines.stream().limit(LINES_SHOWN).forEach(line -> out.append(sign).append(line).append('\n'));
    if (lines.size() > LINES_SHOWN) {
      out.append(sign).append("… ").append(lines.size() - LINES_SHOWN).append(" more lines\n");
    }
  }

  /// Bytes as text, when they are UTF-8 without NUL.
  static Optional<String> decoded(byte[] bytes) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// One hash over all paths and bytes.
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        byte[] path = file.getKey().getBytes(UTF_8);
        digest.update(ByteBuffer.allocate(8).putInt(path.length).putInt(file.getValue().length).flip());
        digest.update(path);
        digest.update(file.getValue());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tree tree && changed(tree).isEmpty();
  }

  @Override
  public int hashCode() {
    return hash().hashCode();
  }

  @Override
  public String toString() {
    return files.keySet().toString();
  }
}
