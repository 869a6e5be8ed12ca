/// Feeds: notes, claims or corrections as items of a format-neutral [dev.assay.feed.Feed], and writers that print it.
///
/// This room knows what a feed reader can take: absolute addresses, plain markup, dates with their offsets, no
/// character that XML forbids. It is given finished values and must never know where a note lies, how an address is
/// made, what time it is, or where the bytes go.
@NullMarked
package dev.assay.feed;

import org.jspecify.annotations.NullMarked;
