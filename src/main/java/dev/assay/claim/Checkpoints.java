package dev.assay.claim;

import dev.assay.note.CheckpointDraft;
import dev.assay.note.Language;
import dev.assay.note.Link;
import dev.assay.note.Piece;
import dev.assay.note.Value;
import dev.assay.problem.Code;
import dev.assay.problem.Guesses;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Gathers the checkpoints of all notes: rows of tables, entries of heads, items of `{checkpoints}` directives.
final class Checkpoints {
  private static final Set<String> KEYS = Set.of("checkpoint", "strong", "weak", "due", "claims", "name");

  private final Set<String> names;
  private final UnaryOperator<String> canonical;
  private final List<Problem> problems;
  private final Guesses guesses = new Guesses();
  private final Map<String, String> slugs = new HashMap<>();
  private final Language siteLanguage;
  private final List<Written> all = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /// @param names        the global names of all claims
  /// @param canonical    from a name that restates a claim to the claim's own
  /// @param siteLanguage the language whose words name what the writer gave no name
  Checkpoints(Set<String> names, UnaryOperator<String> canonical, Language siteLanguage, List<Problem> problems) {
    this.names = names;
    this.siteLanguage = siteLanguage;
    this.canonical = canonical;
    this.problems = problems;
  }

  /// One checkpoint, and whether the writer named it.
  private record Written(Checkpoint checkpoint, String slug, boolean named) {}

  /// What was read.
  ///
  /// @param checkpoints all of them, without history, in the order of the notes
  /// @param aliases     from the name that the words of a translation make to that of the checkpoint
  record Result(List<Checkpoint> checkpoints, Map<String, String> aliases) {}

  Result read(List<ClaimNote> notes) {
    for (ClaimNote note : notes) {
      String path = note.note().source().value();
      slugs.putIfAbsent(path.substring(path.lastIndexOf('/') + 1), note.slug());
    }
    for (ClaimNote note : notes) {
      note.note().checkpoints().forEach(draft -> row(draft, note));
      note.note().head().checkpoints().ifPresent(list -> items(list, note, new Checkpoint.Written(Checkpoint.Form.HEAD, OptionalInt.empty())));
      note.checkpoints().forEach((index, body) -> directive(index, body, note));
    }
    Map<String, String> aliases = aliases();
    return new Result(
        all.stream()
            .map(written -> Optional.ofNullable(aliases.get(written.checkpoint().id())).map(written.checkpoint()::called).orElse(written.checkpoint()))
            .toList(),
        aliases);
  }

  /// What has no name is called by its words, and these are others in each language. A note and its translation have the same
  /// checkpoints in the same order, so where both have as many the first is the first.
  private Map<String, String> aliases() {
    Map<List<Object>, Map<Language, List<Checkpoint>>> unnamed = new LinkedHashMap<>();
    for (Written written : all) {
      if (!written.named()) {
        unnamed.computeIfAbsent(List.of(written.slug(), written.checkpoint().written().form()), _ -> new LinkedHashMap<>())
            .computeIfAbsent(written.checkpoint().language(), _ -> new ArrayList<>())
            .add(written.checkpoint());
      }
    }
    Map<String, String> aliases = new LinkedHashMap<>();
    for (Map<Language, List<Checkpoint>> translations : unnamed.values()) {
      List<Checkpoint> original = translations.getOrDefault(siteLanguage, translations.values().iterator().next());
      for (List<Checkpoint> others : translations.values()) {
        for (int i = 0; i < others.size() && others.size() == original.size(); i++) {
          if (!others.get(i).id().equals(original.get(i).id())) {
            aliases.put(others.get(i).id(), original.get(i).id());
          }
        }
      }
    }
    return aliases;
  }

