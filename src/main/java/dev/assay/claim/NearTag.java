package dev.assay.claim;

import dev.assay.note.Kind;
import dev.assay.problem.Nearest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands at the beginning of a text and is almost a claim's tag: `[Facts]`, `[fact ]`, `(Fact)`, `【사실】`,
/// `[Inferrence]`, `**Fact:**`.
///
/// It errs on the side of silence: a bracket that opens a link, a word that only shares letters with a kind and plain
/// prose that begins with "Inference:" are none.
///
/// @param end  where it ends in the text
/// @param why  why it is no tag
/// @param hint what to write
/// @param sure whether nothing else can have been meant
public record NearTag(int end, String why, String hint, boolean sure) {
  private static final int LONGEST = 40;
  private static final int MOST_SIGNS = 12;
  private static final Pattern DASH = Pattern.compile(" [-–—] ");
  private static final String OPEN = "[［【〔〈《「『(（<{";
  private static final String CLOSE = "]］】〕〉》」』)）>}";

  /// What almost is a tag at the beginning of a text that is not a claim.
  public static Optional<NearTag> at(String text, KindWords words) {
    int from = marks(text);
    if (from >= text.length()) {
      return Optional.empty();
    }
    if (text.startsWith(":::")) {
      return directive(text, words);
    }
    int bracket = OPEN.indexOf(text.charAt(from));
    Optional<NearTag> near = bracket >= 0 ? bracketed(text, from, CLOSE.charAt(bracket), words) : bold(text, from, words);
    return near.or(() -> behindSigns(text, words));
  }

  /// A tag behind a check mark, a bullet or another sign that is no letter: `✅ [Fact] …`.
  private static Optional<NearTag> behindSigns(String text, KindWords words) {
    int at = 0;
    boolean sign = false;
    while (at < text.length() && at < MOST_SIGNS && isSign(text.codePointAt(at))) {
      sign = sign || !Character.isWhitespace(text.codePointAt(at));
      at += Character.charCount(text.codePointAt(at));
    }
    return sign ? ClaimTag.at(text, at, words).map(tag -> new NearTag(tag.close(), "has a sign before it", "begin with the tag, and write the sign behind it", true)) : Optional.empty();
  }

  private static boolean isSign(int c) {
    int type = Character.getType(c);
    boolean joins = c == 0x200D || c == 0xFE0F;
    return joins || Character.isWhitespace(c) || type == Character.OTHER_SYMBOL || type == Character.MATH_SYMBOL || c == '※' || c == '•' || c == '·';
  }

  private static int marks(String text) {
    int at = 0;
    while (at < text.length() && at < 3 && (text.charAt(at) == '*' || text.charAt(at) == '_')) {
      at++;
    }
    return at;
  }

  private static Optional<NearTag> directive(String text, KindWords words) {
    int from = 3;
    while (from < text.length() && (text.charAt(from) == ':' || text.charAt(from) == ' ')) {
      from++;
    }
    int to = from;
    while (to < text.length() && Character.isLetter(text.charAt(to))) {
      to++;
    }
    String word = text.substring(from, to);
    int end = to;
    return words.kind(word).map(
        _ -> new NearTag(end, "has no braces around the directive's name", "write :::{" + word + "}", true));
  }

  private static Optional<NearTag> bracketed(String text, int open, char closing, KindWords words) {
    int close = text.indexOf(closing, open + 1, Math.min(text.length(), open + LONGEST));
    if (close < 0 || text.lastIndexOf('\n', close) > open) {
      return Optional.empty();
    }
    boolean square = closing == ']' || closing == '］';
    boolean link = square && close + 1 < text.length() && "([".indexOf(text.charAt(close + 1)) >= 0;
    String inner = text.substring(open + 1, close);
    String word = inner.strip();
    if (link || word.isEmpty()) {
      return Optional.empty();
    }
    int end = close + 1;
    return words.kind(word).isPresent()
        ? Optional.of(exact(end, inner, word, square))
        : inexact(end, word, square, "】〕〉》」』".indexOf(closing) >= 0, words);
  }

