package dev.assay.cost;

import dev.assay.cost.core.Layout;
import dev.assay.cost.core.Lever;
import dev.assay.cost.core.Shape;
import dev.assay.cost.core.Shape.Money;
import dev.assay.cost.data.Accelerator;
import dev.assay.cost.data.Architecture;
import dev.assay.cost.data.Architecture.Attention;
import dev.assay.cost.data.Calibration;
import dev.assay.cost.data.Catalog;
import dev.assay.cost.data.Collective;
import dev.assay.cost.data.Format;
import dev.assay.cost.data.Input;
import dev.assay.cost.data.Kernel;
import dev.assay.cost.data.Kernel.Op;
import dev.assay.cost.unit.Range;
import dev.assay.cost.unit.Unit;
import dev.assay.note.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A scenario made ready for the arithmetic: its shape, and an input for every lever, from the scenario where it sets
/// one and from the catalog otherwise.
///
/// @param inputs      for every lever
/// @param assumptions the scenario's and those made here
record Operating(Shape shape, Map<Lever, Input> inputs, List<String> assumptions) {
  private static final Set<Lever> SHARES =
      EnumSet.of(Lever.GEMM_MEMORY, Lever.EXPERTS_MEMORY, Lever.ATTENTION_MEMORY, Lever.GEMM_COMPUTE, Lever.EXPERTS_COMPUTE,
          Lever.GROUP_STALL, Lever.OUTPUT_RESERVED, Lever.COHORT);

  Operating {
    inputs = Collections.unmodifiableMap(new EnumMap<>(inputs));
    assumptions = List.copyOf(assumptions);
  }

  static Operating of(Scenario scenario, Catalog catalog) {
    List<String> assumptions = new ArrayList<>(scenario.assumptions());
    Map<Lever, Input> inputs = new EnumMap<>(Lever.class);
    Kernels kernels = kernels(scenario, catalog);
    hardware(scenario, catalog, inputs, assumptions);
    kernels.fill(inputs);
    economics(scenario, catalog, inputs);
    engine(scenario, catalog, inputs);
    calibrate(scenario, catalog, inputs);
    workload(inputs, scenario, catalog, assumptions);
    scenario.settings().forEach(inputs::put);
    for (Lever lever : Lever.values()) {
      inputs.putIfAbsent(lever, Input.unknown(lever.key(), lever.unit(), "the catalog has no value"));
    }
    return new Operating(shape(scenario, kernels, Links.of(scenario, catalog)), inputs, assumptions);
  }

  /// The levers as numbers in base units, NaN where unknown.
  double[] typical() {
    double[] x = new double[Lever.COUNT];
    inputs.forEach((lever, input) -> x[lever.index()] = input.base().map(Range::typical).orElse(Double.NaN));
    return x;
  }

  private record Kernels(
      Optional<Kernel> gemm, Optional<Kernel> experts, Optional<Kernel> decode, Optional<Kernel> prefill) {
    void fill(Map<Lever, Input> inputs) {
      gemm.ifPresent(
          kernel -> {
            measured(inputs, Lever.GEMM_COMPUTE, kernel.compute());
            measured(inputs, Lever.GEMM_MEMORY, kernel.memory());
            measured(inputs, Lever.GEMM_START, kernel.start());
          });
      experts.ifPresent(
          kernel -> {
            measured(inputs, Lever.EXPERTS_COMPUTE, kernel.compute());
            measured(inputs, Lever.EXPERTS_MEMORY, kernel.memory());
            measured(inputs, Lever.EXPERTS_START, kernel.start());
          });
      decode.ifPresent(
          kernel -> {
            measured(inputs, Lever.ATTENTION_MEMORY, kernel.memory());
            measured(inputs, Lever.ATTENTION_START, kernel.start());
          });
      prefill.ifPresent(kernel -> measured(inputs, Lever.PREFILL_COMPUTE, kernel.compute()));
    }
  }

  private static void put(Map<Lever, Input> inputs, Lever lever, Input input) {
    inputs.put(lever, input);
  }

