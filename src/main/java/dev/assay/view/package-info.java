/// What templates may see: records of strings, numbers, truths and lists.
///
/// A view is a projection: it holds exactly what one page shows, ready to print (addresses with the site's base path,
/// dates both for machines and for people), so that a page has to be made again only when its own view changes. Nothing
/// is absent by `null`: what a page does not have is an empty string, an empty list or a `NONE`.
///
/// Addresses in views are ready for an `href`: percent-encoded and with the site's base path, but not escaped for HTML,
/// which the templates do. This room knows words and shapes; it must never know a template, a file, the catalog or
/// today's date, and it decides nothing.
@NullMarked
package dev.assay.view;

import org.jspecify.annotations.NullMarked;
