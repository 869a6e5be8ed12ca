package dev.assay.build;

import dev.assay.catalog.Entry;
import dev.assay.catalog.NoteType;
import dev.assay.claim.cite.PersonName;
import dev.assay.export.Citable;
import dev.assay.export.CitationFiles;
import dev.assay.note.Digest;
import dev.assay.note.FrontMatter;
import dev.assay.note.Site;
import dev.assay.note.SitePath;
import dev.assay.publish.Artifact;
import dev.assay.publish.Maker;
import dev.assay.publish.Stage;
import dev.assay.view.project.CitedNotes;
import dev.assay.view.project.Cut;
import dev.assay.view.project.Model;
import dev.assay.view.project.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// The files by which others cite a note.
final class Citations {
  private static final int SUMMARY_LENGTH = 400;
  private static final int DIGEST_LENGTH = 10;

  private final Model model;
  private final Projection projection;

  Citations(Model model, Projection projection) {
    this.model = model;
    this.projection = projection;
  }

  List<Artifact> all() {
    List<Artifact> artifacts = new ArrayList<>();
    for (Entry entry : model.catalog().entries()) {
      Map<String, SitePath> files = CitedNotes.files(entry, model);
      if (!files.isEmpty()) {
        Citable work = work(entry);
        String shown = work.toString();
        files.forEach(
            (form, address) ->
                artifacts.add(new Artifact(address, Stage.ASSET, Recipes.of("cite", form, shown), () -> new Maker.Made(writer(form).apply(work)))));
      }
    }
    return artifacts;
  }

  private static Function<Citable, byte[]> writer(String form) {
    return switch (form) {
      case "bibtex" -> CitationFiles::bibtex;
      case "ris" -> CitationFiles::ris;
      case "csl-json" -> CitationFiles::csl;
      default -> throw new IllegalArgumentException("no form of citations: " + form);
    };
  }

  private Citable work(Entry entry) {
    FrontMatter head = entry.note().head();
    List<PersonName> authors =
        model.site().authors(head).stream().map(author -> author.in(entry.language())).map(name -> PersonName.signed(name, model.site().title())).toList();
    return new Citable(
        key(entry), entry.type() == NoteType.POST, entry.title(), authors,
        entry.date().orElseThrow().toLocalDate(), model.site().title(), model.base().absolute(entry.address()),
        entry.language().tag(), Cut.words(projection.summary(entry), SUMMARY_LENGTH), head.tags());
  }

  /// The slug where it is of letters that every program takes, else a name made of it; with the language where it is not the
  /// site's first.
  private String key(Entry entry) {
    Site site = model.site();
    String slug = entry.slug().toLowerCase(Locale.ROOT);
    String name = slug.matches("[a-z][a-z0-9-]*") ? slug : "note-" + Digest.lasting(entry.slug()).hex().substring(0, DIGEST_LENGTH);
    return entry.language().equals(site.language()) ? name : name + "-" + entry.language().tag().toLowerCase(Locale.ROOT);
  }
}
