/// Card images: what a network shows where somebody shares the address of a page, 1200 × 630.
///
/// Its door is [dev.assay.card.CardDrawing]. It knows a few lines of text and how many claims there are of each kind, and
/// nothing of notes, pages or files.
///
/// **Why it draws by itself.** A card has to be the same on every machine, in Korean too. The JDK's own text drawing needs
/// native libraries (fontconfig and freetype; small containers have neither), takes a third of a second to wake up, and
/// finds whatever fonts a machine happens to have: a title that is right here is a row of boxes there. What a card needs is
/// small: outlines of letters, a fill, a PNG. So letters come from fonts that travel with the program (Noto Sans KR, semibold,
/// under the Open Font License, as the parts into which it is cut for the web: a card in English opens 18 KB, one in Korean
/// 860 KB), their outlines are read here, and shapes are filled here. No part of `java.desktop` is loaded.
///
/// The parts hold Latin, Vietnamese and Cyrillic letters, Greek, all Korean syllables, kana and the few hundred Han
/// characters that stand in Korean headlines. For other letters a site names fonts of its own. Scripts whose letters join or
/// run from right to left are not drawn: that takes a shaping engine. **A letter that no font has is never drawn as a
/// box:** such a card is not made, and the page has the card of the site.
@NullMarked
package dev.assay.card;

import org.jspecify.annotations.NullMarked;