  private void row(CheckpointDraft draft, ClaimNote note) {
    Set<String> claims = new LinkedHashSet<>();
    for (String written : draft.claims()) {
      known(written, note).ifPresentOrElse(claims::add, () -> unknown(written, note, draft.place(), Severity.WARNING));
    }
    for (int link : draft.links()) {
      linked(note.note().links().get(link), note).ifPresent(claims::add);
    }
    add(
        note, draft.anchor(), new Checkpoint.Written(Checkpoint.Form.TABLE, OptionalInt.empty()), draft.text(), draft.strong(),
        draft.weak(), draft.due(), List.copyOf(claims), draft.name().isPresent());
  }

  private void add(
      ClaimNote note, String anchor, Checkpoint.Written written, List<Piece> text, List<Piece> strong, List<Piece> weak, String due,
      List<String> claims, boolean named) {
    Checkpoint checkpoint =
        new Checkpoint(
            note.slug() + "#" + anchor, note.note().source(), note.language(), anchor, note.url() + "#" + anchor, written, text, strong,
            weak, due.strip(), Due.find(due, note.asserted()), claims, note.asserted(), Status.STANDING, List.of());
    all.add(new Written(checkpoint, note.slug(), named));
  }

  private Optional<String> known(String written, ClaimNote note) {
    String name = Reference.read(written, note.slug()).globalName();
    return names.contains(name) ? Optional.of(canonical.apply(name)) : Optional.empty();
  }

