package dev.assay.edit;

import dev.assay.frontmatter.Format;
import dev.assay.frontmatter.WrittenHead;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Optional;

/// A head and the text it stands in, by offsets and lines.
///
/// @param eol the line end that the file uses
record HeadText(SourceText source, WrittenHead head, String eol) {
  static HeadText of(SourceText source, WrittenHead head) {
    return new HeadText(source, head, eol(source.text()));
  }

  /// The first line end of a text; a line feed when it has none.
  static String eol(String text) {
    int feed = text.indexOf('\n');
    int back = text.indexOf('\r');
    if (back >= 0 && (feed < 0 || back < feed)) {
      return feed == back + 1 ? "\r\n" : "\r";
    }
    return "\n";
  }

  String text() {
    return source.text();
  }

  Format format() {
    return head.format();
  }

  Optional<Value.Entry> entry(String key) {
    return head.keys().entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  int offset(Place place) {
    return source.offset(place);
  }

  /// Where a stretch of one line ends.
  int end(Place place) {
    int start = offset(place);
    int points = text().codePointCount(start, text().length());
    return text().offsetByCodePoints(start, Math.min(points, place.length()));
  }

  /// The white space before the first sign of the line that holds an offset.
  String indentAt(int offset) {
    int start = source.lineStart(source.lineOf(offset));
    int at = start;
    while (at < offset && (text().charAt(at) == ' ' || text().charAt(at) == '\t')) {
      at++;
    }
    return text().substring(start, at);
  }

  /// Where the lines of a top-level entry end: the line on which the next one begins, or the end of the head.
  int regionEnd(Value.Entry entry) {
    List<Value.Entry> entries = head.keys().entries();
    int next = entries.indexOf(entry) + 1;
    return next < entries.size() ? source.lineStart(entries.get(next).keyPlace().line()) : head.to();
  }

  /// The beginning of the first of the lines before an offset that are blank or, if asked, hold only a comment.
  int backOver(int lineStart, boolean comments, int notBefore) {
    int line = source.lineOf(lineStart);
    if (source.lineStart(line) != lineStart) {
      return lineStart;
    }
    while (line > 1 && source.lineStart(line - 1) > notBefore) {
      String before = source.line(line - 1).strip();
      if (!before.isEmpty() && !(comments && before.startsWith("#"))) {
        break;
      }
      line--;
    }
    return source.lineStart(line);
  }
}
