package dev.assay.claim;

import dev.assay.note.PlainText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words by which a table of checkpoints is known, in English, Korean, Japanese and Chinese: those of the heading
/// above it and those of its columns.
///
/// A heading may say it outright ("11. Next checkpoints", "다음 체크포인트") or only speak of checkpoints ("Model
/// checkpoints"). Under the second a table counts only if it has a column of signals.
public final class CheckpointWords {
  private static final Pattern OUTRIGHT =
      Pattern.compile(
          "(?:the |our |my )?(?:next |upcoming |key |main |future )*check[- ]?points?(?: (?:to watch|to come|ahead|from here|next))*"
              + "|(?:what|things|signals|milestones|signposts) (?:to watch|we are watching|we're watching|i am watching|i'm watching)(?: for)?(?: next| now| from here| ahead)?"
              + "|(?:next |upcoming )?signposts?"
              + "|(?:다음|향후|앞으로의|앞으로|주요|핵심)?\\s*(?:체크|점검|확인|관전)\\s*(?:포인트|사항|항목)"
              + "|(?:다음에|앞으로)?\\s*(?:확인할|지켜볼|점검할|볼)\\s*(?:것|것들|점|지점|포인트)"
              + "|(?:次の|今後の)?(?:チェックポイント|注目点|確認ポイント|確認事項)"
              + "|(?:下一步|接下来的?|接下來的?|后续|後續)?(?:检查点|檢查點|观察点|觀察點|关注点|關注點)");
  private static final Pattern LOOSE =
      Pattern.compile("check[- ]?points?|signposts|what to watch|체크\\s*포인트|점검\\s*(?:포인트|항목)|관전\\s*포인트|チェックポイント|检查点|檢查點|观察点|觀察點");
  private static final Pattern NUMBERING = Pattern.compile("^(?:(?:[ivxlc]+|[a-z])[.)]\\s+)?[\\s\\p{P}\\p{S}\\p{N}]*");

  private static final Map<Column, Pattern> COLUMNS = new EnumMap<>(Column.class);

  static {
    COLUMNS.put(Column.STRONG, Pattern.compile(".*\\bstrong.*|.*\\bbull.*|.*\\bpositive\\b.*|confirm.*|.*(?:강한|강세|긍정|강 신호).*|.*(?:強い|強気|强|積極|积极).*"));
    COLUMNS.put(Column.WEAK, Pattern.compile(".*\\bweak.*|.*\\bbear(?:ish)?(?: case)?\\b(?!s on).*|.*\\bnegative\\b.*|invalidat.*|refut.*|.*(?:약한|약세|부정|약 신호).*|.*(?:弱|消极|消極).*"));
    COLUMNS.put(Column.DUE, Pattern.compile("due(?: (?:date|by))?|by(?: when)?|when|dates?|deadline|timing|timeline|timeframe|expected|기한|시점|일정|언제|날짜|시기|마감|期限|時期|いつ|日付|时间|時間|日期|何时"));
    COLUMNS.put(Column.CLAIMS, Pattern.compile("claims?|bears on(?: claims?)?|(?:affects|tests)|(?:관련\\s*)?주장|関連する?主張|主張|主张"));
    COLUMNS.put(Column.CHECKPOINT, Pattern.compile("(?:next )?check[- ]?points?|items?|what(?: to watch)?|events?|indicators?|metrics?|areas?|themes?|topics?|questions?|signposts?|milestones?|(?:점검\\s*)?항목|체크\\s*포인트|점검\\s*포인트|확인할 것|지켜볼 것|지표|이벤트|주제|질문|チェックポイント|項目|检查点|檢查點|项目"));
  }

  private CheckpointWords() {}

  /// How clearly a heading says that checkpoints follow.
  public enum Heading {
    NOT,
    LOOSE,
    OUTRIGHT
  }

  /// What a column holds.
  public enum Column {
    CHECKPOINT,
    STRONG,
    WEAK,
    DUE,
    CLAIMS
  }

  /// What a heading says, numbering and signs left aside.
  public static Heading heading(String words) {
    String said = said(words);
    if (said.length() > 100 || saysNothing(said)) {
      return Heading.NOT;
    }
    return OUTRIGHT.matcher(said).matches() ? Heading.OUTRIGHT : LOOSE.matcher(said).find() ? Heading.LOOSE : Heading.NOT;
  }

  /// True for most headings in Latin letters, which need no pattern then.
  private static boolean saysNothing(String said) {
    return said.chars().allMatch(c -> c < 0x80) && !said.contains("check") && !said.contains("watch") && !said.contains("signpost");
  }

  /// Spaces, punctuation and symbols, as patterns know them; a line of plain text has no other white space.
  private static boolean isSign(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
          Character.OTHER_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL -> true;
      default -> c == ' ';
    };
  }

  private static String said(String words) {
    String lower = PlainText.line(words.toLowerCase(Locale.ROOT));
    String named = NUMBERING.matcher(lower).replaceFirst("");
    int end = named.length();
    while (end > 0 && isSign(named.codePointBefore(end))) {
      end -= Character.charCount(named.codePointBefore(end));
    }
    return named.substring(0, end);
  }

  /// The columns of a table under a heading, by their place; empty when it is no table of checkpoints. A column whose
  /// words say nothing holds nothing, but the first is what to look at when no other says so.
  public static Optional<Map<Column, Integer>> columns(List<String> heads, Heading heading) {
    Map<Column, Integer> columns = new EnumMap<>(Column.class);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Optional<Column> column = column(said(heads.get(i)));
      if (column.isPresent()) {
        columns.putIfAbsent(column.get(), i);
      } else {
        open.add(i);
      }
    }
    if (!columns.containsKey(Column.CHECKPOINT) && !open.isEmpty()) {
      columns.put(Column.CHECKPOINT, open.getFirst());
    }
    boolean signals = columns.containsKey(Column.STRONG) || columns.containsKey(Column.WEAK);
    boolean enough =
        switch (heading) {
          case NOT -> false;
          case LOOSE -> signals;
          case OUTRIGHT -> signals || columns.containsKey(Column.DUE);
        };
    return enough && columns.containsKey(Column.CHECKPOINT) ? Optional.of(columns) : Optional.empty();
  }

  private static Optional<Column> column(String said) {
    for (Map.Entry<Column, Pattern> column : COLUMNS.entrySet()) {
      if (said.length() < 100 && column.getValue().matcher(said).matches()) {
        return Optional.of(column.getKey());
      }
    }
    return Optional.empty();
  }
}
