package dev.assay.source;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words for what goes wrong with files.
final class FileProblems {
  private final List<Problem> all = new ArrayList<>();
  private final Severity severityOfAssetNames;

  /// @param ownContent whether the root is its own content; then it may hold files that were never meant for a site,
  ///                   and one with an unfit name is left out with a warning
  FileProblems(boolean ownContent) {
    this.severityOfAssetNames = ownContent ? Severity.WARNING : Severity.ERROR;
  }

  List<Problem> all() {
    return all;
  }

  void unreadable(String shown, IOException cause) {
    all.add(cannotRead(shown, cause));
  }

  void badName(String shown, String name, String fault, boolean asset) {
    all.add(
        Problem.ofFile(
            asset ? severityOfAssetNames : Severity.ERROR,
            Code.FILE_NAME,
            shown,
            "the name '" + name + "' " + fault,
            "rename it: letters, digits, '-', '_' and '.' are safe everywhere"));
  }

  void nameNotUtf8(String shown) {
    error(Code.FILE_NAME, shown, "the name of this file is not valid UTF-8", "rename it: letters, digits, '-', '_' and '.' are safe everywhere");
  }

  void sameName(String shown, String name, String other) {
    String difference =
        name.equals(other)
            ? "two files here are called '" + name + "', in different Unicode forms"
            : "'" + name + "' and '" + other + "' differ only in letter case";
    error(Code.FILE_NAME, shown, difference, "rename one of them: some systems take the two for one file");
  }

  void outside(String shown) {
    error(Code.FILE_OUTSIDE, shown, "'" + shown + "' is a link that leads out of the site's folder", "put the file itself here");
  }

  void linkedFolder(String shown, boolean outside) {
    if (outside) {
      outside(shown);
      return;
    }
    error(Code.FILE_OUTSIDE, shown, "'" + shown + "' is a link to a folder, and those are not followed", "put the folder itself here, or link to its files one by one");
  }

  void deadLink(String shown) {
    error(Code.FILE_UNREADABLE, shown, "'" + shown + "' is a link that leads nowhere", "remove it or put the file itself here");
  }

  void special(String shown) {
    error(Code.FILE_UNREADABLE, shown, "'" + shown + "' is a pipe, a socket or a device and not a file", "remove it");
  }

  void notAFolder(String shown) {
    error(Code.FILE_UNREADABLE, shown, "'" + shown + "' is not a folder", "rename it: this name is kept for a folder");
  }

  void tooDeep(String shown, int limit) {
    error(Code.FILE_UNREADABLE, shown, "'" + shown + "' lies in more than " + limit + " folders", "move it up");
  }

  void tooLarge(String shown, SourceKind kind, long size, long limit) {
    all.add(isTooLarge(shown, kind, size, limit));
  }

  void tooMany(String prefix, int limit) {
    String shown = prefix.isEmpty() ? "." : prefix.substring(0, prefix.length() - 1);
    error(Code.FILE_TOO_LARGE, shown, String.format(Locale.ROOT, "the site has more than %,d files", limit), "keep what is not part of the site in another folder");
  }

  private void error(Code code, String shown, String message, String hint) {
    all.add(Problem.ofFile(Severity.ERROR, code, shown, message, hint));
  }

  static Problem isTooLarge(String shown, SourceKind kind, long size, long limit) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    String message =
        String.format(Locale.ROOT, "this file has %,d bytes, and a file of this kind (%s) may have %,d", size, name, limit);
    return Problem.ofFile(Severity.ERROR, Code.FILE_TOO_LARGE, shown, message, "split it, or make it smaller");
  }

  static Problem cannotRead(String shown, IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return Problem.ofFile(Severity.ERROR, Code.FILE_UNREADABLE, shown, "'" + shown + "' went away while the site was being read", "build again");
    }
    boolean denied = cause instanceof AccessDeniedException;
    return Problem.ofFile(
        Severity.ERROR,
        Code.FILE_UNREADABLE,
        shown,
        denied ? "'" + shown + "' may not be read by you" : "'" + shown + "' cannot be read: " + reason(cause),
        denied ? "give yourself the right to read it" : "");
  }

  private static String reason(IOException cause) {
    String message = cause.getMessage();
    // The system's message names the path on this machine, which no report should depend on.
    String last = message == null ? "" : message.substring(message.lastIndexOf(": ") + 1).strip();
    return last.isEmpty() || last.contains("/") ? "input or output failed" : last.toLowerCase(Locale.ROOT);
  }

  static Problem changing(String shown) {
    return Problem.ofFile(Severity.ERROR, Code.FILE_UNREADABLE, shown, "'" + shown + "' kept changing while it was read", "build again when it is finished");
  }

  static Problem leadsOutside(String shown) {
    return Problem.ofFile(Severity.ERROR, Code.FILE_OUTSIDE, shown, "'" + shown + "' is a link that leads out of the site's folder", "put the file itself here");
  }

  static Problem noRoot(Path root, IOException cause) {
    boolean missing = cause instanceof NoSuchFileException;
    return Problem.ofFile(
        Severity.ERROR,
        Code.FILE_UNREADABLE,
        FileNames.printable(root.toString()),
        missing ? "there is no folder '" + FileNames.printable(root.toString()) + "'" : "the folder '" + FileNames.printable(root.toString()) + "' cannot be read",
        "name the site's folder with --root");
  }

  static Problem noContent(Path root) {
    return Problem.ofFile(
        Severity.ERROR,
        Code.FILE_UNREADABLE,
        "content",
        "there is no site in '" + FileNames.printable(root.toString()) + "': neither a folder 'content' nor a Markdown file",
        "start one with 'assay new site DIR', or name its folder with --root");
  }
}
