/// All notes together: their addresses, order, taxonomies, hubs, series, translations, backlinks and the links
/// between them.
///
/// It is made in one go from the notes and never changed. It knows what each note says of the others; it must never
/// know how a page looks, and it keeps no text of a note beyond what the note itself carries.
@NullMarked
package dev.assay.catalog;

import org.jspecify.annotations.NullMarked;
