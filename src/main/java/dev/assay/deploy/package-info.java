/// A built site to where it is read: a folder, a server that rsync reaches, a branch of git, a store that speaks S3.
///
/// ```
/// Target        what was written after `assay publish`, or in the settings
/// Pieces        the built files, each with what a host has to be told about it
/// Deployed      what Assay has put there: a list that lies at the target itself
/// Store         the target: what lies there, put, delete
/// Deployment    compares the two, and changes what differs: assets, pages, lists, feeds, deletions, the list last
/// ```
///
/// This room knows files, addresses, media types and what other programs and servers answer. It must never know what a note
/// is, and it never writes below the site's own output folder. Nothing but what the list at the target names is ever
/// replaced or deleted there. The client of S3 is loaded only when such a target is meant.
@NullMarked
package dev.assay.deploy;

import org.jspecify.annotations.NullMarked;
