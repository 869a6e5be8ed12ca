package dev.assay.markdown;

import dev.assay.note.PagePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a page's own policy keeps browsers from doing: scripts and styles within the page, and what is loaded from where the
/// policy allows nothing. Browsers say so in a console that a writer does not see.
///
/// Of what shows only when a template runs, [#UNKNOWN] in the markup, nothing is said.
///
/// @param policy what browsers let pages do
/// @param origin that of the site itself, such as `https://notes.example`; empty when it is not known
public record PolicyCheck(PagePolicy policy, String origin) {
  /// Of a site that says no policy: nothing is stopped.
  public static final PolicyCheck NONE = new PolicyCheck(PagePolicy.NONE, "");

  /// Stands in markup for what is not known before a template runs.
  public static final char UNKNOWN = MarkupTags.UNKNOWN;

  private static final Pattern ORIGIN = Pattern.compile("(https?://[^/?#]+)(?s:.*)");
  private static final Pattern PROGRAM = Pattern.compile("(?:module|importmap|(?:text|application)/(?:x-)?(?:java|ecma|j|live)script(?:1\\.[0-5])?)?(?:;.*)?");

  private static final Pattern HANDLER = Pattern.compile("on(?!ce$|ly$|e$)[a-z]{1,30}");
  private static final Pattern AWAY = Pattern.compile("(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?<host>//[^/?#\\uFFFC]+)?(?s:.*)");
  private static final Pattern BREAKS = Pattern.compile("[\\t\\r\\n]");

  /// Attributes whose address may be a program.
  private static final Set<String> PROGRAMS = Set.of("href", "xlink:href", "action", "formaction", "src");
  private static final String RULES = "'inline-speculation-rules'";

  /// What an attribute of an element loads: its directive, and what it is called.
  private static final Map<String, String> LOADS =
      Map.ofEntries(
          Map.entry("script src", "script-src"), Map.entry("img src", "img-src"), Map.entry("image href", "img-src"), Map.entry("image xlink:href", "img-src"), Map.entry("input src", "img-src"),
          Map.entry("video poster", "img-src"), Map.entry("iframe src", "frame-src"), Map.entry("frame src", "frame-src"), Map.entry("object data", "object-src"),
          Map.entry("embed src", "object-src"), Map.entry("video src", "media-src"), Map.entry("audio src", "media-src"), Map.entry("source src", "media-src"),
          Map.entry("track src", "media-src"), Map.entry("form action", "form-action"), Map.entry("button formaction", "form-action"),
          Map.entry("input formaction", "form-action"));

  private static final Map<String, String> PRELOADS =
      Map.of(
          "script", "script-src", "style", "style-src", "font", "font-src", "image", "img-src", "fetch", "connect-src", "audio", "media-src", "video", "media-src",
          "track", "media-src", "worker", "worker-src");

  private static final Map<String, String> RELATIONS =
      Map.of("stylesheet", "style-src", "icon", "img-src", "apple-touch-icon", "img-src", "manifest", "manifest-src", "modulepreload", "script-src");

