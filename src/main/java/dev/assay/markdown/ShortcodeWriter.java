package dev.assay.markdown;

import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.PlainText;
import dev.assay.note.Shortcode;
import dev.assay.note.ShortcodeCall;
import dev.assay.note.ShortcodeValue;
import dev.assay.note.Shortcodes;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes what shortcodes print. The text between their fences is written as any other, so that its claims, links and headings
/// are the note's; around it stands the markup of the template.
final class ShortcodeWriter {
  /// How many characters shortcodes may print in one note, and what each of them counts for at least.
  private static final int MOST_PRINTED = 16_000_000;
  private static final int LEAST = 1_000;

  private final Draft draft;
  private final Output out;
  private final Shortcodes shortcodes;
  private final Language language;
  private final List<List<Piece>> words = new ArrayList<>();
  private int printed;

  ShortcodeWriter(Draft draft, Output out, Shortcodes shortcodes, Language language) {
    this.draft = draft;
    this.out = out;
    this.shortcodes = shortcodes;
    this.language = language;
  }

  boolean named(String name) {
    return shortcodes.named(name).isPresent();
  }

  /// Where a shortcode is called.
  ///
  /// @param start where its name begins in the file
  private record Use(Shortcode shortcode, int start, int end) {}

  /// What it prints.
  ///
  /// @param plain for feeds and the like; empty where they get what pages get
  private record Result(Place place, List<ShortcodeMarkup.Stretch> page, Optional<List<ShortcodeMarkup.Stretch>> plain) {}

  /// Writes a shortcode in a block of its own.
  ///
  /// @param body writes the text between its fences
  void block(Block.Container directive, InlineWriter inlines, List<String> marks, Consumer<List<Block>> body) {
    Use use = use(directive.name(), directive.nameAt());
    OptionLines.Parted parted = OptionLines.part(directive);
    List<Block> blocks = parted.blocks();
    Optional<Result> output = Optional.empty();
    if (use.shortcode().usable() && fits(use, blocks)) {
      ShortcodeOptions.Said said = ShortcodeOptions.read(draft.source(), use.shortcode(), directive.argument(), true, parted.lines());
      output = values(use, said, Optional.of(inlines), marks).flatMap(values -> printed(use, values, said.id(), !blocks.isEmpty()));
    }
    if (output.isEmpty()) {
      body.accept(blocks);
      return;
    }
    write(output.get(), true);
    if (!blocks.isEmpty()) {
      body.accept(blocks);
      write(output.get(), false);
    }
    out.html("\n");
  }

  /// Writes a shortcode in a sentence.
  void inline(Inline.Role role, Prose prose, boolean insideLink) {
    int from = prose.text().indexOf(role.expression(), role.from());
    Prose argument = from < 0 || role.expression().isEmpty() ? Prose.at(role.expression(), prose.offset(role.from())) : prose.slice(from, from + role.expression().length());
    Use use = use(role.name(), prose.offset(role.start()) + 1);
    if (use.shortcode().usable() && !use.shortcode().inline()) {
      fault(use, "'" + use.shortcode().name() + "' stands in a block of its own, not in a sentence", "write :::{" + use.shortcode().name() + "} on a line of its own, and ::: below");
    } else if (use.shortcode().usable()) {
      ShortcodeOptions.Said said = ShortcodeOptions.read(draft.source(), use.shortcode(), argument, false, Prose.at("", argument.offset(0)));
      Optional<Result> output = values(use, said, Optional.empty(), List.of()).flatMap(values -> printed(use, values, "", false)).filter(each -> !linksInLink(use, each, insideLink));
      if (output.isPresent()) {
        write(output.get(), true);
        out.words(PlainText.of(finished(output.get().page())));
        return;
      }
    }
    out.text(argument.text());
  }

  private boolean linksInLink(Use use, Result output, boolean insideLink) {
    boolean links = insideLink && finished(output.page()).contains("<a ");
    if (links) {
      fault(use, "'" + use.shortcode().name() + "' prints a link, and stands in one", "move it out of the link");
    }
    return links;
  }

  private static String finished(List<ShortcodeMarkup.Stretch> stretches) {
    StringBuilder html = new StringBuilder();
    stretches.forEach(each -> html.append(each instanceof ShortcodeMarkup.Finished(String text) ? text : ""));
    return html.toString();
  }

