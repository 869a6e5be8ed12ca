package dev.assay.fuzz;

import dev.assay.asset.PicturesFuzz;
import dev.assay.asset.SvgFuzz;
import dev.assay.build.DirectivesFuzz;
import dev.assay.claim.ClaimSyntaxFuzz;
import dev.assay.claim.cite.SourcesFuzz;
import dev.assay.cost.unit.UnitsFuzz;
import dev.assay.frontmatter.HeadFuzz;
import dev.assay.importer.ImportFuzz;
import dev.assay.importer.folder.FolderFuzz;
import dev.assay.markdown.MarkdownFuzz;
import dev.assay.markdown.ParserThreads;
import dev.assay.math.FormulaFuzz;
import dev.assay.problem.SourceText;
import dev.assay.serve.RequestFuzz;
import dev.assay.syntax.CodeFuzz;
import dev.assay.testing.FuzzTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// All that is fuzzed, and the door through which Jazzer drives one of them: `bench/fuzz` calls it.
public final class Fuzz {
  /// What was found, by target: every test run tries it.
  static final Path FINDINGS = Path.of("src/test/resources/fuzz");

  /// What reads claims, of whatever room; not the rest of Markdown, which has a target of its own.
  private static final List<String> CLAIM_SYNTAX =
      Stream.concat(
              Stream.of("claim.*"),
              Stream.of("ClaimFinder", "ClaimOpening", "Claims", "KindRows", "KindTable", "OptionLines", "Misses", "EntityColumn", "CheckpointTable", "TableHeads", "TableColumns").map(name -> "markdown." + name + "*"))
          .toList();

  /// The targets by name. The packages are those whose paths are counted: what each target is there to try.
  static final Map<String, Target> TARGETS = targets();

  private static @Nullable FuzzTarget running;

  private Fuzz() {}

  /// @param rooms   whose classes are counted, with those nested in them: `a.*` a package, `a.**` what is below it too, `a.B*` classes by how they begin
  /// @param longest the longest input, in bytes
  record Target(Supplier<FuzzTarget> maker, List<String> rooms, int longest) {
    /// A new one: some read a catalogue before they begin.
    FuzzTarget fuzz() {
      return maker.get();
    }
  }

  private static Map<String, Target> targets() {
    Map<String, Target> all = new TreeMap<>();
    all.put("claims", new Target(ClaimSyntaxFuzz::new, CLAIM_SYNTAX, 400));
    all.put("markdown", new Target(MarkdownFuzz::new, List.of("markdown.**", "note.**"), 600));
    all.put("heads", new Target(HeadFuzz::new, List.of("frontmatter.**", "edit.**"), 600));
    all.put("directives", new Target(DirectivesFuzz::new, List.of("cost.*", "chart.block.**", "claim.CheckpointQuery*", "markdown.Shortcode*"), 600));
    all.put("units", new Target(UnitsFuzz::new, List.of("cost.unit.**", "cost.data.**", "cost.*"), 400));
    all.put("import", new Target(ImportFuzz::new, List.of("importer.*", "importer.feed.*", "importer.html.*"), 1_500));
    all.put("folders", new Target(FolderFuzz::new, List.of("importer.folder.*"), 800));
    all.put("request", new Target(RequestFuzz::new, List.of("serve.**"), 600));
    all.put("pictures", new Target(PicturesFuzz::new, List.of("asset.**"), 2_000));
    all.put("drawings", new Target(SvgFuzz::new, List.of("asset.Svg*"), 1_000));
    all.put("sources", new Target(SourcesFuzz::new, List.of("claim.cite.**"), 600));
    all.put("code", new Target(CodeFuzz::new, List.of("syntax.**"), 400));
    all.put("formulas", new Target(FormulaFuzz::new, List.of("math.**"), 300));
    return all;
  }

  /// Called by Jazzer before it begins.
  public static void fuzzerInitialize(String[] args) {
    running = target(args[0]).fuzz();
  }

