package dev.assay.template;

import dev.assay.problem.Code;
import dev.assay.problem.Nearest;
import dev.assay.problem.Place;
import dev.assay.problem.Problem;
import dev.assay.problem.Severity;
import dev.assay.problem.SourceText;
import freemarker.core.InvalidReferenceException;
import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns FreeMarker's exceptions into problems: one sentence, the template's line, and the page that was being made.
final class Faults {
  private final Templates templates;

  Faults(Templates templates) {
    this.templates = templates;
  }

  /// A template that cannot be parsed.
  Problem unreadable(String template, ParseException fault) {
    String message = fault.getEditorMessage() == null ? "it cannot be read" : fault.getEditorMessage();
    return at(template, fault.getLineNumber(), fault.getColumnNumber(), Code.TEMPLATE, sentence(message), "");
  }

  /// A template that fails while a page is made.
  ///
  /// @param subject what the page is of; empty where its reader knows
  Problem failed(String template, TemplateException fault, String subject, Optional<ViewModels.Miss> miss) {
    String message = message(fault);
    String hint = "";
    if (fault instanceof InvalidReferenceException) {
      String blamed = fault.getBlamedExpressionString() == null ? "a value" : fault.getBlamedExpressionString();
      message = "'" + blamed + "' is missing";
      hint = miss.filter(m -> blamed.endsWith(m.name())).map(Faults::known).orElse("");
    }
    String name = fault.getTemplateSourceName() == null ? template : fault.getTemplateSourceName();
    return at(name, number(fault.getLineNumber()), number(fault.getColumnNumber()), Code.TEMPLATE,
        message + during(subject), hint);
  }

  private static String during(String subject) {
    return subject.isEmpty() ? "" : ", while making the page of " + subject;
  }

  /// A template that does not end.
  Problem endless(String template, String what, String subject) {
    return at(template, 1, 1, Code.TEMPLATE_LOOP, what + during(subject),
        "look for a macro that calls itself or a list without an end");
  }

  Problem large(String template, String subject) {
    return at(template, 1, 1, Code.TEMPLATE_LOOP, "the template needs more memory than there is" + during(subject),
        "look for a list without an end; where the site itself takes the memory, allow more, as with ASSAY_JAVA_OPTS=-Xmx4g");
  }

  private static String known(ViewModels.Miss miss) {
    String hint = Nearest.hint(miss.name(), miss.known());
    return hint.startsWith("known: ") ? "a " + miss.view() + " has " + hint.substring("known: ".length()) : hint;
  }

  private Problem at(String template, int line, int column, Code code, String message, String hint) {
    Optional<ThemeFile> file = templates.file(template);
    if (file.isEmpty() || line < 1) {
      String shown = file.map(ThemeFile::shown).orElse("templates/" + template);
      return Problem.ofFile(Severity.ERROR, code, shown, message, hint);
    }
    SourceText text = file.get().source();
    Place place = line > text.lines() ? Place.ofFile(text.file()) : text.place(text.lineStart(line) + Math.max(0, column - 1));
    return text.problem(Severity.ERROR, code, place, message, hint);
  }

  private static int number(@Nullable Integer value) {
    return value == null ? 0 : value;
  }

  private static String message(TemplateException fault) {
    String message = fault.getMessageWithoutStackTop();
    return sentence(message == null ? "the template fails" : message);
  }

  /// FreeMarker's paragraph as one plain sentence without its own account of places.
  private static String sentence(String message) {
    String first = message.split("\n\n|\n\\(The|\n---", 2)[0];
    String flat =
        first.replaceAll("\\s*\\[in template [^\\]]*\\]", "").replace("==> ", "").replaceAll("\\s+", " ").strip();
    return flat.replaceAll("[.:]+$", "");
  }
}
