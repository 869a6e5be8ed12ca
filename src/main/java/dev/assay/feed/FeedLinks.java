package dev.assay.feed;

import dev.assay.catalog.FeedFormat;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/// The links by which a feed in XML names itself, its hub and its archives.
final class FeedLinks {
  private FeedLinks() {}

  /// All of them as Atom's links, those to feeds in the same format.
  static List<Element> of(Feed feed, FeedFormat format, Namespace namespace) {
    List<Element> links = new ArrayList<>();
    links.add(toFeed("self", feed.folder(), format, namespace));
    // A hub sends out what is new; an archive is not.
    if (!feed.archive().isArchive()) {
      feed.hub().ifPresent(hub -> links.add(FeedXml.link(namespace, "hub", hub)));
    }
    Feed.Archive archive = feed.archive();
    archive.current().ifPresent(folder -> links.add(toFeed("current", folder, format, namespace)));
    archive.older().ifPresent(folder -> links.add(toFeed("prev-archive", folder, format, namespace)));
    archive.newer().ifPresent(folder -> links.add(toFeed("next-archive", folder, format, namespace)));
    return links;
  }

  private static Element toFeed(String rel, String folder, FeedFormat format, Namespace namespace) {
    return FeedXml.link(namespace, rel, folder + format.file()).setAttribute("type", format.mediaType());
  }
}
