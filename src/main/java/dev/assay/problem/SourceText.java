package dev.assay.problem;

import java.util.Arrays;
import java.util.List;

/// The text of one file with its lines: turns offsets into places, and places into excerpts.
///
/// Lines end at LF, CR LF or CR. Offsets are UTF-16 indexes into [#text()]; columns are code points.
public final class SourceText {
  private final String file;
  private final String text;
  private final int[] lineStarts;
  /// The texts that were put behind this one, and where each begins in it.
  private final List<Part> parts;

  /// @param start where it begins in the joined text
  private record Part(int start, SourceText text) {}

  /// The line that was asked for last. A line may be a whole file long and hold ten thousand mistakes, and they must
  /// not each keep a copy of it. Two threads may find different ones here, and either is right.
  private Line last = new Line(0, "");

  private record Line(int number, String text) {}

  /// @param file the path as the writer knows it, relative to the site's root
  /// @param text the whole text, front matter included
  public SourceText(String file, String text) {
    this(file, text, List.of());
  }

  private SourceText(String file, String text, List<Part> parts) {
    this.parts = List.copyOf(parts);
    this.file = file;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  /// This text with others behind it, so that offsets in all of them can be told apart; places are those in their own files. The
  /// n-th of them begins at [#startOf(int)].
  public SourceText with(List<SourceText> others) {
    StringBuilder joined = new StringBuilder(text);
    List<Part> begun = new java.util.ArrayList<>();
    for (SourceText other : others) {
      joined.append('\n');
      begun.add(new Part(joined.length(), other));
      joined.append(other.text);
    }
    return new SourceText(file, joined.toString(), begun);
  }

  /// Where the n-th text that was put behind this one begins.
  public int startOf(int part) {
    return parts.get(part).start();
  }

  private SourceText owner(Place place) {
    return parts.stream().map(Part::text).filter(part -> part.file.equals(place.file())).findFirst().orElse(this);
  }

  /// The line of a place; empty when it lies beyond its text.
  public String line(Place place) {
    SourceText owner = owner(place);
    return place.line() <= owner.lines() ? owner.line(place.line()) : "";
  }

  public String file() {
    return file;
  }

  public String text() {
    return text;
  }

  /// How many lines the text has; an empty text has one.
  public int lines() {
    return lineStarts.length;
  }

  /// The place of one character.
  public Place place(int offset) {
    return place(offset, offset + 1);
  }

  /// The place of a stretch, cut at the end of its first line. Offsets outside the text are moved to its ends.
  public Place place(int start, int end) {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (start >= part.start()) {
        return part.text().place(start - part.start(), end - part.start());
      }
    }
    int from = Math.clamp(start, 0, text.length());
    int line = lineOf(from);
    int lineStart = lineStarts[line - 1];
    int to = Math.clamp(end, from, Math.max(from, lineEnd(line)));
    int column = text.codePointCount(lineStart, from) + 1;
    return new Place(file, line, column, Math.max(1, text.codePointCount(from, to)));
  }

  /// The line, 1 for the first, that holds an offset.
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /// The offset at which a line begins.
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /// The offset of a place in this text; its end when the place lies beyond it.
  public int offset(Place place) {
    if (place.line() > lines()) {
      return text.length();
    }
    int start = lineStarts[place.line() - 1];
    int points = text.codePointCount(start, lineEnd(place.line()));
    return text.offsetByCodePoints(start, Math.min(points, place.column() - 1));
  }

  /// A line's text without its line end.
  public String line(int line) {
    Line known = last;
    if (known.number() != line) {
      known = new Line(line, text.substring(lineStarts[line - 1], lineEnd(line)));
      last = known;
    }
    return known.text();
  }

  private int lineEnd(int line) {
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > lineStarts[line - 1] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  /// An error at a stretch of this text, with the line as its excerpt.
  public Problem error(Code code, int start, int end, String message, String hint) {
    return problem(Severity.ERROR, code, place(start, end), message, hint);
  }

  /// A warning at a stretch of this text, with the line as its excerpt.
  public Problem warning(Code code, int start, int end, String message, String hint) {
    return problem(Severity.WARNING, code, place(start, end), message, hint);
  }

  /// A problem at a place in this text, with the line as its excerpt.
  ///
  /// @param hint what to do, or an empty string when there is nothing useful to say
  public Problem problem(Severity severity, Code code, Place place, String message, String hint) {
    return new Problem(severity, code, place, message, line(place), hint);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[1 + text.length() / 32];
    int count = 1;
    boolean onlyLf = text.indexOf('\r') < 0;
    int end = onlyLf ? text.indexOf('\n') : nextEnd(text, 0);
    while (end >= 0) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = end + 1;
      end = onlyLf ? text.indexOf('\n', end + 1) : nextEnd(text, end + 1);
    }
    return Arrays.copyOf(starts, count);
  }

  /// The last character of the next line end; -1 when there is none.
  private static int nextEnd(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        return i;
      }
    }
    return -1;
  }
}
