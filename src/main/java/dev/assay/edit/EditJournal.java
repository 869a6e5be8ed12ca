package dev.assay.edit;

import dev.assay.note.Digest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is about to be done to several files, so that it can be completed or forgotten when it was interrupted.
///
/// It is written before anything else, as a plan: until a last line says that all new contents lie ready, nothing has been
/// changed, and only what was laid beside the files is taken away. From then on it will be completed, if not by this
/// command then by the next. All paths are below the site's folder.
///
/// @param ready whether all new contents lie ready
record EditJournal(List<Replace> replaced, List<Move> moved, boolean ready) {
  /// Its name in the site's cache.
  static final String NAME = "edit";

  /// The last line, once everything is ready.
  static final String READY = "ready\n";

  private static final int FORM = 1;
  private static final String HEADER = "assay-edit " + FORM;
  private static final Pattern ANY_HEADER = Pattern.compile("assay-edit ([1-9][0-9]{0,8})\n");
  private static final String END = "end ";

  EditJournal {
    replaced = List.copyOf(replaced);
    moved = List.copyOf(moved);
  }

  /// A file gets the content that was laid beside it.
  ///
  /// @param before names its content as it was
  /// @param after  names its new content
  /// @param shown  how a problem names it
  record Replace(String before, String after, String staged, String file, String shown) {}

  /// A file or folder gets another path.
  record Move(String from, String to, String shown) {}

  /// The plan without its last line.
  String text() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (Replace each : replaced) {
      line(text, "replace", each.before(), each.after(), each.staged(), each.file(), each.shown());
    }
    for (Move each : moved) {
      line(text, "move", each.from(), each.to(), each.shown());
    }
    return text + END + Digest.of(text.toString()).hex() + "\n";
  }

  private static void line(StringBuilder text, String verb, String... parts) {
    text.append(verb);
    for (String part : parts) {
      text.append(' ').append(URLEncoder.encode(part, StandardCharsets.UTF_8));
    }
    text.append('\n');
  }

  /// True for a journal of a newer program, which must not be taken for one that was cut off.
  static boolean isNewer(String text) {
    Matcher header = ANY_HEADER.matcher(text);
    return header.lookingAt() && Integer.parseInt(header.group(1)) > FORM;
  }

  /// Reads a journal; empty when it was cut off before anything was done, or is of another version.
  static Optional<EditJournal> read(String text) {
    int end = text.indexOf("\n" + END) + 1;
    int behind = text.indexOf('\n', end) + 1;
    if (end == 0 || behind == 0 || !text.startsWith(HEADER + "\n") || !text.substring(end, behind).strip().equals(END + Digest.of(text.substring(0, end)).hex())) {
      return Optional.empty();
    }
    List<Replace> replaced = new ArrayList<>();
    List<Move> moved = new ArrayList<>();
    for (String line : text.substring(HEADER.length() + 1, end).lines().toList()) {
      String[] parts = line.split(" ", -1);
      if (parts.length == 6 && parts[0].equals("replace")) {
        replaced.add(new Replace(part(parts[1]), part(parts[2]), part(parts[3]), part(parts[4]), part(parts[5])));
      } else if (parts.length == 4 && parts[0].equals("move")) {
        moved.add(new Move(part(parts[1]), part(parts[2]), part(parts[3])));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new EditJournal(replaced, moved, text.substring(behind).equals(READY)));
  }

  private static String part(String written) {
    return URLDecoder.decode(written, StandardCharsets.UTF_8);
  }
}
