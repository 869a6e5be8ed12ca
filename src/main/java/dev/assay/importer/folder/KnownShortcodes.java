package dev.assay.importer.folder;

import dev.assay.importer.html.HtmlToMarkdown;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What is made of shortcodes and includes whose meaning is known by their names: those that the generators bring along, and
/// those that themes share.
final class KnownShortcodes {
  private static final Set<String> CALLOUTS =
      Set.of("note", "notice", "tip", "hint", "info", "warning", "danger", "caution", "important", "alert", "callout", "admonition", "success", "error");
  private static final Pattern ID = Pattern.compile("[\\w./@-]+");

  private KnownShortcodes() {}

  /// Markdown that says the same; empty when the name is not known or says something else than usual.
  static Optional<String> markdown(TextContext context, Shortcode code) {
    if (code.name().equals("comment") && code.inner().isPresent()) {
      return code.inner().map(inner -> comment(context, inner));
    }
    Optional<String> said = markdown(code);
    if (said.isPresent() && said.get().startsWith("<https://")) {
      String link = said.get();
      context.changed("something embedded, '" + code.name() + "', is a link now: " + link.substring(1, link.length() - 1));
    }
    return said;
  }

  /// Whether something is made of a call, which what stands within it never decides.
  static boolean isSaid(Shortcode code) {
    return (code.name().equals("comment") && code.inner().isPresent()) || markdown(code).isPresent();
  }

  private static Optional<String> markdown(Shortcode code) {
    String name = code.name().substring(code.name().lastIndexOf('/') + 1).replaceFirst("\\.(html|md)$", "").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "figure", "img", "image", "imgproc", "picture", "imageflex" -> picture(code);
      case "youtube", "youtube_video", "youtubeplayer" -> link("https://www.youtube.com/watch?v=", code.value(0, "id", "video", "key"));
      case "vimeo" -> link("https://vimeo.com/", code.value(0, "id"));
      case "gist" -> link("https://gist.github.com/", gist(code));
      case "tweet", "twitter", "x", "twitter_simple" -> tweet(code);
      case "instagram", "instagram_simple" -> link("https://www.instagram.com/p/", code.value(0, "id"));
      case "streamable" -> link("https://streamable.com/", code.value(0, "id"));
      case "speakerdeck" -> link("https://speakerdeck.com/player/", code.value(0, "id"));
      case "highlight", "code" -> code.inner().map(inner -> fence(code.value(0, "lang", "language"), inner));
      case "rawhtml", "raw_html", "html", "unsafe", "markdownify", "md" -> code.inner();
      case "tabpane", "tabs", "tabgroup" -> code.inner().map(inner -> "\n" + inner.strip() + "\n");
      case "tab" -> tab(code);
      case "details", "expand", "collapse", "spoiler" -> code.inner().map(inner -> details(code, inner));
      case String callout when CALLOUTS.contains(callout) -> code.inner().map(inner -> callout(callout, code, inner));
      default -> Optional.empty();
    };
  }

  private static Optional<String> link(String before, String id) {
    String plain = id.replaceFirst("^https?://[^?#]*?(?:v=|/)([\\w-]+)(?:[?&#].*)?$", "$1");
    return ID.matcher(plain).matches() ? Optional.of("<" + before + plain + ">") : Optional.empty();
  }

  private static String gist(Shortcode code) {
    String user = code.value(0, "user", "username");
    String id = code.value(1, "id");
    return id.isEmpty() ? user : user + "/" + id;
  }

  private static Optional<String> tweet(Shortcode code) {
    String url = code.value(-1, "url");
    if (url.startsWith("https://")) {
      return Optional.of("<" + url + ">");
    }
    String user = code.value(-1, "user");
    String id = code.value(0, "id");
    return link("https://twitter.com/" + (user.isEmpty() ? "i" : user) + "/status/", id);
  }

  static String fence(String language, String inner) {
    String mark = "```";
    while (inner.contains(mark)) {
      mark += "`";
    }
    String body = inner.replaceFirst("^[ \\t]*\\R", "").replaceFirst("\\s+$", "");
    return "\n" + mark + language.replaceAll("[^A-Za-z0-9_+#.-]", "") + "\n" + body + "\n" + mark + "\n";
  }

  private static Optional<String> picture(Shortcode code) {
    String src = code.value(0, "src", "path", "url", "image_path", "file", "source");
    if (src.isEmpty() || src.contains("{")) {
      return Optional.empty();
    }
    String caption = code.value(-1, "caption");
    String title = code.value(-1, "title");
    String alt = code.value(1, "alt");
    String words = !caption.isEmpty() ? caption : code.inner().map(String::strip).filter(inner -> !inner.isEmpty()).orElse(title);
    String shown = alt.isEmpty() ? words : alt;
    String image = "![" + escaped(shown.replaceAll("\\s+", " ")) + "](" + destination(src) + ")";
    String link = code.value(-1, "link", "href");
    String linked = link.isEmpty() ? image : "[" + image + "](" + destination(link) + ")";
    String attribution = code.value(-1, "attr", "attribution", "credit");
    String below = (words.isEmpty() ? "" : "\n\n*" + words.strip().replace("*", "\\*") + "*") + (attribution.isEmpty() ? "" : "\n\n" + attribution);
    return Optional.of(words.isEmpty() && attribution.isEmpty() ? linked : "\n" + linked + below + "\n");
  }

  private static String escaped(String words) {
    return words.replace("[", "\\[").replace("]", "\\]");
  }

  private static String destination(String address) {
    return address.matches("[^\\s()<>]+") ? address : "<" + address.replace("<", "%3C").replace(">", "%3E") + ">";
  }

  /// One of several texts that a reader chooses from: all are shown, each below its name.
  private static Optional<String> tab(Shortcode code) {
    String title = code.value(0, "header", "title", "name", "label").replaceAll("^\\*\\*(.*?)\\*\\*(:?)$", "$1$2");
    String head = title.isEmpty() ? "" : "\n**" + title + "**\n";
    String language = code.value(-1, "lang");
    return code.inner().isEmpty() && !code.named().containsKey("disabled")
        ? Optional.empty()
        : Optional.of(head + code.inner().map(inner -> language.isEmpty() || inner.contains("```") ? "\n" + inner.strip() + "\n" : fence(language, inner)).orElse(""));
  }

  private static String comment(TextContext context, String inner) {
    context.lost("a comment: " + HtmlToMarkdown.cut(inner.strip()));
    return "";
  }

  private static String details(Shortcode code, String inner) {
    String title = code.value(0, "title", "summary");
    return "\n<details>\n<summary>" + (title.isEmpty() ? "…" : title.replace("<", "&lt;")) + "</summary>\n\n" + inner.strip() + "\n\n</details>\n";
  }

  private static String callout(String name, Shortcode code, String inner) {
    String kind = name.equals("notice") || name.equals("alert") || name.equals("callout") || name.equals("admonition") ? code.value(0, "type", "kind", "color").toLowerCase(Locale.ROOT) : name;
    String own =
        switch (kind) {
          case "tip", "hint", "success" -> "tip";
          case "warning" -> "warning";
          case "danger", "error", "caution" -> "caution";
          case "important" -> "important";
          default -> "note";
        };
    String title = code.value(-1, "title");
    return "\n:::{" + own + "}" + (title.isEmpty() ? "" : " " + title) + "\n" + inner.strip() + "\n:::\n";
  }
}
