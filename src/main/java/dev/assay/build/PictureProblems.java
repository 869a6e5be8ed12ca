package dev.assay.build;

import dev.assay.asset.ImageFormat;
import dev.assay.asset.ImageInfo;
import dev.assay.asset.Ladder;
import dev.assay.asset.SvgCleaner;
import dev.assay.note.PictureSettings;
import dev.assay.note.SourceId;
import dev.assay.problem.Code;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is wrong with pictures, told where notes show them; of a drawing's text, where it stands in the drawing.
final class PictureProblems {
  private PictureProblems() {}

  static List<Problem> of(ShownPictures shown, Map<SourceId, KnownPicture> known, PictureSettings settings, Ladder ladder) {
    List<Problem> problems = new ArrayList<>();
    boolean resized = false;
    for (SourceFile file : shown.wanted()) {
      KnownPicture picture = known.get(file.id());
      if (picture != null) {
        List<Place> places = shown.places().getOrDefault(file.id(), List.of());
        resized |= !picture.set().isEmpty();
        if (!picture.what().isEmpty()) {
          places.forEach(place -> problems.add(at(place, file, picture.what(), picture.hint())));
        }
        misnamed(file, picture).ifPresent(format -> places.forEach(place -> problems.add(at(place, file, "is " + format.title() + ", which its name does not say", "rename it to end in ." + format.ending()))));
        for (SvgCleaner.Told told : picture.told()) {
          problems.add(
              new Problem(
                  Severity.WARNING, Code.UNSAFE_SVG, new Place(file.shown(), told.line(), 1, 1), told.what(), "",
                  "nothing to do if it was not meant to be there: the published file is without it"));
        }
      }
    }
    if (resized && settings.webp() && !ladder.webp()) {
      problems.add(
          Problem.ofFile(
              Severity.WARNING, Code.PICTURE, "content/site.yaml", "this machine cannot write WebP, so pictures are offered as JPEG and PNG",
              "build on Linux with glibc, macOS or Windows, or set images: {webp: false}"));
    }
    return problems;
  }

  private static Optional<ImageFormat> misnamed(SourceFile file, KnownPicture picture) {
    Optional<ImageFormat> is = picture.info().map(ImageInfo::format);
    return is.equals(ImageFormat.ofName(file.id().fileName())) ? Optional.empty() : is;
  }

  private static Problem at(Place place, SourceFile file, String what, String hint) {
    return new Problem(Severity.WARNING, Code.PICTURE, place, "the picture '" + file.id().fileName() + "' " + what, "", hint);
  }

  static Problem changing(SourceFile file) {
    return Problem.ofFile(Severity.ERROR, Code.FILE_UNREADABLE, file.shown(), "this picture changed while the site was built", "build again");
  }
}
