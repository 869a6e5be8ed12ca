/// The pipeline: which steps there are, in which order, and what may be reused.
///
/// ```
/// Ahead           … what every build needs, while the command line is still being read
/// FolderReader    folder → settings, notes, data, templates   (notes from the cache where nothing changed)
/// SiteAnalysis    notes → addresses, ledger, figures, catalog
/// SiteAssembly    catalog → views and feeds → artifacts
/// SiteBuild       artifacts → publish, and a report
/// LastBuild       … or nothing of all this, where nothing has changed since (what it was lies in a StoredBuild)
/// TextEdit        … or only the pages and feeds of notes that have other words, from what lies in the output folder
/// SiteSession     the same again and again in one process, for a preview
/// ```
///
/// Each step is a function from values to values and returns its problems beside its result. This room knows every
/// other room below the terminal and none of their insides; it must never print, and it must never write under the
/// output folder itself.
@NullMarked
package dev.assay.build;

import org.jspecify.annotations.NullMarked;
