package dev.assay.template;

import dev.assay.note.Language;
import dev.assay.problem.Problem;
import dev.assay.view.FrameView;
import dev.assay.view.PageView;
import dev.assay.view.Recent;
import freemarker.template.SimpleHash;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Prints views. May be used by many threads at once; a template is parsed once, when it is first needed.
///
/// A template sees `page` (the view), `frame` and `site` (its frame and the frame's site), `t("key", …)` and
/// `asset("name")`; a part's template sees `view` and `t`. `<@once of=x>…</@once>` prints what is in it once for a view. A page that would be longer than 64 million characters or take longer
/// than 30 seconds is a problem, not a page.
///
/// A body whose parts cannot be read must throw an [UncheckedIOException]; it is passed on, because it is no fault of
/// the template.
public final class Renderer {
  private static final int LONGEST = 64_000_000;
  private static final long SECONDS = 30;
  private static final int RECENT = 4_096;

  private final Templates templates;
  private final ParsedTemplates parsed;
  private final Faults faults;
  private final Watch watch;
  private final Recent<Once.Key, String> printed = new Recent<>(RECENT);
  private final int longest;

  public Renderer(Templates templates) {
    this(templates, SECONDS, LONGEST);
  }

  /// @param seconds how long one rendering may take
  Renderer(Templates templates, long seconds) {
    this(templates, seconds, LONGEST);
  }

  /// @param longest how many characters one rendering may print
  Renderer(Templates templates, long seconds, int longest) {
    this.longest = longest;
    this.templates = templates;
    this.parsed = templates.parsed();
    this.faults = new Faults(templates);
    this.watch = new Watch(seconds);
  }

  /// Prints a page with the template of its shape, as a text.
  public Outcome render(PageView page) {
    return switch (print(page)) {
      case Printed.Page(byte[] bytes, _) -> new Outcome.Rendered(new String(bytes, StandardCharsets.UTF_8));
      case Printed.Failed(List<Problem> problems) -> new Outcome.Failed(problems);
    };
  }

  /// The same, and says where its note's own markup came to stand.
  public Printed print(PageView page) {
    FrameView frame = page.frame();
    ViewModels models = new ViewModels();
    SimpleHash root = new SimpleHash(models);
    root.put("page", page);
    root.put("frame", frame);
    root.put("site", frame.site());
    root.put("asset", Functions.asset(templates, frame.site().base()));
    PageText text = new PageText(longest, models::printed);
    List<Problem> problems = print(page.template(), new Language(frame.language()), frame.subject(), root, models, text);
    return problems.isEmpty() ? new Printed.Page(text.done(), models.passages()) : new Printed.Failed(problems);
  }

  /// Prints a piece of a page, or of a feed.
  ///
  /// @param template the template's name: `feed/figure-table.ftlh`
  /// @param language the language of its strings
  /// @param subject  what it is printed for, for error messages: `content/post/x.md`
  /// @param view     what it shows as `view`: a record of the view room
  public Outcome renderPart(String template, Language language, String subject, Record view) {
    ViewModels models = new ViewModels();
    SimpleHash root = new SimpleHash(models);
    root.put("view", view);
    return render(template, language, subject, root, models);
  }

  /// Prints a shortcode.
  ///
  /// @param variables what it sees beside `t`, `day` and `asset`
  Outcome renderShortcode(String template, Language language, Map<String, TemplateModel> variables) {
    ViewModels models = new ViewModels();
    SimpleHash root =
        new SimpleHash(models) {
          @Override
          public @Nullable TemplateModel get(String name) throws TemplateModelException {
            TemplateModel model = super.get(name);
            if (model == null) {
              models.missed("shortcode", name, variables.keySet());
            }
            return model;
          }
        };
    variables.forEach(root::put);
    root.put("asset", Functions.asset(templates, ""));
    return render(template, language, "", root, models);
  }

  /// What is wrong with a template, when it is parsed with all that it includes.
  List<Problem> check(String template) {
    return parsed.ready(template).problems();
  }

  /// Tells what is wrong with any template, and parses the site's own for it. Those of the program are known to be
  /// readable.
  public List<Problem> check() {
    Set<Problem> problems = new LinkedHashSet<>(templates.problems());
    for (String name : templates.ownNames()) {
      problems.addAll(parsed.ready(name).problems());
    }
    return problems.stream().sorted(Problem.ORDER).toList();
  }

  private Outcome render(String name, Language language, String subject, SimpleHash root, ViewModels models) {
    BoundedText text = new BoundedText(longest, models::printed);
    List<Problem> problems = print(name, language, subject, root, models, text);
    return problems.isEmpty() ? new Outcome.Rendered(text.toString()) : new Outcome.Failed(problems);
  }

  /// Prints a template, and says why it could not be printed.
  private List<Problem> print(String name, Language language, String subject, SimpleHash root, ViewModels models, Writer text) {
    ParsedTemplates.Ready template = parsed.ready(name);
    if (!template.problems().isEmpty()) {
      return template.problems();
    }
    root.put("t", Functions.text(templates.strings(language)));
    root.put("day", Functions.day(templates.strings(language)));
    root.put("once", new Once(printed, language, models));
    return watch.over(
        () -> print(name, template.templates().getFirst(), subject, root, models, text),
        () -> List.of(faults.endless(name, "the template does not come to an end", subject)));
  }

  private List<Problem> print(String name, Template template, String subject, SimpleHash root, ViewModels models, Writer text) {
    try {
      template.process(root, text);
      return List.of();
    } catch (TemplateException e) {
      if (e.getCause() instanceof UncheckedIOException unread) {
        throw unread;
      }
      return List.of(faults.failed(name, e, subject, models.lastMiss()));
    } catch (BoundedText.Full _) {
      return List.of(faults.endless(name, "what it prints grows without end", subject));
    } catch (IOException e) {
      throw new UncheckedIOException("a page is printed to memory and cannot fail to be written", e);
    } catch (OutOfMemoryError e) {
      if (String.valueOf(e.getMessage()).contains("overhead")) {
        throw e; // told to whoever asks for the next thing, however small, when all of the memory is full
      }
      // What was too large was asked for in this call, and is garbage by now. Nobody else is told of it.
      return List.of(faults.large(name, subject));
    } catch (StackOverflowError _) {
      return List.of(faults.endless(name, "the template calls itself without end", subject));
    }
  }
}
