package dev.assay.template;

import dev.assay.note.Digest;
import dev.assay.note.Language;
import dev.assay.note.Shortcode;
import dev.assay.note.ShortcodeCall;
import dev.assay.note.ShortcodeValue;
import dev.assay.note.Shortcodes;
import dev.assay.problem.Code;
import dev.assay.problem.Problem;
import dev.assay.problem.SourceText;
import dev.assay.view.DateView;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The shortcodes of a theme: the templates `shortcodes/<name>.ftlh`. One that is printed sees its parameters by their names,
/// `body`, `id`, `lang`, and the functions of all templates; nothing of the note or the site, so that what it prints depends on
/// nothing else.
///
/// Safe for any number of threads. FreeMarker is not begun before one is printed.
public final class ShortcodeTemplates implements Shortcodes {
  private static final String FOLDER = "shortcodes/";
  private static final String FEED = ".feed.ftlh";
  private static final String ENDING = ".ftlh";
  private static final long SECONDS = 5;
  private static final int LONGEST = 1_000_000;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
  private static final Pattern WORDS = Pattern.compile("\\b(?:t|day)\\s*\\(");

  private final Templates templates;
  private @Nullable Renderer renderer;
  private final Set<String> names = new TreeSet<>();
  private final Map<String, Shortcode> shortcodes = new ConcurrentHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private ShortcodeTemplates(Templates templates) {
    this.templates = templates;
  }

  /// The shortcodes of a theme.
  ///
  /// @param taken what a name means elsewhere, so that no shortcode can have it: `fact` → `a kind of claim`
  static ShortcodeTemplates of(Templates templates, Map<String, String> taken) {
    ShortcodeTemplates all = new ShortcodeTemplates(templates);
    for (String file : templates.names()) {
      if (file.startsWith(FOLDER) && file.indexOf('/', FOLDER.length()) < 0) {
        all.add(file, taken);
      }
    }
    return all;
  }

  private synchronized Renderer renderer() {
    if (renderer == null) {
      renderer = new Renderer(templates, SECONDS, LONGEST);
    }
    return renderer;
  }

  private void add(String file, Map<String, String> taken) {
    boolean feed = file.endsWith(FEED);
    String name = file.substring(FOLDER.length(), file.length() - (feed ? FEED : ENDING).length());
    SourceText text = templates.file(file).orElseThrow().source();
    Optional<String> fault = nameFault(name, taken);
    if (fault.isPresent()) {
      // Where a site gives a name of the program's another meaning, that is what it means.
      if (isOwn(file)) {
        problems.add(text.error(Code.SHORTCODE, 0, 1, "a shortcode cannot be called '" + name + "': " + fault.get(), "rename the file"));
      }
    } else if (feed && templates.file(FOLDER + name + ENDING).isEmpty()) {
      problems.add(text.error(Code.SHORTCODE, 0, 1, "there is no shortcode '" + name + "' that this could be the feeds' form of", "add templates/" + FOLDER + name + ENDING));
    } else if (!feed) {
      names.add(name);
      if (isOwn(file) || isOwn(FOLDER + name + FEED)) {
        shortcodes.put(name, checked(name));
      }
    }
  }

  /// Those of the program include nothing that a site could replace.
  private boolean isOwn(String file) {
    return templates.file(file).filter(ThemeFile::isOwn).isPresent();
  }

  /// The site's own are read and parsed at once, so that a fault is told once and not at each use.
  private Shortcode checked(String name) {
    ShortcodeHead.Read read = read(name);
    problems.addAll(read.problems());
    List<Problem> faults = new ArrayList<>(faults(FOLDER + name + ENDING));
    if (read.shortcode().feed()) {
      faults.addAll(faults(FOLDER + name + FEED));
    }
    problems.addAll(faults);
    return faults.isEmpty() ? read.shortcode() : new Shortcode(name, "", false, Shortcode.Body.OPTIONAL, "", List.of(), false, false);
  }

  private List<Problem> faults(String file) {
    List<Problem> faults = new ArrayList<>(renderer().check(file));
    templates.closure(file).forEach(each -> templates.file(each).ifPresent(source -> faults.addAll(ShortcodeScripts.problems(source.source()))));
    return faults;
  }

  private ShortcodeHead.Read read(String name) {
    return ShortcodeHead.read(name, templates.file(FOLDER + name + ENDING).orElseThrow().source(), templates.file(FOLDER + name + FEED).isPresent());
  }

  private static Optional<String> nameFault(String name, Map<String, String> taken) {
    if (!NAME.matcher(name).matches()) {
      return Optional.of("a name is of small letters, digits and '-'");
    }
    return Optional.ofNullable(taken.get(name)).map(what -> "that is " + what);
  }

  /// What is wrong with the files of shortcodes.
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// All shortcodes by their names.
  public List<Shortcode> all() {
    return names.stream().flatMap(name -> named(name).stream()).toList();
  }

