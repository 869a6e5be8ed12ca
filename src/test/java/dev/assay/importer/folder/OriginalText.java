package dev.assay.importer.folder;

import dev.assay.importer.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// The words of a page of another generator, read without anything that the importer uses: the head is cut off, the
/// Markdown goes through commonmark-java, and what only that generator can run stands in the words as a mark.
final class OriginalText {
  private static final Parser MARKDOWN = Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();
  private static final Pattern HEAD = Pattern.compile("\\A\\s*(---|\\+\\+\\+)[ \\t]*\\R(.*?)(?:\\R|(?<=\\n))\\1[ \\t]*(?:\\R|\\z)", Pattern.DOTALL);
  private static final Pattern HUGO = Pattern.compile("\\{\\{([<%])(?!\\s*/\\*)(.*?)[>%]\\}\\}", Pattern.DOTALL);
  private static final Pattern ZOLA = Pattern.compile("\\{\\{(?!/\\*)\\s*([A-Za-z_][\\w:]*\\s*\\(.*?\\))\\s*\\}\\}|\\{%(?!/\\*)\\s*([A-Za-z_][\\w:]*\\s*\\(.*?\\)|end)\\s*%\\}", Pattern.DOTALL);
  private static final Pattern LIQUID = Pattern.compile("\\{%-?\\s*(.*?)\\s*-?%\\}|\\{\\{-?\\s*(.*?)\\s*-?\\}\\}", Pattern.DOTALL);
  private static final Pattern NOTE = Pattern.compile("(?m)^ {0,3}\\[\\^([^\\]\\s]+)\\]:[ \\t]*(.*(?:\\R(?:[ \\t]*\\R)*(?: {2,}|\\t).*)*(?:\\R(?![ \\t]*$|\\[\\^|#|```|[-*+] ).+)*)");
  private static final String MARK = "qzx";

  private final Path folder;
  private final Generator generator;
  private final String settings;
  private final String head;
  private final Map<String, Construct> constructs = new TreeMap<>();
  private final List<String> words;

  /// Something that only the generator can run.
  ///
  /// @param written as it stands in the text
  /// @param says    what it is about: its name and arguments
  record Construct(String written, String says) {
    String name() {
      return says.strip().split("[\\s(]+", 2)[0];
    }
  }

  private OriginalText(Path folder, Generator generator, String settings, String head) {
    this.folder = folder;
    this.generator = generator;
    this.settings = settings;
    this.head = head;
    this.words = new ArrayList<>();
  }

  static OriginalText of(Path folder, String file, Generator generator, String settings) throws IOException {
    String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
    Matcher head = HEAD.matcher(text);
    boolean headed = head.lookingAt();
    OriginalText read = new OriginalText(folder, generator, settings, headed ? head.group(2) : "");
    read.read(headed ? text.substring(head.end()) : text, file.endsWith(".html"));
    return read;
  }

  List<String> words() {
    return words;
  }

  java.util.Collection<Construct> constructs() {
    return constructs.values();
  }

  /// Whether a word is the mark of a construct.
  static boolean isMark(String word) {
    return word.matches(MARK + "\\d+" + MARK);
  }

  Construct construct(String mark) {
    Construct found = constructs.get(mark);
    if (found == null) {
      throw new IllegalArgumentException("no mark: " + mark);
    }
    return found;
  }

  private void read(String text, boolean html) throws IOException {
    String marked =
        switch (generator) {
          case HUGO -> marked(HUGO, text.replace("{{</*", "{{<").replace("*/>}}", ">}}").equals(text) ? text : escapedCalls(text), 2);
          case ZOLA -> marked(ZOLA, text, 1).replace("{{/*", "{{").replace("*/}}", "}}").replace("{%/*", "{%").replace("*/%}", "%}");
          case JEKYLL -> kramdown(liquid(text, 0));
        };
    Element body = Jsoup.parseBodyFragment(html ? marked : HTML.render(MARKDOWN.parse(withFootnotesLast(plain(marked))))).body();
    Element first = body.children().isEmpty() ? null : body.child(0);
    String title = value(head, "title");
    if (first != null && first.normalName().equals("h1") && (title.isEmpty() || title.equals(first.text().strip()))) {
      // It is the page's title, and stands above the text.
      first.remove();
    }
    words.addAll(lettersOnly(Words.of(body)));
  }

  /// Words without signs: other generators draw quotation marks, dashes and dots otherwise.
  static List<String> lettersOnly(List<String> words) {
    return words.stream().flatMap(word -> word.contains(MARK) ? Pattern.compile(MARK + "\\d+" + MARK + "|(?:(?!" + MARK + "\\d).)+").matcher(word).results().map(java.util.regex.MatchResult::group) : java.util.stream.Stream.of(word)).filter(word -> Character.isLetterOrDigit(word.codePointAt(0)) || Character.getType(word.codePointAt(0)) == Character.NON_SPACING_MARK).toList();
  }

  private static String escapedCalls(String text) {
    return text.replace("{{</*", "{ {<").replace("*/>}}", ">} }").replace("{{%/*", "{ {%").replace("*/%}}", "%} }");
  }

