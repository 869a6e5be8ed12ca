/// What tests of whole sites share: a site as one text, a tree of files compared with another, the HTML checker.
///
/// It knows files and texts. It must never know the pipeline, so that it can judge it from outside.
package dev.assay.testing;
