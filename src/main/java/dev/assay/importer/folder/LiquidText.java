package dev.assay.importer.folder;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns Jekyll's Liquid into Markdown: what a page says of itself and the site is filled in, references are resolved, and
/// everything that would need a template to run is shown as it was written.
final class LiquidText {
  private static final Pattern TOKEN = Pattern.compile("\\{%-?(.*?)-?%\\}|\\{\\{-?(.*?)-?\\}\\}", Pattern.DOTALL);
  private static final Pattern STRING = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')\\s*(?:\\|.*)?", Pattern.DOTALL);

  private final TextContext context;
  private final String text;
  private final Fences fences;
  private final StringBuilder out = new StringBuilder();
  private final int depth;
  /// Whether the whole text is code.
  private final boolean code;
  private final int lastTag;
  private final int lastOutput;
  /// Ends of tags that do not come any more.
  private final Set<String> missing = new HashSet<>();

  private LiquidText(String text, TextContext context, int depth, boolean code) {
    this.depth = depth;
    this.code = code;
    this.text = text;
    this.context = context;
    this.fences = new Fences(text);
    this.lastTag = text.lastIndexOf("%}");
    this.lastOutput = text.lastIndexOf("}}");
  }

  static String markdown(String text, TextContext context) {
    boolean plain = !text.contains("{%") && !text.contains("{{");
    return plain || context.page().head().isOff("render_with_liquid") ? text : new LiquidText(text, context, 0, false).run();
  }

  private String run() {
    Matcher token = TOKEN.matcher(text);
    int at = 0;
    for (int open = next(at); open >= 0 && token.find(open); open = next(at)) {
      out.append(text, at, token.start());
      at = token.group(1) != null ? tag(token, String.valueOf(token.group(1)).strip()) : output(token, String.valueOf(token.group(2)).strip());
    }
    return out.append(text, at, text.length()).toString();
  }

  /// Where the next tag or output begins that has an end; -1 when there is none. Whatever has none is not looked for to the text's end
  /// each time.
  private int next(int from) {
    for (int at = text.indexOf('{', from); at >= 0; at = text.indexOf('{', at + 1)) {
      if ((text.startsWith("{%", at) && at + 2 <= lastTag) || (text.startsWith("{{", at) && at + 2 <= lastOutput)) {
        return at;
      }
    }
    return -1;
  }

  private int tag(Matcher token, String words) {
    String name = words.split("\\s+", 2)[0];
    String rest = words.substring(name.length()).strip();
    return switch (name) {
      case "raw" -> until(token, "endraw", inner -> inner);
      case "comment" -> until(token, "endcomment", _ -> "");
      case "highlight" -> until(token, "endhighlight", inner -> KnownShortcodes.fence(rest.split("\\s+", 2)[0], depth > 4 ? inner : new LiquidText(inner, context, depth + 1, true).run()));
      case "post_url", "link" -> reference(token, rest);
      case "include", "include_relative", "include_cached", "gist", "youtube", "vimeo", "twitter", "tweet" -> include(token, name, rest);
      case "endraw", "endcomment", "endhighlight", "seo", "feed_meta" -> token.end();
      default -> unknown(token, "a Liquid tag: " + name);
    };
  }

  private int until(Matcher token, String end, java.util.function.UnaryOperator<String> said) {
    Matcher close = Pattern.compile("\\{%-?\\s*" + end + "\\s*-?%\\}").matcher(text);
    if (missing.contains(end) || !close.find(token.end())) {
      missing.add(end);
      return unknown(token, "a Liquid tag without its end");
    }
    out.append(said.apply(text.substring(token.end(), close.start())));
    return close.end();
  }

  private int reference(Matcher token, String wanted) {
    Optional<String> found = context.refs().apply(wanted);
    if (found.isEmpty()) {
      context.changed("a reference leads to no page: " + wanted);
    }
    out.append(found.orElse(wanted));
    return token.end();
  }

  private int include(Matcher token, String name, String rest) {
    Shortcode code = Shortcode.read(name.startsWith("include") ? rest : name + " " + rest, Optional.empty());
    Optional<String> said = KnownShortcodes.markdown(context, code).or(() -> included(name, code.name()));
    if (said.isEmpty()) {
      return unknown(token, "an include: " + code.name());
    }
    out.append(said.get());
    return token.end();
  }

  /// A text that is put in as it stands: one that needs no template.
  private Optional<String> included(String tag, String file) {
    String folder = tag.equals("include_relative") ? HugoReader.parent(context.page().path()) + "/" : "_includes/";
    Optional<String> content = depth > 4 ? Optional.empty() : context.site().folder().text((folder + file).replaceFirst("^/", ""));
    boolean plain = content.filter(inner -> file.matches(".+\\.(md|markdown|txt)") || !inner.contains("{%")).isPresent();
    return plain ? content.map(inner -> new LiquidText(inner, context, depth + 1, code).run()) : Optional.empty();
  }

  private int output(Matcher token, String expression) {
    Optional<String> value = value(expression, token.end());
    if (value.isEmpty()) {
      return unknown(token, "a Liquid output: " + expression.replaceAll("\\s+", " "));
    }
    out.append(value.get());
    return token.end();
  }

  private Optional<String> value(String expression, int behind) {
    Matcher string = STRING.matcher(expression);
    if (string.matches()) {
      return Optional.of(string.group(1) == null ? String.valueOf(string.group(2)) : string.group(1));
    }
    String path = expression.replaceFirst("\\|\\s*(escape|xml_escape|strip|relative_url|absolute_url|strip_html|smartify|uri_escape|url_encode)\\b.*$", "").strip();
    if (path.equals("site.baseurl") || path.equals("site.github.url") || path.equals("site.url")) {
      // Before a path it is the root of the site, which links have anyway.
      boolean beforePath = behind < text.length() && (text.charAt(behind) == '/' || text.startsWith("{{", behind));
      return Optional.of(beforePath || path.equals("site.baseurl") ? "" : context.site().base());
    }
    if (path.matches("site\\.[\\w-]+")) {
      return context.site().settings().text(path.substring("site.".length()));
    }
    if (path.matches("page\\.[\\w-]+")) {
      String key = path.substring("page.".length());
      return key.equals("url") ? Optional.of(context.page().address()) : context.page().head().text(key);
    }
    return path.matches("\\d+(\\.\\d+)?") ? Optional.of(path) : Optional.empty();
  }

  private int unknown(Matcher token, String what) {
    context.changed("shown as it was written, because it needs a template, " + what);
    boolean inCode = code || fences.isCode(token.start());
    // Inside of a tag, signs of code would break the tag, and so would quotation marks.
    out.append(inCode || !isInTag() ? TextContext.visible(token.group(), inCode) : token.group().replaceAll("\\s+", " ").replace("\"", "&quot;").replace("'", "&#39;"));
    return token.end();
  }

  /// Whether what was written so far ends inside of an HTML tag.
  private boolean isInTag() {
    String near = out.substring(Math.max(0, out.length() - 1_999));
    int open = near.lastIndexOf('<');
    return open >= 0 && near.indexOf('>', open) < 0 && open + 1 < near.length() && Character.isLetter(near.charAt(open + 1));
  }
}
