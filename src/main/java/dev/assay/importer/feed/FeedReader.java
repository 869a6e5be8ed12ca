package dev.assay.importer.feed;

import dev.assay.importer.Remark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a feed of any kind. The door of this package.
///
/// ```
/// switch (FeedReader.read(bytes, "feed.xml")) {
///   case FeedReader.Result.Read(ImportedFeed feed) -> …
///   case FeedReader.Result.Refused(String why, String hint) -> …
/// }
/// ```
///
/// Linear in the size of the file, without recursion over what is in it, and without any look beyond it.
public final class FeedReader {
  /// Where XML may begin behind what servers and editors leave before it.
  private static final Pattern BEGIN = Pattern.compile("<(?:\\?xml|!DOCTYPE|!--|(?:[A-Za-z]{1,12}:)?(?:rss|feed|RDF|rdf|html|channel|opml))[\\s>\\[]", Pattern.CASE_INSENSITIVE);
  private static final int MOST_JUNK = 65_536;

  private FeedReader() {}

  /// What came of it.
  public sealed interface Result {
    /// @param feed what was read, perhaps not all; its remarks say so
    record Read(ImportedFeed feed) implements Result {}

    /// Nothing could be read.
    ///
    /// @param why  one sentence without a full stop
    /// @param hint what to do, or empty
    record Refused(String why, String hint) implements Result {}
  }

  /// Reads the bytes of a feed.
  ///
  /// @param file the file as the writer named it, for messages
  public static Result read(byte[] bytes, String file) {
    FeedBytes.Text decoded = FeedBytes.decode(bytes);
    List<Remark> remarks = new ArrayList<>(decoded.remarks());
    try {
      ImportedFeed feed = read(decoded.text(), file, remarks);
      remarks.addAll(feed.remarks());
      return new Result.Read(
          new ImportedFeed(
              feed.format(), feed.title(), feed.link(), feed.self(), feed.description(), feed.language(), feed.authors(), feed.date(),
              feed.items(), remarks));
    } catch (RefusedException e) {
      return new Result.Refused(e.why(), e.hint());
    }
  }

  private static ImportedFeed read(String text, String file, List<Remark> remarks) throws RefusedException {
    int start = 0;
    while (start < text.length() && (text.charAt(start) <= ' ' || text.charAt(start) == '\uFEFF' || text.charAt(start) == '\u00A0')) {
      start++;
    }
    if (start == text.length()) {
      throw new RefusedException("'" + file + "' is empty", "name a feed: RSS, Atom or JSON Feed");
    }
    if (text.charAt(start) == '{') {
      return JsonFeed.read(text.substring(start), file);
    }
    Matcher begin = BEGIN.matcher(text).region(start, Math.min(text.length(), start + MOST_JUNK));
    if (!begin.find()) {
      throw new RefusedException("'" + file + "' is neither RSS nor Atom nor JSON Feed", "name a feed: RSS, Atom or JSON Feed");
    }
    if (begin.start() > start) {
      remarks.add(Remark.repaired((begin.start() - start) + " characters before the feed were passed over"));
    }
    return XmlFeed.read(text.substring(begin.start()), file);
  }

  /// The format that a word of `--format` stands for, as [ImportedFeed#format()] begins; empty for any other word.
  public static String formatName(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "rss" -> "RSS";
      case "atom" -> "Atom";
      case "json" -> "JSON Feed";
      default -> "";
    };
  }
}
