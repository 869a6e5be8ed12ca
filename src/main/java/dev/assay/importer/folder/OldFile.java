package dev.assay.importer.folder;

/// A file of an old site that is published as it is.
///
/// @param path    where it lies in the old folder
/// @param address where the old site has it, from the site's root
record OldFile(String path, String address) {}
