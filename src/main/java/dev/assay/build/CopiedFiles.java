package dev.assay.build;

import dev.assay.asset.ImageFormat;
import dev.assay.asset.Metadata;
import dev.assay.asset.SvgCleaner;
import dev.assay.note.Digest;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceReader;
import dev.assay.template.Asset;
import dev.assay.view.project.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The files of a site that are published as they lie there, or nearly: those of the theme, and those that notes show or lead to.
final class CopiedFiles {
  private final Model model;
  private final Reading reading;
  private final SourceReader reader;

  CopiedFiles(Model model, Reading reading, SourceReader reader) {
    this.model = model;
    this.reading = reading;
    this.reader = reader;
  }

  List<Artifact> all() {
    List<Artifact> artifacts = new ArrayList<>();
    reading.templates().assets().forEach(asset -> artifacts.add(ofTheme(asset)));
    artifacts.addAll(ofNotes());
    return artifacts;
  }

  private static Artifact ofTheme(Asset asset) {
    return new Artifact(asset.address(), Stage.ASSET, Recipes.of("asset", asset.digest().hex()), () -> new Maker.Made(asset.bytes()));
  }

  private List<Artifact> ofNotes() {
    Map<String, SourceFile> byId = new LinkedHashMap<>();
    reading.assets().forEach(file -> byId.put(file.id().value(), file));
    List<Artifact> artifacts = new ArrayList<>();
    model.catalog()
        .assets()
        .forEach(
            (source, address) -> {
              SourceFile file = byId.get(source.value());
              if (file != null) {
                boolean picture = ImageFormat.ofName(source.value()).isPresent();
                String kept = picture ? model.site().pictures().kept() : "";
                Digest recipe = Recipes.of("file", source.value(), Long.toString(file.size()), Long.toString(file.modified()), kept);
                artifacts.add(new Artifact(address, Stage.ASSET, recipe, () -> copied(file, picture)));
              }
            });
    return artifacts;
  }

  private Maker.Result copied(SourceFile file, boolean picture) {
    return switch (reader.bytes(file)) {
      case Loaded.Whole<byte[]> whole -> new Maker.Made(picture ? forReaders(whole.content(), file.id().fileName()) : whole.content());
      case Loaded.Failed<byte[]> failed -> new Maker.Failed(List.of(failed.problem()));
    };
  }

  /// A picture without what its camera wrote of its owner, a drawing without what runs.
  private byte[] forReaders(byte[] picture, String name) {
    boolean drawing = ImageFormat.isDrawing(picture, name);
    return drawing ? SvgCleaner.clean(picture).svg() : Metadata.without(picture, PictureStep.kept(model.site().pictures()));
  }
}
