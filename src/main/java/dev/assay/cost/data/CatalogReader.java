package dev.assay.cost.data;

import dev.assay.cost.data.Catalog.Extended;
import dev.assay.cost.data.Catalog.Table;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import dev.assay.problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Turns rows into catalog values. A row with a fault is left out, and the fault is a problem at its cell.
final class CatalogReader {
  private static final Unit MICROSECONDS = Unit.of("us");
  private static final Set<String> TERMS = Set.of("on-demand", "contract", "spot", "own", "assumption");

  private final Catalog before;

  CatalogReader(Catalog before) {
    this.before = before;
  }

  Extended add(Table table, Csv csv) {
    Cells cells = new Cells(csv.source(), new ArrayList<>(csv.problems()));
    cells.requireColumns(csv, columns(table));
    cells.knownColumns(csv, Catalog.columns(table));
    Catalog c = before;
    Catalog after =
        switch (table) {
          case ACCELERATORS ->
              new Catalog(
                  rows(csv, cells, c.accelerators(), this::accelerator, "id"), c.architectures(), c.economics(),
                  c.engines(), c.rentals(), c.prices(), c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case ARCHITECTURES ->
              new Catalog(
                  c.accelerators(), rows(csv, cells, c.architectures(), ArchitectureRow::read, "id"), c.economics(),
                  c.engines(), c.rentals(), c.prices(), c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case ECONOMICS ->
              new Catalog(
                  c.accelerators(), c.architectures(), rows(csv, cells, c.economics(), this::economic, "parameter"),
                  c.engines(), c.rentals(), c.prices(), c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case ENGINES ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), engines(csv, cells), c.rentals(), c.prices(),
                  c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case RENTALS ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), list(csv, cells, c.rentals(),
                  this::rental), c.prices(), c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case PRICES ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), list(csv, cells,
                  c.prices(), this::price), c.kernels(), c.collectives(), c.calibration(), c.acceptance());
          case KERNELS ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), c.prices(), rows(csv,
                  cells, c.kernels(), this::kernel, "accelerator", "engine", "op", "format"), c.collectives(),
                  c.calibration(), c.acceptance());
          case COLLECTIVES ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), c.prices(), c.kernels(),
                  rows(csv, cells, c.collectives(), this::collective, "accelerator", "engine", "op", "accelerators"),
                  c.calibration(), c.acceptance());
          case CALIBRATION ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), c.prices(), c.kernels(),
                  c.collectives(), new Calibration(list(csv, cells, c.calibration().factors(), this::factor)),
                  c.acceptance());
          case ACCEPTANCE ->
              new Catalog(
                  c.accelerators(), c.architectures(), c.economics(), c.engines(), c.rentals(), c.prices(), c.kernels(),
                  c.collectives(), c.calibration(), list(csv, cells, c.acceptance(), this::acceptance));
        };
    return new Extended(after, cells.problems());
  }

  private static List<String> columns(Table table) {
    return switch (table) {
      case ACCELERATORS -> List.of("id", "memory_gib", "bandwidth_tbps", "kind", "source");
      case ARCHITECTURES -> List.of("id", "layers", "hidden", "attention", "kind", "source");
      case ECONOMICS -> List.of("parameter", "low", "typical", "high", "unit", "kind", "source");
      case ENGINES -> List.of("engine", "setting", "low", "typical", "high", "unit", "kind", "source");
      case RENTALS -> List.of("accelerator", "low", "high", "terms", "kind", "source");
      case PRICES -> List.of("provider", "model", "input_usd", "output_usd", "date", "kind", "source");
      case KERNELS -> List.of("accelerator", "engine", "op", "format", "p", "source");
      case COLLECTIVES -> List.of("accelerator", "engine", "op", "accelerators", "source");
      case CALIBRATION -> List.of("engine", "version", "accelerator", "format", "setting", "factor", "source");
      case ACCEPTANCE -> List.of("model", "method", "drafted", "accepted", "kind", "source");
    };
  }

  private interface RowReader<T> {
    T read(Csv.Row row, Cells cells);
  }

  private static <T> Map<String, T> rows(
      Csv csv, Cells cells, Map<String, T> before, RowReader<T> reader, String... keyColumns) {
    Map<String, T> all = new LinkedHashMap<>(before);
    for (Csv.Row row : csv.rows()) {
      int faults = cells.count();
      List<String> key = new ArrayList<>();
      for (String column : keyColumns) {
        key.add(cells.word(row, column));
      }
      cells.word(row, "source");
      T value = reader.read(row, cells);
      if (cells.count() == faults) {
        all.put(String.join("/", key), value);
      }
    }
    return all;
  }

  private static <T> List<T> list(Csv csv, Cells cells, List<T> before, RowReader<T> reader) {
    List<T> all = new ArrayList<>(before);
    for (Csv.Row row : csv.rows()) {
      int faults = cells.count();
      cells.word(row, "source");
      T value = reader.read(row, cells);
      if (cells.count() == faults) {
        all.add(value);
      }
    }
    return all;
  }

  private Accelerator accelerator(Csv.Row row, Cells cells) {
    String id = cells.word(row, "id");
    Kind kind = cells.kind(row, "kind");
    String source = row.get("source").text();
    Range price = cells.range(row, "price_usd_low", "price_usd_low", "price_usd_high").orElse(Range.exact(0));
    Input paid =
        row.get("price_usd_low").isBlank()
            ? Input.unknown(id + ".price", Accelerator.USD, "no price is published")
            : Input.known(
                id + ".price", Range.between(price.low(), price.high()), Accelerator.USD,
                cells.kind(row, "price_kind"), row.get("price_source").text());
    return new Accelerator(
        id,
        cells.orElse(row, "name", id),
        row.get("vendor").text(),
        cells.input(row, "memory_gib", id + ".memory", Accelerator.GIB, kind, source),
        cells.input(row, "bandwidth_tbps", id + ".bandwidth", Accelerator.TBPS, kind, source),
        cells.input(row, "bf16_tflops", id + ".bf16", Accelerator.TFLOPS, kind, source),
        cells.input(row, "fp8_tflops", id + ".fp8", Accelerator.TFLOPS, kind, source),
        cells.input(row, "fp4_tflops", id + ".fp4", Accelerator.TFLOPS, kind, source),
        cells.input(row, "power_w", id + ".power", Accelerator.WATTS, kind, source),
        cells.input(row, "link_gbps", id + ".link", Accelerator.GBPS, kind, source),
        cells.whole(row, "scale_up").orElse(1),
        paid,
        cells.orElse(row, "kernels_of", id),
        kind,
        source);
  }

  private Input economic(Csv.Row row, Cells cells) {
    String name = cells.word(row, "parameter");
    return cells.ranged(row, name, cells.unit(row, "unit"), cells.kind(row, "kind"));
  }

  private Map<String, EngineProfile> engines(Csv csv, Cells cells) {
    Map<String, Map<String, Input>> settings = new LinkedHashMap<>();
    before.engines().forEach((id, profile) -> settings.put(id, new LinkedHashMap<>(profile.settings())));
    for (Csv.Row row : csv.rows()) {
      int faults = cells.count();
      String engine = cells.word(row, "engine");
      String setting = cells.word(row, "setting");
      cells.word(row, "source");
      Input input = cells.ranged(row, engine + "." + setting, cells.unit(row, "unit"), cells.kind(row, "kind"));
      if (cells.count() == faults) {
        settings.computeIfAbsent(engine, _ -> new LinkedHashMap<>()).put(setting, input);
      }
    }
    Map<String, EngineProfile> engines = new LinkedHashMap<>();
    settings.forEach((id, values) -> engines.put(id, new EngineProfile(id, values)));
    return engines;
  }

  private Rental rental(Csv.Row row, Cells cells) {
    String terms = cells.oneOf(row, "terms", TERMS);
    Range price = cells.range(row, "low", "low", "high").orElse(Range.exact(0));
    return new Rental(
        row.get("accelerator").text(), row.get("name").text(), Range.between(price.low(), price.high()), terms,
        row.get("described").text(), row.get("date").text(), cells.kind(row, "kind"), row.get("source").text());
  }

  private MarketPrice price(Csv.Row row, Cells cells) {
    return new MarketPrice(
        cells.orElse(row, "provider", ""), cells.orElse(row, "model", ""),
        Optional.of(row.get("architecture").text().strip()).filter(id -> !id.isEmpty()), cells.number(row, "input_usd"),
        cells.number(row, "output_usd"), cells.number(row, "cached_input_usd"), row.get("date").text(),
        cells.kind(row, "kind"), row.get("source").text());
  }

  private Kernel kernel(Csv.Row row, Cells cells) {
    String name = row.get("accelerator").text() + "." + row.get("engine").text() + "." + row.get("op").text() + "."
        + row.get("format").text();
    Kind kind = row.get("accelerator").text().equals(Catalog.ANY) ? Kind.SPECULATION : Kind.INFERENCE;
    int p = cells.whole(row, "p").orElse(1);
    if (p != 1 && p != 2 && p != 4) {
      cells.refuse(row.get("p"), Code.COST_CATALOG, "a soft roofline of order " + p, "use 1, 2 or 4");
      p = 1;
    }
    return new Kernel(
        factor(row, cells, "compute", name + ".compute", Unit.NONE, kind),
        factor(row, cells, "memory", name + ".memory", Unit.NONE, kind),
        factor(row, cells, "start_us", name + ".start", MICROSECONDS, kind),
        p);
  }

  private Collective collective(Csv.Row row, Cells cells) {
    String name = row.get("accelerator").text() + "." + row.get("engine").text() + "." + row.get("op").text() + "."
        + row.get("accelerators").text();
    Kind kind = row.get("accelerator").text().equals(Catalog.ANY) ? Kind.SPECULATION : Kind.INFERENCE;
    return new Collective(
        factor(row, cells, "alpha_us", name + ".alpha", MICROSECONDS, kind),
        factor(row, cells, "share", name + ".share", Unit.NONE, kind));
  }

  private static Input factor(Csv.Row row, Cells cells, String column, String name, Unit unit, Kind kind) {
    Optional<Range> range = cells.range(row, column + "_low", column, column + "_high");
    return range
        .map(known -> Input.known(name, known, unit, kind, row.get("source").text()))
        .orElseGet(() -> Input.unknown(name, unit, "not measured"));
  }

  private Calibration.Factor factor(Csv.Row row, Cells cells) {
    double factor = cells.number(row, "factor").orElse(1.0);
    if (!(factor > 0)) {
      cells.refuse(row.get("factor"), Code.COST_CATALOG, "a factor of " + factor, "it has to be more than 0");
    }
    return new Calibration.Factor(
        cells.word(row, "engine"), cells.orElse(row, "version", Catalog.ANY), cells.word(row, "accelerator"),
        cells.word(row, "format"), cells.word(row, "setting"), factor, cells.number(row, "spread").orElse(0.0),
        row.get("source").text());
  }

  private Acceptance acceptance(Csv.Row row, Cells cells) {
    String method = cells.word(row, "method");
    int drafted = cells.whole(row, "drafted").orElse(1);
    Range accepted = cells.range(row, "accepted", "accepted", "accepted").orElse(Range.exact(1));
    Input input =
        Input.known("accepted_tokens", accepted, Unit.NONE, cells.kind(row, "kind"), method + ": " + row.get("source").text());
    return new Acceptance(row.get("architecture").text().strip(), cells.word(row, "model"), method, drafted, input);
  }
}
