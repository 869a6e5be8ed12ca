package dev.assay.note;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// The head of a note, typed. A list that was not given is empty.
///
/// @param id         the feed id, verbatim
/// @param title      plain text
/// @param date       when it was first published, with the author's offset
/// @param updated    when its content last changed
/// @param follows    earlier notes that this one follows up: slugs or file names
/// @param hubs       hubs it belongs to: slugs
/// @param pinned     for a hub: the notes that come first, in reading order
/// @param gathers    for a hub: the rules by which it gathers notes that do not name it
/// @param thesis     for a hub: what it holds, in one sentence
/// @param question   for a hub: what it does not know yet, in one sentence
/// @param entities   the companies, products and institutions it speaks of
/// @param scenarios  the mapping under `scenarios`, read by the cost model's reader
/// @param history    what became of claims, read by the claims room
/// @param params     free for templates
/// @param math       whether dollar signs may enclose formulas; the site decides when absent
/// @param typography whether straight quotes become those of the language; the site decides when absent
/// @param toc        whether the page has a table of contents; the theme decides when absent
public record FrontMatter(
    Optional<Located<String>> title,
    Optional<OffsetDateTime> date,
    Optional<OffsetDateTime> updated,
    Optional<Located<String>> slug,
    Optional<Located<String>> id,
    Optional<String> description,
    List<String> tags,
    List<String> categories,
    List<Located<String>> hubs,
    List<Located<String>> pinned,
    List<Gathering> gathers,
    Optional<String> thesis,
    Optional<String> question,
    Optional<String> series,
    List<String> authors,
    List<Located<String>> follows,
    List<Located<String>> entities,
    Optional<Image> image,
    List<Located<String>> aliases,
    boolean draft,
    Optional<OffsetDateTime> publish,
    Optional<OffsetDateTime> expires,
    Optional<Language> lang,
    Optional<String> disclaimer,
    Optional<Integer> weight,
    Optional<Located<String>> url,
    Optional<Boolean> math,
    Optional<Boolean> typography,
    Optional<Boolean> toc,
    Optional<Value.Mapping> scenarios,
    Optional<Value.Sequence> history,
    Optional<Value.Sequence> checkpoints,
    Optional<Value.Sequence> corrections,
    Optional<Value.Mapping> params) {
  public FrontMatter {
    tags = once(tags);
    categories = once(categories);
    hubs = List.copyOf(hubs);
    pinned = List.copyOf(pinned);
    gathers = List.copyOf(gathers);
    authors = once(authors);
    follows = List.copyOf(follows);
    entities = List.copyOf(entities);
    aliases = List.copyOf(aliases);
  }

  /// Names that many notes share are kept once for all of them.
  private static List<String> once(List<String> names) {
    return names.stream().map(String::intern).toList();
  }

  /// The picture that stands for a note.
  ///
  /// @param src a file beside the note or an absolute address
  /// @param alt what it shows, in words; empty when it only decorates
  public record Image(Located<String> src, String alt) {}

  /// The head of a file that has none.
  public static final FrontMatter EMPTY =
      new FrontMatter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(),
          Optional.empty(), List.of(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty());
}
