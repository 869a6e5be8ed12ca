/// Pictures: what a file of bytes is, what of it a reader should get, and smaller forms of it.
///
/// It knows formats from their bytes: sizes, orientation, whether something moves, and what a camera wrote into a file about
/// its owner. It takes that out without touching a pixel ([Metadata]), leaves of an SVG what draws and nothing that runs
/// ([SvgCleaner]), and makes smaller forms for smaller screens ([PictureMaker]). Whatever can be known from the head of a file
/// is read by code of its own that needs nothing of Java's desktop module: the pages of a site are planned from that, and a
/// site without pictures never loads the rest. Only [PictureMaker], [Decoder] and [Encoder] do.
///
/// Decisions, with their reasons:
/// - **Reading** is Java's own ImageIO with TwelveMonkeys' readers for JPEG (CMYK, Adobe's colours, odd files that browsers show) and
///   WebP: pure Java, maintained, BSD.
/// - **Writing WebP** is `webp-imageio` of usefulness: libwebp for Linux (x86, ARM, POWER), macOS and Windows in one jar of 3.3 MB,
///   Apache-2.0, with releases each year. Others were looked at: sejda's and gotson's forks have rested since 2020 and 2021, and
///   scrimage carries 21 MB of programs that it runs as processes. Where it has no form for a machine (musl, Windows on ARM)
///   pictures are offered as JPEG and PNG, and the writer is told.
/// - **AVIF** is written by no library on Maven Central that would do here: what there is binds to a library of the system.
/// - **Scaling** is an exact mean over areas, in whole numbers, so that it is the same on every machine; for pictures that only
///   become smaller it looks like the slower filters. TwelveMonkeys' Lanczos took 3.3 s for 12 megapixels where this takes 0.2.
/// - **EXIF, PNG, WebP, GIF** are walked by readers of our own, since the libraries that read metadata cannot leave the rest of a
///   file as it is, to the byte.
///
/// It must never know notes, pages or files on disk: bytes come in and go out.
@NullMarked
package dev.assay.asset;

import org.jspecify.annotations.NullMarked;
