/// All notes together: their addresses, order, taxonomies, hubs, series, translations, backlinks and the links
/// between them.
///
/// ```
/// Placement   notes → entries with type, language, slug, address
/// Terms       entries → tags, categories, series, authors, entities
/// Hubs        entries, ledger → what hubs gather by their rules; Hub#path is the order to read it in
/// Links       entries → where each link leads; from these the backlinks, by anchor
/// RelatedNotes  catalog → what notes have in common (looked for when a page is projected)
/// HubReport   catalog, today → notes in no hub, stale hubs, dead ends (made when someone asks)
/// ```
///
/// It is made in one go from the notes and never changed. It knows what each note says of the others; it must never
/// know how a page looks, and it keeps no text of a note beyond what the note itself carries.
@NullMarked
package dev.assay.catalog;

import org.jspecify.annotations.NullMarked;