  /// A factor that was measured on this accelerator varies from product to product, but the model's own error, measured
  /// on whole systems, already contains that. One that is only taken over from other accelerators keeps its range.
  private static void measured(Map<Lever, Input> inputs, Lever lever, Input input) {
    boolean own = input.kind() != Kind.SPECULATION;
    put(inputs, lever,
        own && input.range().isPresent()
            ? Input.known(input.name(), Range.exact(input.range().get().typical()), input.unit(), input.kind(), input.source())
            : input);
  }

  private static Kernels kernels(Scenario scenario, Catalog catalog) {
    Accelerator hardware = scenario.hardware();
    String engine = scenario.engine();
    return new Kernels(
        catalog.kernel(
            hardware.kernelsOf(), engine, Op.GEMM, measured(scenario, hardware.arithmetic(denseArithmetic(scenario)))),
        catalog.kernel(hardware.kernelsOf(), engine, Op.EXPERTS, measured(scenario, expertKernel(scenario))),
        catalog.kernel(hardware.kernelsOf(), engine, Op.DECODE_ATTENTION, scenario.precision().cache()),
        catalog.kernel(hardware.kernelsOf(), engine, Op.PREFILL_ATTENTION, Format.BF16));
  }

  private static void hardware(Scenario scenario, Catalog catalog, Map<Lever, Input> inputs, List<String> assumptions) {
    Accelerator hardware = scenario.hardware();
    put(inputs, Lever.MEMORY, hardware.memory());
    put(inputs, Lever.BANDWIDTH, hardware.bandwidth());
    put(inputs, Lever.PEAK, hardware.peak(denseArithmetic(scenario)));
    put(inputs, Lever.EXPERTS_PEAK, hardware.peak(expertArithmetic(scenario)));
    put(inputs, Lever.ATTENTION_PEAK, hardware.bf16());
    put(inputs, Lever.RATED_POWER, hardware.power());
    put(inputs, Lever.PRICE, hardware.price());
    put(inputs, Lever.RENTAL_PRICE,
        catalog
            .rental(hardware.id())
            .orElseGet(
                () -> Input.unknown(hardware.id() + ".rental_price", Lever.RENTAL_PRICE.unit(), "nobody publishes one")));
    int group = scenario.deployment().tp() * scenario.deployment().dp();
    Links links = Links.of(scenario, catalog);
    put(inputs, Lever.LINK, links.input(scenario.deployment()));
    links.far().ifPresent(network -> put(inputs, Lever.KV_LINK, network));
    if (links.spans(scenario.deployment())) {
      assumptions.add("a replica spans " + group + " accelerators, more than the fast links of " + hardware.scaleUp());
    }
    Optional<Collective> collective =
        catalog.collective(hardware.kernelsOf(), scenario.engine(), "all_reduce", Math.max(2, group));
    collective.ifPresent(
        law -> {
          measured(inputs, Lever.COLLECTIVE_START, law.alpha());
          measured(inputs, Lever.COLLECTIVE_SHARE, law.share());
        });
  }

  /// Corrects what kernels and engines were measured to do apart by what they were measured to do together.
  private static void calibrate(Scenario scenario, Catalog catalog, Map<Lever, Input> inputs) {
    Calibration.Point point =
        new Calibration.Point(
            scenario.engine(), scenario.engineVersion(), scenario.hardware().kernelsOf(), denseFamily(scenario),
            expertFamily(scenario));
    inputs.replaceAll((lever, input) -> within(lever, catalog.calibration().apply(point, lever.key(), input)));
  }

  /// No kernel moves more bytes than the memory gives, and no engine shares out more than there is.
  private static Input within(Lever lever, Input input) {
    double most = most(lever);
    return input.range()
        .filter(range -> range.high() > most)
        .map(
            range ->
                Input.known(
                    input.name(),
                    new Range(Math.min(most, range.low()), Math.min(most, range.typical()), Math.min(most, range.high())),
                    input.unit(), input.kind(), input.source()))
        .orElse(input);
  }

  /// The largest value that calibration may give a lever, in its unit.
  static double most(Lever lever) {
    return SHARES.contains(lever) ? 1 : Double.MAX_VALUE;
  }

