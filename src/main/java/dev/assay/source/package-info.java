/// Finds and reads the files of a site: the only room that opens what a writer made.
///
/// It knows folders, names, sizes, links and bytes. It refuses what cannot be read safely (a link that leads out of
/// the folder, a named pipe, a name that no address can hold, a file beyond its limit, text that is not UTF-8) and
/// says so with a problem. It must never know what a note means: neither front matter nor Markdown is read here.
@NullMarked
package dev.assay.source;

import org.jspecify.annotations.NullMarked;
