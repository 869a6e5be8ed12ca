package dev.assay.claim.cite;

import de.undercouch.citeproc.LocaleProvider;
import dev.assay.note.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The words of citations in a language: CSL's locales, and for Korean the words that people use.
final class Terms implements LocaleProvider {
  /// Stands for "and" between two names in Korean until the names are known: it depends on the sound before it.
  static final char AND = '\uE020';

  /// In Korean the unit stands behind the number: the short words for page, chapter and section wait for it.
  private static final Pattern UNITS = Pattern.compile("([\uE021-\uE023])[.\\s]*([0-9ivxlcdmA-Z]+(?:[–, ]+[0-9ivxlcdm]+)*)");

  private static final Pattern LONE_UNIT = Pattern.compile("[\uE021-\uE023]");

  private static final Map<String, String> PLACES =
      Map.ofEntries(
          Map.entry("en", "en-US"), Map.entry("ko", "ko-KR"), Map.entry("ja", "ja-JP"), Map.entry("zh", "zh-CN"),
          Map.entry("cs", "cs-CZ"), Map.entry("da", "da-DK"), Map.entry("el", "el-GR"), Map.entry("et", "et-EE"),
          Map.entry("sv", "sv-SE"), Map.entry("uk", "uk-UA"), Map.entry("vi", "vi-VN"), Map.entry("sl", "sl-SI"),
          Map.entry("he", "he-IL"), Map.entry("hi", "hi-IN"), Map.entry("fa", "fa-IR"), Map.entry("ca", "ca-AD"),
          Map.entry("nb", "nb-NO"), Map.entry("no", "nb-NO"), Map.entry("nn", "nn-NO"), Map.entry("zh-hant", "zh-TW"));

  /// The locale of CSL that stands for a language; that of English where there is none.
  static String of(Language language) {
    String tag = language.tag();
    String lower = tag.toLowerCase(Locale.ROOT);
    String primary = lower.replaceFirst("-.*", "");
    for (String candidate : new String[] {tag, PLACES.getOrDefault(lower, ""), PLACES.getOrDefault(primary, ""), primary + "-" + primary.toUpperCase(Locale.ROOT), primary}) {
      if (!candidate.isEmpty() && Terms.class.getResource("/locales-" + candidate + ".xml") != null) {
        return candidate;
      }
    }
    return "en-US";
  }

  @Override
  public String retrieveLocale(String name) {
    String known = Terms.class.getResource("/locales-" + name + ".xml") == null ? of(new Language(name)) : name;
    String file = "/locales-" + known + ".xml";
    try (InputStream in = Terms.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without " + file);
      }
      String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return known.equals("ko-KR") ? korean(xml) : xml;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String korean(String xml) {
    return xml.replace("<term name=\"and\">와/과</term>", "<term name=\"and\">" + AND + "</term>")
        .replaceAll("<term name=\"page\" form=\"short\">\\s*<single>p</single>\\s*<multiple>pp</multiple>", "<term name=\"page\" form=\"short\"><single>\uE021</single><multiple>\uE021</multiple>")
        .replace("<term name=\"chapter\" form=\"short\">chap</term>", "<term name=\"chapter\" form=\"short\">\uE022</term>")
        .replace("<term name=\"section\" form=\"short\">sec</term>", "<term name=\"section\" form=\"short\">\uE023</term>")
        .replace("<term name=\"accessed\">접근된</term>", "<term name=\"accessed\">접속일</term>")
        .replace("<term name=\"et-al\">기타</term>", "<term name=\"et-al\">외</term>")
        .replace("<term name=\"no date\" form=\"short\">일자 없음</term>", "<term name=\"no date\" form=\"short\">날짜 없음</term>")
        .replace("<term name=\"retrieved\">retrieved</term>", "<term name=\"retrieved\">접속일</term>")
        .replace("<term name=\"available at\">available at</term>", "<term name=\"available at\">출처</term>")
        .replace("<term name=\"online\">online</term>", "<term name=\"online\">온라인</term>");
  }

  /// A text with Korean words in their places: `김철수와 이영희`, `박민과 최진`, `4–6쪽`, `2장`.
  static String joined(String written) {
    String text = UNITS.matcher(written).replaceAll(match -> match.group(2) + unit(match.group(1)));
    text = LONE_UNIT.matcher(text).replaceAll(match -> unit(match.group()));
    if (text.indexOf(AND) < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == AND) {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
          out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) == ',') {
          out.setLength(out.length() - 1);
        }
        out.append(endsInConsonant(out) ? '과' : '와');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String unit(String mark) {
    return switch (mark.charAt(0)) {
      case '\uE021' -> "쪽";
      case '\uE022' -> "장";
      default -> "절";
    };
  }

  private static boolean endsInConsonant(CharSequence before) {
    char last = before.isEmpty() ? 'a' : before.charAt(before.length() - 1);
    if (last >= '가' && last <= '힣') {
      return (last - '가') % 28 != 0;
    }
    return "lmnLMN".indexOf(last) >= 0;
  }
}
