package dev.assay.markdown;

import java.util.List;

/// The words of inlines, without markup: for alternative texts.
final class Plain {
  private Plain() {}

  static String of(List<Inline> inlines, Prose prose) {
    StringBuilder out = new StringBuilder();
    append(inlines, prose, out);
    return out.toString();
  }

  private static void append(List<Inline> inlines, Prose prose, StringBuilder out) {
    for (Inline inline : inlines) {
      switch (inline) {
        case Inline.Text(int start, int end) -> out.append(prose.text(), start, end);
        case Inline.Literal(_, _, String text) -> out.append(text);
        case Inline.SoftBreak _, Inline.HardBreak _ -> out.append(' ');
        case Inline.Code(_, _, String text) -> out.append(text);
        case Inline.Emphasis(_, _, List<Inline> children) -> append(children, prose, out);
        case Inline.Strong(_, _, List<Inline> children) -> append(children, prose, out);
        case Inline.Strike(_, _, List<Inline> children) -> append(children, prose, out);
        case Inline.Subscript(_, _, List<Inline> children) -> append(children, prose, out);
        case Inline.Superscript(_, _, List<Inline> children) -> append(children, prose, out);
        case Inline.Link link -> append(link.children(), prose, out);
        case Inline.Image image -> append(image.children(), prose, out);
        case Inline.AutoLink link -> out.append(link.text());
        case Inline.Formula formula -> out.append(prose.text(), formula.from(), formula.to());
        case Inline.RawHtml _, Inline.FootnoteMark _ -> {}
        case Inline.Reference(int start, int end, _, _) -> out.append(prose.text(), start, end);
        case Inline.Role role -> out.append(role.expression());
        case Inline.Cite(int start, int end, _) -> out.append(prose.text(), start, end);
        case Inline.Braces(int start, int end) -> out.append(prose.text(), start, end);
      }
    }
  }
}
