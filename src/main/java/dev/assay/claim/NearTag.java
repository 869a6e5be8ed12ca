package dev.assay.claim;

import dev.assay.note.Kind;
import dev.assay.problem.Nearest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stands at the beginning of a text and is almost a claim's tag: `[Facts]`, `[fact ]`, `(Fact)`, `【사실】`,
/// `[Inferrence]`, `[팩트]`, `**Fact:**`, `**Claim 1 [Fact]**`.
///
/// It errs on the side of silence: a bracket that opens a link, a word that only shares letters with a kind and plain
/// prose that begins with "Inference:" are none.
///
/// @param start where it begins in the text
/// @param end  where it ends in the text
/// @param why  why it is no tag
/// @param hint what to write
/// @param sure whether nothing else can have been meant
public record NearTag(int start, int end, String why, String hint, boolean sure) {
  private static final int LONGEST = 40;
  private static final Pattern DASH = Pattern.compile(" [-–—] ");
  private static final Pattern FURTHER = Pattern.compile("\\s*[,;:：/|(].*|\\s+[-–—]\\s.*|\\s*#?\\d.*");
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
    return near.or(() -> StrayTag.in(text, words));
  }

  /// True for a cell's text that is used in place of a kind's word.
  ///
  /// @param firm whether only words for what is known or concluded count; "open" and "unknown" may be said of anything
  public static boolean standsForKind(String text, boolean firm, KindWords words) {
    String word = text.replaceAll("[*_\\[\\]]", "").strip();
    Optional<KindLike> like = KindLike.of(word).filter(found -> !firm || (found.plain() && found.kind().compareTo(Kind.SPECULATION) < 0));
    return words.kind(word).isEmpty() && (like.isPresent() || KindWords.elsewhere(word).isPresent());
  }

  /// What almost is a tag of brackets at an index of a text.
  static Optional<NearTag> inBrackets(String text, int at, KindWords words) {
    int from = at + marks(text.substring(at));
    int bracket = from < text.length() ? OPEN.indexOf(text.charAt(from)) : -1;
    return bracket < 0 ? Optional.empty() : bracketed(text, from, CLOSE.charAt(bracket), words);
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
        _ -> new NearTag(0, end, "has no braces around the directive's name", "write :::{" + word + "}", true));
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
        ? Optional.of(exact(open, end, inner, word, square))
        : inexact(open, end, word, square, "】〕〉》」』".indexOf(closing) >= 0, words);
  }

  /// Brackets around nothing but a kind's word.
  private static NearTag exact(int start, int end, String inner, String word, boolean square) {
    if (!square) {
      return new NearTag(start, end, "stands in other brackets than a tag", "write [" + word + "]", true);
    }
    return inner.equals(word)
        ? new NearTag(start, end, "has nothing behind it to tag", "write the claim behind it, or make it a heading above a list: ## [" + word + "]", true)
        : new NearTag(start, end, "has a space inside its brackets", "write [" + word + "]", true);
  }

  private static Optional<NearTag> inexact(int start, int end, String word, boolean square, boolean otherBrackets, KindWords words) {
    String bare = word.replaceFirst("^!", "").replaceFirst("[:：.]$", "").strip();
    if (words.kind(bare).isPresent()) {
      return square ? Optional.of(new NearTag(start, end, "has a sign inside its brackets", "write [" + bare + "]", true)) : Optional.empty();
    }
    Optional<KindWords.Foreign> foreign = KindWords.elsewhere(bare);
    if (foreign.isPresent() && (square || otherBrackets)) {
      String language = foreign.get().language();
      return Optional.of(
          new NearTag(
              start, end, "is a word of the language '" + language + "', which is not among the site's",
              "add '" + language + "' to 'languages' in site.yaml, or write [" + foreign.get().kind().word() + "]", true));
    }
    Optional<KindLike> like = KindLike.of(bare).filter(found -> square || otherBrackets || found.plain());
    if (like.isPresent()) {
      return Optional.of(instead(start, end, bare, like.get(), like.get().plain() && (square || otherBrackets), words));
    }
    Optional<String> plural = singular(bare).filter(one -> words.kind(one).isPresent());
    if (plural.isPresent()) {
      return Optional.of(new NearTag(start, end, "is in the plural", "write [" + plural.get() + "] at each claim", square));
    }
    Optional<String> near = square ? misspelt(bare, words) : Optional.empty();
    if (near.isPresent()) {
      return Optional.of(new NearTag(start, end, "is not the word of a kind", "did you mean [" + near.get() + "]?", true));
    }
    return within(bare, words)
        .map(kind -> new NearTag(start, end, "has more inside its brackets than the word of a kind", "write [" + kind + "] alone, and the rest behind it", square && isFirst(bare, kind)));
  }

  /// True for `Fact, high confidence`, `Speculation 60%` and `Fact #1`, but not for `Fact check`.
  private static boolean isFirst(String text, String word) {
    return text.startsWith(word) && FURTHER.matcher(text.substring(word.length())).matches();
  }

  /// A word that is used in place of a kind's.
  private static NearTag instead(int start, int end, String word, KindLike like, boolean sure, KindWords words) {
    return new NearTag(start, end, "is not the word of a kind", hint(word, like.kind(), words), sure);
  }

  private static String hint(String word, Kind kind, KindWords words) {
    return "if it is meant as one, write [" + words.wordLike(word, kind) + "], or add it to 'claims' in site.yaml: {names: {" + word + ": " + kind.word() + "}}";
  }

  private static Optional<String> singular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plural = (lower.length() > 3 && lower.endsWith("s")) || (lower.length() > 2 && lower.endsWith("들"));
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
    int behind = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    boolean colon = !word.equals(inner) || (behind < text.length() && ":：".indexOf(text.charAt(behind)) >= 0);
    boolean dash = DASH.matcher(text).region(end, text.length()).lookingAt();
    Optional<Kind> kind = colon || dash ? words.kind(word) : Optional.empty();
    Optional<KindLike> like = colon && kind.isEmpty() ? KindLike.of(word).filter(KindLike::plain) : Optional.empty();
    return kind.map(_ -> new NearTag(0, end, "has no square brackets", "write **[" + word + "]**", false))
        .or(() -> like.map(found -> instead(0, end, word, found, false, words)));
  }
}
