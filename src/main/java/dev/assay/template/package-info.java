/// Views to HTML: the theme's templates, its strings in every language, and its styles and pictures.
///
/// Only this room knows FreeMarker. A template sees views and nothing else: it reaches the components of view records,
/// strings by name and the addresses of assets; it can make no object, call no method and read no file. What a template
/// can get wrong (it may be a site's own) is a problem with the template's line and the page that was being made.
/// A shortcode's template sees less: what a note gives it, and its language.
/// This room must never know the catalog, a note's source or where pages are written.
@NullMarked
package dev.assay.template;

import org.jspecify.annotations.NullMarked;