  /// Brackets around nothing but a kind's word.
  private static NearTag exact(int end, String inner, String word, boolean square) {
    if (!square) {
      return new NearTag(end, "stands in other brackets than a tag", "write [" + word + "]", true);
    }
    return inner.equals(word)
        ? new NearTag(end, "has nothing behind it to tag", "write the claim behind it, or make it a heading above a list: ## [" + word + "]", true)
        : new NearTag(end, "has a space inside its brackets", "write [" + word + "]", true);
  }

  private static Optional<NearTag> inexact(int end, String word, boolean square, boolean otherBrackets, KindWords words) {
    String bare = word.replaceFirst("^!", "").replaceFirst("[:：.]$", "").strip();
    if (words.kind(bare).isPresent()) {
      return square ? Optional.of(new NearTag(end, "has a sign inside its brackets", "write [" + bare + "]", true)) : Optional.empty();
    }
    Optional<KindWords.Foreign> foreign = KindWords.elsewhere(bare);
    if (foreign.isPresent() && (square || otherBrackets)) {
      String language = foreign.get().language();
      return Optional.of(
          new NearTag(
              end, "is a word of the language '" + language + "', which is not among the site's",
              "add '" + language + "' to 'languages' in site.yaml, or write [" + foreign.get().kind().word() + "]", true));
    }
    Optional<String> plural = singular(bare).filter(one -> words.kind(one).isPresent());
    if (plural.isPresent()) {
      return Optional.of(new NearTag(end, "is in the plural", "write [" + plural.get() + "] at each claim", square));
    }
    Optional<String> near = square ? misspelt(bare, words) : Optional.empty();
    if (near.isPresent()) {
      return Optional.of(new NearTag(end, "is not the word of a kind", "did you mean [" + near.get() + "]?", true));
    }
    return within(bare, words)
        .map(kind -> new NearTag(end, "has more inside its brackets than the word of a kind", "write [" + kind + "] alone, and the rest behind it", false));
  }

  private static Optional<String> singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plural = lower.length() > 3 && (lower.endsWith("s") || lower.endsWith("들"));
    return plural ? Optional.of(word.substring(0, word.length() - 1)) : Optional.empty();
  }

  /// The kind's word that was probably meant. Short words are near to many: "fast" is no slip of "fact".
  private static Optional<String> misspelt(String word, KindWords words) {
    if (word.codePointCount(0, word.length()) < 3 || word.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return Nearest.to(lower, words.words())
        .filter(near -> near.charAt(0) == lower.charAt(0) && near.length() > 3)
        .filter(near -> near.length() > 6 || near.length() != lower.length() || sorted(near).equals(sorted(lower)));
  }

  private static String sorted(String word) {
    return word.chars().sorted().collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  /// A kind's word among others: `FACT CHECK`, `Fact?`, `Fact/Inference`.
  private static Optional<String> within(String text, KindWords words) {
    for (String part : text.split("[^\\p{L}]+", -1)) {
      if (words.kind(part).isPresent()) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /// `**Fact:** …`, `**Fact**: …` or `**Fact** — …`: a way to begin any paragraph, so it is told of only where claims are made.
  private static Optional<NearTag> bold(String text, int from, KindWords words) {
    if (from < 2) {
      return Optional.empty();
    }
    int close = text.indexOf(text.substring(0, 2), from, Math.min(text.length(), from + LONGEST));
    if (close < 0) {
      return Optional.empty();
    }
    String inner = text.substring(from, close).strip();
    String word = inner.replaceFirst("[:：]$", "").strip();
    int end = Math.min(text.length(), close + from);
    boolean colon = !word.equals(inner) || (end < text.length() && ":：".indexOf(text.charAt(end)) >= 0);
    boolean dash = DASH.matcher(text).region(end, text.length()).lookingAt();
    Optional<Kind> kind = colon || dash ? words.kind(word) : Optional.empty();
    return kind.map(_ -> new NearTag(end, "has no square brackets", "write **[" + word + "]**", false));
  }
}
