/// What a build remembers of the last one: notes that were parsed, and digests of values.
///
/// This room writes any record as bytes and reads it back, and keeps the notes of a site, and what was noted of their pages,
/// in the site's cache folder.
/// What is kept of each of many notes is found by [Rows], so that of tens of thousands those that nobody asks for stay bytes.
/// Everything in it can be lost, damaged or of another version at any time; then it is as if it had never been. It knows
/// the form of values, never their meaning: it must never decide what has to be built.
@NullMarked
package dev.assay.build.cache;

import org.jspecify.annotations.NullMarked;
