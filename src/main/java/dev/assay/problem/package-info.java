/// What can be wrong: where it is, what it is and what to do about it.
///
/// A problem is a value. Every room that reads something a writer wrote returns its problems beside its result;
/// the pipeline collects them, sorts them by place and shows them together. This room knows text and places in it;
/// it must never know what a note, a claim or a figure is.
@NullMarked
package dev.assay.problem;

import org.jspecify.annotations.NullMarked;
