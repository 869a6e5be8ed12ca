/// Claims: the grammar of tags and options, the sources and premises they rest on, and the ledger that joins what
/// all notes assert.
///
/// A note carries drafts, as its text has them. This room gives each an identity, joins restatements and
/// translations to one claim with several places, resolves premises, applies the rule of strength and says what
/// breaks it. It knows notes only by their slug, address and drafts; it must never know how a page or a feed looks.
@NullMarked
package dev.assay.claim;

import org.jspecify.annotations.NullMarked;
