package dev.assay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A whole folder as one text, so that a test shows its site in one piece:
///
/// ```
/// Anything up to the first marker is a comment.
/// -- content/site.yaml --
/// title: Power
/// -- content/post/first.md --
/// [Fact] Water is wet.
/// ```
///
/// A file ends with a line feed unless its marker says `-- name (unended) --`; `-- name (base64) --` holds bytes that
/// are no text. A line of a file that looks like a marker is written with a backslash before it.
public record SiteText(String comment, Tree tree) {
  private static final Pattern MARKER = Pattern.compile("-- (\\S.*?)(?: \\((unended|base64)\\))? --");
  private static final Pattern ESCAPED = Pattern.compile("\\\\*-- \\S.* --");

  /// Reads the text of a folder.
  public static SiteText of(String text) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    StringBuilder comment = new StringBuilder();
    StringBuilder body = comment;
    Matcher open = null;
    for (String line : text.lines().toList()) {
      Matcher marker = MARKER.matcher(line);
      if (marker.matches()) {
        put(files, open, body);
        open = marker;
        body = new StringBuilder();
      } else {
        String plain = open != null && line.startsWith("\\") && ESCAPED.matcher(line).matches() ? line.substring(1) : line;
        body.append(plain).append('\n');
      }
    }
    put(files, open, body);
    return new SiteText(comment.toString(), new Tree(files));
  }

  private static void put(Map<String, byte[]> files, Matcher marker, StringBuilder body) {
    if (marker == null) {
      return;
    }
    String kind = marker.group(2) == null ? "" : marker.group(2);
    byte[] bytes =
        switch (kind) {
          case "base64" -> Base64.getMimeDecoder().decode(body.toString());
          case "unended" -> body.substring(0, Math.max(0, body.length() - 1)).getBytes(UTF_8);
          default -> body.toString().getBytes(UTF_8);
        };
    if (files.put(marker.group(1), bytes) != null) {
      throw new IllegalArgumentException("two files named '" + marker.group(1) + "' in one site text");
    }
  }

  /// Reads `src/test/resources/<name>`.
  public static SiteText resource(String name) {
    try (var in = SiteText.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no test resource '" + name + "'");
      }
      return of(new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the files below a folder and gives the folder back.
  public Path into(Path folder) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, byte[]> file : tree.files().entrySet()) {
        Path path = folder.resolve(file.getKey()).normalize();
        if (!path.startsWith(folder.normalize())) {
          throw new IllegalArgumentException("'" + file.getKey() + "' lies outside of the folder");
        }
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /// A tree as text; reading it gives the same bytes.
  public static String text(Tree tree) {
    StringBuilder out = new StringBuilder();
    tree.files().forEach((path, bytes) -> append(out, path, bytes));
    return out.toString();
  }

  private static void append(StringBuilder out, String path, byte[] bytes) {
    String text = Tree.decoded(bytes).filter(each -> each.indexOf('\r') < 0).orElse(null);
    if (text == null) {
      out.append("-- ").append(path).append(" (base64) --\n");
      out.append(Base64.getMimeEncoder(100, new byte[] {'\n'}).encodeToString(bytes)).append('\n');
      return;
    }
    boolean ended = text.isEmpty() || text.endsWith("\n");
    out.append("-- ").append(path).append(ended ? " --\n" : " (unended) --\n");
    List<String> lines = text.isEmpty() ? List.of() : List.of((ended ? text.substring(0, text.length() - 1) : text).split("\n", -1));
    for (String line : lines) {
      out.append(ESCAPED.matcher(line).matches() ? "\\" : "").append(line).append('\n');
    }
  }
}
