package dev.assay.cli;

import dev.assay.cost.Excerpts;
import dev.assay.note.Value;
import dev.assay.problem.Place;
import dev.assay.problem.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Options as a scenario with places, so that a faulty one is shown with its line and a caret as one in a file is: each
/// option is a line of a text called `options`.
///
/// @param mapping  one scenario, called [#NAME]
/// @param excerpts the lines
record Typed(Value.Mapping mapping, Excerpts excerpts) {
  static final String NAME = "cli";

  private static final String FILE = "options";

  static Typed of(Optional<String> base, Map<String, String> settings) {
    StringBuilder lines = new StringBuilder();
    List<String[]> written = new ArrayList<>();
    base.ifPresent(name -> written.add(new String[] {"extends", name}));
    settings.forEach((key, value) -> written.add(new String[] {key, value}));
    int[] starts = new int[written.size()];
    for (int i = 0; i < starts.length; i++) {
      lines.append("--").append(written.get(i)[0].replace('_', '-')).append(' ');
      starts[i] = lines.length();
      lines.append(written.get(i)[1].replace('\n', ' ')).append('\n');
    }
    SourceText text = new SourceText(FILE, lines.toString());
    List<Value.Entry> entries = new ArrayList<>();
    for (int i = 0; i < starts.length; i++) {
      String key = written.get(i)[0];
      String value = written.get(i)[1];
      Place keyPlace = text.place(starts[i] - key.length() - 3, starts[i] - 1);
      Place place = text.place(starts[i], starts[i] + Math.max(1, value.length()));
      entries.add(new Value.Entry(key, keyPlace, new Value.Scalar(value, false, place)));
    }
    Place whole = Place.ofFile(FILE);
    Value.Mapping scenario = new Value.Mapping(entries, whole);
    return new Typed(
        new Value.Mapping(List.of(new Value.Entry(NAME, whole, scenario)), whole),
        place -> place.line() <= text.lines() ? text.line(place.line()) : "");
  }
}
