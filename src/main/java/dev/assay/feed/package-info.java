/// Feeds: notes, claims or corrections as items of a format-neutral [dev.assay.feed.Feed], and writers that print it as
/// RSS 2.0, Atom 1.0 and JSON Feed 1.1, with the same items in the same order; and OPML, the list of feeds. And a note as a mail, which takes
/// even less than a feed: no rules of style, no drawings, no more than 100 kB.
///
/// This room knows what a feed reader can take: absolute addresses, plain markup, dates with their offsets, no
/// character that XML forbids. It is given finished values and must never know where a note lies, how an address is
/// made, which feeds there are, what time it is, or where the bytes go. Which feeds there are, and how one more is
/// added, is said in `build.FeedPlan`.
@NullMarked
package dev.assay.feed;

import org.jspecify.annotations.NullMarked;