  private Use use(String name, int start) {
    Shortcode shortcode = shortcodes.named(name).orElseThrow();
    return new Use(shortcode, start, start + name.length());
  }

  private boolean fits(Use use, List<Block> blocks) {
    String name = use.shortcode().name();
    if (use.shortcode().inline()) {
      fault(use, "'" + name + "' stands in a sentence, not in a block of its own", "write {" + name + "}`…`");
      return false;
    }
    if (use.shortcode().body() == Shortcode.Body.NONE && !blocks.isEmpty()) {
      int at = blocks.getFirst().offset();
      draft.problem(draft.source().error(Code.SHORTCODE, at, at + 1, "'" + name + "' takes no text between its fences", "close it before this with :::, or give it only options"));
      return false;
    }
    if (use.shortcode().body() == Shortcode.Body.REQUIRED && blocks.isEmpty()) {
      fault(use, "'" + name + "' has no text", "write its text between the fences");
      return false;
    }
    return true;
  }

  /// The values that a use gives, when nothing is wrong with them.
  ///
  /// @param inlines writes words in Markdown; empty where there are none
  private Optional<Map<String, ShortcodeValue>> values(Use use, ShortcodeOptions.Said said, Optional<InlineWriter> inlines, List<String> marks) {
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

  private void missing(Use use, Shortcode.Parameter parameter, Optional<ShortcodeOptions.Written> written) {
    boolean argument = use.shortcode().argument().equals(parameter.name());
    String name = use.shortcode().name();
    String hint = argument ? "write it behind the name: " + (use.shortcode().inline() ? "{" + name + "}`…`" : ":::{" + name + "} …") : "write " + parameter.name() + "=…, " + parameter.takes();
    int start = written.map(ShortcodeOptions.Written::start).orElse(use.start());
    int end = written.map(ShortcodeOptions.Written::end).orElse(use.end());
    draft.problem(draft.source().error(Code.SHORTCODE, start, end, "'" + name + "' needs '" + parameter.name() + "'", hint));
  }

  private Optional<ShortcodeValue> value(
      Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written, Optional<InlineWriter> inlines, List<String> marks) {
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

  private Optional<ShortcodeValue> wrong(Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written) {
    String shown = written.text().length() > 60 ? written.text().substring(0, written.text().offsetByCodePoints(0, 40)) + "…" : written.text();
    String hint =
        parameter.type() == Shortcode.Type.CHOICE
            ? dev.assay.problem.Nearest.hint(written.text(), parameter.choices())
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

  private Optional<ShortcodeValue> address(Use use, Shortcode.Parameter parameter, ShortcodeOptions.Written written, Link.Role role) {
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

  private Optional<Result> printed(Use use, Map<String, ShortcodeValue> values, String name, boolean body) {
    if (!name.isEmpty() && !draft.anchors().claim(name)) {
      draft.problem(
          draft.source().error(Code.CLAIM_NAME, use.start(), use.end(), "the name '" + name + "' is taken in this note", "choose another name; a name stands once on a page"));
      return Optional.empty();
    }
    Place place = draft.source().place(use.start(), use.end());
    String id = name.isEmpty() ? draft.anchors().untaken(use.shortcode().name()) : name;
    Optional<ShortcodeMarkup.Fine> page = print(use, values, body, name, id, true);
    if (page.isEmpty() || !ids(use, page.get().ids(), name, id)) {
      return Optional.empty();
    }
    if (!use.shortcode().feed()) {
      return Optional.of(new Result(place, page.get().stretches(), Optional.empty()));
    }
    return print(use, values, body, name, id, false).map(plain -> new Result(place, page.get().stretches(), Optional.of(plain.stretches())));
  }

  private Optional<ShortcodeMarkup.Fine> print(Use use, Map<String, ShortcodeValue> values, boolean body, String name, String id, boolean page) {
    Optional<String> mark = body ? Optional.of(ShortcodeMarkup.mark(ShortcodeMarkup.Sort.BODY, 0)) : Optional.empty();
    if (printed > MOST_PRINTED) {
      fault(use, "shortcodes print more than " + MOST_PRINTED + " characters in this note", "part it into several notes");
      return Optional.empty();
    }
    return switch (shortcodes.print(new ShortcodeCall(use.shortcode(), language, values, mark, name, id, page))) {
      case Shortcodes.Failed(String where, String message, String hint) -> {
        fault(use, "'" + use.shortcode().name() + "' fails at " + where + ": " + message, hint);
        yield Optional.empty();
      }
      case Shortcodes.Markup(String html) -> {
        printed += Math.max(LEAST, html.length());
        yield read(use, html.strip(), body, page);
      }
    };
  }

  private Optional<ShortcodeMarkup.Fine> read(Use use, String html, boolean body, boolean page) {
    return switch (ShortcodeMarkup.read(html, use.shortcode().inline())) {
      case ShortcodeMarkup.Wrong(String fault) -> {
        templateFault(use, page, fault);
        yield Optional.empty();
      }
      case ShortcodeMarkup.Fine fine -> {
        boolean printsBody = fine.stretches().stream().anyMatch(each -> each instanceof ShortcodeMarkup.Mark(ShortcodeMarkup.Sort sort, _) && sort == ShortcodeMarkup.Sort.BODY);
        if (body && !printsBody) {
          templateFault(use, page, "takes a text between its fences and does not print it");
          yield Optional.empty();
        }
        yield Optional.of(fine);
      }
    };
  }

  private void templateFault(Use use, boolean page, String fault) {
    fault(use, "'" + use.shortcode().name() + "' " + fault, "put it right in templates/shortcodes/" + use.shortcode().name() + (page ? ".ftlh" : ".feed.ftlh"));
  }

  /// Takes the ids that it prints.
  private boolean ids(Use use, List<String> ids, String name, String id) {
    if (!name.isEmpty() && !ids.contains(name)) {
      templateFault(use, true, "takes no name, but is called '" + name + "' here: its template does not print ${anchor}");
      return false;
    }
    for (String each : ids) {
      boolean given = each.equals(id) && !name.isEmpty() && ids.indexOf(each) == ids.lastIndexOf(each);
      if (!given && !draft.anchors().claim(each)) {
        templateFault(use, true, "prints the id '" + each + "', which stands on this page already; ${id} is another each time");
        return false;
      }
    }
    return true;
  }

  /// Writes what stands before the body, or behind it.
  private void write(Result output, boolean before) {
    if (output.plain().isEmpty()) {
      write(part(output.page(), before), output.place());
      return;
    }
    int mark = out.mark();
    write(part(output.page(), before), output.place());
    List<Piece> page = out.cut(mark);
    write(part(output.plain().get(), before), output.place());
    List<Piece> plain = out.cut(mark);
    out.hole(new Piece.Printed(page, plain));
  }

  private static List<ShortcodeMarkup.Stretch> part(List<ShortcodeMarkup.Stretch> stretches, boolean before) {
    for (int i = 0; i < stretches.size(); i++) {
      if (stretches.get(i) instanceof ShortcodeMarkup.Mark(ShortcodeMarkup.Sort sort, _) && sort == ShortcodeMarkup.Sort.BODY) {
        return before ? stretches.subList(0, i) : stretches.subList(i + 1, stretches.size());
      }
    }
    return before ? stretches : List.of();
  }

  private void write(List<ShortcodeMarkup.Stretch> stretches, Place place) {
    for (ShortcodeMarkup.Stretch stretch : stretches) {
      switch (stretch) {
        case ShortcodeMarkup.Finished(String html) -> out.html(html);
        case ShortcodeMarkup.Rooted(String address) -> out.hole(new Piece.Target(draft.add(address, Link.Role.RAW, place)));
        case ShortcodeMarkup.Mark(ShortcodeMarkup.Sort sort, int index) -> {
          switch (sort) {
            case ADDRESS -> out.hole(new Piece.Target(index));
            case TITLE -> out.hole(new Piece.LinkTitle(index));
            case WORDS -> words.get(index).forEach(out::hole);
            case BODY -> {}
          }
        }
      }
    }
  }

  private void fault(Use use, String message, String hint) {
    draft.problem(draft.source().error(Code.SHORTCODE, use.start(), use.end(), message, hint));
  }
}
