package dev.assay.chart.block;

import dev.assay.cost.Figure;
import dev.assay.frontmatter.Fields;
import dev.assay.note.Value;
import dev.assay.view.SourceView;
import java.util.List;

/// Who says what a block shows.
final class Sources {
  private Sources() {}

  /// The option `source`: one or several, addresses or names.
  static List<SourceView> read(Fields fields) {
    // A single address may hold commas, which a list of bare words may not.
    if (fields.value("source").orElse(null) instanceof Value.Scalar scalar) {
      return List.of(of(scalar.text().strip()));
    }
    return fields.list("source").stream().map(source -> of(source.value())).toList();
  }

  static SourceView of(String written) {
    boolean address = written.startsWith("https://") || written.startsWith("http://");
    return new SourceView(written, address ? written : "", address ? "link" : "attribution");
  }

  /// Where the inputs of some figures come from.
  static List<SourceView> of(List<Figure> figures) {
    return figures.stream()
        .flatMap(figure -> figure.inputs().stream())
        .filter(input -> !input.isSetByScenario() && !input.source().isBlank())
        .map(input -> of(input.source()))
        .distinct()
        .toList();
  }
}
