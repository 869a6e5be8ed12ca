package dev.assay.template;

import dev.assay.note.Digest;
import dev.assay.problem.SourceText;
import java.nio.charset.StandardCharsets;

/// One file of the theme in force.
final class ThemeFile {
  private final String name;
  private final boolean own;
  private final byte[] bytes;

  /// @param name  its path below `templates/`
  /// @param own   true when it is the site's, false when it comes with the program
  /// @param bytes its contents
  ThemeFile(String name, boolean own, byte[] bytes) {
    this.name = name;
    this.own = own;
    this.bytes = bytes.clone();
  }

  String name() {
    return name;
  }

  /// The path as it is printed in problems. A file that comes with the program is marked as such, so that nobody looks
  /// for it in the site's folder.
  String shown() {
    return own ? "templates/" + name : "assay:templates/" + name;
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  SourceText source() {
    return new SourceText(shown(), text());
  }

  Digest digest() {
    return Digest.of(bytes);
  }

  /// The file as one to publish.
  Asset asset() {
    return new Asset(name.substring("assets/".length()), bytes);
  }
}
