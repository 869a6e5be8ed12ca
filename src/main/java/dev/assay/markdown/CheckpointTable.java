package dev.assay.markdown;

import dev.assay.claim.CheckpointWords;
import dev.assay.claim.CheckpointWords.Column;
import dev.assay.claim.ClaimOptions;
import dev.assay.claim.Due;
import dev.assay.note.CheckpointDraft;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Located;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.view.DateView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the tables of checkpoints of one container: those under a heading that speaks of them, with columns for what to
/// look at and for signals or a date. Each row gets an anchor, and is written like any other.
final class CheckpointTable {
  private static final int LONGEST_ANCHOR = 60;
  private static final Pattern NAME = Pattern.compile("[^\\s#,;|`]*#[^\\s#,;|`]+");
  private static final Pattern NAMES = Pattern.compile(NAME + "(?:[,;\\s]+" + NAME + ")*");

  private final Draft draft;
  private final Output out;
  private final InlineWriter inlines;
  private final Language language;
  private CheckpointWords.Heading said = CheckpointWords.Heading.NOT;
  private int level;

  CheckpointTable(Draft draft, Output out, InlineWriter inlines, Language language) {
    this.draft = draft;
    this.out = out;
    this.inlines = inlines;
    this.language = language;
  }

  /// Moves on to a block: a heading may begin or end the section that speaks of checkpoints.
  void at(Block block) {
    if (block instanceof Block.Heading heading) {
      CheckpointWords.Heading here = CheckpointWords.heading(words(Headings.text(heading)));
      boolean ends = said == CheckpointWords.Heading.NOT || heading.level() <= level;
      if (ends || here == CheckpointWords.Heading.OUTRIGHT) {
        said = here;
        level = heading.level();
      }
    }
  }

  /// The columns of a table that stands here; empty when it is no table of checkpoints.
  Optional<Map<Column, Integer>> columns(Block.Table table) {
    return said == CheckpointWords.Heading.NOT
        ? Optional.empty()
        : CheckpointWords.columns(table.head().stream().map(this::words).toList(), said);
  }

  private String words(Prose prose) {
    return PlainText.line(Plain.of(inlines.read(prose), prose));
  }

  /// One row while it is written.
  final class Row {
    private final Map<Column, Integer> columns;
    private final List<Prose> cells;
    private final Optional<String> name;
    private final String anchor;
    private final List<List<Piece>> written = new ArrayList<>();
    private final int linksFrom = draft.links().size();
    private final String due;
    private final int number = draft.checkpoints().size();

    private Row(Map<Column, Integer> columns, List<Prose> cells, ClaimOptions.Reading options) {
      this.columns = columns;
      this.cells = cells;
      this.name = options.name().filter(wanted -> draft.anchors().claim(wanted.value())).map(Located::value);
      this.anchor = name.orElseGet(() -> draft.anchors().like(wish(words(cell(Column.CHECKPOINT)))));
      this.due =
          options.options().stream().filter(option -> option.key().equals("due")).map(option -> option.values().getFirst()).findFirst()
              .orElseGet(() -> columns.containsKey(Column.DUE) ? words(cell(Column.DUE)) : "");
    }

    private Prose cell(Column column) {
      return cells.get(Objects.requireNonNull(columns.get(column)));
    }

    /// The row's cells, the first without the options behind its words.
    List<Prose> cells() {
      return cells;
    }

    /// Which of the note's checkpoints it is.
    int number() {
      return number;
    }

    String anchor() {
      return anchor;
    }

    /// Writes the next cell and keeps what it says.
    ///
    /// @return the labels of the footnotes that it marks
    List<String> write(Prose cell) {
      int mark = out.mark();
      List<String> footnotes = column().flatMap(column -> told(column, cell)).orElseGet(() -> inlines.cell(cell).footnotes());
      written.add(LedgerPieces.of(out.since(mark)));
      return footnotes;
    }

    /// What the next cell is about.
    private Optional<Column> column() {
      return columns.entrySet().stream().filter(each -> each.getValue() == written.size()).map(Map.Entry::getKey).findFirst();
    }

    /// Writes names of claims as links with the claims' words, and a date as people write it; empty for anything else.
    private Optional<List<String>> told(Column column, Prose cell) {
      String text = cell.text().strip();
      if (column == Column.CLAIMS && NAMES.matcher(text).matches()) {
        Matcher name = NAME.matcher(cell.text());
        for (String before = ""; name.find(); before = ", ") {
          int link = draft.add(name.group(), Link.Role.CLAIM, draft.source().place(cell.offset(name.start()), cell.offset(name.end() - 1) + 1));
          out.html(before + "<a href=\"").hole(new Piece.Target(link)).html("\">").hole(new Piece.LinkTitle(link)).html("</a>");
        }
        return Optional.of(List.of());
      }
      Optional<Due> day = column == Column.DUE ? Due.parse(text) : Optional.empty();
      day.ifPresent(
          known -> {
            DateView date = DateView.period(text, known.last(), language);
            out.html("<time datetime=").quoted(date.iso()).html(">");
            out.text(date.text()).html("</time>");
          });
      return day.map(_ -> List.of());
    }

    /// A cell that is a claim says it in its own way; here it counts by its words.
    void skip(Prose cell) {
      written.add(List.of(new Piece.Html(Markup.escape(words(cell)))));
    }

    /// True for the cell that says what to look at.
    boolean says(int column) {
      return Objects.requireNonNull(columns.get(Column.CHECKPOINT)) == column;
    }

    void finish() {
      List<Integer> links = new ArrayList<>();
      for (int i = linksFrom; i < draft.links().size(); i++) {
        links.add(i);
      }
      int start = cell(Column.CHECKPOINT).offset(0);
      draft.add(
          new CheckpointDraft(
              name, anchor, written(Column.CHECKPOINT), written(Column.STRONG), written(Column.WEAK), due, claims(), links,
              draft.source().place(start, start + 1)));
    }

    private List<Piece> written(Column column) {
      Integer at = columns.get(column);
      return at == null ? List.of() : written.get(at);
    }

    private List<String> claims() {
      if (!columns.containsKey(Column.CLAIMS)) {
        return List.of();
      }
      return Pattern.compile("[,;\\s]+").splitAsStream(words(cell(Column.CLAIMS))).filter(word -> word.contains("#")).toList();
    }
  }

  /// Begins a row; empty when it says nothing.
  Optional<Row> row(Map<Column, Integer> columns, List<Prose> cells) {
    int at = Objects.requireNonNull(columns.get(Column.CHECKPOINT));
    Prose what = cells.get(at);
    int open = ClaimOptions.startOfTrailing(what.text().stripTrailing());
    Prose content = open < 0 ? what : what.slice(0, open).strip();
    if (content.isBlank() || words(content).isEmpty()) {
      return Optional.empty();
    }
    ClaimOptions.Reading options =
        open < 0
            ? ClaimOptions.Reading.NONE
            : ClaimOptions.read(draft.source(), what.text(), open + 1, what.text().stripTrailing().length() - 1, what::offset);
    options.problems().forEach(draft::problem);
    List<Prose> shown = new ArrayList<>(cells);
    shown.set(at, content);
    return Optional.of(new Row(columns, shown, options));
  }

  private static String wish(String words) {
    String slug = Anchors.slug(words);
    int end = slug.offsetByCodePoints(0, Math.min(LONGEST_ANCHOR, slug.codePointCount(0, slug.length())));
    return "checkpoint-" + slug.substring(0, end).replaceAll("-+$", "");
  }
}
