package dev.assay.claim.cite;

import java.util.List;

/// The citations of one note in a style.
///
/// @param citations  the markup of each citation, in the order of the note
/// @param plain      the same as text
/// @param references the sources it cites, in the style's order
/// @param notes      for a style of notes, the note of each citation as markup; else empty
public record Formatted(List<String> citations, List<String> plain, List<Reference> references, List<String> notes) {
  /// A note that cites nothing.
  public static final Formatted NONE = new Formatted(List.of(), List.of(), List.of(), List.of());

  public Formatted {
    citations = List.copyOf(citations);
    plain = List.copyOf(plain);
    references = List.copyOf(references);
    notes = List.copyOf(notes);
  }

  /// One line of the list of references.
  ///
  /// @param html the formatted entry, phrasing content
  /// @param from the citations that cite it, by index
  public record Reference(SourceEntry entry, String html, List<Integer> from) {
    public Reference {
      from = List.copyOf(from);
    }
  }

  /// How citations and references refer to each other on a page.
  public interface Anchors {
    /// The anchor of a reference.
    String reference(String key);

    /// The anchor of a citation, by its index in the note.
    String citation(int index);
  }
}
