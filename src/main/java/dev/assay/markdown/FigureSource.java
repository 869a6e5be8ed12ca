package dev.assay.markdown;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a figure comes from, as the braces behind its picture say it: `![…](hbm.png "Caption"){#fig-hbm source=@trendforce}`.
/// Only a picture that stands alone in its paragraph has such braces: everywhere else `source=` is an option of a claim.
///
/// @param picture the paragraph up to its braces
/// @param braces  the other attributes in their braces; empty when there are none
/// @param value   `@key`, an address, or words
/// @param at      where the value stands in the paragraph
record FigureSource(String picture, String braces, String value, int at) {
  private static final Pattern ITEM = Pattern.compile("(?<=[\\s{])source=(?:\"([^\"{}]*)\"|([^\\s\"{}]+))(?=[\\s}])");

  static Optional<FigureSource> of(String paragraph) {
    int open = paragraph.startsWith("![") && paragraph.endsWith("}") ? paragraph.lastIndexOf('{') : -1;
    if (open <= 0 || (paragraph.charAt(open - 1) != ')' && paragraph.charAt(open - 1) != ']')) {
      return Optional.empty();
    }
    Matcher item = ITEM.matcher(paragraph).region(open, paragraph.length()).useTransparentBounds(true);
    if (!item.find()) {
      return Optional.empty();
    }
    String rest = (paragraph.substring(open + 1, item.start()) + " " + paragraph.substring(item.end(), paragraph.length() - 1)).strip();
    String braces = rest.isEmpty() ? "" : "{" + rest + "}";
    int group = item.group(1) == null ? 2 : 1;
    boolean readable = braces.isEmpty() || Attributes.end(braces, 0) == braces.length();
    return readable && !item.group(group).isBlank()
        ? Optional.of(new FigureSource(paragraph.substring(0, open), braces, item.group(group), item.start(group)))
        : Optional.empty();
  }

  /// A paragraph without where its figure comes from.
  static String without(String paragraph) {
    return of(paragraph).map(source -> source.picture() + source.braces()).orElse(paragraph);
  }
}
