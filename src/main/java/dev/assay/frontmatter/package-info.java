/// Turns the head of a note, the site's settings, data files and the bodies of directives into typed values.
///
/// YAML, TOML and JSON become one tree of [dev.assay.note.Value] in which everything has its place and a number is
/// still written as its writer wrote it; [Fields] then reads that tree by declared keys. The libraries are lenient
/// where a writer's slip would pass unseen, so everything they hide is checked here: duplicate keys, anchors and
/// aliases, tags, several documents, depth. What is wrong is a problem in plain words at its place in the file;
/// nothing is thrown. This room must never read a file or know what the text below the head says.
@NullMarked
package dev.assay.frontmatter;

import org.jspecify.annotations.NullMarked;
