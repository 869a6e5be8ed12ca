package dev.assay.claim;

import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.Optional;
import java.util.Set;

/// Says of names in options of claims that nothing has them, and what was probably meant.
final class UnknownNames {
  private static final int GUESSED = 3;

  private final Set<String> names;
  private final Guesses guesses = new Guesses();

  /// @param names all that claims have, `slug#name`; it may still grow
  UnknownNames(Set<String> names) {
    this.names = names;
  }

  /// A name in an option of a claim that nothing has which it could stand for.
  ///
  /// @param key    of the option
  /// @param itself whether it stands for the claim that it is written in
  record Name(Made made, String key, String written, boolean itself) {}

  /// What is wrong with one.
  Problem problem(Name name) {
    Made made = name.made();
    Reference reference = Reference.read(name.written(), made.in().slug());
    boolean itself = name.itself() || (made.draft().name().isPresent() && reference.globalName().equals(made.ownId()));
    Place place = made.place(name.key(), name.written());
    String excerpt = place.line() == made.draft().place().line() ? made.draft().excerpt() : "";
    String message =
        itself
            ? "'" + name.key() + "' names the claim itself, '" + name.written() + "'"
            : (reference.figure() ? "no claim or figure is named '" : "no claim is named '") + name.written() + "'";
    String hint = itself ? "name another claim, or leave '" + name.key() + "' out" : hint(reference, made);
    return new Problem(Severity.ERROR, Code.UNKNOWN_CLAIM, place, message, excerpt, hint);
  }

  private String hint(Reference reference, Made made) {
    String note = made.in().slug() + "#";
    // A name of a letter or two is close to every other of its note, and means only the one that is written with other capitals.
    boolean brief = reference.name().codePointCount(0, reference.name().length()) < GUESSED;
    Optional<String> near =
        guesses.to(reference.globalName(), names)
            .filter(name -> !name.equals(made.ownId())) // which a claim cannot speak of
            .filter(name -> !brief || !Reference.read(name, "").isOfNote(reference) || name.equalsIgnoreCase(reference.globalName()));
    return near.map(name -> "did you mean '" + (name.startsWith(note) ? name.substring(note.length() - 1) : name) + "'?")
        .orElse(
            reference.figure()
                ? "a figure is named scenario.figure, by a scenario of this note or of data/scenarios.yaml"
                : "name the claim where it is made, {#" + reference.name() + "}; only named claims can be spoken of");
  }
}
