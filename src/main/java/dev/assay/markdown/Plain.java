package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
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
        case Inline.Role role -> out.append(words(role));
        case Inline.Cite(int start, int end, _) -> out.append(prose.text(), start, end);
        case Inline.Braces(int start, int end) -> out.append(prose.text(), start, end);
      }
    }
  }

  /// What a role says: a figure by its name, a shortcode without its options.
  private static String words(Inline.Role role) {
    String said = role.expression();
    int options = MarkdownOptions.ROLES.contains(role.name()) ? -1 : ClaimOptions.startOfTrailing(said);
    return options < 0 ? said : said.substring(0, options).strip();
  }
}
