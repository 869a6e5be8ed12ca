package dev.assay.template;

import dev.assay.markdown.PolicyCheck;
import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The theme in force: the program's own, with the files that a site puts in its `templates/` instead of it or beside
/// it. Immutable; when a file changes, make another one.
///
/// `x.ftlh` are templates, `i18n/xx.properties` strings, everything under `assets/` is published. Nothing is parsed
/// until it is asked for. What is wrong in one file is told by [#problems()] for all of them and by [#problems(String)]
/// for one page; neither runs a template.
public final class Templates {
  private final Map<String, ThemeFile> files;
  private final SortedSet<String> assetNames = new TreeSet<>();
  private final Map<String, Asset> assets = new ConcurrentHashMap<>();
  private final Map<String, Inclusions> inclusions = new ConcurrentHashMap<>();
  private final Map<String, Strings> strings = new ConcurrentHashMap<>();
  private final Map<String, Digest> digests = new ConcurrentHashMap<>();
  private final Map<Map<String, String>, ShortcodeTemplates> shortcodes = new ConcurrentHashMap<>();
  private final List<Problem> fileProblems = new ArrayList<>();
  private final Map<String, StringsFile> stringFiles = new TreeMap<>();
  private @Nullable ParsedTemplates parsed;

  private Templates(Map<String, ThemeFile> files) {
    this.files = files;
    for (ThemeFile file : files.values()) {
      Optional<Problem> fault = file.fault();
      if (fault.isPresent()) {
        fileProblems.add(fault.get());
      } else if (file.name().startsWith("assets/")) {
        assetNames.add(file.name().substring("assets/".length()));
      } else if (isStrings(file.name())) {
        StringsFile texts = StringsFile.of(file);
        stringFiles.put(tag(file.name()), texts);
        fileProblems.addAll(texts.problems());
      }
    }
  }

  private static boolean isStrings(String name) {
    return name.startsWith("i18n/") && name.endsWith(".properties");
  }

  private static String tag(String strings) {
    return strings.substring("i18n/".length(), strings.length() - ".properties".length());
  }

  /// The default theme as it is, read once in a process.
  private static final class Standard {
    static final Templates ONLY = made(Map.of());
  }

  /// A theme that was made of a site's own files.
  private record Own(Map<String, byte[]> files, Templates templates) {
    boolean isOf(Map<String, byte[]> others) {
      return files.keySet().equals(others.keySet()) && others.entrySet().stream().allMatch(other -> Arrays.equals(other.getValue(), files.get(other.getKey())));
    }
  }

  /// The last of them: a preview builds again and again with it.
  private static final AtomicReference<Optional<Own>> LAST = new AtomicReference<>(Optional.empty());

  /// The default theme as it is.
  public static Templates standard() {
    return Standard.ONLY;
  }

  /// The default theme under a site's own files. A file that equals the theme's replaces nothing.
  ///
  /// @param own the site's files by their path below `templates/`; strings it does not give stay those of the theme
  public static Templates over(Map<String, byte[]> own) {
    if (own.isEmpty()) {
      return Standard.ONLY;
    }
    Optional<Own> last = LAST.get().filter(made -> made.isOf(own));
    if (last.isEmpty()) {
      Map<String, byte[]> kept = new TreeMap<>();
      own.forEach((name, bytes) -> kept.put(name, bytes.clone()));
      last = Optional.of(new Own(kept, made(kept)));
      LAST.set(last);
    }
    return last.get().templates();
  }

  private static Templates made(Map<String, byte[]> own) {
    Map<String, ThemeFile> files = new TreeMap<>(PackedTheme.files());
    Map<String, ThemeFile> packed = Map.copyOf(files);
    List<ThemeFile> under = new ArrayList<>();
    new TreeMap<>(own)
        .forEach(
            (name, bytes) -> {
              ThemeFile replaced = packed.get(name);
              if (replaced != null && replaced.has(bytes)) {
                return;
              }
              if (replaced != null && isStrings(name)) {
                under.add(replaced);
              }
              if (!name.equals(PackedTheme.INDEX) && !isHidden(name)) {
                files.put(name, new ThemeFile(name, true, bytes));
              }
            });
    Templates templates = new Templates(files);
    under.forEach(templates::fillUnder);
    return templates;
  }