  /// The arithmetic of dense products, formats of one width together.
  static Format denseFamily(Scenario scenario) {
    return scenario.hardware().arithmetic(denseArithmetic(scenario));
  }

  /// The format of the experts' weights, formats of one width together.
  static Format expertFamily(Scenario scenario) {
    Format format = expertFormat(scenario);
    return format.isFourBit() ? Format.FP4 : format == Format.BF16 ? format : Format.FP8;
  }

  private static void engine(Scenario scenario, Catalog catalog, Map<Lever, Input> inputs) {
    Optional.ofNullable(catalog.engines().get(scenario.engine()))
        .ifPresent(
            profile ->
                profile.settings().forEach((key, input) -> Lever.of(key).ifPresent(lever -> put(inputs, lever, input))));
  }

  private static void none(Map<Lever, Input> inputs, Lever lever, String why) {
    put(inputs, lever, Input.known(lever.key(), Range.exact(0), lever.unit(), Kind.INFERENCE, why));
  }

  /// What drafts yield was measured for some models; for others the scenario has to say it.
  private static void drafts(Map<Lever, Input> inputs, Scenario scenario, Catalog catalog) {
    Input drafted = scenario.settings().get(Lever.DRAFT_TOKENS);
    if (drafted == null) {
      put(inputs, Lever.ACCEPTED_TOKENS,
          Input.known("accepted_tokens", Range.exact(1), Unit.NONE, Kind.INFERENCE, "one token a step without drafts"));
      return;
    }
    int count = (int) Math.round(drafted.base().map(Range::typical).orElse(0.0));
    catalog.accepted(scenario.model().id(), count).ifPresent(input -> put(inputs, Lever.ACCEPTED_TOKENS, input));
  }

  private static void workload(
      Map<Lever, Input> inputs, Scenario scenario, Catalog catalog, List<String> assumptions) {
    assume(inputs, scenario, assumptions, Lever.INPUT_TOKENS, Range.exact(1024));
    assume(inputs, scenario, assumptions, Lever.OUTPUT_TOKENS, Range.exact(1024));
    assume(inputs, scenario, assumptions, Lever.CONCURRENCY, Range.exact(Lever.CONCURRENCY.most()));
    none(inputs, Lever.CACHE_HIT, "no prefix cache unless a scenario says so");
    none(inputs, Lever.HIT_HOST, "no cache in the servers' memory unless a scenario says so");
    none(inputs, Lever.HIT_SSD, "no cache on SSDs unless a scenario says so");
    none(inputs, Lever.DRAFT_TOKENS, "no drafts unless a scenario says so");
    drafts(inputs, scenario, catalog);
  }

  private static void assume(
      Map<Lever, Input> inputs, Scenario scenario, List<String> assumptions, Lever lever, Range range) {
    if (!scenario.settings().containsKey(lever)) {
      boolean most = range.typical() == Lever.CONCURRENCY.most();
      assumptions.add(lever.key() + ": " + (most ? "max" : Long.toString((long) range.typical())));
    }
    put(inputs, lever, Input.known(lever.key(), range, lever.unit(), Kind.INFERENCE, "Assay's default workload"));
  }