  /// Called by Jazzer with each input.
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length > 1 && running != null) {
      running.run(data);
    }
  }

  /// `prepare TARGET FOLDER` writes seeds into `FOLDER/corpus`, the words into `FOLDER/words`, a sum over the classes into `FOLDER/program`; `run TARGET ARGUMENT…` runs Jazzer.
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "names" -> System.out.println(String.join("\n", TARGETS.keySet()));
      case "prepare" -> prepare(args[1], Path.of(args[2]));
      case "run" -> run(args[1], Arrays.copyOfRange(args, 2, args.length));
      default -> throw new IllegalArgumentException("names, prepare or run, not " + args[0]);
    }
  }

  private static Target target(String name) {
    Target target = TARGETS.get(name);
    if (target == null) {
      throw new IllegalArgumentException("no target is called '" + name + "': " + String.join(", ", TARGETS.keySet()));
    }
    return target;
  }

  private static void prepare(String name, Path folder) throws IOException {
    FuzzTarget fuzz = target(name).fuzz();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    int number = 0;
    for (byte[] seed : fuzz.seeds()) {
      Files.write(corpus.resolve("seed-" + number++), seed);
    }
    for (Map.Entry<String, byte[]> finding : findings(name).entrySet()) {
      Files.write(corpus.resolve("found-" + finding.getKey()), finding.getValue());
    }
    StringBuilder words = new StringBuilder();
    for (String token : new TreeSet<>(fuzz.tokens())) {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      if (bytes.length > 0 && bytes.length <= 64) {
        words.append('"');
        for (byte b : bytes) {
          boolean plain = b >= 0x20 && b < 0x7f && b != '"' && b != '\\';
          words.append(plain ? Character.toString(b) : String.format(java.util.Locale.ROOT, "\\x%02x", b));
        }
        words.append("\"\n");
      }
    }
    Files.writeString(folder.resolve("words"), words);
    Files.writeString(folder.resolve("program"), program(target(name)));
  }

  /// A sum over what the counts of a target depend on: the classes whose paths are counted, and the target's own.
  private static String program(Target target) throws IOException {
    CRC32 sum = new CRC32();
    for (Path file : classes(SourceText.class, target.rooms()).values()) {
      sum.update(Files.readAllBytes(file));
    }
    for (Path file : classes(Fuzz.class, List.of(target.fuzz().getClass().getName().substring("dev.assay.".length()))).values()) {
      sum.update(Files.readAllBytes(file));
    }
    return Long.toString(sum.getValue());
  }

  /// The classes of some rooms that lie where another class lies, by name.
  private static Map<String, Path> classes(Class<?> beside, List<String> rooms) throws IOException {
    List<String> begins = rooms.stream().map(room -> ("dev.assay." + room).replace("*", "")).toList();
    Map<String, Path> all = new TreeMap<>();
    Path folder;
    try {
      folder = Path.of(beside.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String name = folder.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", "");
        if (begins.stream().anyMatch(name::startsWith)) {
          all.put(name, file);
        }
      }
    }
    return all;
  }

  /// What was found for a target, by the file's name.
  static Map<String, byte[]> findings(String name) {
    Path folder = FINDINGS.resolve(name);
    Map<String, byte[]> all = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          all.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return all;
  }

  /// On a stack on which Markdown is read at once: a thread for each input would take more time than the input.
  private static void run(String name, String[] more) throws IOException {
    Target target = target(name);
    // Tests of the same rooms are not counted.
    String tests = String.join(":", classes(Fuzz.class, target.rooms()).keySet());
    String rooms = String.join(":", target.rooms().stream().map(room -> "dev.assay." + room).toList());
    List<String> own =
        List.of(
            "--target_class=" + Fuzz.class.getName(), "--target_args=" + name, "--instrumentation_includes=" + rooms,
            "--instrumentation_excludes=" + tests,
            // What only finds faults that Java programs of other kinds have, and comparisons, take nine tenths of the time.
            // Each has to be named: a pattern is passed over in silence.
            "--disabled_hooks=" + String.join(":", hooks()), "--custom_hook_includes=" + Fuzz.class.getName(), "--trace=cov", "--mutator_framework=false",
            "--keep_going=20", "-timeout=20", "-len_control=0", "-reload=0", "-max_len=" + target.longest());
    String[] arguments = Stream.concat(own.stream(), Arrays.stream(more)).toArray(String[]::new);
    try (ParserThreads threads = new ParserThreads(1)) {
      threads.submit(() -> jazzer(arguments)).join();
    }
  }

  /// The names of all that Jazzer would look for.
  private static List<String> hooks() {
    try {
      List<?> all = (List<?>) Class.forName("com.code_intelligence.jazzer.sanitizers.Constants").getField("SANITIZER_HOOK_NAMES").get(null);
      return all.stream().map(Object::toString).toList();
    } catch (ClassNotFoundException | NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException("Jazzer has no such list", e);
    }
  }

  private static boolean jazzer(String[] arguments) {
    try {
      // Jazzer is there only when Maven runs with the profile `fuzz`.
      Class.forName("com.code_intelligence.jazzer.Jazzer").getMethod("main", String[].class).invoke(null, (Object) arguments);
      return true;
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Jazzer does not run", e);
    }
  }

  /// All inputs that a target begins with, by name.
  static Map<String, byte[]> inputs(String name) {
    Map<String, byte[]> all = new HashMap<>(findings(name));
    int number = 0;
    for (byte[] seed : target(name).fuzz().seeds()) {
      all.put("seed " + number++, seed);
    }
    return new TreeMap<>(all);
  }
}
