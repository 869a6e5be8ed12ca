package dev.assay.importer.folder;

import dev.assay.note.SourceId;

/// Where an old page goes.
///
/// @param file    its file below the content's folder
/// @param slug    what its head has to say; empty when the file's name says it
/// @param url     the same; empty when the site's pattern says it
/// @param address where the new site has it
/// @param there   whether the site has it already
record Place(SourceId file, String slug, String url, String address, boolean there) {}