  private static void economics(Scenario scenario, Catalog catalog, Map<Lever, Input> inputs) {
    Map<String, Input> economics = catalog.economics();
    Map<Lever, String> names = new EnumMap<>(Lever.class);
    names.put(Lever.PUE, scenario.money() == Money.OWN ? "pue_hyperscale" : "pue_colo");
    names.put(Lever.ELECTRICITY, "electricity_usd_per_kwh");
    names.put(Lever.UTILISATION, "fleet_utilisation");
    names.put(Lever.SERVER_OVERHEAD, "server_non_gpu_overhead");
    names.put(Lever.NETWORK_SHARE, "networking_share_of_capex");
    names.put(Lever.LIFE, "server_life_years");
    names.put(Lever.COST_OF_CAPITAL, "wacc");
    names.put(Lever.OPERATIONS, "operations_share_of_capex");
    names.put(Lever.BUILDING, "dc_construction_usd_per_w");
    names.put(Lever.BUILDING_LIFE, "dc_life_years");
    names.put(Lever.COLOCATION, "colo_usd_per_kw_month");
    names.put(Lever.SERVER_POWER, "server_power_over_accelerators");
    names.put(Lever.POWER_REST, "power_rest");
    names.put(Lever.POWER_FLOOR, "power_floor");
    names.put(Lever.POWER_COMPUTE, "power_compute");
    names.put(Lever.POWER_MEMORY, "power_memory");
    names.put(Lever.POWER_CACHE, "power_cache");
    names.put(Lever.HOST_BANDWIDTH, "host_bandwidth");
    names.put(Lever.SSD_BANDWIDTH, "ssd_gen5_read_gbps");
    names.put(Lever.HOST_PRICE, "host_memory_usd_per_gb");
    names.put(Lever.SSD_PRICE, "ssd_usd_per_gb");
    names.put(Lever.SSD_REWRITES, "ssd_rewrites");
    names.put(Lever.HOLD_TIME, "cache_hold_time");
    names.put(Lever.DRAFT_COST, "draft_cost");
    names.put(Lever.SPEED_ERROR, "speed_error");
    names.put(Lever.RATE_ERROR, "rate_error");
    names.put(Lever.TPOT_ERROR, "tpot_error");
    names.put(Lever.TTFT_ERROR, "ttft_error");
    names.put(Lever.POWER_ERROR, "power_error");
    names.forEach(
        (lever, name) ->
            Optional.ofNullable(economics.get(name)).ifPresent(input -> put(inputs, lever, input)));
  }

  private static Format denseArithmetic(Scenario scenario) {
    return scenario.model().denseFormat().orElse(scenario.precision().activations());
  }

  /// The open four-bit format is multiplied in sixteen bits, or in eight where there is four-bit arithmetic.
  private static Format expertArithmetic(Scenario scenario) {
    boolean open = expertFormat(scenario) == Format.MXFP4;
    boolean four = scenario.hardware().fp4().range().isPresent();
    return open ? (four ? Format.FP8 : Format.BF16) : scenario.precision().activations();
  }

  /// The format under which expert kernels were measured.
  private static Format expertKernel(Scenario scenario) {
    Format weights = expertFormat(scenario);
    return weights == Format.MXFP4 ? weights : scenario.hardware().arithmetic(scenario.precision().activations());
  }

  private static Format measured(Scenario scenario, Format format) {
    return format == Format.FP8 && scenario.model().blockScaled() ? Format.FP8_BLOCK : format;
  }

  private static double copies(Scenario scenario, Deployment deployment) {
    int group = deployment.tp() * deployment.dp();
    double near = Math.min(scenario.model().active(), deployment.dp() - 1);
    double servers = (double) group / scenario.hardware().scaleUp();
    boolean far = servers > 1 && scenario.model().active() > 0;
    return far ? servers * (1 - StrictMath.pow(1 - 1 / servers, scenario.model().active())) : near;
  }

  /// The format of the experts' weights: the scenario's, unless the model is published in a narrower one only.
  private static Format expertFormat(Scenario scenario) {
    Format asked = scenario.precision().weights();
    return scenario.model().expertFormat().filter(published -> published.bytes() < asked.bytes()).orElse(asked);
  }

