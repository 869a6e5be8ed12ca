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
/// @param text    its content and the line of its place
/// @param links   indexes of the note's links that stand inside it
/// @param names   whom its words name as their source
/// @param section the id of the heading it stands under; empty before the first heading
/// @param place   its tag, or the beginning of its text
public record ClaimDraft(
    Kind kind,
    Form form,
    Optional<String> name,
    String anchor,
    List<Option> options,
    String written,
    Text text,
    List<Integer> links,
    Names names,
    String section,
    Place place) {
  public ClaimDraft {
    options = List.copyOf(options);
    written = written.intern(); // a handful of tags for all claims of a site
    links = List.copyOf(links);
  }

  /// A claim whose text is in memory.
  public ClaimDraft(
      Kind kind, Form form, Optional<String> name, String anchor, List<Option> options, String written, List<Piece> pieces, List<Integer> links,
      Names names, String section, Place place, String excerpt) {
    this(kind, form, name, anchor, options, written, new Held(pieces, excerpt), links, names, section, place);
  }

  /// What a claim says. It may lie in the cache until someone reads it: all that the claims of a large site say is not in
  /// memory together.
  public interface Text {
    /// Its content without the tag and the options, as inline or block markup with holes.
    List<Piece> pieces();

    /// The line of the file on which its place is.
    String excerpt();
  }

  /// A text that is in memory.
  public record Held(List<Piece> pieces, String excerpt) implements Text {
    public static final Held NONE = new Held(List.of(), "");

    public Held {
      pieces = List.copyOf(pieces);
    }
  }

  /// Its content without the tag and the options, as inline or block markup with holes.
  public List<Piece> pieces() {
    return text.pieces();
  }

  /// The line of its place.
  public String excerpt() {
    return text.excerpt();
  }

  /// The same claim with its text somewhere else.
  public ClaimDraft with(Text other) {
    return new ClaimDraft(kind, form, name, anchor, options, written, other, links, names, section, place);
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
