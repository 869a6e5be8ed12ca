/// Reads feeds: bytes of any age and health to one neutral value, [dev.assay.importer.feed.ImportedFeed].
///
/// XML is read by a lexer of our own. A strict parser stops at the first bare ampersand, and ROME, which reads feeds
/// for many, stops there too, gives dates without their offsets, and `null` for several of the forms that dates have in
/// the wild. Feeds that people want to take along are old, and broken in ways that every reader forgives.
///
/// It knows formats, encodings and dates. It must never fetch anything, follow a DOCTYPE, or judge what an item should
/// become.
@NullMarked
package dev.assay.importer.feed;

import org.jspecify.annotations.NullMarked;
