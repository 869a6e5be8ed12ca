/// The bibliography of a site and what cites it: BibTeX, CSL-JSON and YAML to entries, the syntax of citations, and
/// their form in a CSL style.
///
/// Entries are values of our own with their places. The citation processor sees only what is made from them, behind one
/// door ([dev.assay.claim.cite.CitationStyle]), and what it prints is rewritten to markup without inline styles. This
/// package must never know a file, a page or where a source's page lies.
@NullMarked
package dev.assay.claim.cite;

import org.jspecify.annotations.NullMarked;
