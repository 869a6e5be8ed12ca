package dev.assay.note;

import dev.assay.problem.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A rule by which a hub gathers notes without being named by them. A note is gathered when it satisfies every part
/// that the rule has; of a part with several values, one is enough.
///
/// @param tags       it carries one of these tags
/// @param categories it is in one of these categories
/// @param series     it is a part of one of these series
/// @param entities   it, or one of its claims, speaks of one of these
/// @param authors    it is by one of these
/// @param sections   it lies in one of these folders; without any, posts of every section are meant
/// @param since      it is dated this day or later
/// @param until      it is dated this day or earlier
/// @param fields     its free parameters and the site's own fields have these values
/// @param claims     it makes a claim like this
/// @param place      where the rule is written
public record Gathering(
    List<Located<String>> tags,
    List<Located<String>> categories,
    List<Located<String>> series,
    List<Located<String>> entities,
    List<Located<String>> authors,
    List<Located<String>> sections,
    Optional<LocalDate> since,
    Optional<LocalDate> until,
    List<Field> fields,
    Optional<OfClaims> claims,
    Place place) {
  public Gathering {
    tags = List.copyOf(tags);
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    entities = List.copyOf(entities);
    authors = List.copyOf(authors);
    sections = List.copyOf(sections);
    fields = List.copyOf(fields);
  }

  /// A parameter and the values that are wanted.
  public record Field(String name, List<String> values) {
    public Field {
      values = List.copyOf(values);
    }
  }

  /// What one and the same claim of a note has to be like.
  ///
  /// @param kinds    it is of one of these kinds; any kind when empty
  /// @param statuses its status has one of these words, `open` for a claim to which nothing has happened; any when empty
  /// @param entities it speaks of one of these; of anything when empty
  public record OfClaims(List<Kind> kinds, List<String> statuses, List<Located<String>> entities) {
    public OfClaims {
      kinds = List.copyOf(kinds);
      statuses = List.copyOf(statuses);
      entities = List.copyOf(entities);
    }
  }

  /// Whether it asks for anything at all.
  public boolean isEmpty() {
    return tags.isEmpty() && categories.isEmpty() && series.isEmpty() && entities.isEmpty() && authors.isEmpty()
        && sections.isEmpty() && since.isEmpty() && until.isEmpty() && fields.isEmpty() && claims.isEmpty();
  }
}
