package dev.assay.template;

import dev.assay.problem.Nearest;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import java.util.List;
import java.util.Optional;

/// The functions that templates have: `t("key", …)` for a string in the page's language, `day(date.text)` for a date in languages whose
/// file says how dates are spelled, and `asset("style.css")` for the address of an asset; `asset("site.css", "")` gives the second where the theme has no such file.
final class Functions {
  private Functions() {}

  static TemplateMethodModelEx text(Strings strings) {
    return arguments -> {
      String key = name("t", arguments);
      Object[] values = new Object[arguments.size() - 1];
      for (int i = 0; i < values.length; i++) {
        values[i] = plain(arguments.get(i + 1));
      }
      if (!strings.has(key)) {
        throw new TemplateModelException("There is no string '" + key + "'; " + Nearest.hint(key, strings.keys()));
      }
      return new SimpleScalar(strings.text(key, values));
    };
  }

  static TemplateMethodModelEx day(Strings strings) {
    return arguments -> new SimpleScalar(Dates.spelled(name("day", arguments), strings));
  }

  static TemplateMethodModelEx asset(Templates templates, String base) {
    return arguments -> {
      String name = name("asset", arguments);
      Optional<Asset> asset = templates.asset(name);
      if (asset.isPresent()) {
        return new SimpleScalar(base + asset.get().address());
      }
      if (arguments.size() > 1 && arguments.get(1) instanceof TemplateScalarModel otherwise) {
        return new SimpleScalar(otherwise.getAsString());
      }
      throw new TemplateModelException(
          "There is no asset '" + name + "'; " + Nearest.hint(name, templates.assets().stream().map(Asset::name).toList()));
    };
  }

  private static String name(String function, List<?> arguments) throws TemplateModelException {
    if (!arguments.isEmpty() && arguments.getFirst() instanceof TemplateScalarModel text) {
      return text.getAsString();
    }
    throw new TemplateModelException("The first argument of '" + function + "' is a text");
  }

  private static Object plain(Object argument) throws TemplateModelException {
    return switch (argument) {
      case TemplateScalarModel text -> text.getAsString();
      case TemplateNumberModel number -> number.getAsNumber().intValue();
      default -> throw new TemplateModelException("The arguments of 't' are texts and whole numbers");
    };
  }
}
