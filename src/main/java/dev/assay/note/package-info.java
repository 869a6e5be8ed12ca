/// What a note is: its head, its body, and the raw claims, links, directives and roles found in it; and what the
/// site that holds it has set.
///
/// Everything here is a value that is complete when it is made. A note knows only its own text: what other notes
/// say, what its links lead to and what its figures come to is found out by later rooms. This room must never read
/// a file, parse a text or make a page.
@NullMarked
package dev.assay.note;

import org.jspecify.annotations.NullMarked;
