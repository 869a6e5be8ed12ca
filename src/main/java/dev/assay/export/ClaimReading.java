package dev.assay.export;

import dev.assay.note.ClaimDraft;
import dev.assay.note.Kind;
import dev.assay.problem.Place;
import java.util.List;
import java.util.Optional;

/// How one claim of a note was read: what `assay check --explain` tells.
///
/// @param place     its tag, or the beginning of its text
/// @param form      which of the three forms it has
/// @param written   what the writer wrote as its tag, plain text; empty under a heading and for a directive
/// @param id        its global name; empty for a claim without a name
/// @param text      what it says, without markup
/// @param sources   what it rests on outside the site, best rank first
/// @param because   the premises it needs
/// @param supports  what helps it
/// @param above     the global names or addresses of the claims that rest on it, the first ones
/// @param aboveAll  how many rest on it
/// @param due       when it will be known, as written; empty when not given
/// @param probability as it is read: `70%`; empty when not given
/// @param status    `open`, or what has become of it
/// @param alsoAt    other places that make the same claim
public record ClaimReading(
    Place place,
    Kind kind,
    ClaimDraft.Form form,
    String written,
    String id,
    String text,
    List<Ranked> sources,
    List<Reason> because,
    List<Reason> supports,
    List<String> above,
    int aboveAll,
    String due,
    String probability,
    List<String> entities,
    String status,
    List<Place> alsoAt) {
  public ClaimReading {
    sources = List.copyOf(sources);
    because = List.copyOf(because);
    supports = List.copyOf(supports);
    above = List.copyOf(above);
    entities = List.copyOf(entities);
    alsoAt = List.copyOf(alsoAt);
  }

  /// A source with its rank.
  ///
  /// @param rank `entry` of the bibliography, `link`, `attribution`, which nobody can follow, or `missing` from the
  ///             bibliography
  public record Ranked(String text, String rank) {}

  /// A reason.
  ///
  /// @param kind  of the claim; empty for a figure
  /// @param place where it stands; empty for a figure
  /// @param known whether something is called so; else the name is as it was written
  public record Reason(String name, Optional<Kind> kind, Optional<Place> place, boolean known) {
    /// A name that nothing has.
    public static Reason unknown(String written) {
      return new Reason(written, Optional.empty(), Optional.empty(), false);
    }
  }
}
