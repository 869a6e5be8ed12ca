package dev.assay.importer.html;

import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.Optional;
import java.util.Set;

/// Reads Markdown the way a page and a feed get it: through the markdown room, with claims as they were written.
final class ReadBack {
  /// What must not be said of Markdown that an import made.
  private static final Set<Code> FAULTS =
      Set.of(Code.UNSAFE_HTML, Code.UNKNOWN_REFERENCE, Code.MARKDOWN_TOO_COSTLY, Code.MARKDOWN_TOO_DEEP);

  private ReadBack() {}

  /// What a reader gets.
  ///
  /// @param sound whether the markdown room had nothing to object to
  record Seen(Article article, boolean sound) {}

  /// @param title the note's: a first heading that says the same does not become part of the page's text
  static Seen of(String markdown, String title, Options options) {
    Language language = options.languages().isEmpty() ? Language.ENGLISH : options.languages().getFirst();
    MarkdownOptions settings = MarkdownOptions.of(options.languages(), options.claimNames(), false);
    MarkdownResult result =
        Markdown.parse(new MarkdownInput(new SourceText("import.md", markdown), 0, Optional.of(title), language, settings));
    boolean sound = !result.refused() && result.problems().stream().noneMatch(ReadBack::isFault);
    return new Seen(HtmlReader.read(html(result), new Addresses("", ""), new Losses(), true), sound);
  }

  private static boolean isFault(Problem problem) {
    return problem.isError() || FAULTS.contains(problem.code());
  }

  private static String html(MarkdownResult result) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : result.body().pieces()) {
      switch (piece) {
        case Piece.Html(String html) -> out.append(html);
        case Piece.Drawn(_, String plain) -> out.append(plain);
        case Piece.Target(int link) -> out.append(result.links().get(link).target().replace("&", "&amp;").replace("\"", "&quot;"));
        case Piece.Picture picture -> out.append(picture.element(result.links().get(picture.link()).target(), ""));
        case Piece.ClaimTag(int claim) -> out.append(tag(result.claims().get(claim)));
        case Piece.LinkTitle _, Piece.DirectiveBlock _, Piece.Printed _, Piece.RoleText _ -> out.append("<hr>");
        case Piece.Word _ -> {
          // What a theme calls things is nothing that the writer wrote.
        }
        case Piece.Margin _, Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _, Piece.ClaimAttributes _, Piece.ClaimEnd _, Piece.ClaimReasons _ -> {
          // They are for pages only.
        }
      }
    }
    return out.toString();
  }

  private static String tag(ClaimDraft claim) {
    return claim.form() == ClaimDraft.Form.TAG ? claim.written() : "";
  }
}
