package dev.assay.markdown;

import dev.assay.claim.KindWords;
import dev.assay.note.Directive;
import dev.assay.note.Piece;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.SourceText;
import dev.assay.syntax.Syntax;
import dev.assay.syntax.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Writes code, and keeps directives whose body is not Markdown.
final class CodeWriter {
  /// Short names are near to too many others.
  private static final int LEAST_MISSPELT = 5;

  private final Draft draft;
  private final Output out;
  private final Numbered numbered;
  private final Set<String> directives;
  private final Set<String> known;

  CodeWriter(Draft draft, Output out, Set<String> directives, KindWords words, Set<String> shortcodes, Numbered numbered) {
    this.numbered = numbered;
    this.draft = draft;
    this.out = out;
    this.directives = directives;
    this.known = new TreeSet<>(directives);
    known.addAll(words.words());
    known.addAll(shortcodes);
    for (Callout callout : Callout.values()) {
      known.add(callout.word());
    }
  }

  void write(Block.Code code) {
    String name = directiveName(code.info());
    if (directives.contains(name)) {
      if (!code.closed()) {
        unclosed(name, code.infoAt() + 1);
      }
      directive(code, name);
      return;
    }
    boolean figure = name.startsWith("cost-") || name.startsWith("data-");
    if (figure || (name.length() > 3 && Nearest.to(name, known).isPresent())) {
      unknown(name, code.infoAt() + 1);
    }
    String language = language(code.info());
    out.html(language.isEmpty() ? "<pre><code>" : "<pre><code class=\"language-" + language + "\">");
    String plain = Markup.escape(code.text());
    List<Token> tokens = Syntax.of(language).map(syntax -> syntax.read(code.text())).orElse(List.of());
    if (tokens.isEmpty()) {
      out.html(plain);
    } else {
      out.hole(new Piece.Drawn(coloured(code.text(), tokens), plain));
    }
    out.html("</code></pre>\n");
    if (!language.isEmpty()) {
      misspelt(language, code.infoAt());
    }
  }

  private static String coloured(String text, List<Token> tokens) {
    StringBuilder html = new StringBuilder(text.length() * 2);
    int at = 0;
    for (Token token : tokens) {
      Markup.escape(text, at, token.start(), html);
      html.append("<span class=\"").append(token.sort().word()).append("\">");
      Markup.escape(text, token.start(), token.end(), html);
      html.append("</span>");
      at = token.end();
    }
    Markup.escape(text, at, text.length(), html);
    return html.toString();
  }

  /// A name that is nearly one of a language. Others are no fault: there are more languages than anyone knows.
  private void misspelt(String language, int start) {
    boolean known = Syntax.of(language).isPresent() || Syntax.isPlain(language);
    Optional<String> near = known || language.length() < LEAST_MISSPELT ? Optional.empty() : Syntax.near(language);
    near.ifPresent(meant ->
        draft.problem(
            draft.source().warning(
                Code.CODE_LANGUAGE, start, start + language.length(), "no language is called '" + language + "', so this code has no colours",
                "did you mean '" + meant + "'?")));
  }

  void unknown(String name, int start) {
    draft.unknownDirective(name, start, known);
  }

  /// A directive that goes on to the end of the text, or of the list item or quotation it stands in.
  void unclosed(String name, int start) {
    draft.problem(
        draft.source().warning(
            Code.DIRECTIVE_SYNTAX, start, start + name.length(), "the directive '" + name + "' is never closed, so all that follows belongs to it",
            "close it with a line of as many marks as it opens with"));
  }

  /// A claim's directive that holds nothing.
  void empty(String name, int start) {
    draft.problem(
        draft.source().error(
            Code.DIRECTIVE_SYNTAX, start, start + name.length(), "the directive '" + name + "' has no text",
            "write the claim's text between the fences"));
  }

  private static String directiveName(String info) {
    int close = info.startsWith("{") ? info.indexOf('}') : -1;
    return close < 2 ? "" : info.substring(1, close);
  }

  /// The first word of a fence's info, as far as a class may carry it.
  private static String language(String info) {
    int end = 0;
    while (end < info.length() && " \t{,".indexOf(info.charAt(end)) < 0) {
      end++;
    }
    String word = Markup.decode(info.substring(0, end));
    return word.matches("[A-Za-z0-9_+#.-]{1,40}") ? word : "";
  }

  /// Whether the file has no line below that of an offset: what is missing there is missing on its own.
  private static boolean isLastLine(SourceText source, int offset) {
    int next = source.lineOf(offset) + 1;
    Place here = source.place(offset);
    return next > source.lines() || source.place(source.lineStart(next)).line() != here.line() + 1;
  }

  private void directive(Block.Code code, String name) {
    SourceText source = draft.source();
    int nameAt = code.infoAt() + 1;
    String id = Numbered.directiveName(code.info());
    String argument = id.isEmpty() ? code.info().substring(name.length() + 2).strip() : "";
    boolean free = id.isEmpty() || draft.anchors().claim(id);
    if (!free) {
      draft.problem(
          source.error(
              Code.CLAIM_NAME, nameAt, code.infoAt() + code.info().length(), "the name '" + id + "' is taken in this note",
              "choose another name; a name stands once on a page"));
    }
    // A piece that is included has its own lines.
    boolean empty = code.lines().isEmpty();
    int first = empty ? nameAt : code.lines().getFirst().offset();
    boolean last = empty && isLastLine(source, first);
    int bodyLine = source.place(first).line() + (empty && !last ? 1 : 0);
    int indent = last ? source.place(first).column() - 1 : empty ? 0 : first - source.lineStart(source.lineOf(first));
    List<String> lines = new ArrayList<>();
    for (Block.CodeLine line : code.lines()) {
      lines.add(source.line(source.place(line.offset())));
    }
    Place place = source.place(nameAt, nameAt + name.length());
    int index = draft.add(new Directive(name, argument, code.text(), bodyLine, indent, place, lines));
    if (!id.isEmpty() && free) {
      out.html("<div class=\"numbered\" id=").quoted(id).html(">\n<p class=\"number\">").text(numbered.label(id)).html("</p>\n");
      out.hole(new Piece.DirectiveBlock(index)).html("\n</div>\n");
    } else {
      out.hole(new Piece.DirectiveBlock(index)).html("\n");
    }
  }
}
