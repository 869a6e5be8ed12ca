package dev.assay.build;

import dev.assay.claim.cite.Bibliography;
import dev.assay.claim.cite.BibtexReader;
import dev.assay.claim.cite.CslItems;
import dev.assay.claim.cite.ReadEntries;
import dev.assay.claim.cite.SourceEntry;
import dev.assay.claim.cite.StyleText;
import dev.assay.claim.cite.Styles;
import dev.assay.frontmatter.DataReader;
import dev.assay.frontmatter.Format;
import dev.assay.frontmatter.ParsedValue;
import dev.assay.note.Located;
import dev.assay.note.Site;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import dev.assay.source.Loaded;
import dev.assay.source.SourceFile;
import dev.assay.source.SourceListing;
import dev.assay.source.SourceReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the bibliography and the citation style that the settings name.
final class BibliographyStep {
  private final SourceListing listing;
  private final SourceReader reader;
  private final List<Problem> problems = new ArrayList<>();

  private BibliographyStep(SourceListing listing, SourceReader reader) {
    this.listing = listing;
    this.reader = reader;
  }

  /// What a site can cite, and how.
  ///
  /// @param style absent when the style that is named cannot be used
  record Sources(Bibliography bibliography, Optional<StyleText> style, List<Problem> problems) {
    static final Sources NONE = new Sources(Bibliography.EMPTY, Optional.empty(), List.of());
  }

  static Sources read(Site site, SourceListing listing, SourceReader reader) {
    if (site.bibliography().isEmpty() && site.style().isEmpty()) {
      return Sources.NONE;
    }
    BibliographyStep step = new BibliographyStep(listing, reader);
    Map<String, SourceEntry> entries = new LinkedHashMap<>();
    for (Located<String> file : site.bibliography()) {
      for (SourceEntry entry : step.entries(file)) {
        SourceEntry known = entries.putIfAbsent(entry.key(), entry);
        if (known != null) {
          step.problems.add(
              new Problem(
                  Severity.ERROR, Code.DUPLICATE_KEY, entry.place(), "the key '" + entry.key() + "' is already used in " + known.place(), "",
                  "give one of the two sources another key"));
        }
      }
    }
    Optional<StyleText> style = site.style().map(step::style).orElseGet(() -> Styles.named(Styles.DEFAULT));
    return new Sources(new Bibliography(entries), style, List.copyOf(step.problems));
  }

  private Optional<SourceFile> find(String name) {
    return listing.files().stream().filter(file -> file.id().value().equals(name)).findFirst();
  }

  private List<SourceEntry> entries(Located<String> name) {
    Optional<SourceFile> file = find(name.value());
    if (file.isEmpty()) {
      List<String> files = listing.files().stream().map(each -> each.id().value()).filter(BibliographyStep::mayBe).toList();
      missing(name, "there is no bibliography '" + name.value() + "'", Code.BROKEN_LINK, files, "give its path from content/");
      return List.of();
    }
    if (!mayBe(name.value())) {
      problems.add(
          new Problem(
              Severity.ERROR, Code.WRONG_TYPE, name.place(), "'" + name.value() + "' is no bibliography", "",
              "Assay reads BibTeX (.bib), CSL-JSON (.json) and YAML (.yaml)"));
      return List.of();
    }
    Optional<SourceText> text = text(file.get());
    return text.map(this::parsed).map(ReadEntries::entries).orElse(List.of());
  }

  private static boolean mayBe(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".bib") || Format.ofFile(name).filter(format -> format != Format.TOML).isPresent();
  }

  private Optional<SourceText> text(SourceFile file) {
    return switch (reader.text(file)) {
      case Loaded.Whole<SourceText> whole -> Optional.of(whole.content());
      case Loaded.Failed<SourceText> failed -> {
        problems.add(failed.problem());
        yield Optional.empty();
      }
    };
  }

  private ReadEntries parsed(SourceText text) {
    ReadEntries read;
    if (text.file().toLowerCase(Locale.ROOT).endsWith(".bib")) {
      read = BibtexReader.read(text);
    } else {
      ParsedValue parsed = DataReader.read(text);
      problems.addAll(parsed.problems());
      read = parsed.value().map(CslItems::read).orElseGet(() -> new ReadEntries(List.of(), List.of()));
    }
    problems.addAll(read.problems());
    return read;
  }

  private Optional<StyleText> style(Located<String> name) {
    Optional<StyleText> packed = Styles.named(name.value());
    if (packed.isPresent()) {
      return packed;
    }
    Optional<SourceFile> file = find(name.value());
    if (file.isEmpty()) {
      List<String> known = new ArrayList<>(Styles.NAMES);
      listing.files().stream().map(each -> each.id().value()).filter(each -> each.endsWith(".csl")).forEach(known::add);
      missing(name, "there is no citation style '" + name.value() + "'", Code.CITATION_STYLE, known, "put the .csl file under content/ and give its path");
      return Optional.empty();
    }
    return text(file.get()).flatMap(text -> own(text, name));
  }

  private Optional<StyleText> own(SourceText text, Located<String> name) {
    return switch (StyleText.read(text)) {
      case StyleText.Faulty(Problem problem) -> {
        problems.add(problem);
        yield Optional.empty();
      }
      case StyleText.Fine(StyleText style) when style.parent().isEmpty() -> Optional.of(style);
      case StyleText.Fine(StyleText style) -> {
        Optional<StyleText> parent = Styles.named(style.parent());
        if (parent.isEmpty()) {
          problems.add(
              new Problem(
                  Severity.ERROR, Code.CITATION_STYLE, name.place(),
                  "'" + name.value() + "' only says that it is the style '" + style.parent() + "'", "",
                  "take the file " + style.parent() + ".csl instead"));
        }
        yield parent;
      }
    };
  }

  private void missing(Located<String> name, String message, Code code, List<String> known, String otherwise) {
    String hint = Nearest.to(name.value(), known).map(near -> "did you mean '" + near + "'?").orElse(otherwise);
    problems.add(new Problem(Severity.ERROR, code, name.place(), message, "", hint));
  }
}
