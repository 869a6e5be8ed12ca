package dev.assay.markdown;

import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Shortcode;
import dev.assay.note.ShortcodeValue;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes of what a note says to a shortcode what its template gets, and says what is wrong with it.
final class ShortcodeValues {
  private final Draft draft;
  private final Output out;
  private final List<List<Piece>> words = new ArrayList<>();

  ShortcodeValues(Draft draft, Output out) {
    this.draft = draft;
    this.out = out;
  }

  /// The pieces that a mark for words in Markdown stands for.
  List<Piece> words(int index) {
    return words.get(index);
  }

  /// The values that a use gives, when nothing is wrong with them.
  ///
  /// @param inlines writes words in Markdown; empty where there are none
  Optional<Map<String, ShortcodeValue>> read(ShortcodeWriter.Use use, ShortcodeOptions.Said said, Optional<InlineWriter> inlines, List<String> marks) {
    said.problems().forEach(draft::problem);
    boolean fine = said.problems().isEmpty();
    Map<String, ShortcodeValue> values = new HashMap<>();
    for (Shortcode.Parameter parameter : use.shortcode().parameters()) {
      Optional<ShortcodeOptions.Written> written = Optional.ofNullable(said.values().get(parameter.name()));
      Optional<ShortcodeOptions.Written> given = written.filter(each -> !each.text().isBlank() || !parameter.required());
      Optional<ShortcodeValue> value = Optional.empty();
      if (given.isPresent()) {
        value = value(use, parameter, given.get(), inlines, marks);
        fine &= value.isPresent();
      } else if (parameter.otherwise().isPresent()) {
        value = ShortcodeValue.read(parameter, parameter.otherwise().get()) instanceof ShortcodeValue.Fine(ShortcodeValue read) ? Optional.of(read) : Optional.empty();
      } else if (parameter.required()) {
        missing(use, parameter, written);
        fine = false;
      }
      value.ifPresent(each -> values.put(parameter.name(), each));
    }
    return fine ? Optional.of(values) : Optional.empty();
  }

  private void missing(ShortcodeWriter.Use use, Shortcode.Parameter parameter, Optional<ShortcodeOptions.Written> written) {
    boolean argument = use.shortcode().argument().equals(parameter.name());
    String name = use.shortcode().name();
    String hint = argument ? "write it behind the name: " + (use.shortcode().inline() ? "{" + name + "}`…`" : ":::{" + name + "} …") : "write " + parameter.name() + "=…, " + parameter.takes();
    int start = written.map(ShortcodeOptions.Written::start).orElse(use.start());
    int end = written.map(ShortcodeOptions.Written::end).orElse(use.end());
    draft.problem(draft.source().error(Code.SHORTCODE, start, end, "'" + name + "' needs '" + parameter.name() + "'", hint));
  }

  private Optional<ShortcodeValue> value(
      ShortcodeWriter.Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written, Optional<InlineWriter> inlines, List<String> marks) {
    return switch (parameter.type()) {
      case TEXT, INTEGER, NUMBER, BOOL, DATE, CHOICE -> switch (ShortcodeValue.read(parameter, written.text())) {
        case ShortcodeValue.Fine(ShortcodeValue.Words(String text)) -> Optional.of(new ShortcodeValue.Words(ShortcodeMarkup.unmarked(text)));
        case ShortcodeValue.Fine(ShortcodeValue value) -> Optional.of(value);
        case ShortcodeValue.Wrong() -> wrong(use, parameter, written);
      };
      case MARKDOWN -> Optional.of(markdown(written, inlines.orElseThrow(), marks));
      case URL -> address(use, parameter, written, Link.Role.FOLLOW);
      case FILE -> address(use, parameter, written, Link.Role.SHOW);
      case NOTE -> address(use, parameter, written, Link.Role.FOLLOW);
    };
  }

  private Optional<ShortcodeValue> wrong(ShortcodeWriter.Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written) {
    String text = written.text();
    String shown = text.codePointCount(0, text.length()) > 60 ? text.substring(0, text.offsetByCodePoints(0, 40)) + "…" : text;
    String hint =
        parameter.type() == Shortcode.Type.CHOICE
            ? Nearest.hint(written.text(), parameter.choices())
            : "write " + parameter.name() + "=…, " + parameter.takes();
    draft.problem(
        draft.source().error(
            Code.SHORTCODE, written.start(), written.end(),
            "'" + parameter.name() + "' of '" + use.shortcode().name() + "' takes " + parameter.takes() + ", not '" + shown + "'", hint));
    return Optional.empty();
  }

  /// Words are written where they will not stay, for the sake of their pieces.
  private ShortcodeValue markdown(ShortcodeOptions.Written written, InlineWriter inlines, List<String> marks) {
    int mark = out.mark();
    marks.addAll(inlines.write(written.prose()).footnotes());
    words.add(out.cut(mark));
    return new ShortcodeValue.Later(ShortcodeMarkup.mark(ShortcodeMarkup.Sort.WORDS, words.size() - 1));
  }

  private Optional<ShortcodeValue> address(ShortcodeWriter.Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written, Link.Role role) {
    String target = Schemes.cleaned(written.text());
    String scheme = Schemes.scheme(target);
    boolean allowed = role == Link.Role.SHOW ? Schemes.mayShow(target) : Schemes.mayFollow(target);
    boolean note = parameter.type() == Shortcode.Type.NOTE;
    if (target.isEmpty() || (note && !scheme.isEmpty())) {
      return wrong(use, parameter, written);
    }
    if (!allowed) {
      draft.problem(
          draft.source().error(
              Code.SHORTCODE, written.start(), written.end(),
              "'" + parameter.name() + "' of '" + use.shortcode().name() + "' cannot lead there, because '" + scheme + ":' is not an address that pages may lead to",
              "use http, https or a path"));
      return Optional.empty();
    }
    int link = draft.add(target, role, draft.source().place(written.start(), written.end()));
    if (note) {
      return Optional.of(
          new ShortcodeValue.Linked(ShortcodeMarkup.mark(ShortcodeMarkup.Sort.ADDRESS, link), ShortcodeMarkup.mark(ShortcodeMarkup.Sort.TITLE, link)));
    }
    // A link with words of its own does not ask for the title of what it leads to.
    draft.describe(link, " ", "");
    return Optional.of(
        new ShortcodeValue.Words(scheme.isEmpty() ? ShortcodeMarkup.mark(ShortcodeMarkup.Sort.ADDRESS, link) : ShortcodeMarkup.unmarked(target)));
  }
}
