package dev.assay.template;

import dev.assay.problem.Problem;
import freemarker.cache.StrongCacheStorage;
import freemarker.cache.TemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core._CoreAPI;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The templates of a theme as FreeMarker reads them. A template is parsed once, when it is first needed, however many builds
/// of one process have the theme.
final class ParsedTemplates {
  static {
    // FreeMarker's own log would write to the terminal beside our problems. It reads this once, when it is loaded.
    if (System.getProperty("org.freemarker.loggerLibrary") == null) {
      System.setProperty("org.freemarker.loggerLibrary", "none");
    }
  }

  private static final String INTERRUPTIBLE = "assay.interruptible";

  private final Templates templates;
  private final Configuration configuration;
  private final Faults faults;
  private final Map<String, Ready> ready = new ConcurrentHashMap<>();

  ParsedTemplates(Templates templates) {
    this.templates = templates;
    this.configuration = configuration(templates);
    this.faults = new Faults(templates);
  }

  /// A template with all that it includes.
  Ready ready(String name) {
    Ready known = ready.get(name);
    if (known != null) {
      return known;
    }
    // Outside of computeIfAbsent, which must not wait for FreeMarker; two threads may parse, one result is kept.
    synchronized (configuration) {
      return ready.computeIfAbsent(name, this::prepare);
    }
  }

  /// Parses a template and all it includes, so that a page is begun only when all of it can be read.
  private Ready prepare(String name) {
    List<Problem> problems = new ArrayList<>(templates.problems(name));
    if (!problems.isEmpty()) {
      return new Ready(List.of(), List.copyOf(problems));
    }
    List<Template> parsed = new ArrayList<>();
    for (String each : templates.closure(name)) {
      try {
        parsed.add(parsed(each));
      } catch (ParseException e) {
        problems.add(faults.unreadable(each, e));
      } catch (IOException e) {
        // FreeMarker remembers that a template could not be parsed, and says so in another way to the next who asks for it.
        if (e.getCause() instanceof ParseException earlier) {
          problems.add(faults.unreadable(each, earlier));
        } else {
          throw new UncheckedIOException("templates are in memory and cannot fail to be read", e);
        }
      }
    }
    return new Ready(List.copyOf(parsed), List.copyOf(problems));
  }

  private Template parsed(String name) throws IOException {
    Template template = configuration.getTemplate(name);
    if (template.getCustomAttribute(INTERRUPTIBLE) == null) {
      _CoreAPI.addThreadInterruptedChecks(template);
      template.setCustomAttribute(INTERRUPTIBLE, true);
    }
    return template;
  }

  /// A template that can be used, or why it cannot.
  ///
  /// @param templates the template, then those it includes; empty when there are problems
  /// @param problems  what is wrong
  record Ready(List<Template> templates, List<Problem> problems) {}

  private static Configuration configuration(Templates templates) {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setTemplateLoader(new Loader(templates));
    configuration.setCacheStorage(new StrongCacheStorage());
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    configuration.setLocalizedLookup(false);
    configuration.setDefaultEncoding("UTF-8");
    configuration.setOutputEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("c");
    configuration.setBooleanFormat("c");
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setTagSyntax(Configuration.ANGLE_BRACKET_TAG_SYNTAX);
    configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
    configuration.setTabSize(1);
    configuration.setObjectWrapper(new ViewModels());
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setAttemptExceptionReporter((_, _) -> {});
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setShowErrorTips(false);
    configuration.setFallbackOnNullLoopVariable(false);
    return configuration;
  }

  /// Gives FreeMarker the files of the theme that are templates.
  private record Loader(Templates templates) implements TemplateLoader {
    @Override
    public @Nullable Object findTemplateSource(String name) {
      return name.endsWith(".ftlh") ? templates.file(name).orElse(null) : null;
    }

    @Override
    public long getLastModified(Object source) {
      return 0;
    }

    @Override
    public Reader getReader(Object source, String encoding) {
      return new StringReader(((ThemeFile) source).text());
    }

    @Override
    public void closeTemplateSource(Object source) {
      // A file of the theme is in memory.
    }
  }
}
