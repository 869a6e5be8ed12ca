package dev.assay.build;

import dev.assay.claim.ClaimName;
import dev.assay.edit.Change;
import dev.assay.edit.ClaimNames;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.ClaimDraft;
import dev.assay.note.Heading;
import dev.assay.note.Link;
import dev.assay.note.PlainText;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Names the claims of one note in its text. Every name is tried: the text is read again, and unless it says what it
/// said before, with one more name, it stays as it was.
final class ClaimNaming {
  private final NoteParser parser;
  private final SourceId id;
  private final Set<String> taken;
  private final Set<String> linked;
  private final List<Problem> problems = new ArrayList<>();

  /// A claim that got a name.
  ///
  /// @param line where it stands, counted in the text before the change
  record Named(ClaimDraft claim, int line, String name) {}

  /// @param text  the whole text, with the names in it
  /// @param names in the order of the text
  record Result(String text, List<Named> names, List<Problem> problems) {}

  private record Choice(int claim, String name, List<Change> places) {}

  /// @param taken  names of claims in the notes that share this one's slug; those that are given are added
  /// @param linked anchors in this note that some link of the site leads to: they stay
  ClaimNaming(NoteParser parser, SourceId id, Set<String> taken, Set<String> linked) {
    this.parser = parser;
    this.id = id;
    this.taken = taken;
    this.linked = linked;
  }

  /// True when a claim needs a name: one that restates another has that one's.
  static boolean isUnnamed(ClaimDraft claim) {
    return claim.name().isEmpty() && claim.values("same").isEmpty();
  }

  Result name(SourceText text) {
    MarkdownResult before = parser.text(id, text);
    List<Choice> choices = choices(text, before);
    List<Change> likeliest = choices.stream().map(choice -> choice.places.getFirst()).toList();
    String together = Change.apply(text.text(), likeliest);
    if (isSame(before, parser.text(id, new SourceText(text.file(), together)), names(choices))) {
      return result(together, choices, before);
    }
    return oneByOne(text, before, choices);
  }

  private List<Choice> choices(SourceText text, MarkdownResult before) {
    List<Choice> choices = new ArrayList<>();
    Set<String> anchors = new HashSet<>(before.anchors());
    for (int i = 0; i < before.claims().size(); i++) {
      ClaimDraft claim = before.claims().get(i);
      if (isUnnamed(claim) && claim.place().file().equals(text.file())) {
        String words = PlainText.of(claim.pieces(), _ -> "", _ -> "");
        boolean keep = linked.contains(claim.anchor()) && ClaimName.fault(claim.anchor()).isEmpty();
        String name = keep ? claim.anchor() : ClaimNames.of(claim, words, word -> !anchors.contains(word) && !taken.contains(word));
        anchors.add(name);
        taken.add(name);
        choices.add(new Choice(i, name, ClaimNames.places(text.text(), claim.form(), before.claimEnds().get(i), name)));
      }
    }
    return choices;
  }

  private Result oneByOne(SourceText text, MarkdownResult before, List<Choice> choices) {
    List<Choice> accepted = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    for (Choice choice : choices) {
      boolean found = false;
      for (Change place : choice.places) {
        List<Change> more = new ArrayList<>(changes);
        more.add(place);
        List<Choice> with = new ArrayList<>(accepted);
        with.add(choice);
        MarkdownResult after = parser.text(id, new SourceText(text.file(), Change.apply(text.text(), more)));
        if (!found && isSame(before, after, names(with))) {
          changes = more;
          accepted = with;
          found = true;
        }
      }
      if (!found) {
        problems.add(notNamed(before.claims().get(choice.claim), choice.name));
      }
    }
    return result(Change.apply(text.text(), changes), accepted, before);
  }

  private static Problem notNamed(ClaimDraft claim, String name) {
    return new Problem(
        Severity.WARNING, Code.EDIT, claim.place(), "this claim cannot be named without changing more of the text", claim.excerpt(),
        "name it by hand, as in {#" + name + "}");
  }

  private Result result(String text, List<Choice> choices, MarkdownResult before) {
    List<Named> names = new ArrayList<>();
    for (Choice choice : choices) {
      ClaimDraft claim = before.claims().get(choice.claim);
      names.add(new Named(claim, claim.place().line(), choice.name));
    }
    return new Result(text, names, problems);
  }

  private static Map<Integer, String> names(List<Choice> choices) {
    Map<Integer, String> names = new TreeMap<>();
    choices.forEach(choice -> names.put(choice.claim, choice.name));
    return names;
  }

  private static boolean isSame(MarkdownResult before, MarkdownResult after, Map<Integer, String> names) {
    boolean same =
        before.claims().size() == after.claims().size()
            && before.words() == after.words()
            && before.problems().size() == after.problems().size()
            && before.textTitle().equals(after.textTitle())
            && before.headings().stream().map(Heading::id).toList().equals(after.headings().stream().map(Heading::id).toList())
            && before.links().stream().map(Link::target).toList().equals(after.links().stream().map(Link::target).toList())
            && before.directives().size() == after.directives().size()
            && before.roles().equals(after.roles());
    for (int i = 0; same && i < before.claims().size(); i++) {
      same = isSame(before.claims().get(i), after.claims().get(i), names.getOrDefault(i, ""));
    }
    return same;
  }

  private static boolean isSame(ClaimDraft before, ClaimDraft after, String name) {
    return before.kind() == after.kind()
        && before.form() == after.form()
        && before.written().equals(after.written())
        && before.pieces().equals(after.pieces())
        && before.section().equals(after.section())
        && options(before).equals(options(after))
        && (name.isEmpty() ? after.name().equals(before.name()) : after.name().filter(name::equals).isPresent());
  }

  private static List<String> options(ClaimDraft claim) {
    return claim.options().stream().map(option -> option.key() + "=" + option.values()).toList();
  }
}
