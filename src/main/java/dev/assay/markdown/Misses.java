package dev.assay.markdown;

import dev.assay.claim.ClaimTag;
import dev.assay.claim.KindColumns;
import dev.assay.claim.KindWords;
import dev.assay.claim.NearTag;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks, where no claim was found, for what was perhaps meant as one.
final class Misses {
  private static final int HTML_LOOKED_AT = 200_000;

  private static final Pattern BREAK = Pattern.compile("<br\\s{0,3}/?>\\s*", Pattern.CASE_INSENSITIVE);

  private final Draft draft;
  private final KindWords words;

  Misses(Draft draft, KindWords words) {
    this.draft = draft;
    this.words = words;
  }

  /// A text that is not a claim.
  void text(Prose prose) {
    NearTag.at(prose.text(), words).ifPresent(near -> add(prose, near.start(), near.end(), near.why(), near.hint(), near.sure()));
    lines(prose, false);
  }

  /// The text of a claim, which may hold another one that was meant to stand by itself.
  void claim(Prose content) {
    ClaimTag.at(content.text(), 0, words)
        .ifPresent(tag -> add(content, 0, tag.close(), "stands behind another tag", "a claim has one kind: keep one of the tags", true));
    lines(content, true);
  }

  /// A tag that begins a later line of a text: Markdown joins the lines to one paragraph.
  private void lines(Prose prose, boolean claim) {
    String text = prose.text();
    for (int newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
      Optional<ClaimTag> tag = ClaimTag.at(text, newline + 1, words);
      if (tag.isPresent()) {
        add(prose, newline + 1, tag.get().close(), "begins a line in the middle of a paragraph", "leave an empty line before it", claim);
        return;
      }
    }
    if (text.indexOf('<') >= 0) {
      Matcher broken = BREAK.matcher(text);
      while (broken.find()) {
        Optional<ClaimTag> tag = ClaimTag.at(text, broken.end(), words);
        if (tag.isPresent()) {
          add(prose, broken.end(), tag.get().close(), "begins a line behind '<br>'", "give it a paragraph, item or row of its own", claim);
          return;
        }
      }
    }
  }

  /// A heading that is not just a tag.
  void heading(Prose prose) {
    String text = prose.text();
    int from = numbering(text);
    Optional<ClaimTag> tag = ClaimTag.at(text, from, words);
    if (tag.isPresent()) {
      boolean numbered = from > 0 && text.substring(tag.get().close()).isBlank();
      add(prose, from, tag.get().close(), "shares its heading with " + (numbered ? "a number" : "other words"),
          "a heading tags what stands below it only when it is nothing but the tag", numbered);
    } else {
      NearTag.at(text.substring(from), words)
          .ifPresent(near -> add(prose, from + near.start(), from + near.end(), near.why(), near.hint(), near.sure()));
    }
  }

  private static int numbering(String text) {
    int at = 0;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.' || text.charAt(at) == ')')) {
      at++;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return at > 0 && end > at ? end : 0;
  }

  /// A cell of a column of kinds that is no kind, but says something.
  void kind(Prose cell) {
    Prose word = cell.strip();
    add(word, 0, word.text().length(), "is not the word of a kind, though it stands among kinds", dev.assay.problem.Nearest.hint(word.text(), words.words()), true);
  }

  /// The columns of a table that makes no claims by its rows: one that is headed as kinds are, and holds words that are used in their place.
  void columns(Block.Table table) {
    for (int column = 0; column < table.head().size(); column++) {
      int at = column;
      if (KindColumns.isKind(table.head().get(at).text())) {
        List<Prose> cells = table.rows().stream().map(row -> row.get(at).strip()).filter(cell -> !KindTable.saysNothing(cell)).toList();
        List<Prose> like = cells.stream().filter(cell -> NearTag.standsForKind(cell.text(), false, words)).toList();
        if (like.size() * 2 >= cells.size() && like.stream().anyMatch(cell -> NearTag.standsForKind(cell.text(), true, words))) {
          like.forEach(this::kindLike);
        }
      }
    }
  }

  private void kindLike(Prose cell) {
    NearTag.at("[" + cell.text().replaceAll("[*_\\[\\]]", "") + "]", words)
        .ifPresent(near -> add(cell, 0, cell.text().length(), near.why(), near.hint().replaceAll("[\\[\\]]", ""), near.sure()));
  }

  /// A block of code that names a kind as its language: no language is called so, and a claim's directive has braces.
  ///
  /// @param info  what stands behind the fence
  /// @param start where that begins in the file
  void code(String info, int start) {
    Optional<ClaimTag> tag = ClaimTag.at(info, 0, words);
    int space = info.indexOf(' ');
    String word = tag.map(found -> info.substring(0, found.close())).orElse(space < 0 ? info : info.substring(0, space));
    String bare = word.replaceAll("[^\\p{L}]", "");
    if (tag.isPresent() || words.kind(word).isPresent()) {
      draft.miss(word, "names the language of a block of code", "a claim's directive has braces: {" + bare + "}", true, start, start + word.length());
    }
  }

  /// Raw HTML, whose words are not read: tags in it are pointed out once.
  void html(Prose prose) {
    String text = prose.text();
    int end = Math.min(text.length(), HTML_LOOKED_AT);
    for (int open = text.indexOf('['); open >= 0 && open < end; open = text.indexOf('[', open + 1)) {
      Optional<ClaimTag> tag = ClaimTag.at(text, open, words);
      if (tag.isPresent() && beginsElement(text, open)) {
        add(prose, open, tag.get().close(), "stands in raw HTML, which is not read for claims", "write the list or paragraph in Markdown", true);
        return;
      }
    }
  }

  private static boolean beginsElement(String text, int open) {
    int at = open - 1;
    while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
      at--;
    }
    return at >= 0 && text.charAt(at) == '>';
  }

  private void add(Prose prose, int from, int to, String why, String hint, boolean sure) {
    draft.miss(prose.text().substring(from, to).strip(), why, hint, sure, prose.offset(from), prose.offset(Math.max(from, to - 1)) + 1);
  }
}
