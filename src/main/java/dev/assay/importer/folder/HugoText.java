package dev.assay.importer.folder;

import java.util.Optional;

/// Turns Hugo's shortcodes, `{{< figure src="a.png" >}}` and `{{% note %}}…{{% /note %}}`, into Markdown.
final class HugoText {
  private static final int DEEPEST = 20;

  private final TextContext context;

  private HugoText(TextContext context) {
    this.context = context;
  }

  static String markdown(String text, TextContext context) {
    return new HugoText(context).all(Fences.withPlainBraces(Fences.withoutMore(text)), 0);
  }

  private String all(String text, int depth) {
    if (!text.contains("{{")) {
      return text;
    }
    Fences fences = new Fences(text);
    Closings closings = closings(text);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = next(text, at);
      if (open < 0) {
        break;
      }
      out.append(text, at, open);
      int end = end(text, open);
      if (end < 0) {
        out.append(text, open, open + 3);
        at = open + 3;
        continue;
      }
      at = one(text, open, end, fences, closings, out, depth);
    }
    return out.append(text, Math.min(at, text.length()), text.length()).toString();
  }

  /// Writes what a call says and gives the offset behind it.
  private int one(String text, int open, int end, Fences fences, Closings closings, StringBuilder out, int depth) {
    String words = text.substring(open + 3, end - 3).strip();
    if (words.startsWith("/*")) {
      // Written so that it is shown and not called.
      String shown = text.substring(open, open + 3) + " " + words.replaceFirst("^/\\*\\s*", "").replaceFirst("\\s*\\*/$", "") + " " + text.substring(end - 3, end);
      out.append(shown);
      return end;
    }
    boolean closed = words.endsWith("/") && !words.endsWith("*/");
    String call = closed ? words.substring(0, words.length() - 1).strip() : words;
    Shortcode plain = Shortcode.read(call, Optional.empty());
    int close = closed || plain.name().isEmpty() ? -1 : closings.of(plain.name(), end);
    // What stands within a call that says nothing is read where it stands, and only there: read here as well, it would take twice as
    // long for each such call around it.
    if (close >= 0 && KnownShortcodes.isSaid(new Shortcode(plain.name(), plain.args(), plain.named(), Optional.of("")))) {
      String inner = plain.name().equals("tabpane") ? withLanguage(plain, text.substring(end, close)) : text.substring(end, close);
      Shortcode whole = Shortcode.read(call, Optional.of(plain.name().equals("highlight") ? inner : depth < DEEPEST ? all(inner, depth + 1) : inner));
      Optional<String> said = KnownShortcodes.markdown(context, whole);
      int behind = end(text, close);
      if (said.isPresent()) {
        out.append(said.get());
        return behind;
      }
    }
    Optional<String> said = special(plain).or(() -> KnownShortcodes.markdown(context, plain));
    if (said.isPresent()) {
      out.append(said.get());
      return end;
    }
    if (!plain.name().startsWith("/")) {
      context.changed("the shortcode '" + plain.name() + "' is not known, so it is shown as it was written");
    }
    out.append(TextContext.visible(text.substring(open, end), fences.isCode(open)));
    return end;
  }

  /// Docsy's tabs hold code, unless they say otherwise; the language may stand outside.
  private static String withLanguage(Shortcode pane, String inner) {
    if (pane.value(-1, "text").equals("true") || inner.contains("```")) {
      return inner;
    }
    String language = pane.value(-1, "lang");
    return inner.replaceAll("(\\{\\{[<%]\\s*tab)(?=[\\s>%])(?![^}]*\\blang=)", "$1 lang=\"" + (language.matches("[\\w+#-]+") ? language : "text") + "\"");
  }

  private Optional<String> special(Shortcode code) {
    return switch (code.name()) {
      case "ref", "relref" -> {
        String wanted = code.value(0, "path");
        Optional<String> found = context.refs().apply(wanted);
        if (found.isEmpty()) {
          context.changed("a reference leads to no page: " + wanted);
        }
        yield Optional.of(found.orElse(wanted));
      }
      case "param" -> HugoParams.find(context.site(), context.page(), code.value(0));
      default -> Optional.empty();
    };
  }

  /// Where the next call opens; -1 when none does. One look at each character, whichever mark a text does without.
  private static int next(String text, int from) {
    for (int at = text.indexOf("{{", from); at >= 0; at = text.indexOf("{{", at + 1)) {
      if (text.startsWith("<", at + 2) || text.startsWith("%", at + 2)) {
        return at;
      }
    }
    return -1;
  }

  /// The offset behind a call; quotation marks may hold anything.
  private static int end(String text, int open) {
    char mark = text.charAt(open + 2) == '<' ? '>' : '%';
    int limit = Math.min(text.length(), open + 20_000);
    char quote = 0;
    for (int i = open + 3; i < limit - 2; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' && quote == '"' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '`') {
        quote = c;
      } else if (c == mark && text.startsWith("}}", i + 1)) {
        return i + 3;
      }
    }
    int plain = text.indexOf(mark + "}}", open + 3, Math.max(open + 3, limit)); // `{{%}}` is no call: its mark would be both
    return plain < 0 ? -1 : plain + 3;
  }

  private static Closings closings(String text) {
    Closings closings = new Closings();
    for (int at = next(text, 0); at >= 0; at = next(text, at + 3)) {
      int end = end(text, at);
      if (end >= 0) {
        closings.add(at, text.substring(at + 3, end - 3).strip());
      }
    }
    closings.join();
    return closings;
  }
}