  /// The ids and classes that generators let stand behind headings.
  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    String fence = "";
    for (String line : text.split("\n", -1)) {
      String start = line.strip();
      if (fence.isEmpty() && (start.startsWith("```") || start.startsWith("~~~"))) {
        fence = start.substring(0, 3);
      } else if (!fence.isEmpty()) {
        fence = start.startsWith(fence) ? "" : fence;
      } else {
        line = line.replaceFirst("^(#{1,6} .*?)\\s*\\{[#.:][^}]*\\}\\s*$", "$1").replaceFirst("^\\s*\\{[#.][^}]*\\}\\s*$", "").replaceFirst("^(\\s*(?:[-*+]|\\d+[.)]) +)\\[[xX ]\\] ", "$1");
      }
      out.append(line).append('\n');
    }
    return out.toString();
  }

  private static String withFootnotesLast(String text) {
    Map<String, String> notes = new TreeMap<>();
    Matcher note = NOTE.matcher(text);
    StringBuilder rest = new StringBuilder();
    while (note.find()) {
      notes.putIfAbsent(note.group(1), note.group(2).replaceAll("(?m)^(?: {4}|\\t)", ""));
      note.appendReplacement(rest, "");
    }
    note.appendTail(rest);
    StringBuilder last = new StringBuilder();
    String body = rest.toString();
    List<String> order = new ArrayList<>();
    Matcher sign = Pattern.compile("\\[\\^([^\\]\\s]+)\\]").matcher(body);
    while (sign.find()) {
      if (notes.containsKey(sign.group(1)) && !order.contains(sign.group(1))) {
        order.add(sign.group(1));
      }
    }
    for (String label : order) {
      body = body.replace("[^" + label + "]", "");
      last.append("\n\n").append(notes.get(label));
    }
    return body + last;
  }

  private String marked(Pattern pattern, String text, int group) {
    Matcher found = pattern.matcher(text);
    StringBuilder out = new StringBuilder();
    while (found.find()) {
      String says = found.group(group) == null ? found.group(group + 1) : found.group(group);
      boolean code = says.strip().matches("(?s)/?\\s*highlight\\b.*");
      found.appendReplacement(out, code ? "\n```\n" : Matcher.quoteReplacement(mark(found.group(), says)));
    }
    return found.appendTail(out).toString();
  }

  private String mark(String written, String says) {
    String mark = MARK + constructs.size() + MARK;
    constructs.put(mark, new Construct(written, says));
    return mark;
  }

  private String liquid(String text, int depth) throws IOException {
    StringBuilder out = new StringBuilder();
    Matcher token = LIQUID.matcher(text);
    int at = 0;
    while (token.find(at)) {
      out.append(text, at, token.start());
      at = token.end();
      String tag = token.group(1) == null ? "" : token.group(1).strip();
      String name = tag.split("\\s+", 2)[0];
      if (name.equals("raw") || name.equals("comment")) {
        Matcher end = Pattern.compile("\\{%-?\\s*end" + name + "\\s*-?%\\}").matcher(text);
        if (end.find(at)) {
          out.append(name.equals("raw") ? text.substring(at, end.start()) : "");
          at = end.end();
        }
      } else if (name.equals("highlight") || name.equals("endhighlight")) {
        out.append("\n```\n");
      } else if (name.equals("include") && depth < 5 && plainInclude(tag) != null) {
        out.append(liquid(String.valueOf(plainInclude(tag)), depth + 1));
      } else if (tag.isEmpty()) {
        out.append(output(token.group(), token.group(2).strip()));
      } else {
        out.append(mark(token.group(), tag));
      }
    }
    return out.append(text, at, text.length()).toString();
  }

  private @org.jspecify.annotations.Nullable String plainInclude(String tag) throws IOException {
    Path file = folder.resolve("_includes").resolve(tag.split("\\s+")[1]);
    String text = Files.isRegularFile(file) ? Files.readString(file) : "{%";
    return text.contains("{%") && !file.toString().matches(".*\\.(md|markdown|txt)") ? null : text;
  }

  private String output(String written, String expression) {
    Matcher string = Pattern.compile("([\"'])(.*?)\\1(\\s*\\|.*)?", Pattern.DOTALL).matcher(expression);
    if (string.matches()) {
      return string.group(2);
    }
    Matcher key = Pattern.compile("(site|page)\\.([\\w-]+)(\\s*\\|.*)?").matcher(expression);
    String value = key.matches() ? value(key.group(1).equals("site") ? settings : head, key.group(2)) : "";
    return value.isEmpty() ? mark(written, expression) : value;
  }

  private static String value(String settings, String key) {
    Matcher found = Pattern.compile("(?mi)^" + Pattern.quote(key) + "\\s*[:=]\\s*(.+?)\\s*$").matcher(settings);
    return found.find() ? found.group(1).replaceFirst("^([\"'])(.*)\\1$", "$2").replace("\\\"", "\"").replace("''", "'") : "";
  }

  private static String kramdown(String text) {
    return text.replaceAll("(?s)\\{::comment\\}.*?\\{:/(?:comment)?\\}", "")
        .replaceAll("\\{::[^}]*\\}|\\{:/[^}]*\\}", "")
        .replaceAll("(?m)^.*\\R\\s*\\{:\\s*toc\\b[^}]*\\}\\s*$", "")
        .replaceAll("(?m)^[ \\t>]*\\{:[^}]*\\}[ \\t]*$", "")
        .replaceAll("(?<=[)*_`\\]>~])\\{:[^}\\n]*\\}", "")
        .replaceAll("(?m)^\\*\\[[^\\]]+\\]:.*$", "");
  }
}