  /// What editors and file managers leave behind is not part of a theme.
  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.") || name.endsWith("~");
  }

  private void fillUnder(ThemeFile replaced) {
    stringFiles.computeIfPresent(tag(replaced.name()), (_, site) -> over(StringsFile.of(replaced), site));
  }

  private static StringsFile over(StringsFile under, StringsFile above) {
    Map<String, String> texts = new TreeMap<>(under.texts());
    texts.putAll(above.texts());
    return new StringsFile(texts, above.problems());
  }

  /// The templates as FreeMarker reads them.
  synchronized ParsedTemplates parsed() {
    ParsedTemplates known = parsed;
    if (known == null) {
      known = new ParsedTemplates(this);
      parsed = known;
    }
    return known;
  }

  /// The files to publish, by address.
  public List<Asset> assets() {
    return assetNames.stream().flatMap(name -> asset(name).stream()).sorted(Comparator.comparing(Asset::address)).toList();
  }

  /// What a new note of some sort begins with: the file `new/<name>.md`.
  public Optional<SourceText> starter(String name) {
    return file("new/" + name + ".md").map(ThemeFile::source);
  }

  /// The asset of a name below `assets/`.
  public Optional<Asset> asset(String name) {
    // Made when it is asked for: style sheets and scripts are made smaller, and many commands need none.
    return assetNames.contains(name)
        ? Optional.of(assets.computeIfAbsent(name, _ -> Optional.ofNullable(files.get("assets/" + name)).orElseThrow().asset()))
        : Optional.empty();
  }

  /// The names of all templates.
  public List<String> names() {
    return files.keySet().stream().filter(name -> name.endsWith(".ftlh")).toList();
  }

  /// The templates that are the site's own.
  List<String> ownNames() {
    return names().stream().filter(name -> file(name).filter(ThemeFile::isOwn).isPresent()).toList();
  }

  /// The style sheets that are the site's own.
  List<ThemeFile> ownSheets() {
    return assetNames.stream().filter(name -> name.endsWith(".css")).flatMap(name -> file("assets/" + name).stream()).filter(ThemeFile::isOwn).toList();
  }

  /// What the site's own templates and style sheets ask of browsers in vain: warnings, each at its place.
  public List<Problem> stopped(PolicyCheck check) {
    return PolicyProblems.of(this, check);
  }

  /// The shortcodes of the theme.
  ///
  /// @param taken what a name means elsewhere, so that no shortcode can have it: `fact` → `a kind of claim`
  public ShortcodeTemplates shortcodes(Map<String, String> taken) {
    return shortcodes.computeIfAbsent(Map.copyOf(taken), names -> ShortcodeTemplates.of(this, names));
  }

  /// The words of the theme in a language; for `pt-BR` those of `pt` where there is nothing nearer.
  public Strings strings(Language language) {
    return strings.computeIfAbsent(
        language.tag(),
        tag -> {
          int dash = tag.indexOf('-');
          StringsFile near = stringFiles.getOrDefault(tag, StringsFile.NONE);
          StringsFile wide = dash < 0 ? StringsFile.NONE : stringFiles.getOrDefault(tag.substring(0, dash), StringsFile.NONE);
          StringsFile english = stringFiles.getOrDefault(Language.ENGLISH.tag(), StringsFile.NONE);
          return new Strings(language, over(wide, near).texts(), english.texts());
        });
  }

  /// Names everything but the view that a page of this template in this language is made from: the template, all that
  /// it includes and imports, the strings and the addresses of the assets it asks for.
  public Digest digest(String template, Language language) {
    return digests.computeIfAbsent(
        template + " " + language.tag(),
        _ -> {
          StringBuilder text = new StringBuilder(strings(language).digest().hex());
          for (String name : closure(template)) {
            text.append('\n').append(name).append(' ').append(file(name).map(file -> file.digest().hex()).orElse("-"));
          }
          askedAssets(template).forEach(address -> text.append('\n').append(address));
          return Digest.of(text.toString());
        });
  }

  /// The addresses of the assets that a template and all that it includes ask for.
  List<String> askedAssets(String template) {
    Set<String> asked = new TreeSet<>();
    for (String name : closure(template)) {
      asked.addAll(inclusions(name).anyAsset() ? assetNames : inclusions(name).assets());
    }
    return asked.stream().map(name -> asset(name).map(asset -> asset.address().value()).orElse("-")).toList();
  }

  /// What is wrong with any file of the theme, as far as it shows without running a template: includes of nothing,
  /// loops, strings that cannot be read. Templates are not parsed for this; see [Renderer#check()].
  public List<Problem> problems() {
    Set<Problem> problems = new LinkedHashSet<>(fileProblems);
    names().forEach(name -> problems.addAll(problems(name)));
    return problems.stream().sorted(Problem.ORDER).toList();
  }

  /// What is wrong with one template and all that it includes.
  public List<Problem> problems(String template) {
    List<Problem> problems = new ArrayList<>();
    if (file(template).isEmpty()) {
      problems.add(
          Problem.ofFile(Severity.ERROR, Code.TEMPLATE, "templates/" + template,
              "there is no template '" + template + "'", Nearest.hint(template, names())));
      return problems;
    }
    Deque<String> path = new ArrayDeque<>();
    walk(template, path, new LinkedHashSet<>(), problems);
    return problems.stream().sorted(Problem.ORDER).toList();
  }

  /// All templates that one needs, itself first, each once.
  List<String> closure(String template) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(template));
    while (!waiting.isEmpty()) {
      String name = waiting.removeFirst();
      if (seen.add(name)) {
        inclusions(name).targets().forEach(target -> waiting.addLast(target.name()));
      }
    }
    return List.copyOf(seen);
  }

  Optional<ThemeFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private Inclusions inclusions(String name) {
    return inclusions.computeIfAbsent(
        name, key -> file(key).map(Inclusions::of).orElse(Inclusions.NONE));
  }

  /// Depth first; a template that is met while it is still open closes a loop.
  private void walk(String name, Deque<String> path, Set<String> done, List<Problem> problems) {
    path.addLast(name);
    Inclusions found = inclusions(name);
    problems.addAll(found.problems());
    file(name).flatMap(ThemeFile::fault).ifPresent(problems::add);
    SourceText text = file(name).map(ThemeFile::source).orElseGet(() -> new SourceText(name, ""));
    for (Inclusions.Target target : found.targets()) {
      if (file(target.name()).isEmpty() || !target.name().endsWith(".ftlh")) {
        problems.add(
            text.error(Code.TEMPLATE, target.start(), target.end(), "there is no template '" + target.name() + "'",
                Nearest.hint(target.name(), names())));
      } else if (path.contains(target.name())) {
        List<String> loop = new ArrayList<>(path);
        List<String> ring = new ArrayList<>(loop.subList(loop.indexOf(target.name()), loop.size()));
        ring.add(target.name());
        problems.add(
            text.error(Code.TEMPLATE_LOOP, target.start(), target.end(),
                "templates include each other in a loop: " + String.join(" → ", ring),
                "move what they share into a template of its own"));
      } else if (!done.contains(target.name())) {
        walk(target.name(), path, done, problems);
      }
    }
    path.removeLast();
    done.add(name);
  }
}
