package dev.assay.importer.feed;

import dev.assay.importer.feed.XmlReader.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers one element with all that is in it. Not recursive: what is nested deeper than fields of feeds are is kept
/// as markup only.
final class FieldReader {
  private static final int DEEPEST_FIELD = 3;
  private static final Set<String> VOID =
      Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

  private final XmlReader xml;

  FieldReader(XmlReader xml) {
    this.xml = xml;
  }

  /// A field that is being read.
  private static final class Draft {
    final String name;
    final Map<String, String> attributes;
    final StringBuilder text = new StringBuilder();
    final StringBuilder markup = new StringBuilder();
    final List<Field> children = new ArrayList<>();
    final boolean container;
    boolean nested;

    Draft(String name, Map<String, String> attributes, boolean container) {
      this.name = name;
      this.attributes = attributes;
      this.container = container;
    }

    Field finished() {
      return new Field(name, attributes, text.toString(), nested ? markup.toString() : "", nested, children);
    }
  }

  /// Reads the element whose start tag was just read, its end tag included.
  ///
  /// @param container whether it is an item, which has children but no text of its own
  Field read(Token.Start start, boolean container) throws RefusedException {
    int floor = xml.depth() - 1;
    List<Draft> drafts = new ArrayList<>(List.of(new Draft(start.name(), start.attributes(), container)));
    while (true) {
      Token token = xml.next();
      switch (token) {
        case Token.Start(String name, Map<String, String> attributes, int _) -> {
          open(drafts, name, attributes);
          if (xml.depth() - floor <= DEEPEST_FIELD) {
            drafts.add(new Draft(name, attributes, false));
          }
        }
        case Token.Text(String text) -> {
          drafts.forEach(draft -> text(draft, text));
        }
        case Token.End(String name) -> {
          int depth = xml.depth() - floor;
          if (depth == 0) {
            return drafts.getFirst().finished();
          }
          if (depth < drafts.size()) {
            Field field = drafts.removeLast().finished();
            drafts.getLast().children.add(field);
          }
          close(drafts, name);
        }
        case Token.Finished _ -> throw new IllegalStateException("the reader ends open elements itself");
      }
    }
  }

  private static void text(Draft draft, String text) {
    if (!draft.container && draft.text.length() <= XmlReader.MOST_TEXT) {
      draft.text.append(text);
      if (draft.nested) {
        draft.markup.append(escaped(text));
      }
    }
  }

  private static void open(List<Draft> drafts, String name, Map<String, String> attributes) {
    StringBuilder tag = new StringBuilder("<").append(local(name));
    attributes.forEach((key, value) -> {
      if (!key.startsWith("xmlns") && key.matches("[A-Za-z_][A-Za-z0-9_.:-]*")) {
        tag.append(' ').append(key).append("=\"").append(escaped(value).replace("\"", "&quot;")).append('"');
      }
    });
    tag.append('>');
    for (Draft draft : drafts) {
      if (!draft.nested) {
        draft.nested = true;
        draft.markup.append(escaped(draft.text.toString()));
      }
      if (!draft.container) {
        draft.markup.append(tag);
      }
    }
  }

  private static void close(List<Draft> drafts, String name) {
    if (!VOID.contains(local(name))) {
      drafts.stream()
          .filter(draft -> !draft.container)
          .forEach(draft -> draft.markup.append("</").append(local(name)).append('>'));
    }
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
