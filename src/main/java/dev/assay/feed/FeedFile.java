package dev.assay.feed;

import dev.assay.catalog.FeedFormat;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/// A written feed that a reader can take: below 5 MB, whatever its notes hold.
public final class FeedFile {
  /// Above this many bytes a feed is a burden to its readers.
  public static final int LARGE = 1_000_000;

  /// At this many bytes readers begin to refuse it.
  public static final int LIMIT = 5_000_000;

  /// A file below this size is below the limit in every other format too: what takes one byte in one of them takes at
  /// most ten in another (`&` in a summary).
  static final int FITS_IN_ALL = LIMIT / 10;

  private static final String SETTINGS = "content/site.yaml";
  private static final String HINT = "set 'feeds: {limit: …}' lower, or 'feeds: {content: summary}'";

  private final byte[] bytes;
  private final int items;
  private final List<Problem> problems;

  private FeedFile(byte[] bytes, int items, List<Problem> problems) {
    this.bytes = bytes;
    this.items = items;
    this.problems = List.copyOf(problems);
  }

  /// Writes a feed. One that would reach the limit in any format loses in all of them alike: its oldest items until it
  /// fits, and an item that is too large alone its text. A feed with archives loses no items, since they would be
  /// nowhere else: the longest of them lose their text.
  ///
  /// @param name       how its writer knows it, for problems: `/feed.xml`
  /// @param stylesheet as in [FeedWriter#of]
  public static FeedFile of(String name, Feed feed, FeedFormat format, String stylesheet) {
    FeedWriter writer = FeedWriter.of(format, stylesheet);
    byte[] bytes = writer.write(feed);
    if (bytes.length >= FITS_IN_ALL && !fits(feed)) {
      return cut(name, feed, bytes.length, writer);
    }
    List<Problem> problems =
        bytes.length <= LARGE ? List.of() : List.of(warning("the feed '" + name + "' is " + size(bytes.length)));
    return new FeedFile(bytes, feed.items().size(), problems);
  }

  private static FeedFile cut(String name, Feed feed, int length, FeedWriter writer) {
    String start = "the feed '" + name + "' would be " + size(length) + ", so ";
    int all = feed.items().size();
    if (feed.archive().equals(Feed.Archive.NONE)) {
      int fits = most(all, feed::newest);
      Feed fitting = fits > 0 ? feed.newest(fits) : feed.withItems(List.of(feed.items().getFirst().withoutContent()));
      String lost = fits > 0 ? "it has only its newest " + fits + " of " + all + " items" : "it has only its newest item, without its text";
      return new FeedFile(writer.write(fitting), fitting.items().size(), List.of(warning(start + lost)));
    }
    int whole = most(all, count -> withTexts(feed, count));
    String lost = (all - whole) + " of its " + all + " items are without their text";
    return new FeedFile(writer.write(withTexts(feed, whole)), all, List.of(warning(start + lost)));
  }

  /// The same feed with the texts of its shortest items only.
  private static Feed withTexts(Feed feed, int count) {
    List<FeedItem> shortest =
        feed.items().stream().sorted(Comparator.comparingInt(item -> item.content().length())).limit(count).toList();
    Set<String> whole = new HashSet<>(shortest.stream().map(FeedItem::id).toList());
    return feed.withItems(feed.items().stream().map(item -> whole.contains(item.id()) ? item : item.withoutContent()).toList());
  }

  /// The largest count below `tooMany` with which a feed fits; 0 when none does.
  private static int most(int tooMany, IntFunction<Feed> with) {
    int fits = 0;
    int above = tooMany;
    while (above - fits > 1) {
      int middle = (fits + above) / 2;
      if (fits(with.apply(middle))) {
        fits = middle;
      } else {
        above = middle;
      }
    }
    return fits;
  }

  private static boolean fits(Feed feed) {
    for (FeedFormat format : FeedFormat.values()) {
      // The address of a style sheet is never as long as this.
      if (FeedWriter.of(format, "").write(feed).length >= LIMIT - 2_000) {
        return false;
      }
    }
    return true;
  }

  /// The whole file. Not a copy: it is handed on to be written, never changed.
  public byte[] bytes() {
    return bytes;
  }

  /// How many items it holds.
  public int items() {
    return items;
  }

  /// A warning when it is large or had to be cut.
  public List<Problem> problems() {
    return problems;
  }

  private static Problem warning(String message) {
    return Problem.ofFile(Severity.WARNING, Code.FEED_TOO_LARGE, SETTINGS, message, HINT);
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
