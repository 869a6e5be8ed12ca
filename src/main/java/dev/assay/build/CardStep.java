package dev.assay.build;

import dev.assay.card.CardDrawing;
import dev.assay.card.CardFonts;
import dev.assay.note.Digest;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import dev.assay.view.project.CardPlan;
import dev.assay.view.project.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The fonts of card images, and the cards as files.
final class CardStep {
  private CardStep() {}

  /// @param fonts of the program where those of the site cannot be used
  record Read(CardFonts fonts, List<Problem> problems) {}

  static Read fonts(Site site, SourceListing listing, SourceReader reader) {
    CardFonts fonts = CardFonts.SHIPPED;
    List<Problem> problems = new ArrayList<>();
    for (Located<String> name : site.sharing().cardFonts()) {
      Optional<SourceFile> file = listing.files().stream().filter(each -> each.id().value().equals(name.value())).findFirst();
      if (file.isEmpty()) {
        List<String> known = listing.files().stream().map(each -> each.id().value()).filter(CardStep::mayBe).toList();
        String hint = Nearest.to(name.value(), known).map(near -> "did you mean '" + near + "'?").orElse("give its path from content/, such as data/NotoSansJP-SemiBold.ttf");
        problems.add(new Problem(Severity.ERROR, Code.BROKEN_LINK, name.place(), "there is no font '" + name.value() + "'", "", hint));
        continue;
      }
      switch (reader.bytes(file.get())) {
        case Loaded.Failed<byte[]> failed -> problems.add(failed.problem());
        case Loaded.Whole<byte[]> whole -> {
          switch (fonts.and(whole.content(), Digest.lasting(whole.content()).hex())) {
            case CardFonts.Usable(CardFonts more) -> fonts = more;
            case CardFonts.Faulty(String why) ->
                problems.add(
                    new Problem(
                        Severity.ERROR, Code.CARD_FONT, name.place(), "the font '" + name.value() + "' " + why, "",
                        "take a font with TrueType outlines: a .ttf, or a .woff made of one"));
          }
        }
      }
    }
    return new Read(fonts, List.copyOf(problems));
  }

  private static boolean mayBe(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return name.endsWith(".ttf") || name.endsWith(".woff");
  }

  /// Says once that there are titles which cannot be drawn.
  static Optional<Problem> problem(Model model, String settings) {
    return CardPlan.undrawn(model)
        .map(
            undrawn ->
                Problem.ofFile(
                    Severity.WARNING, Code.CARD_FONT, settings,
                    (undrawn.notes() == 1 ? "a note has" : undrawn.notes() + " notes have") + " no card image of " + (undrawn.notes() == 1 ? "its" : "their")
                        + " own: no font can draw '" + undrawn.letter() + "' of " + undrawn.first().note().file(),
                    "name a TrueType font that has it with card_fonts, give the note an image, or switch cards off with cards: false"));
  }

  static Artifact artifact(CardPlan.Planned card, Model model) {
    // The address names all that is on it.
    return new Artifact(
        card.address(), Stage.ASSET, Recipes.of("card", card.address().value()), () -> new Maker.Made(CardDrawing.png(card.card(), model.fonts())));
  }
}
