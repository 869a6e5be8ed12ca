package dev.assay.cost.data;

import dev.assay.cost.data.Architecture.Attention;
import dev.assay.cost.data.Architecture.Latent;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One row of the table of architectures. A blank size is kept as 0 and named among what is missing, unless the kind
/// of model has no such part.
final class ArchitectureRow {
  private static final Unit BILLION = Unit.of("billion");
  private static final List<String> EXPERT_SIZES = List.of("active", "expert_ffn");

  private final Csv.Row row;
  private final Cells cells;
  private final List<String> missing = new ArrayList<>();

  private ArchitectureRow(Csv.Row row, Cells cells) {
    this.row = row;
    this.cells = cells;
  }

  static Architecture read(Csv.Row row, Cells cells) {
    return new ArchitectureRow(row, cells).read();
  }

  private Architecture read() {
    String id = cells.word(row, "id");
    Attention attention = attention();
    int experts = optional("experts");
    if (experts > 0) {
      EXPERT_SIZES.forEach(this::needed);
    }
    if (attention == Attention.OTHER) {
      missing.add("attention");
    }
    int layers = needed("layers");
    if (optional("window") > 0) {
      needed("full_layers");
    }
    int denseLayers = optional("dense_layers");
    int ffn = experts > 0 && denseLayers == 0 ? optional("ffn") : needed("ffn");
    Kind kind = cells.kind(row, "kind");
    String source = row.get("source").text();
    int matrices = optional("ffn_matrices");
    return new Architecture(
        id, cells.orElse(row, "name", id), layers, needed("hidden"), needed("heads"), needed("kv_heads"),
        needed("head_dim"), ffn, matrices == 0 ? 3 : matrices, needed("vocab"), attention, latent(attention),
        experts, optional("active"), optional("shared"), optional("expert_ffn"), denseLayers, optional("window"),
        row.get("full_layers").isBlank() ? layers : optional("full_layers"), row.get("tied").text().equals("yes"),
        Format.parse(row.get("dense_format").text()), Format.parse(row.get("expert_format").text()),
        row.get("fp8_blocks").text().equals("yes"),
        cells.input(row, "total_b", id + ".parameters", BILLION, kind, source),
        cells.input(row, "active_b", id + ".active_parameters", BILLION, kind, source),
        missing.stream().map(name -> id + "." + name).toList(), kind, source);
  }

  private Attention attention() {
    List<String> words = Arrays.stream(Attention.values()).map(a -> a.name().toLowerCase(Locale.ROOT)).toList();
    String word = cells.oneOf(row, "attention", words);
    return words.contains(word) ? Attention.valueOf(word.toUpperCase(Locale.ROOT)) : Attention.OTHER;
  }

  private Latent latent(Attention attention) {
    return attention == Attention.LATENT
        ? new Latent(needed("kv_rank"), needed("query_rank"), needed("nope"), needed("rope"), needed("value"))
        : Latent.NONE;
  }

  private int needed(String column) {
    if (row.get(column).isBlank() && !missing.contains(column)) {
      missing.add(column);
    }
    return optional(column);
  }

  private int optional(String column) {
    return cells.whole(row, column).orElse(0);
  }
}
