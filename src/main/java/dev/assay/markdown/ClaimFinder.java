package dev.assay.markdown;

import dev.assay.claim.ClaimOptions;
import dev.assay.claim.ClaimTag;
import dev.assay.claim.KindWords;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds where claims begin: tags, options at the end of a text, and the option lines of directives.
final class ClaimFinder {
  private final SourceText source;
  private final KindWords words;
  private final Labels labels;

  ClaimFinder(SourceText source, KindWords words, Labels labels) {
    this.source = source;
    this.words = words;
    this.labels = labels;
  }

  KindWords words() {
    return words;
  }

  /// The claim that a text is, when it begins with a tag and says something.
  Optional<ClaimOpening> tagged(Prose prose) {
    int from = spaceEnd(prose.text(), 0);
    Prose text = from == 0 ? prose : prose.slice(from, prose.text().length());
    return ClaimTag.at(text.text(), 0, words).flatMap(tag -> tagged(text, tag));
  }

  /// Behind space of any width, none included: word processors and East Asian writers begin paragraphs with it.
  private static int spaceEnd(String text, int from) {
    int at = from;
    while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)) || "\u200B\uFEFF".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private Optional<ClaimOpening> tagged(Prose prose, ClaimTag tag) {
    String text = prose.text();
    Optional<LinkTail> link = linkBehind(prose, tag.close());
    int behind = link.map(LinkTail::end).orElse(tag.close());
    int end = tag.end(text, behind);
    boolean markGoesOn = end < 0;
    end = markGoesOn ? tag.endWithoutMark(text, behind) : end;
    int next = spaceEnd(text, end);
    Prose rest = markGoesOn ? prose.without(tag.open(), next) : prose.slice(next, text.length());
    int options = ClaimOptions.startOfTrailing(rest.text().stripTrailing());
    Prose content = options < 0 ? rest : rest.slice(0, options).strip();
    if (content.isBlank() || (markGoesOn && content.text().length() <= tag.mark().length())) {
      return Optional.empty();
    }
    ClaimOptions.Reading read = trailing(rest, options).and(misplaced(content));
    String written = written(text, tag, end, behind, markGoesOn, link.map(LinkTail::address));
    int start = prose.offset(markGoesOn ? tag.open() : tag.start());
    return Optional.of(
        new ClaimOpening(
            tag.kind(), ClaimDraft.Form.TAG, written, link.map(LinkTail::address), read, content, start,
            prose.offset(end - 1) + 1));
  }

  private Optional<LinkTail> linkBehind(Prose prose, int at) {
    String text = prose.text();
    if (at < text.length() && text.charAt(at) == '[') {
      int end = LinkSyntax.labelEnd(text, at);
      return end < 0
          ? Optional.empty()
          : labels.reference(text.substring(at + 1, end - 1)).map(address -> new LinkTail(address, end));
    }
    return LinkTail.inline(prose, at, new TitleQuotes(text));
  }

  private static String written(
      String text, ClaimTag tag, int end, int behind, boolean markGoesOn, Optional<Inline.Address> link) {
    String word = Markup.escape(text.substring(tag.open(), tag.close()));
    Optional<String> address =
        link.map(to -> Schemes.cleaned(to.target()))
            .filter(to -> !Schemes.scheme(to).isEmpty() && Schemes.mayFollow(to));
    String linked = address.map(to -> "<a href=\"" + Markup.escape(to) + "\">" + word + "</a>").orElse(word);
    String tail = text.substring(behind, end);
    String colon = separator(tail);
    int mark = markGoesOn ? 0 : tag.mark().length();
    boolean inside = mark > 0 && !colon.isEmpty() && tail.indexOf(tag.mark()) > tail.indexOf(colon);
    String open = (mark != 2 && mark > 0 ? "<em>" : "") + (mark >= 2 ? "<strong>" : "");
    String close = (mark >= 2 ? "</strong>" : "") + (mark != 2 && mark > 0 ? "</em>" : "");
    return open + linked + (inside ? colon : "") + close + (inside ? "" : colon);
  }

  /// The sign that parts a tag from its claim, as it stands behind the bracket.
  private static String separator(String tail) {
    for (int i = 0; i < tail.length(); i++) {
      char c = tail.charAt(i);
      if (c == ':' || c == '：') {
        return Character.toString(c);
      }
      if (c == '-' || c == '–' || c == '—') {
        return " " + c;
      }
    }
    return "";
  }

  /// The claim that a text under a kind's heading is, when it has no tag of its own.
  Optional<ClaimOpening> underHeading(Prose prose, Kind kind) {
    int options = ClaimOptions.startOfTrailing(prose.text().stripTrailing());
    Prose content = options < 0 ? prose : prose.slice(0, options).strip();
    if (content.isBlank()) {
      return Optional.empty();
    }
    int start = content.offset(0);
    return Optional.of(
        new ClaimOpening(
            kind, ClaimDraft.Form.HEADING, "", Optional.empty(), trailing(prose, options).and(misplaced(content)),
            content, start, start + firstWord(content.text())));
  }

  private static int firstWord(String text) {
    int end = 1;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private ClaimOptions.Reading trailing(Prose prose, int open) {
    if (open < 0) {
      return ClaimOptions.Reading.NONE;
    }
    int close = prose.text().stripTrailing().length() - 1;
    return ClaimOptions.read(source, prose.text(), open + 1, close, prose::offset);
  }

  /// Options in the middle of a claim count for nothing; that is seldom what the writer meant.
  private ClaimOptions.Reading misplaced(Prose content) {
    String text = content.text();
    boolean code = false;
    for (int open = 0; open < text.length(); open++) {
      char c = text.charAt(open);
      code ^= c == '`';
      if (c != '{' || code || !isPlainBrace(text, open)) {
        continue;
      }
      int key = ClaimOptions.keyWithColon(text, open + 1);
      if (key > 0) {
        Problem problem =
            source.warning(
                Code.CLAIM_OPTION, content.offset(open), content.offset(key - 1) + 1,
                "options in braces take '=', not ':', so these are shown as text", "write key=value");
        return new ClaimOptions.Reading(Optional.empty(), List.of(), List.of(problem));
      }
      if (!ClaimOptions.beginsLikeOptions(text, open + 1)) {
        continue;
      }
      int end = ClaimOptions.endOfOptions(text, open);
      if (end < 0) {
        Problem problem =
            source.warning(
                Code.CLAIM_OPTION, content.offset(open), content.offset(open) + 1,
                "this brace is never closed, so the options behind it are shown as text",
                "close it with '}' at the end of the claim, or escape it with a backslash");
        return new ClaimOptions.Reading(Optional.empty(), List.of(), List.of(problem));
      }
      Problem problem =
          source.warning(
              Code.CLAIM_OPTION, content.offset(open), content.offset(end - 1) + 1,
              "these options stand inside the claim's text, so they are shown as text",
              "move them to its end, or escape the brace with a backslash");
      return new ClaimOptions.Reading(Optional.empty(), List.of(), List.of(problem));
    }
    return ClaimOptions.Reading.NONE;
  }

  private static boolean isPlainBrace(String text, int open) {
    boolean escaped = open > 0 && text.charAt(open - 1) == '\\';
    boolean attributes = open > 0 && !Character.isWhitespace(text.charAt(open - 1));
    return !escaped && !attributes;
  }

  /// Options at the end of an item whose claim is only its first paragraph.
  ///
  /// @param blocks  the blocks behind the claim, without the options
  /// @param options what they say
  record ItemEnd(List<Block> blocks, ClaimOptions.Reading options) {}

  /// Looks for options at the end of an item's last paragraph, in what stands behind its claim: one block at least.
  ItemEnd itemEnd(List<Block> blocks) {
    if (blocks.getLast() instanceof Block.Paragraph last && tagged(last.prose()).isEmpty()) {
      int open = ClaimOptions.startOfTrailing(last.prose().text().stripTrailing());
      if (open >= 0) {
        List<Block> rest = new ArrayList<>(blocks.subList(0, blocks.size() - 1));
        Prose content = last.prose().slice(0, open).strip();
        if (!content.isBlank()) {
          rest.add(new Block.Paragraph(last.offset(), content));
        }
        return new ItemEnd(rest, trailing(last.prose(), open));
      }
    }
    return new ItemEnd(blocks, ClaimOptions.Reading.NONE);
  }

  /// A cell that holds nothing but a kind, and perhaps options.
  ///
  /// @param bracketed whether the word stands in the brackets of a tag
  /// @param written   the cell as safe markup, without options
  record KindCell(Kind kind, boolean bracketed, String written, ClaimOptions.Reading options, int start, int end) {}

  /// The kind that a cell consists of, with or without brackets and emphasis.
  Optional<KindCell> kindCell(Prose cell) {
    if (cell.isBlank()) {
      return Optional.empty();
    }
    int options = ClaimOptions.startOfTrailing(cell.text().stripTrailing());
    Prose core = options < 0 ? cell.strip() : cell.slice(0, options).strip();
    String text = core.text();
    Optional<Kind> tagged = core.isBlank() ? Optional.empty() : ofHeading(core);
    int mark = 0;
    while (mark < 3 && mark < text.length() / 2 && "*_".indexOf(text.charAt(mark)) >= 0 && text.charAt(text.length() - 1 - mark) == text.charAt(mark)) {
      mark++;
    }
    String word = text.substring(mark, text.length() - mark);
    Optional<Kind> kind = tagged.isPresent() ? tagged : words.kind(word);
    return kind.map(
        found -> {
          String written = Markup.escape(text.replaceAll("[*_]", ""));
          return new KindCell(
              found, tagged.isPresent(), text.startsWith("**") ? "<strong>" + written + "</strong>" : written,
              options < 0 ? ClaimOptions.Reading.NONE : trailing(cell, options), core.offset(0), core.offset(text.length() - 1) + 1);
        });
  }

  /// A text without the options at its end, and what they say.
  record Trimmed(Prose text, ClaimOptions.Reading options) {}

  /// Parts a text from the options at its end.
  Trimmed withoutOptions(Prose prose) {
    int open = ClaimOptions.startOfTrailing(prose.text().stripTrailing());
    return open < 0
        ? new Trimmed(prose, ClaimOptions.Reading.NONE)
        : new Trimmed(prose.slice(0, open).strip(), trailing(prose, open));
  }

  /// The claim that a table's row is.
  ClaimOpening row(KindCell cell, ClaimOptions.Reading further) {
    return new ClaimOpening(
        cell.kind(), ClaimDraft.Form.TAG, cell.written(), Optional.empty(), cell.options().and(further), Prose.at("", cell.start()),
        cell.start(), cell.end());
  }

  /// The kind that a heading consists of: `[Fact]`, `**[사실]**:`.
  Optional<Kind> ofHeading(Prose prose) {
    String text = prose.text();
    return ClaimTag.at(text, 0, words)
        .filter(tag -> {
          int end = tag.end(text, tag.close());
          return end >= 0 && text.substring(end).isBlank();
        })
        .map(ClaimTag::kind);
  }

  /// The claim that a directive is. Its option lines are taken off its blocks.
  ///
  /// @param blocks the directive's blocks; those that remain are its content
  ClaimOpening directive(Block.Container directive, Kind kind, List<Block> blocks) {
    Prose argument = directive.argument();
    boolean braces = argument.text().startsWith("{") && argument.text().endsWith("}");
    int from = braces ? 1 : 0;
    int to = argument.text().length() - from;
    ClaimOptions.Reading options = ClaimOptions.read(source, argument.text(), from, to, argument::offset);
    OptionLines.Parted parted = OptionLines.part(directive);
    options = options.and(optionLines(parted.lines()));
    blocks.addAll(parted.blocks());
    int start = directive.nameAt();
    return new ClaimOpening(
        kind, ClaimDraft.Form.DIRECTIVE, "", Optional.empty(), options, Prose.at("", start), start,
        start + directive.name().length());
  }

  private ClaimOptions.Reading optionLines(Prose prose) {
    ClaimOptions.Reading all = ClaimOptions.Reading.NONE;
    for (OptionLines.Line line : OptionLines.of(prose.text(), prose.text().length())) {
      all = all.and(ClaimOptions.readLine(source, line.key(), line.keyAt(), line.value(), line.valueAt(), prose::offset));
    }
    return all;
  }
}