  /// The claim behind a link: `#name`, `other.md#name`, `/post/other/#name`.
  private Optional<String> linked(Link link, ClaimNote note) {
    int hash = link.target().indexOf('#');
    if (link.role() != Link.Role.FOLLOW || hash < 0 || link.target().contains("://")) {
      return Optional.empty();
    }
    String path = link.target().substring(0, hash).replaceFirst("\\?.*", "").replaceFirst("/+$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    String slug = path.isEmpty() ? note.slug() : slugs.getOrDefault(last, last);
    return known(slug + link.target().substring(hash), note);
  }

  private void unknown(String written, ClaimNote note, Place place, Severity severity) {
    String name = Reference.read(written, note.slug()).globalName();
    String hint =
        guesses.to(name, names).map(near -> "did you mean '" + near + "'?").orElse("name the claim where it is made, {#name}; only named claims can be spoken of");
    problems.add(new Problem(severity, Code.UNKNOWN_CLAIM, place, "no claim is named '" + written + "'", "", hint));
  }

  private void directive(int index, Value.Mapping body, ClaimNote note) {
    Optional<Value> items = body.get("items");
    if (items.isEmpty()) {
      return;
    }
    if (items.get() instanceof Value.Sequence list) {
      items(list, note, new Checkpoint.Written(Checkpoint.Form.DIRECTIVE, OptionalInt.of(index)));
    } else {
      error(Code.WRONG_TYPE, items.get().place(), "'items' is a list of checkpoints", "write - {checkpoint: what to look at, due: 2026-Q4}");
    }
  }

  private void items(Value.Sequence list, ClaimNote note, Checkpoint.Written written) {
    for (Value item : list.items()) {
      switch (item) {
        case Value.Scalar scalar when !scalar.isNull() && !scalar.text().isBlank() ->
            item(Map.of("checkpoint", scalar), List.of(), note, written);
        case Value.Mapping mapping -> mapping(mapping, note, written);
        case Value.Scalar _, Value.Sequence _ ->
            error(Code.WRONG_TYPE, item.place(), "a checkpoint is a text, or keys and values", "write {checkpoint: what to look at, due: 2026-Q4}");
      }
    }
  }

  private void mapping(Value.Mapping mapping, ClaimNote note, Checkpoint.Written written) {
    Map<String, Value.Scalar> fields = new HashMap<>();
    List<Value.Scalar> claims = new ArrayList<>();
    for (Value.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.key())) {
        error(Code.UNKNOWN_KEY, entry.keyPlace(), "a checkpoint has no key '" + entry.key() + "'", Nearest.hint(entry.key(), KEYS));
        continue;
      }
      switch (entry.value()) {
        case Value.Scalar scalar when entry.key().equals("claims") -> claims.add(scalar);
        case Value.Scalar scalar -> fields.put(entry.key(), scalar);
        case Value.Sequence list when entry.key().equals("claims") ->
            list.items().stream().filter(Value.Scalar.class::isInstance).map(Value.Scalar.class::cast).forEach(claims::add);
        case Value.Sequence _, Value.Mapping _ -> error(Code.WRONG_TYPE, entry.value().place(), "'" + entry.key() + "' is a single value", "");
      }
    }
    if (text(fields, "checkpoint").isEmpty()) {
      error(Code.WRONG_TYPE, mapping.place(), "this checkpoint does not say what to look at", "add checkpoint: …");
    } else {
      item(fields, claims, note, written);
    }
  }

  private static String text(Map<String, Value.Scalar> fields, String key) {
    Value.Scalar scalar = fields.get(key);
    return scalar == null || scalar.isNull() ? "" : scalar.text().strip();
  }

  private void item(Map<String, Value.Scalar> fields, List<Value.Scalar> claims, ClaimNote note, Checkpoint.Written written) {
    Set<String> ids = new LinkedHashSet<>();
    for (Value.Scalar claim : claims) {
      for (String word : List.of(claim.text().strip().split("\\s*,\\s*", -1))) {
        known(word, note).ifPresentOrElse(ids::add, () -> unknown(word, note, claim.place(), Severity.ERROR));
      }
    }
    String due = text(fields, "due");
    if (!due.isEmpty() && Due.find(due, note.asserted()).isEmpty()) {
      Value.Scalar at = fields.get("due");
      if (at != null) {
        problems.add(
            new Problem(Severity.WARNING, Code.WRONG_TYPE, at.place(), "'" + due + "' holds no date, so this checkpoint has none", "", "write 2026-12-31, 2026-12, 2026-Q4, 2026-H2 or 2026"));
      }
    }
    add(note, anchor(fields, note), written, pieces(text(fields, "checkpoint")), pieces(text(fields, "strong")), pieces(text(fields, "weak")), due, List.copyOf(ids),
        !text(fields, "name").isEmpty());
  }

  /// The name that the writer chose, else one made of the words; what else is called so on the page keeps its name.
  private String anchor(Map<String, Value.Scalar> fields, ClaimNote note) {
    String name = text(fields, "name").replaceFirst("^#", "");
    Value.Scalar at = fields.get("name");
    Optional<String> fault = at == null ? Optional.empty() : ClaimName.fault(name);
    if (at != null && fault.isPresent()) {
      error(Code.CLAIM_NAME, at.place(), "the name '" + name + "' " + fault.get(), "use letters, digits, '-' and '_'");
    }
    String key = note.note().source() + "#";
    if (at != null && fault.isEmpty()) {
      if (note.note().anchors().contains(name) || !taken.add(key + name)) {
        error(Code.CLAIM_NAME, at.place(), "the name '" + name + "' is taken in this note", "choose another name; a name stands once in a note");
      }
      return name;
    }
    String wish = "checkpoint-" + slug(text(fields, "checkpoint"));
    String anchor = wish;
    for (int i = 1; note.note().anchors().contains(anchor) || !taken.add(key + anchor); i++) {
      anchor = wish + "-" + i;
    }
    return anchor;
  }

  private static String slug(String words) {
    String slug = words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-").replaceAll("^-|-$", "");
    return slug.substring(0, slug.offsetByCodePoints(0, Math.min(60, slug.codePointCount(0, slug.length()))));
  }

  private static List<Piece> pieces(String text) {
    return text.isEmpty() ? List.of() : List.of(new Piece.Html(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private void error(Code code, Place place, String message, String hint) {
    problems.add(new Problem(Severity.ERROR, code, place, message, "", hint));
  }
}
