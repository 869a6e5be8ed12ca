package dev.assay.cost.data;

import dev.assay.cost.data.Kernel.Op;
import dev.assay.cost.unit.Range;
import dev.assay.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Everything the model knows beside the scenario, as values. Immutable.
///
/// Typical use: `Catalog.shipped()`, then `.with(Table.ACCELERATORS, Csv.read(file, text))` for each table of a site.
///
/// @param accelerators  by id
/// @param architectures by id
/// @param economics     by parameter
/// @param engines       by id
/// @param rentals       hourly prices as published
/// @param prices        token prices as published
/// @param kernels       by accelerator, engine, operation and format, with `any` for what holds everywhere
/// @param collectives   by accelerator, engine, operation and number of accelerators
/// @param calibration   corrections from measurements of whole systems
/// @param acceptance    what drafted tokens yield
public record Catalog(
    Map<String, Accelerator> accelerators,
    Map<String, Architecture> architectures,
    Map<String, Input> economics,
    Map<String, EngineProfile> engines,
    List<Rental> rentals,
    List<MarketPrice> prices,
    Map<String, Kernel> kernels,
    Map<String, Collective> collectives,
    Calibration calibration,
    List<Acceptance> acceptance) {
  static final String ANY = "any";

  public Catalog {
    rentals = List.copyOf(rentals);
    prices = List.copyOf(prices);
    acceptance = List.copyOf(acceptance);
  }

  /// The tables a catalog is made of; a row with a known id replaces the row before it.
  public enum Table {
    ACCELERATORS,
    ARCHITECTURES,
    ECONOMICS,
    ENGINES,
    RENTALS,
    PRICES,
    KERNELS,
    COLLECTIVES,
    CALIBRATION,
    ACCEPTANCE;

    /// The file of the table: `accelerators.csv`.
    public String fileName() {
      return name().toLowerCase(Locale.ROOT) + ".csv";
    }
  }

  /// A catalog and what was wrong with the rows that were added to it; those rows are left out.
  public record Extended(Catalog catalog, List<Problem> problems) {
    public Extended {
      problems = List.copyOf(problems);
    }
  }

  private static final Catalog EMPTY =
      new Catalog(Map.of(), Map.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of(), Calibration.NONE,
          List.of());

  private static final class Shipped {
    static final Catalog CATALOG = load();

    private Shipped() {}
  }

  /// The catalog that comes with the program; read once.
  public static Catalog shipped() {
    return Shipped.CATALOG;
  }

  /// This catalog with the rows of a site's own table added, or put in place of those with the same id.
  public Extended with(Table table, Csv csv) {
    return new CatalogReader(this).add(table, csv);
  }

  /// The factors of a class of kernels: measured on this accelerator with this engine, else with any engine, else on
  /// any accelerator. Empty when nothing of the kind was measured.
  public Optional<Kernel> kernel(String accelerator, String engine, Op op, Format format) {
    return firstOf(
        kernels,
        key(accelerator, engine, op.word(), format.word()),
        key(accelerator, ANY, op.word(), format.word()),
        key(ANY, ANY, op.word(), format.word()));
  }

  /// The law of a collective over 2, 4 or 8 accelerators, found in the same order as kernels.
  ///
  /// @param op `all_reduce` or `alltoall`
  public Optional<Collective> collective(String accelerator, String engine, String op, int count) {
    String number = Integer.toString(count <= 2 ? 2 : count <= 4 ? 4 : 8);
    return firstOf(
        collectives,
        key(accelerator, engine, op, number),
        key(accelerator, "nccl", op, number),
        key(ANY, ANY, op, number));
  }

  /// What renting an accelerator costs by the hour, as a range over the published prices; spot prices are left out,
  /// and assumptions count only where nothing else is known. Empty when nobody publishes a price.
  public Optional<Input> rental(String accelerator) {
    return RentalRange.of(rentals, accelerator);
  }

  /// What a step yields when so many tokens are drafted for a model, with the spread over methods; empty when nobody
  /// measured it.
  public Optional<Input> accepted(String architecture, int drafted) {
    List<Acceptance> measured =
        acceptance.stream()
            .filter(each -> each.architecture().equals(architecture) && each.drafted() == drafted)
            .toList();
    double[] values =
        measured.stream().mapToDouble(each -> each.accepted().range().map(Range::typical).orElse(1.0)).sorted().toArray();
    if (values.length == 0) {
      return Optional.empty();
    }
    double middle = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    Input first = measured.getFirst().accepted();
    return Optional.of(
        Input.known(first.name(), new Range(values[0], middle, values[values.length - 1]), first.unit(), first.kind(),
            first.source()));
  }

  static String key(String... parts) {
    return String.join("/", parts);
  }

  private static <T> Optional<T> firstOf(Map<String, T> map, String... keys) {
    for (String key : keys) {
      T found = map.get(key);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static Catalog load() {
    Catalog catalog = EMPTY;
    for (Table table : Table.values()) {
      Extended extended = catalog.with(table, Csv.read(table.fileName(), resource(table.fileName())));
      if (!extended.problems().isEmpty()) {
        throw new IllegalStateException("the shipped catalog: " + extended.problems().getFirst());
      }
      catalog = extended.catalog();
    }
    return catalog;
  }

  /// The columns that a table may have: those of the shipped one.
  static List<String> columns(Table table) {
    String text = resource(table.fileName());
    return List.of(text.substring(0, text.indexOf('\n')).split(",", -1));
  }

  private static String resource(String name) {
    try (InputStream in = Catalog.class.getResourceAsStream("/dev/assay/cost/catalog/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its table " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's table " + name + " cannot be read", e);
    }
  }
}
