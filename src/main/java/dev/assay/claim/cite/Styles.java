package dev.assay.claim.cite;

import dev.assay.problem.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The styles that come with the program: its own, and a few of the CSL project's, packed unchanged.
public final class Styles {
  /// The style of a site that names none.
  public static final String DEFAULT = "assay";

  /// The names of all of them.
  public static final List<String> NAMES =
      List.of(
          "american-medical-association", "american-political-science-association", "apa", "assay", "chicago-author-date",
          "chicago-notes-bibliography", "elsevier-harvard", "harvard-cite-them-right", "ieee",
          "modern-language-association", "nature", "nlm-citation-sequence", "science", "springer-basic-author-date");

  private Styles() {}

  /// The style of a name; empty when none is called so.
  public static Optional<StyleText> named(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String file = name.equals(DEFAULT) ? "/dev/assay/claim/cite/assay.csl" : "/csl/" + name + ".csl";
    return switch (StyleText.read(new SourceText(name + ".csl", text(file)))) {
      case StyleText.Fine(StyleText style) -> Optional.of(style);
      case StyleText.Faulty(var problem) -> throw new IllegalStateException("the packed style " + name + ": " + problem.message());
    };
  }

  private static String text(String file) {
    try (InputStream in = Styles.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program was built without its style " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
