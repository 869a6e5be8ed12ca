package dev.assay.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data that names classes, files and addresses makes nothing, opens nothing and asks nobody: heads, settings, tables, bibliographies,
/// citation styles, drawings and feeds. Whoever were asked is a trap on this machine, and whatever were opened holds a secret.
class HostileDataTest {
  private static final String SECRET = "the secret of another file";

  @TempDir private Path temp;
  private ServerSocket trap;
  private String url;
  private Path touched;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void setTheTrap() throws IOException {
    trap = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    trap.setSoTimeout(1);
    url = "http://127.0.0.1:" + trap.getLocalPort() + "/";
    Files.writeString(temp.resolve("secret.txt"), SECRET);
    touched = temp.resolve("touched");
  }

  @AfterEach
  void theTrapIsEmpty() throws IOException {
    assertThrows(SocketTimeoutException.class, () -> trap.accept().close(), "nobody asked");
    trap.close();
    assertFalse(Files.exists(touched), "nothing ran");
    assertFalse(said.toString(UTF_8).contains(SECRET), said.toString(UTF_8));
  }

  private int run(String... arguments) {
    PrintStream print = new PrintStream(said, true, UTF_8);
    return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Main.run(new Terminal(print, print, false, false), arguments));
  }

  /// What makes an object of a class in YAML, JSON and their like, where a reader lets it.
  private List<String> yaml() {
    return List.of(
        "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"" + url + "\"]]]]", "!!java.net.URL [\"" + url + "\"]", "!!java.lang.ProcessBuilder [[touch, \"" + touched + "\"]]",
        "!!com.sun.rowset.JdbcRowSetImpl {dataSourceName: \"ldap://127.0.0.1:" + trap.getLocalPort() + "/x\", autoCommit: true}", "!!java.io.FileOutputStream [\"" + touched + "\"]", "!!python/object/apply:os.system [\"touch " + touched + "\"]",
        "!<tag:yaml.org,2002:java.net.URL> [\"" + url + "\"]", "!!binary aGVsbG8=", "!include " + temp.resolve("secret.txt"), "!env PATH", "&a [*a]", "{\"@class\": \"java.net.URL\", \"x\": \"" + url + "\"}", "[\"java.net.URL\", \"" + url + "\"]",
        "{\"@type\": \"com.sun.rowset.JdbcRowSetImpl\", \"dataSourceName\": \"" + url + "\"}", "${jndi:ldap://127.0.0.1:" + trap.getLocalPort() + "/x}", "file://" + temp.resolve("secret.txt"));
  }

  private String entity(String root) {
    return "<!DOCTYPE " + root + " [<!ENTITY f SYSTEM \"file://" + temp.resolve("secret.txt") + "\"><!ENTITY h SYSTEM \"" + url + "entity\"><!ENTITY % p SYSTEM \"" + url + "parameter\">%p;]>";
  }

  @Test
  void noDataOfASiteMakesOpensOrAsks() {
    StringBuilder site = new StringBuilder("-- content/site.yaml --\ntitle: T\nbase_url: https://t.example/\ncards: false\n-- content/post/p.svg --\n" + entity("svg") + "<?xml-stylesheet href=\"" + url + "\"?><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><text>&f;&h;</text><xi:include href=\"" + url + "\"/><image href=\"" + url + "i\"/></svg>\n-- content/post/a.md --\n---\ntitle: A\ndate: 2026-01-01\n---\n![x](p.svg)\n");
    Path root = SiteText.of(site.toString()).into(temp.resolve("good"));
    assertEquals(0, run("build", "--root", root.toString()), said.toString(UTF_8));
    Tree.of(root.resolve("site")).files().forEach((path, bytes) -> assertFalse(new String(bytes, UTF_8).contains(SECRET), path));
    StringBuilder bad = new StringBuilder("-- content/site.yaml --\ntitle: T\n");
    StringBuilder sources = new StringBuilder();
    List<String> hostile = yaml();
    for (int i = 0; i < hostile.size(); i++) {
      String each = hostile.get(i);
      sources.append(", data/k").append(i).append(".yaml, data/k").append(i).append(".json");
      bad.append("theme").append(i).append(": ").append(each).append('\n');
    }
    bad.append("bibliography: [").append(sources.substring(2)).append("]\n");
    for (int i = 0; i < hostile.size(); i++) {
      String each = hostile.get(i);
      bad.append("-- content/post/a").append(i).append(".md --\n---\ntitle: ").append(each).append("\nparams: ").append(each).append("\nscenarios: {s: ").append(each).append("}\ntags: ").append(each)
          .append("\n---\nText [@k].\n\n```{data-table}\nfile: t").append(i).append(".yaml\n```\n\n```{data-table}\nfile: t").append(i).append(".json\n```\n-- content/data/t").append(i).append(".yaml --\n- {a: ").append(each)
          .append("}\n-- content/data/t").append(i).append(".json --\n[{\"a\": ").append(each).append("}]\n-- content/data/k").append(i).append(".yaml --\nk: ").append(each).append("\n-- content/data/k").append(i).append(".json --\n[").append(each).append("]\n");
    }
    Path refused = SiteText.of(bad.toString()).into(temp.resolve("bad"));
    assertEquals(1, run("build", "--root", refused.toString()), said.toString(UTF_8));
    for (String told : List.of("the tag '!!javax.script.ScriptEngineManager' is not used here", "the tag '!!java.net.URL' is not used here", "the alias '*a' is not used here", "this cannot be read as JSON")) {
      assertTrue(said.toString(UTF_8).contains(told), told);
    }
    assertFalse(said.toString(UTF_8).contains("Exception"), said.toString(UTF_8));
  }

  @Test
  void aCitationStyleIsReadWithoutDefinitionsAndToAnyDepth() {
    String open = "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\"><info><title>x</title></info>";
    String deep = open + "<citation><layout>" + "<group>".repeat(20_000) + "<text value=\"x\"/>" + "</group>".repeat(20_000) + "</layout></citation></style>";
    String laughs = "<!DOCTYPE style [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + open + "<citation><layout><text value=\"&b;\"/></layout></citation></style>";
    for (String style : List.of(entity("style") + open + "<citation><layout><text value=\"&f;&h;\"/></layout></citation></style>", laughs, deep)) {
      Path root = SiteText.of("-- content/site.yaml --\ntitle: T\nstyle: x.csl\nbibliography: data/k.yaml\n-- content/x.csl --\n" + style + "\n-- content/data/k.yaml --\nk: {type: book, title: B}\n-- content/post/a.md --\n---\ntitle: A\n---\nText [@k].\n").into(temp.resolve("style" + style.length()));
      said.reset();
      assertEquals(1, run("build", "--root", root.toString()), said.toString(UTF_8));
      assertTrue(said.toString(UTF_8).contains("content/x.csl:1:"), said.toString(UTF_8));
    }
  }

  @Test
  void aFeedThatIsImportedBringsNothingIn() throws IOException {
    for (Map.Entry<String, String> feed :
        Map.of(
                "a.xml", entity("rss") + "<rss version=\"2.0\"><channel><title>T &f;</title><item><title>&h;</title><guid>1</guid><description>&f;</description></item></channel></rss>", "b.xml",
                "<!DOCTYPE feed SYSTEM \"" + url + "x.dtd\"><feed xmlns=\"http://www.w3.org/2005/Atom\" xmlns:xi=\"http://www.w3.org/2001/XInclude\"><title>T</title><entry><id>1</id><title>&f;</title><updated>2026-01-01T00:00:00Z</updated><content type=\"html\">x <xi:include href=\"" + url + "\"/></content></entry></feed>",
                "c.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"T\", \"@class\": \"java.net.URL\", \"items\": [{\"id\": \"1\", \"@class\": \"java.net.URL\", \"content_html\": \"<script src='" + url + "'></script>x\"}]}", "d.opml",
                entity("opml") + "<opml version=\"2.0\"><body><outline xmlUrl=\"" + url + "\" text=\"&f;\"/></body></opml>")
            .entrySet()) {
      Path root = temp.resolve("import-" + feed.getKey());
      Files.createDirectories(root.resolve("content"));
      Files.writeString(temp.resolve(feed.getKey()), "<?xml version=\"1.0\"?>".repeat(feed.getKey().endsWith("json") ? 0 : 1) + feed.getValue());
      run("import", temp.resolve(feed.getKey()).toString(), "--root", root.toString());
      Tree.of(root).files().forEach((path, bytes) -> assertFalse(new String(bytes, UTF_8).contains(SECRET) || new String(bytes, UTF_8).contains("<script"), path));
    }
  }

  /// A few hundred bytes that say they are a picture of a thousand million points.
  @Test
  void aPictureThatUnpacksToGigabytesIsAProblemAndNoCrash() throws IOException {
    Path root = SiteText.of("-- content/site.yaml --\ntitle: T\n-- content/post/a.md --\n---\ntitle: A\n---\n![x](bomb.png) and ![y](wide.png)\n").into(temp.resolve("picture"));
    Files.write(root.resolve("content/post/bomb.png"), png(60_000, 60_000));
    Files.write(root.resolve("content/post/wide.png"), png(2_000_000_000, 1));
    run("build", "--root", root.toString());
    String told = said.toString(UTF_8);
    assertTrue(told.contains("content/post/a.md:4:") && !told.contains("OutOfMemory") && !told.contains("Exception"), told);
  }

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(0x89504E470D0A1A0AL);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream fields = new DataOutputStream(head);
    fields.writeInt(width);
    fields.writeInt(height);
    fields.write(new byte[] {8, 2, 0, 0, 0});
    chunk(out, "IHDR", head.toByteArray());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      rows.write(new byte[1 << 16]);
    }
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
    out.writeInt(content.length);
    byte[] all = (name + new String(content, ISO_8859_1)).getBytes(ISO_8859_1);
    out.write(all);
    CRC32 sum = new CRC32();
    sum.update(all);
    out.writeInt((int) sum.getValue());
  }
}
