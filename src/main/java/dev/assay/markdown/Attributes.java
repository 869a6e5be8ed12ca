package dev.assay.markdown;

import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.List;

/// Attributes in braces, `{#id .class width=640}`, behind a heading, link, image or code.
///
/// @param id      empty when not given
/// @param classes in the order they were written
/// @param sizes   `width` and `height` with their pixels, for images
/// @param lang    the language of the words, `en`; empty when not given
record Attributes(String id, List<String> classes, List<Size> sizes, String lang) {
  static final Attributes NONE = new Attributes("", List.of(), List.of(), "");

  private static final int LONGEST = 400;
  private static final String LANG = "lang=";

  Attributes {
    classes = List.copyOf(classes);
    sizes = List.copyOf(sizes);
  }

  /// A length in pixels.
  record Size(String name, int pixels) {}

  /// The end of attributes that open at an index; -1 when the braces are text.
  static int end(String text, int open) {
    int close = text.indexOf('}', open, Math.min(text.length(), open + LONGEST));
    if (close < 0) {
      return -1;
    }
    String inner = text.substring(open + 1, close).strip();
    if (inner.isEmpty()) {
      return -1;
    }
    for (String item : inner.split("\\s+", -1)) {
      if (!isItem(item)) {
        return -1;
      }
    }
    return close + 1;
  }

  /// Where the attributes that end a text begin; -1 when it ends otherwise.
  static int startOfTrailing(String text) {
    int open = text.endsWith("}") ? text.lastIndexOf('{') : -1;
    boolean escaped = open > 0 && text.charAt(open - 1) == '\\';
    return open >= 0 && !escaped && end(text, open) == text.length() ? open : -1;
  }

  /// The same, with the name as the note's from now on; without it where it is taken, which is said.
  ///
  /// @param from where the problem begins in the file
  /// @param to   where it ends
  Attributes free(Draft draft, int from, int to) {
    if (id.isEmpty() || draft.anchors().claim(id)) {
      return this;
    }
    draft.problem(
        draft.source().error(
            Code.CLAIM_NAME, from, to, "the name '" + id + "' is taken in this note", "choose another name; a name stands once on a page"));
    return new Attributes("", classes, sizes, lang);
  }

  /// Reads attributes, braces included.
  static Attributes read(String braces) {
    String id = "";
    List<String> classes = new ArrayList<>();
    List<Size> sizes = new ArrayList<>();
    String lang = "";
    for (String item : braces.substring(1, braces.length() - 1).strip().split("\\s+", -1)) {
      if (item.startsWith("#")) {
        id = item.substring(1);
      } else if (item.startsWith(".")) {
        classes.add(item.substring(1));
      } else if (item.startsWith(LANG)) {
        lang = item.substring(LANG.length());
      } else {
        int equals = item.indexOf('=');
        sizes.add(new Size(item.substring(0, equals), Integer.parseInt(item.substring(equals + 1))));
      }
    }
    return new Attributes(id, classes, sizes, lang);
  }

  private static boolean isItem(String item) {
    if (item.startsWith("#")) {
      return item.length() > 1 && item.codePoints().skip(1).allMatch(Attributes::isIdPart);
    }
    if (item.startsWith(".")) {
      return isClass(item.substring(1));
    }
    return item.matches("(?:width|height)=[1-9][0-9]{0,3}|" + LANG + "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
  }

  /// Ids of headings come from many generators: everything that is seen and that neither braces nor HTML need.
  private static boolean isIdPart(int c) {
    return c > ' ' && c != 0x7f && "{}\"'<>&=`\\#".indexOf(c) < 0 && !Character.isWhitespace(c) && !Character.isSpaceChar(c)
        && !Character.isISOControl(c);
  }

  /// True for a name that may stand in a class attribute.
  static boolean isClass(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9_-]{0,60}");
  }
}