  private static Shape shape(Scenario scenario, Kernels kernels, Links links) {
    Architecture model = scenario.model();
    Deployment deployment = scenario.deployment();
    Precision precision = scenario.precision();
    boolean latent = model.attention() == Attention.LATENT;
    double dense =
        model.layers() * model.attentionParameters()
            + (model.layers() - model.expertLayers()) * model.denseParameters()
            + (double) model.expertLayers() * model.shared() * model.expertParameters()
            + (double) model.expertLayers() * model.experts() * model.hidden();
    int full = model.attention() == Attention.HYBRID || model.window() > 0 ? model.fullLayers() : model.layers();
    int window = model.window() > 0 ? model.layers() - full : 0;
    double heads = model.heads();
    Architecture.Latent sizes = model.latent();
    double decodes = latent ? 2 * heads * (2.0 * sizes.kvRank() + sizes.rope()) : 4 * heads * model.headDim();
    double reads = latent ? 2 * heads * (sizes.nope() + sizes.rope() + sizes.value()) : 4 * heads * model.headDim();
    int experts = Math.max(1, model.experts());
    return new Shape(
        model.parameters(), model.activeParameters(), model.layers(), full, window, model.window(), model.hidden(), dense,
        model.vocabularyParameters(), model.tied() ? 0 : model.vocabularyParameters(), model.expertParameters(),
        model.expertLayers(), experts, model.active(),
        StrictMath.log1p(-Math.min(0.999999, (double) model.active() / experts)), model.cacheElements(), decodes, reads,
        model.denseFormat().orElse(precision.weights()).bytes(), expertFormat(scenario).bytes(), precision.cache().bytes(),
        kernels.gemm().map(Kernel::p).orElse(2), kernels.experts().map(Kernel::p).orElse(1), deployment.accelerators(),
        layout(scenario, deployment, 1), prefillLayout(scenario, links), scenario.prefill().isPresent(),
        scenario.settings().containsKey(Lever.HIT_HOST) || scenario.settings().containsKey(Lever.HIT_SSD),
        scenario.settings().containsKey(Lever.DRAFT_TOKENS), scenario.money());
  }

  private static Layout layout(Scenario scenario, Deployment deployment, double linkFactor) {
    Architecture model = scenario.model();
    boolean latent = model.attention() == Attention.LATENT;
    int group = deployment.tp() * deployment.dp();
    return new Layout(
        deployment.tp(), deployment.dp(), deployment.pp(),
        latent ? 1 : Math.min(deployment.tp(), Math.max(1, model.kvHeads())), deployment.ep() > 1,
        (double) model.expertFfn() / (deployment.ep() > 1 ? 1 : group), Math.sqrt(Math.max(1, group / 8.0)),
        copies(scenario, deployment), deviations(group), linkFactor);
  }

  /// The expected maximum of so many normal deviates, within 0.07 of a standard deviation for 2 to 64.
  private static double deviations(int count) {
    return count == 1 ? 0 : 0.564 * StrictMath.pow(StrictMath.log(count) / StrictMath.log(2), 0.8);
  }

  /// The pool that reads inputs may lie within the fast links when the decoding one does not, or the other way round.
  private static Layout prefillLayout(Scenario scenario, Links links) {
    return scenario.prefill()
        .map(pool -> layout(scenario, pool, links.rate(pool) / links.rate(scenario.deployment())))
        .orElseGet(() -> layout(scenario, scenario.deployment(), 1));
  }

  /// The links of the accelerator, and those between servers.
  private record Links(Scenario scenario, Input near, Optional<Input> far) {
    static Links of(Scenario scenario, Catalog catalog) {
      return new Links(scenario, scenario.hardware().link(), Optional.ofNullable(catalog.economics().get("node_network")));
    }

    boolean spans(Deployment deployment) {
      return deployment.tp() * deployment.dp() > scenario.hardware().scaleUp();
    }

    Input input(Deployment deployment) {
      return spans(deployment) ? far.orElse(near) : near;
    }

    double rate(Deployment deployment) {
      return input(deployment).base().map(Range::typical).orElse(1.0);
    }
  }

  /// The input of a lever.
  Input input(Lever lever) {
    Input input = inputs.get(lever);
    if (input == null) {
      throw new IllegalStateException("no input for " + lever);
    }
    return input;
  }

  /// The range of a lever in base units; it must be known.
  Range base(Lever lever) {
    return input(lever).base().orElseThrow(() -> new IllegalStateException(lever + " is unknown"));
  }

  /// Levers that vary, in the order of their declaration.
  List<Lever> uncertain() {
    return Arrays.stream(Lever.values())
        .filter(lever -> input(lever).range().filter(range -> !range.isExact()).isPresent())
        .toList();
  }
}
