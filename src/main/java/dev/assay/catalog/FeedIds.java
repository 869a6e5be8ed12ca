package dev.assay.catalog;

import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.note.SourceId;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;

/// The ids that feeds give to what carries none, and to themselves.
///
/// Readers show an entry again when its id changes, so an id depends on as little as can be: no title, no address, no
/// setting, no template, no machine.
public final class FeedIds {
  private FeedIds() {}

  /// The id of a note, from the path of its file. Only a rename of the file changes it, and `assay fix --ids` guards
  /// against that. The site's host is no part of it: a site that moves to another address must not send every note to
  /// its readers again.
  public static String of(SourceId source) {
    return uuid("note", source.value());
  }

  /// The id of a named claim. The same claim in two languages is two entries with two texts.
  ///
  /// @param lastingName the id of the note that makes it, `#` and its name there
  public static String ofClaim(String lastingName, Language language) {
    return uuid("claim in " + language.tag(), lastingName);
  }

  /// The id of something that changed: each change of a status and each correction is an item of its own, since readers
  /// never show a changed item again.
  ///
  /// @param change what changed, how and when, under the stored id of its note
  public static String ofChange(String change, Language language) {
    return uuid("change in " + language.tag(), change);
  }

  /// The id of something to look at. It is another item once its day has passed.
  ///
  /// @param lastingName the id of its note, `#` and its name there
  public static String ofPoint(String lastingName, boolean overdue, Language language) {
    return uuid((overdue ? "overdue in " : "due in ") + language.tag(), lastingName);
  }

  /// An id that a note brings along, as every format can carry it: without the characters that XML forbids, and without
  /// white space at its ends, which readers of XML drop and those of JSON keep. Empty when nothing is left of it.
  public static String written(String id) {
    StringBuilder kept = new StringBuilder(id.length());
    id.codePoints().filter(FeedIds::isXml).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  /// An id as Atom can carry it, which takes no other than an address (RFC 4287, §4.2.6). Another is made of one that is none,
  /// always the same.
  public static String iri(String id) {
    return isIri(id) ? id : uuid("id", id);
  }

  /// True for an absolute address with whatever letters: `https://…`, `tag:…`, `urn:…`.
  static boolean isIri(String id) {
    try {
      return new URI(id).isAbsolute() && id.codePoints().noneMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private static boolean isXml(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return (c >= ' ' && !half && c != 0xFFFE && c != 0xFFFF) || c == '\n' || c == '\t';
  }

  /// The id of a feed, from the site's own host and the path of the list that it follows. Feeds of different sites have
  /// the same paths, and a program that gathers feeds must be able to tell them apart; a reader knows a feed by its
  /// address, so a move of the site costs nothing here.
  ///
  /// @param list the address of the list, or what names it for longer
  public static String ofFeed(Site site, String list) {
    String host = site.baseUrl().isEmpty() ? "" : URI.create(site.baseUrl()).getHost();
    return uuid("feed of " + (host == null ? "" : host.toLowerCase(Locale.ROOT)), list);
  }

  private static String uuid(String what, String name) {
    Digest digest = Digest.lasting("assay " + what + "\n" + name);
    // RFC 9562, version 8: a name-based UUID with a hash of our choice.
    long high = (digest.high() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (digest.low() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return "urn:uuid:" + new UUID(high, low);
  }
}
