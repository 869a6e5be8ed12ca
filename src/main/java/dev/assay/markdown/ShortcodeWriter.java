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
  private final ShortcodeValues values;
  private int printed;

  ShortcodeWriter(Draft draft, Output out, Shortcodes shortcodes, Language language) {
    this.draft = draft;
    this.out = out;
    this.shortcodes = shortcodes;
    this.language = language;
    this.values = new ShortcodeValues(draft, out);
  }

  boolean named(String name) {
    return shortcodes.named(name).isPresent();
  }

  /// Where a shortcode is called.
  ///
  /// @param start where its name begins in the file
  record Use(Shortcode shortcode, int start, int end) {}

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
      output = values.read(use, said, Optional.of(inlines), marks).flatMap(read -> printed(use, read, said.id(), !blocks.isEmpty()));
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
      Optional<Result> output = values.read(use, said, Optional.empty(), List.of()).flatMap(read -> printed(use, read, "", false)).filter(each -> !linksInLink(use, each, insideLink));
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

  private Optional<Result> printed(Use use, Map<String, ShortcodeValue> given, String name, boolean body) {
    if (!name.isEmpty() && !draft.anchors().claim(name)) {
      draft.problem(
          draft.source().error(Code.CLAIM_NAME, use.start(), use.end(), "the name '" + name + "' is taken in this note", "choose another name; a name stands once on a page"));
      return Optional.empty();
    }
    Place place = draft.source().place(use.start(), use.end());
    String id = name.isEmpty() ? draft.anchors().untaken(use.shortcode().name()) : name;
    Optional<ShortcodeMarkup.Fine> page = print(use, given, body, name, id, true);
    if (page.isEmpty() || !ids(use, page.get().ids(), name, id)) {
      return Optional.empty();
    }
    if (!use.shortcode().feed()) {
      return Optional.of(new Result(place, page.get().stretches(), Optional.empty()));
    }
    return print(use, given, body, name, id, false).map(plain -> new Result(place, page.get().stretches(), Optional.of(plain.stretches())));
  }

  private Optional<ShortcodeMarkup.Fine> print(Use use, Map<String, ShortcodeValue> given, boolean body, String name, String id, boolean page) {
    Optional<String> mark = body ? Optional.of(ShortcodeMarkup.mark(ShortcodeMarkup.Sort.BODY, 0)) : Optional.empty();
    if (printed > MOST_PRINTED) {
      fault(use, "shortcodes print more than " + MOST_PRINTED + " characters in this note", "part it into several notes");
      return Optional.empty();
    }
    return switch (shortcodes.print(new ShortcodeCall(use.shortcode(), language, given, mark, name, id, page))) {
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
            case WORDS -> values.words(index).forEach(out::hole);
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