  private static final Map<String, String> CALLED =
      Map.of(
          "script-src", "the script", "style-src", "the style sheet", "font-src", "the font", "frame-src", "the frame", "img-src", "the picture", "media-src", "the recording",
          "object-src", "the object", "manifest-src", "the manifest", "connect-src", "the file", "worker-src", "the worker");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);
  private static final Pattern LOADED =
      Pattern.compile(
          "(?<import>@import\\s+)(?:url\\(\\s*)?[\"']?(?<sheet>[^\"')\\s;]+)|(?<face>@font-face\\s*\\{)|(?<end>\\})|url\\(\\s*[\"']?(?<file>[^\"')\\s]+)", Pattern.CASE_INSENSITIVE);

  /// Something that browsers do not do.
  ///
  /// @param start where it stands in what was looked at
  /// @param end   behind it
  /// @param what  one sentence for the writer
  /// @param hint  what to do
  public record Stopped(int start, int end, String what, String hint) {}

  /// What is stopped in a piece of markup.
  ///
  /// @param played whether the piece behind it begins within a video or a recording
  record Found(List<Stopped> all, boolean played) {}

  /// A check for the pages of a site.
  ///
  /// @param base the address under which it is published; may be empty
  public static PolicyCheck of(PagePolicy policy, String base) {
    Matcher origin = ORIGIN.matcher(base);
    return new PolicyCheck(policy, origin.matches() ? origin.group(1).toLowerCase(Locale.ROOT) : "");
  }

  /// The same for equal checks.
  String fingerprint() {
    return policy.given() ? policy.text() + " " + origin : "";
  }

  /// What in some markup is stopped, in its order.
  public List<Stopped> stopped(String markup) {
    return found(markup, false).all();
  }

  /// What in a piece of markup is stopped.
  ///
  /// @param within whether it begins within a video or a recording, whose sources are loaded
  Found found(String markup, boolean within) {
    List<Stopped> all = new ArrayList<>();
    boolean played = within;
    if (policy.given() && markup.indexOf('<') >= 0) {
      for (MarkupTags.Tag tag : MarkupTags.of(markup)) {
        played =
            switch (tag.name()) {
              case "video", "audio" -> true;
              case "picture" -> false;
              default -> played;
            };
        tag(tag, played, all);
      }
    }
    return new Found(all, played);
  }

  /// What in a style sheet is stopped, in its order.
  public List<Stopped> stoppedInStyle(String sheet) {
    List<Stopped> all = new ArrayList<>();
    if (policy.given()) {
      style(sheet, 0, all);
    }
    return all;
  }

  private PolicySources sources(String directive) {
    return new PolicySources(policy.sources(directive), origin);
  }

  private void tag(MarkupTags.Tag tag, boolean played, List<Stopped> all) {
    attributes(tag, all);
    switch (tag.name()) {
      case "script" -> script(tag, all);
      case "style" -> {
        if (sources("style-src").allowsInline()) {
          style(tag.content(), tag.inside(), all);
        } else if (!tag.content().isBlank()) {
          all.add(new Stopped(tag.start(), tag.end(), "this style is left out: the site's policy allows none within a page", inline("style-src", "put it into 'templates/assets/site.css'")));
        }
      }
      case "base" -> all.add(new Stopped(tag.start(), tag.end(), "<base> is passed over: the site's policy allows none", "leave it out, or set policy: none in site.yaml"));
      case "link" -> link(tag, all);
      default -> { }
    }
    for (Map.Entry<String, MarkupTags.Attribute> attribute : tag.attributes().entrySet()) {
      String directive = LOADS.get(tag.name() + " " + attribute.getKey());
      boolean passedOver = (tag.name().equals("iframe") && tag.has("srcdoc")) || (tag.name().equals("source") && !played);
      if (directive != null && !passedOver) {
        loads(directive, attribute.getValue(), attribute.getValue().value(), all);
      }
    }
  }

  private static String inline(String directive, String otherwise) {
    return otherwise + ", or allow it in site.yaml: policy: {" + directive + ": \"'unsafe-inline'\"}";
  }

  private void attributes(MarkupTags.Tag tag, List<Stopped> all) {
    tag.attributes()
        .forEach(
            (name, attribute) -> {
              String value = attribute.value().strip();
              if (name.equals("style") && !value.isEmpty() && !sources("style-src").allowsInline()) {
                all.add(new Stopped(attribute.start(), attribute.end(), "'style' of <" + tag.name() + "> is left out: the site's policy allows no style within a page", inline("style-src", "give it a class, with a rule in 'templates/assets/site.css'")));
              } else if (name.startsWith("on") && HANDLER.matcher(name).matches() && !value.isEmpty() && !sources("script-src").allowsInline()) {
                all.add(new Stopped(attribute.start(), attribute.end(), "'" + name + "' of <" + tag.name() + "> does not run: the site's policy allows no script within a page", inline("script-src", "listen to it in a file below 'templates/assets/'")));
              } else if (PROGRAMS.contains(name) && isProgram(value) && !sources("script-src").allowsInline()) {
                all.add(new Stopped(attribute.start(), attribute.end(), "'javascript:' in <" + tag.name() + "> does not run: the site's policy allows no script within a page", inline("script-src", "put it into a file below 'templates/assets/'")));
              }
            });
  }

  private static boolean isProgram(String address) {
    return BREAKS.matcher(address).replaceAll("").toLowerCase(Locale.ROOT).startsWith("javascript:");
  }

  private void script(MarkupTags.Tag tag, List<Stopped> all) {
    if (tag.has("src") || tag.content().isBlank() || sources("script-src").allowsInline()) {
      return;
    }
    String type = tag.value("type").strip().toLowerCase(Locale.ROOT);
    if (type.equals("speculationrules")) {
      if (policy.sources("script-src").stream().noneMatch(RULES::equalsIgnoreCase)) {
        all.add(new Stopped(tag.start(), tag.end(), "these rules are passed over: the site's policy allows none within a page", "allow them in site.yaml: policy: {script-src: \"" + RULES + "\"}"));
      }
    } else if (PROGRAM.matcher(type).matches()) {
      all.add(new Stopped(tag.start(), tag.end(), "this script does not run: the site's policy allows none within a page", inline("script-src", "put it into a file below 'templates/assets/'")));
    }
  }

  private void link(MarkupTags.Tag tag, List<Stopped> all) {
    MarkupTags.Attribute address = tag.attributes().get("href");
    if (address == null) {
      return;
    }
    for (String relation : tag.value("rel").toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      boolean early = relation.equals("preload") || relation.equals("prefetch");
      String directive = early ? PRELOADS.get(tag.value("as").toLowerCase(Locale.ROOT)) : RELATIONS.get(relation);
      if (directive != null) {
        loads(directive, address, address.value(), all);
        return;
      }
    }
  }

  private void loads(String directive, MarkupTags.Attribute attribute, String address, List<Stopped> all) {
    if (!isProgram(address) && !sources(directive).allows(address)) {
      all.add(stopped(directive, attribute.start(), attribute.end(), address.strip()));
    }
  }

  private Stopped stopped(String directive, int start, int end, String address) {
    String shown = (address.length() > 200 ? address.substring(0, 200) + "…" : address).replaceAll(UNKNOWN + "+", "…");
    String what =
        directive.equals("form-action")
            ? "the form is not sent to '" + shown + "': the site's policy does not allow it"
            : CALLED.get(directive) + " '" + shown + "' is not loaded: the site's policy does not allow it";
    Matcher away = AWAY.matcher(address);
    away.matches();
    String scheme = away.group("scheme") == null ? "https" : away.group("scheme").toLowerCase(Locale.ROOT);
    boolean own = away.group("scheme") == null && away.group("host") == null;
    String source = own ? "\"'self'\"" : away.group("host") == null ? "'" + scheme + ":'" : scheme + ":" + away.group("host");
    String copy = !own && !Set.of("form-action", "frame-src", "connect-src").contains(directive) ? ", or put a copy into the site" : "";
    return new Stopped(start, end, what, "allow it in site.yaml: policy: {" + directive + ": " + source + "}" + copy);
  }

  private void style(String sheet, int from, List<Stopped> all) {
    String plain = COMMENT.matcher(sheet).replaceAll(comment -> " ".repeat(comment.group().length()));
    Matcher loaded = LOADED.matcher(plain);
    boolean face = false;
    while (loaded.find()) {
      if (loaded.group("face") != null || loaded.group("end") != null) {
        face = loaded.group("face") != null;
        continue;
      }
      String group = loaded.group("import") == null ? "file" : "sheet";
      String directive = loaded.group("import") != null ? "style-src" : face ? "font-src" : "img-src";
      if (!sources(directive).allows(loaded.group(group))) {
        all.add(stopped(directive, from + loaded.start(group), from + loaded.end(group), loaded.group(group)));
      }
    }
  }
}
