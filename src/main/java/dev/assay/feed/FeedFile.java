package dev.assay.feed;

import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import java.util.List;
import java.util.Locale;

/// A written feed that a reader can take: below 5 MB, whatever its notes hold.
public final class FeedFile {
  /// Above this many bytes a feed is a burden to its readers.
  public static final int LARGE = 1_000_000;

  /// At this many bytes readers begin to refuse it.
  public static final int LIMIT = 5_000_000;

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

  /// Writes a feed. One that would reach the limit loses its oldest items until it fits; an item that is too large
  /// alone keeps its summary only.
  ///
  /// @param name how its writer knows it, for problems: `/feed.xml`
  public static FeedFile of(String name, Feed feed, FeedWriter writer) {
    byte[] bytes = writer.write(feed);
    if (bytes.length <= LARGE) {
      return new FeedFile(bytes, feed.items().size(), List.of());
    }
    if (bytes.length < LIMIT) {
      return new FeedFile(bytes, feed.items().size(), List.of(warning("the feed '" + name + "' is " + size(bytes.length))));
    }
    Feed fitting = fitting(feed, writer);
    String lost =
        fitting.items().size() == feed.items().size()
            ? "its item without its text"
            : "its newest " + fitting.items().size() + " of " + feed.items().size() + " items";
    String message = "the feed '" + name + "' would be " + size(bytes.length) + ", so it has only " + lost;
    return new FeedFile(writer.write(fitting), fitting.items().size(), List.of(warning(message)));
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

  private static Feed fitting(Feed feed, FeedWriter writer) {
    int fits = 0;
    int tooMany = feed.items().size();
    while (tooMany - fits > 1) {
      int middle = (fits + tooMany) / 2;
      if (writer.write(feed.newest(middle)).length < LIMIT) {
        fits = middle;
      } else {
        tooMany = middle;
      }
    }
    return fits > 0 ? feed.newest(fits) : feed.withItems(List.of(feed.items().getFirst().withoutContent()));
  }

  private static Problem warning(String message) {
    return Problem.ofFile(Severity.WARNING, Code.FEED_TOO_LARGE, SETTINGS, message, HINT);
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