  /// Where a shortcode's template lies, as problems show it.
  public String file(Shortcode shortcode) {
    return templates.file(FOLDER + shortcode.name() + ENDING).orElseThrow().shown();
  }

  /// Names everything that decides what notes get from shortcodes, beyond what the program itself has.
  public Digest digest(List<Language> languages) {
    StringBuilder text = new StringBuilder();
    for (String file : templates.names()) {
      if (file.startsWith(FOLDER) && isOwn(file)) {
        digest(file, languages, text);
      }
    }
    for (Language language : languages) {
      Strings.FURTHER.forEach(key -> text.append(templates.strings(language).own(key).orElse("-")).append('\n'));
    }
    return Digest.of(text.toString());
  }

  private void digest(String file, List<Language> languages, StringBuilder text) {
    boolean speaks = false;
    for (String each : templates.closure(file)) {
      Optional<ThemeFile> source = templates.file(each);
      text.append(each).append(' ').append(source.map(known -> known.digest().hex()).orElse("-")).append('\n');
      speaks |= source.filter(known -> WORDS.matcher(known.text()).find()).isPresent();
    }
    templates.askedAssets(file).forEach(asset -> text.append(asset).append('\n'));
    if (speaks) {
      languages.forEach(language -> text.append(templates.strings(language).digest().hex()).append('\n'));
    }
  }

  @Override
  public Optional<Shortcode> named(String name) {
    // Those of the program are known to be readable, and read when they are called.
    return names.contains(name) ? Optional.of(shortcodes.computeIfAbsent(name, each -> read(each).shortcode())) : Optional.empty();
  }

  @Override
  public Set<String> names() {
    return Collections.unmodifiableSet(names);
  }

  @Override
  public Printed print(ShortcodeCall call) {
    Map<String, TemplateModel> variables = new HashMap<>();
    try {
      variables.put("body", HTMLOutputFormat.INSTANCE.fromMarkup(call.body().orElse("")));
      for (Map.Entry<String, ShortcodeValue> value : call.values().entrySet()) {
        variables.put(value.getKey(), model(value.getValue(), call.language()));
      }
    } catch (TemplateModelException e) {
      throw new IllegalStateException("a mark is markup", e);
    }
    variables.put("id", new SimpleScalar(call.id()));
    if (!call.name().isEmpty()) {
      variables.put("anchor", new SimpleScalar(call.name()));
    }
    variables.put("lang", new SimpleScalar(call.language().tag()));
    String file = FOLDER + call.shortcode().name() + (call.page() ? ENDING : FEED);
    return switch (renderer().renderShortcode(file, call.language(), variables)) {
      case Outcome.Rendered(String html) -> new Markup(html);
      case Outcome.Failed(List<Problem> faults) -> failed(faults.getFirst(), call);
    };
  }

  private static Failed failed(Problem fault, ShortcodeCall call) {
    List<String> optional = call.shortcode().parameters().stream().filter(Shortcode.Parameter::optional).map(Shortcode.Parameter::name).toList();
    Optional<String> missing = optional.stream().filter(name -> fault.message().equals("'" + name + "' is missing")).findFirst();
    String hint = missing.map(name -> "'" + name + "' is optional: write ${" + name + "!} in the template, or <#if " + name + "??>").orElse(fault.hint());
    return new Failed(fault.place().toString(), fault.message(), hint);
  }

  private TemplateModel model(ShortcodeValue value, Language language) throws TemplateModelException {
    return switch (value) {
      case ShortcodeValue.Words(String text) -> new SimpleScalar(text);
      case ShortcodeValue.Amount amount -> new SimpleNumber(amount.number());
      case ShortcodeValue.Flag(boolean set) -> set ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
      case ShortcodeValue.Day day -> new DayModel(day.day().toString(), Dates.spelled(DateView.of(day.day(), language).text(), templates.strings(language)));
      case ShortcodeValue.Later(String mark) -> HTMLOutputFormat.INSTANCE.fromMarkup(mark);
      case ShortcodeValue.Linked linked -> new NoteModel(linked);
    };
  }

  /// A day: `${when}` is `2026-05-30`, `${when.text}` as people read it.
  private record DayModel(String iso, String text) implements TemplateScalarModel, TemplateHashModel {
    @Override
    public String getAsString() {
      return iso;
    }

    @Override
    public @Nullable TemplateModel get(String key) {
      return key.equals("text") ? new SimpleScalar(text) : null;
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }

  /// A note: `${other.url}` and `${other.title}`.
  private record NoteModel(ShortcodeValue.Linked note) implements TemplateHashModel {
    @Override
    public @Nullable TemplateModel get(String key) {
      return switch (key) {
        case "url" -> new SimpleScalar(note.address());
        case "title" -> new SimpleScalar(note.title());
        default -> null;
      };
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
  }
}
