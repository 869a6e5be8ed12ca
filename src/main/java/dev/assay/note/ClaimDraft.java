package dev.assay.note;

import dev.assay.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A claim as it stands in a note, before the ledger joins it with the others.
///
/// @param kind    its kind, from the word it was tagged with
/// @param form    which of the three forms it was written in
/// @param name    its name without `#`, when the writer gave it one
/// @param anchor  its anchor on the page, unique there: the name, or one made from section and text
/// @param options the other options in the order they were written
/// @param written the tag as safe markup, as the author wrote it (`<strong>[Fact]</strong>`); empty when the heading
///                above carries it
/// @param pieces  its content without the tag and the options, as inline or block markup with holes
/// @param links   indexes of the note's links that stand inside it
/// @param names   whom its words name as their source
/// @param section the id of the heading it stands under; empty before the first heading
/// @param place   its tag, or the beginning of its text
/// @param excerpt the line of its place
public record ClaimDraft(
    Kind kind,
    Form form,
    Optional<String> name,
    String anchor,
    List<Option> options,
    String written,
    List<Piece> pieces,
    List<Integer> links,
    Names names,
    String section,
    Place place,
    String excerpt) {
  public ClaimDraft {
    options = List.copyOf(options);
    pieces = List.copyOf(pieces);
    links = List.copyOf(links);
  }

  /// How it was written.
  public enum Form {
    TAG,
    HEADING,
    DIRECTIVE
  }

  /// Whom the words of a claim name as their source: read when the note is, since every build asks for it.
  ///
  /// @param inside those in its sentences: "Per Reuters, …", each once
  /// @param behind those behind "says" and "Source:", which writers often link
  public record Names(List<String> inside, List<String> behind) {
    public static final Names NONE = new Names(List.of(), List.of());

    public Names {
      inside = List.copyOf(inside);
      behind = List.copyOf(behind);
    }
  }

  /// One option: `because=#a,#b`.
  ///
  /// @param key    the option's name, known to the grammar
  /// @param values its values, split at commas where the option takes a list; at least one
  /// @param place  where the option is written
  public record Option(String key, List<String> values, Place place) {
    public Option {
      values = List.copyOf(values);
    }
  }

  /// All values of one option, in order; empty when it is not given.
  public List<String> values(String key) {
    List<String> values = new ArrayList<>();
    for (Option option : options) {
      if (option.key().equals(key)) {
        values.addAll(option.values());
      }
    }
    return values;
  }
}
