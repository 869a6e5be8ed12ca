package dev.assay.template;

import dev.assay.note.Digest;
import dev.assay.note.SitePath;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

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

  boolean isOwn() {
    return own;
  }

  boolean has(byte[] contents) {
    return Arrays.equals(bytes, contents);
  }

  /// The path as it is printed in problems. A file that comes with the program is marked as such, so that nobody looks
  /// for it in the site's folder.
  String shown() {
    return own ? "templates/" + name : "assay:templates/" + name;
  }

  /// Its text with LF at the ends of lines and without a byte-order mark, so that no editor shows in the pages.
  String text() {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\r\n", "\n").replace('\r', '\n');
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// What keeps the file from being used as what its name says.
  Optional<Problem> fault() {
    if (name.startsWith("assets/")) {
      String why = SitePath.fault("/" + name);
      return why.isEmpty() ? Optional.empty() : Optional.of(problem(Code.FILE_NAME, "the address of this file " + why, "rename it"));
    }
    if (name.endsWith(".ftl") || name.endsWith(".html")) {
      return Optional.of(problem(Code.TEMPLATE, "a template's name ends in '.ftlh'", "rename it, or move it to 'assets/'"));
    }
    return own && isText() && !isUtf8()
        ? Optional.of(problem(Code.FILE_NOT_UTF8, "this file is not valid UTF-8", "save it as UTF-8"))
        : Optional.empty();
  }

  private Problem problem(Code code, String message, String hint) {
    return Problem.ofFile(Severity.ERROR, code, shown(), message, hint);
  }

  private boolean isText() {
    return name.endsWith(".ftlh") || name.endsWith(".properties") || name.startsWith("new/");
  }

  private boolean isUtf8() {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  SourceText source() {
    return new SourceText(shown(), text());
  }

  Digest digest() {
    return Digest.lasting(bytes);
  }

  /// The file as one to publish: a style sheet of the theme without its comments, one of the site as it is.
  Asset asset() {
    return new Asset(name.substring("assets/".length()), own ? bytes : small(name, bytes));
  }

  private static byte[] small(String name, byte[] bytes) {
    if (name.endsWith(".css")) {
      return StyleSheet.small(bytes);
    }
    return name.endsWith(".js") ? ScriptText.small(bytes) : bytes;
  }
}
