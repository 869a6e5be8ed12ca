import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/// Writes a large feed: `java bench/Feeds.java FILE [ITEMS [BYTES_AN_ITEM]]`, as it stands 1,000 items of 40 kB. Headings with ids,
/// paragraphs with links and emphasis, lists, tables, quotes and code, a fifth of the words Korean; the same for the same arguments.
public final class Feeds {
  private static final String[] WORDS =
      ("memory bandwidth token cost accelerator rack power price model cache inference training server network optics packaging substrate yield wafer node "
              + "margin capital depreciation utilisation throughput latency 메모리 대역폭 토큰 비용 전력 가격").split(" ");

  private final Random random = new Random(3);

  private Feeds() {}

  public static void main(String[] args) throws IOException {
    int items = args.length > 1 ? Integer.parseInt(args[1]) : 1_000;
    int bytes = args.length > 2 ? Integer.parseInt(args[2]) : 40_000;
    try (Writer out = Files.newBufferedWriter(Path.of(args[0]), StandardCharsets.UTF_8)) {
      new Feeds().write(items, bytes, out);
    }
  }

  private void write(int items, int bytes, Writer out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel><title>Large</title><link>https://large.example/</link><description>Large</description>\n");
    for (int i = 0; i < items; i++) {
      String address = "https://large.example/post/item-" + i + "/";
      out.write("<item><title>Item " + i + "</title><link>" + address + "</link><guid>" + address + "</guid><pubDate>Mon, 0" + (1 + i % 7) + " Jun 2026 09:00:00 +0900</pubDate>");
      out.write("<description><![CDATA[" + text(i, bytes) + "]]></description></item>\n");
    }
    out.write("</channel></rss>\n");
  }

  private String text(int item, int bytes) {
    StringBuilder out = new StringBuilder();
    int written = 0;
    int number = 0;
    while (written < bytes) {
      String block = block(item, number++);
      out.append(block);
      written += block.getBytes(StandardCharsets.UTF_8).length;
    }
    return out.toString();
  }

  private String block(int item, int number) {
    double kind = random.nextDouble();
    if (kind < 0.1) {
      return "<h2 id=\"part-" + number + "\">" + sentence(4) + "</h2>";
    }
    if (kind < 0.2) {
      return "<ul>" + repeated(6, () -> "<li>" + sentence(14) + "</li>") + "</ul>";
    }
    if (kind < 0.3) {
      return "<table><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead><tbody>"
          + repeated(8, () -> "<tr>" + repeated(3, () -> "<td>" + sentence(3) + "</td>") + "</tr>") + "</tbody></table>";
    }
    if (kind < 0.35) {
      return "<pre><code class=\"language-java\">int x = 1;\nfor (;;) { }\n</code></pre>";
    }
    if (kind < 0.4) {
      return "<blockquote><p>" + sentence(30) + "</p></blockquote>";
    }
    return "<p>" + sentence(25) + " <strong>" + sentence(3) + "</strong> <a href=\"https://large.example/" + item + "/\">" + sentence(3) + "</a> " + sentence(40) + "</p>";
  }

  private static String repeated(int times, java.util.function.Supplier<String> part) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < times; i++) {
      out.append(part.get());
    }
    return out.toString();
  }

  private String sentence(int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      String word = WORDS[random.nextInt(WORDS.length)];
      out.append(i == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : " " + word);
    }
    return out.append('.').toString();
  }
}
