package dev.assay.markdown;

import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.Piece;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads texts as a site in English and Korean would, and shows pieces with their holes named: `{target 0}`.
final class Read {
  static final MarkdownOptions OPTIONS =
      MarkdownOptions.of(List.of(Language.ENGLISH, Language.KOREAN), Map.of("데이터", Kind.FACT), false);

  private Read() {}

  static MarkdownResult text(String text) {
    return text(text, OPTIONS);
  }

  static MarkdownResult text(String text, MarkdownOptions options) {
    return Markdown.parse(new MarkdownInput(new SourceText("content/post/x.md", text), 0, Optional.of("Its title"), Language.ENGLISH, options));
  }

  /// A text below front matter.
  static MarkdownResult below(String head, String text, Optional<String> title) {
    return Markdown.parse(new MarkdownInput(new SourceText("content/post/x.md", head + text), head.length(), title, Language.ENGLISH, OPTIONS));
  }

  static MarkdownResult trusted(String text) {
    return text(text, MarkdownOptions.of(List.of(Language.ENGLISH), Map.of(), true));
  }

  static String html(String text) {
    return shown(text(text).body().pieces());
  }

  static String shown(List<Piece> pieces) {
    StringBuilder out = new StringBuilder();
    for (Piece piece : pieces) {
      out.append(
          switch (piece) {
            case Piece.Html(String html) -> html;
            case Piece.Drawn(String page, _) -> page;
            case Piece.Printed(List<Piece> page, _) -> shown(page);
            case Piece.Target(int link) -> "{target " + link + "}";
            case Piece.Picture picture -> picture.element("{target " + picture.link() + "}", " loading=\"lazy\"");
            case Piece.LinkTitle(int link) -> "{title " + link + "}";
            case Piece.Margin(int number, List<Piece> inside) -> inside.isEmpty() ? "" : "{margin " + number + ": " + shown(inside) + "}";
            case Piece.Permalink _, Piece.TableRows _, Piece.CheckpointEnd _ -> "";
            case Piece.ClaimAttributes(int claim) -> " {claim " + claim + "}";
            case Piece.ClaimTag(int claim) -> "{tag " + claim + "}";
            case Piece.ClaimEnd(int claim) -> "{end " + claim + "}";
            case Piece.ClaimReasons _ -> "";
            case Piece.DirectiveBlock(int directive) -> "{directive " + directive + "}";
            case Piece.RoleText(int role) -> "{role " + role + "}";
            case Piece.Word(String key) -> "{" + key + "}";
          });
    }
    return out.toString().strip();
  }

  /// The problems as one line each: `error unknown-directive 3:5 no directive is called 'x' | did you mean 'y'?`.
  static List<String> problems(String text) {
    return text(text).problems().stream().map(Read::shown).toList();
  }

  static String shown(Problem problem) {
    return problem.severity().word() + " " + problem.code().word() + " " + problem.place().line() + ":"
        + problem.place().column() + " " + problem.message() + (problem.hint().isEmpty() ? "" : " | " + problem.hint());
  }
}
