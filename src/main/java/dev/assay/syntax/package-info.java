/// The text of programs, parted into stretches that say what they are: keyword, string, comment.
///
/// Each language is a file of words and signs, beside a list of all names; most are read by one reader. Reading is
/// linear, never fails and never changes a character: the stretches only point into the text. What this room cannot
/// tell from spelling (what a name refers to) it leaves plain.
///
/// It knows nothing of notes or HTML.
@NullMarked
package dev.assay.syntax;

import org.jspecify.annotations.NullMarked;
