/// Starts sites, notes and hubs, each with an example worth changing.
///
/// It writes only files that do not exist yet. It knows the note format and the templates that new notes begin with; it must never
/// read or change what a writer wrote.
@NullMarked
package dev.assay.build.scaffold;

import org.jspecify.annotations.NullMarked;
