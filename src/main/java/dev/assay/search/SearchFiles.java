package dev.assay.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files that a browser reads beside the shards of terms.
///
/// - the list: `[version, notes, leaves, languages, names of shards, their sizes, stamp]`, the names in one text with spaces between, the sizes as
///   one character each: `]` and as many characters behind it as the shard has units of 512 bytes; the stamp names this index, so that a browser never takes a file that it kept of another
/// - the notes, as bytes: how many have no day (they come first); of each other the days
///   since the one before, the first since 1970; the index of each language in 0, 1, 2, 4 or 8 bits, as few as tell them
///   apart; the notes of more than one
///   leaf as pairs of a step and a number of further leaves, with their count before
/// - the facets, as bytes: how many; of each 0 for a hub and 1 for an entity, its language's index, the name, and
///   the list ([Postings]) of notes
/// - the text of a leaf: `[title, address, language, date in words, hubs, sections]`, a section
///   `[anchor, heading, passages]`, a passage a text, or for a claim `[kind, anchor, text, status]`, the kinds numbered by
///   falling strength
public final class SearchFiles {
  /// Changes with the form of any of these files or of the shards.
  private static final int VERSION = 1;

  private static final int UNIT = 512;

  private SearchFiles() {}

  /// A note as it is counted and filtered.
  ///
  /// @param day      when it was published; those without a day come first, the others oldest first
  /// @param language an index of the list's languages
  /// @param leaves   at least 1
  public record Row(Optional<LocalDate> day, int language, int leaves) {}

  /// A hub or an entity, by which notes are filtered.
  ///
  /// @param language an index of the list's languages
  /// @param notes    rising numbers of notes
  @SuppressWarnings("ArrayRecordComponent") // a long list of numbers
  public record Facet(boolean hub, int language, String name, int[] notes) {}

  /// A note as a result shows it.
  ///
  /// @param date     when it was published, in words; empty when it has no date
  /// @param statuses what became of each of its claims: empty while it stands
  public record Shown(String title, String address, String language, String date, List<String> hubs, List<String> statuses) {
    public Shown {
      hubs = List.copyOf(hubs);
      statuses = List.copyOf(statuses);
    }
  }

  /// The list of the shards, the first thing that is read.
  public static byte[] list(int notes, int leaves, List<String> languages, List<TermShards.Shard> shards, String stamp) {
    StringBuilder sizes = new StringBuilder();
    // From here on no character has to be escaped, and up to 16 kB each takes one byte.
    shards.forEach(shard -> sizes.append((char) (']' + Math.min(1_000, (shard.size() + UNIT - 1) / UNIT))));
    String names = String.join(" ", shards.stream().map(TermShards.Shard::name).toList());
    return Json.of(List.of(VERSION, notes, leaves, languages, names, sizes.toString(), stamp));
  }

  /// All notes.
  ///
  /// @param languages how many there are
  public static byte[] notes(List<Row> rows, int languages) {
    Bytes out = new Bytes(rows.size() * 2 + 16);
    out.number(rows.stream().filter(row -> row.day().isEmpty()).count());
    long last = 0;
    for (Row row : rows) {
      if (row.day().isPresent()) {
        // Before 1970 is as good as 1970: only the order of notes must not suffer.
        long day = Math.max(last, row.day().get().toEpochDay());
        out.number(day - last);
        last = day;
      }
    }
    languages(rows, languages, out);
    long longer = rows.stream().filter(row -> row.leaves() > 1).count();
    out.number(longer);
    int before = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).leaves() > 1) {
        out.number(i - before).number(rows.get(i).leaves() - 1);
        before = i;
      }
    }
    return out.toArray();
  }

  private static void languages(List<Row> rows, int languages, Bytes out) {
    int bits = bits(languages);
    for (int i = 0; bits > 0 && i < rows.size(); i += 8 / bits) {
      int octet = 0;
      for (int j = 0; j < 8 / bits && i + j < rows.size(); j++) {
        octet |= rows.get(i + j).language() << (j * bits);
      }
      out.octet(octet);
    }
  }

  private static int bits(int languages) {
    int bits = languages > 1 ? 1 : 0;
    while (bits > 0 && bits < 8 && 1 << bits < languages) {
      bits *= 2;
    }
    return bits;
  }

  /// Hubs and entities.
  public static byte[] facets(List<Facet> facets) {
    Bytes out = new Bytes(1 << 12);
    out.number(facets.size());
    for (Facet facet : facets) {
      out.octet(facet.hub() ? 0 : 1).number(facet.language()).text(facet.name());
      Postings.write(facet.notes(), out);
    }
    return out.toArray();
  }

  /// The text of one leaf of a note.
  public static byte[] text(Shown shown, Document document, int leaf) {
    List<Object> sections = new ArrayList<>();
    for (Section section : Leaves.of(document.sections()).get(leaf)) {
      List<Object> passages = section.passages().stream().map(passage -> passage(passage, shown)).toList();
      sections.add(List.of(section.anchor(), section.heading(), passages));
    }
    return Json.of(List.of(shown.title(), shown.address(), shown.language(), shown.date(), shown.hubs(), sections));
  }

  private static Object passage(Passage passage, Shown shown) {
    return passage.claim().isEmpty()
        ? passage.text()
        : claim(passage.claim().get(), passage.text(), shown);
  }

  private static List<Object> claim(Passage.OfClaim claim, String text, Shown shown) {
    String status = claim.index() < shown.statuses().size() ? shown.statuses().get(claim.index()) : "";
    return List.of(claim.number(), claim.anchor(), text, status);
  }
}
