package dev.assay.build;

import dev.assay.asset.ImageFormat;
import dev.assay.catalog.Catalog;
import dev.assay.catalog.Destination;
import dev.assay.catalog.Entry;
import dev.assay.note.Link;
import dev.assay.note.SitePath;
import dev.assay.note.SourceId;
import dev.assay.problem.Place;
import dev.assay.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The pictures that notes show, and where; and every drawing, since those may hold more than meets the eye.
///
/// @param wanted in the order of their paths
/// @param places of each, the first in each note that shows it
record ShownPictures(List<SourceFile> wanted, Map<SourceId, List<Place>> places) {
  static ShownPictures of(Analysis analysis, List<SourceFile> files) {
    Catalog catalog = analysis.model().catalog();
    Map<SitePath, SourceId> byAddress = new HashMap<>();
    for (SourceFile file : files) {
      Optional.ofNullable(catalog.assets().get(file.id())).ifPresent(address -> byAddress.put(address, file.id()));
    }
    Map<SourceId, List<Place>> places = new HashMap<>();
    for (Entry entry : catalog.entries()) {
      Map<SourceId, Place> here = new LinkedHashMap<>();
      entry.note().head().image().ifPresent(
          image -> catalog.asset(image.src().value(), entry.source()).map(byAddress::get).ifPresent(id -> here.put(id, image.src().place())));
      List<Link> links = entry.note().links();
      for (int i = 0; i < links.size(); i++) {
        if (links.get(i).role() == Link.Role.SHOW && catalog.destination(entry.source(), i) instanceof Destination.Here there) {
          SourceId id = byAddress.get(there.path());
          if (id != null) {
            here.putIfAbsent(id, links.get(i).place());
          }
        }
      }
      here.forEach((id, place) -> places.computeIfAbsent(id, _ -> new ArrayList<>()).add(place));
    }
    List<SourceFile> wanted =
        files.stream()
            .filter(file -> places.containsKey(file.id()) || ImageFormat.ofName(file.id().value()).filter(format -> format == ImageFormat.SVG).isPresent())
            .toList();
    return new ShownPictures(wanted, places);
  }
}
