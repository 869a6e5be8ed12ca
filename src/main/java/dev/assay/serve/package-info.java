/// The live preview: shows on this machine what the build wrote, and shows it again when something was edited.
///
/// This room knows files that Assay wrote, requests, and that something changed. How a site is built reaches it as a
/// [dev.assay.serve.Rebuild]. It must never serve a file that the build did not write, answer another machine, or talk to
/// the terminal.
@NullMarked
package dev.assay.serve;

import org.jspecify.annotations.NullMarked;
