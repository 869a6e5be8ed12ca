package dev.assay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of the guide that lists what templates see, `content/guide/views.md`, is made from the doc comments of the
/// view records. `-Dassay.golden=update` writes it anew.
class GuideNamesEveryViewTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/assay/view");
  private static final Path PAGE = Path.of("content/guide/views.md");

  private static final String HEAD =
      """
      ---
      title: What templates see
      description: Every record that a template may read, with its fields. Made from the code.
      weight: 85
      ---

      A page's template sees its view as `page`, what surrounds every page as `frame`, and what all pages share as `site`. This list is made
      from the program's own source, and a test keeps it so. Each field is read by its name: `${page.head.title}`.

      A text is printed escaped; *markup* is finished and printed as it is. A list may be empty, a text may be empty, nothing is ever missing.
      """;

  /// A record as its source says it.
  ///
  /// @param name   with the record around it: `FrameView.FeedLink`
  /// @param about  what its comment says before the parameters
  /// @param fields types by name
  /// @param means  what its comment says of each field
  private record Described(String name, String about, Map<String, String> fields, Map<String, String> means) {}

  private static final Pattern RECORD =
      Pattern.compile("((?:^ *///.*\\n)+) *(?:public )?record (\\w+)\\(([^{]*?)\\)(?:\\s+implements [\\w., ]+)?\\s*\\{", Pattern.MULTILINE);

  @Test
  void thePageOfTheGuideIsWhatTheCodeSays() throws IOException {
    String written = HEAD + "\n" + sections();
    if ("update".equals(System.getProperty("assay.golden"))) {
      Files.writeString(PAGE, written);
    }
    assertEquals(written, Files.readString(PAGE).replace("\r\n", "\n"), "run this test with -Dassay.golden=update");
  }

  @Test
  void everyFieldOfEveryRecordSaysWhatItIs() throws IOException {
    List<String> silent = new ArrayList<>();
    for (Described each : described()) {
      each.fields().keySet().stream().filter(field -> !each.means().containsKey(field) && !each.name().startsWith("Part.")).forEach(field -> silent.add(each.name() + "." + field));
    }
    assertEquals(List.of(), silent);
  }

  private static String sections() throws IOException {
    StringBuilder out = new StringBuilder("## Pages\n");
    List<Described> all = described();
    TreeSet<String> pages = new TreeSet<>();
    all.stream().filter(each -> each.fields().containsKey("frame")).forEach(each -> pages.add(each.name()));
    assertTrue(pages.size() > 10, pages.toString());
    all.stream().filter(each -> pages.contains(each.name())).forEach(each -> section(each, out));
    out.append("\n## Their parts\n");
    all.stream().filter(each -> !pages.contains(each.name())).forEach(each -> section(each, out));
    return out.toString();
  }

  private static void section(Described record, StringBuilder out) {
    out.append("\n### ").append(record.name()).append("\n\n").append(record.about()).append("\n");
    if (record.fields().isEmpty()) {
      return;
    }
    out.append("\n| Field | Is | Means |\n| --- | --- | --- |\n");
    record.fields().forEach((name, type) -> out.append("| `").append(name).append("` | ").append(words(type)).append(" | ")
        .append(record.means().getOrDefault(name, "").replace("|", "\\|")).append(" |\n"));
  }

  /// A type as someone who writes templates calls it.
  private static String words(String type) {
    Matcher list = Pattern.compile("List<(.*)>").matcher(type);
    if (list.matches()) {
      return "list of " + words(list.group(1));
    }
    return switch (type) {
      case "String" -> "text";
      case "int", "double", "long" -> "number";
      case "boolean" -> "true or false";
      case "Markup", "LateMarkup" -> "markup";
      default -> "`" + type + "`";
    };
  }

  private static List<Described> described() throws IOException {
    List<Described> all = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> found = Files.list(SOURCES)) {
      // What stands where in a text is for the renderer: templates see the parts of its body.
      files = found.filter(file -> file.toString().endsWith(".java") && !file.endsWith("BodyText.java")).sorted().toList();
    }
    for (Path file : files) {
      String source = Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
      String outer = file.getFileName().toString().replace(".java", "");
      Matcher record = RECORD.matcher(source);
      while (record.find()) {
        if (Pattern.compile("private record " + record.group(2)).matcher(source).find()) {
          continue;
        }
        String name = record.group(2).equals(outer) ? outer : outer + "." + record.group(2);
        all.add(described(name, record.group(1), record.group(3)));
      }
    }
    return all;
  }

  private static Described described(String name, String comment, String components) {
    StringBuilder about = new StringBuilder();
    Map<String, String> means = new LinkedHashMap<>();
    String field = "";
    for (String line : comment.lines().map(each -> each.strip().replaceFirst("^/// ?", "")).toList()) {
      Matcher param = Pattern.compile("@param (\\w+)\\s+(.*)").matcher(line);
      if (param.matches()) {
        field = param.group(1);
        means.put(field, plain(param.group(2)));
      } else if (!field.isEmpty()) {
        means.merge(field, plain(line.strip()), (a, b) -> a + " " + b);
      } else {
        about.append(plain(line)).append('\n');
      }
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (String component : components.replaceAll("\\s+", " ").strip().split(", (?![^<]*>)")) {
      int space = component.lastIndexOf(' ');
      if (space > 0) {
        fields.put(component.substring(space + 1), component.substring(0, space).replaceAll("@\\w+ ", "").strip());
      }
    }
    return new Described(name, about.toString().strip(), fields, means);
  }

  /// Links of doc comments as words.
  private static String plain(String line) {
    return line.replaceAll("\\[(\\w+)#(\\w+)]", "`$1.$2`").replaceAll("\\[#(\\w+)(\\(\\))?]", "`$1`").replaceAll("\\[([A-Z]\\w+)]", "`$1`");
  }
}
