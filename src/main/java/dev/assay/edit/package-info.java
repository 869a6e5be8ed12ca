/// Changes what a writer wrote, in place and as little as possible.
///
/// It knows how heads are written in YAML, TOML and JSON, where the pieces of a text stand, and how files are
/// replaced so that they are whole at every moment. Everything that was not meant stays byte for byte: comments,
/// order, quotes, line ends, a byte order mark. Whatever it writes is read again first, and must say the same as
/// before but for the change. It must never decide what is to be changed: that is for whoever knows the site.
@NullMarked
package dev.assay.edit;

import org.jspecify.annotations.NullMarked;
