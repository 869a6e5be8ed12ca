package dev.assay.importer.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.assay.build.BuildOptions;
import dev.assay.build.BuildReport;
import dev.assay.build.Progress;
import dev.assay.build.SiteBuild;
import dev.assay.importer.FeedImport;
import dev.assay.importer.ImportReport;
import dev.assay.problem.Problem;
import dev.assay.testing.SiteText;
import dev.assay.testing.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Folders of Hugo, Jekyll and Zola become sites that answer every old address.
class FolderImportTest {
  @TempDir private Path temp;

  private Path root;
  private Tree content;
  private Tree built;

  private ImportReport imported(String site) throws IOException {
    Path folder = SiteText.of(site).into(temp.resolve("old"));
    root = temp.resolve("new");
    ImportReport report = run(folder);
    content = Tree.of(root.resolve("content"));
    BuildReport build = SiteBuild.build(BuildOptions.of(root).withToday(LocalDate.parse("2026-06-01")), Progress.NONE);
    assertEquals("", build.problems().stream().filter(Problem::isError).toList().toString().replace("[]", ""), content::toString);
    built = Tree.of(root.resolve("site"));
    return report;
  }

  private ImportReport run(Path folder) throws IOException {
    return assertInstanceOf(FolderImport.Result.Done.class, FolderImport.run(new FolderImport.Request(folder, "old", root, "auto", FeedImport.Fetch.NOTHING))).report();
  }

  private void assertAnswers(String... addresses) {
    for (String address : addresses) {
      String file = address.substring(1) + (address.endsWith("/") ? "index.html" : "");
      assertTrue(built.has(file), () -> address + " among " + built);
    }
  }

  @Test
  void bracesBehindCodeAreTextForHugo() throws IOException {
    imported(
        """
        -- hugo.toml --
        baseURL = "https://old.example/"
        title = "Old"
        -- content/post/a.md --
        +++
        title = "A"
        date = 2020-03-04
        +++
        Run `mysql`{.code} and `x`{#y}.

        ```sh
        echo `date`{.code}
        ```
        """);
    String page = built.text("post/a/index.html");
    assertTrue(page.contains("<code>mysql</code>{.code} and <code>x</code>{#y}."), page);
    assertTrue(page.contains("`date`{.code}"), page);
  }

  @Test
  void unknownCallsInOneAnotherAreReadOnce() {
    String site =
        """
        -- hugo.toml --
        baseURL = "https://old.example/"
        title = "Old"
        -- content/post/a.md --
        +++
        title = "A"
        date = 2020-03-04
        +++
        """
            + "{{< box >}}".repeat(30) + "\n\nwords {{< ref \"nowhere\" >}} {{< figure >}}within{{< /figure >}}\n\n" + "{{< /box >}}".repeat(30) + "\n";
    ImportReport report = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> imported(site));
    String text = content.text("post/a.md");
    assertEquals(1, text.split("words", -1).length - 1, text);
    assertEquals(30, text.split("`\\{\\{< /box >}}`", -1).length - 1, text);
    // In the list of all, and in that of its note.
    assertEquals(2, report.text().split("a reference leads to no page: nowhere\n", -1).length - 1, report.text());
  }

  @Test
  void tagsWithoutEndsAreNotLookedForAgainAndAgain() {
    String site =
        """
        -- _config.yml --
        title: Old
        url: https://old.example
        -- _posts/2020-03-04-a.md --
        ---
        title: A
        ---
        """
            + "{% raw %} ".repeat(3_000) + "words " + "{% x ".repeat(30_000) + "}}\n";
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> imported(site));
    assertTrue(content.text("post/a.md").contains("words"), content::toString);
  }

  @ParameterizedTest
  @MethodSource("longTexts")
  void aLongTextIsReadOnceWhateverStandsInIt(String settings, String file, String head, String text) throws IOException {
    Path folder = SiteText.of("-- " + settings + " --\nbase_url = \"https://old.example\"\ntitle = \"Old\"\n-- " + file + " --\n" + head + text + "\n").into(temp.resolve("old"));
    root = temp.resolve("new");
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> run(folder));
    assertTrue(Tree.of(root.resolve("content")).has("post/a.md"));
  }

  private static Stream<Arguments> longTexts() {
    String space = " ".repeat(200_000);
    Stream<Arguments> hugo =
        Stream.of(
                "{{< box >}}".repeat(20_000) + "w" + "{{< /box >}}".repeat(20_000), "{{< note >}}\n".repeat(40_000) + "/note",
                "{{< x >}} ".repeat(60_000), ("{{< x" + " ".repeat(19_000) + ">}}").repeat(50))
            .map(text -> Arguments.of("hugo.toml", "content/post/a.md", "+++\ntitle = \"A\"\ndate = 2020-03-04\n+++\n", text));
    Stream<Arguments> jekyll =
        Stream.of("{% x %} ".repeat(60_000), "{% x" + space + "y %}", "{{ x" + space + "y }}", "`a``b```c".repeat(5_000) + "{% x %}".repeat(5_000),
                "{::comment}\n".repeat(30_000), "{:" + space + "x", " > ".repeat(60_000) + "x", "<table>" + "\n \t".repeat(100_000) + "x")
            .map(text -> Arguments.of("_config.toml", "_posts/2020-03-04-a.md", "---\ntitle: A\n---\n", text));
    Stream<Arguments> zola =
        Stream.of("{% x() %} ".repeat(30_000)).map(text -> Arguments.of("zola.toml", "content/post/a.md", "+++\ntitle = \"A\"\ndate = 2020-03-04\n+++\n", text));
    return Stream.concat(hugo, Stream.concat(jekyll, zola));
  }

  @Test
  void aDocumentationInFoldersOfLanguagesKeepsItsAddressesParametersAndTabs() throws IOException {
    ImportReport report = imported(
        """
        -- config/_default/hugo.yaml --
        baseURL: https://docs.example/
        title: Docs
        defaultContentLanguage: en
        languages:
          en: {label: English}
          fr: {label: Français}
        params: {repo: "https://git.example/x"}
        -- content/en/_index.md --
        ---
        title: Docs
        ---
        Welcome.
        -- content/en/docs/java/_index.md --
        ---
        title: Java
        cascade:
          vers: {otel: 1.64.0}
        aliases: [../old-java]
        ---
        -- content/en/docs/java/setup.md --
        ---
        title: Set-up
        ---
        Version {{% param vers.otel %}} from {{< param repo >}}.

        {{< tabpane text=true >}} {{% tab "Maven" %}}

        Add *this*.

        {{% /tab %}} {{% tab header="Gradle" %}} Add that. {{% /tab %}} {{< /tabpane >}}

        {{< tabpane lang=sh >}}
        {{< tab header="Linux" >}}
        # no heading
        {{< /tab >}}
        {{< /tabpane >}}

        {{% comment %}} To be done. {{% /comment %}}
        -- content/en/docs/java/gone.md --
        ---
        title: Gone [soon]
        expiryDate: 2025-01-01
        ---
        It was.
        -- content/en/docs/js/setup.md --
        ---
        title: Other set-up
        ---
        -- content/fr/docs/js/setup.md --
        ---
        title: Autre
        ---
        Voir [Java](../../java/setup.md).
        """);
    assertAnswers("/docs/java/", "/docs/java/setup/", "/docs/js/setup/", "/fr/docs/js/setup/", "/old-java/");
    String setup = built.text("docs/java/setup/index.html");
    assertTrue(setup.contains("Version 1.64.0 from https://git.example/x."), setup);
    assertTrue(setup.contains("<strong>Maven</strong>") && setup.contains("<em>this</em>") && setup.contains("<strong>Gradle</strong>"), setup);
    assertTrue(Jsoup.parse(setup).select("pre").text().contains("# no heading"), setup);
    assertFalse(setup.contains("tab") && setup.contains("{{"), setup);
    assertTrue(report.text().contains("lost: a comment: To be done."), report.text());
    assertFalse(setup.contains("hreflang=\"fr\""), "two pages of one name are not one page in two languages");
    assertTrue(built.text("docs/js/setup/index.html").contains("hreflang=\"fr\""), () -> built.text("docs/js/setup/index.html"));
    assertTrue(built.text("docs/java/index.html").contains("Gone [soon]"), () -> built.text("docs/java/index.html"));
  }

  private static final String HUGO =
      """
      -- hugo.toml --
      baseURL = "https://old.example/blog/"
      title = "An old blog"
      defaultContentLanguage = "en"
      [permalinks]
      post = "/:year/:month/:slug/"
      [languages.en]
      [languages.ko]
      contentDir = "content/ko"
      [params]
      description = "What it is about"
      -- content/post/first.md --
      +++
      title = "First"
      date = 2020-03-04T05:06:07+09:00
      tags = ["A b", "C++"]
      aliases = ["/old/first", "older"]
      slug = "the-first"
      author = "Somebody"
      custom = 5
      +++
      See [second]({{< relref "second#part" >}}), [by path](/blog/2020/03/second/), [file](second/index.md)
      and [nothing](/no/where/). ![a](/img/a%20b.png)

      {{< figure src="/img/a b.png" caption="A *caption*" >}}
      {{< youtube abc123 >}}
      {{< highlight go "linenos=table" >}}
      x := 1
      {{< /highlight >}}
      {{< strange a="b" >}}
      <!--more-->
      {{% note %}}Mind.{{% /note %}}
      -- content/post/second/index.md --
      ---
      title: Second
      date: 2020-03-05
      lastmod: 2021-01-01
      ---
      ## Part

      ![in the bundle](pic.png) [first](../the-first/) [@somebody](https://x.example/) [@nobody]
      -- content/post/second/pic.png --
      pic
      -- content/post/_index.md --
      ---
      title: Posts
      ---
      -- content/post/draft.md --
      ---
      title: Draft
      draft: true
      ---
      x
      -- content/about.md --
      ---
      title: About
      ---
      A [draft](post/draft.md), the [posts](/post/), a [tag](/tags/a-b/).
      -- content/docs/Install Guide.md --
      ---
      title: Install
      weight: 2
      ---
      How.
      -- content/ko/post/first.md --
      ---
      title: 첫째
      date: 2020-03-04
      ---
      [둘째](/ko/2020/03/첫째/) 글
      -- static/img/a b.png --
      png
      -- static/robots.txt --
      mine
      """;

  @Test
  void hugo() throws IOException {
    ImportReport report = imported(HUGO);
    assertEquals("Hugo", report.format());
    assertEquals(
        """
        # Made by 'assay import' from what the source says of itself. The guide lists all settings.
        title: An old blog
        base_url: "https://old.example/blog/"
        description: What it is about
        language: en
        languages: [en, ko]
        permalinks:
          post: "/:year/:month/:slug/"
        """,
        content.text("site.yaml"));
    assertAnswers("/2020/03/the-first/", "/old/first/", "/2020/03/second/", "/2020/03/second/pic.png", "/about/", "/docs/install-guide/", "/docs/", "/post/",
        "/tags/a-b/", "/img/a b.png");
    String first = content.text("post/the-first.md");
    assertTrue(first.contains("id: \"https://old.example/blog/2020/03/the-first/\"\n"), first);
    assertTrue(first.contains("date: 2020-03-04T05:06:07+09:00\n"), first);
    assertTrue(first.contains("authors: [Somebody]\n"), first);
    assertTrue(first.contains("custom: 5\n"), first);
    assertTrue(first.contains("[second](second/index.md#part), [by path](second/index.md), [file](second/index.md)\n"), first);
    assertTrue(first.contains("[nothing](https://old.example/blog/no/where/). ![a](/img/a%20b.png)\n"), first);
    assertTrue(first.contains("*A \\*caption\\**"), first);
    assertTrue(first.contains("<https://www.youtube.com/watch?v=abc123>"), first);
    assertTrue(first.contains("```go\nx := 1\n```\n"), first);
    assertTrue(first.contains("`{{< strange a=\"b\" >}}`"), first);
    assertTrue(first.contains(":::{note}\nMind.\n:::\n"), first);
    assertTrue(content.text("post/second/index.md").contains("![in the bundle](pic.png) [first](../the-first.md) [@somebody](https://x.example/) \\[@nobody]"), content.text("post/second/index.md"));
    assertTrue(content.text("page/about.md").contains("A [draft](https://old.example/blog/"), content.text("page/about.md"));
    assertTrue(report.text().contains("the shortcode 'strange' is not known, so it is shown as it was written"), report.text());
    assertTrue(report.text().contains("a link leads to a draft"), report.text());
    assertFalse(built.text("feed.xml").contains("Draft"));
    assertTrue(built.text("feed.xml").contains(">https://old.example/blog/2020/03/the-first/</guid>"), built.text("feed.xml"));
    assertTrue(content.text("_redirects").startsWith("/index.xml /feed.xml 301\n"));
  }

  @Test
  void aSecondRunAddsOnlyWhatIsNew() throws IOException {
    imported(HUGO);
    SiteText.of("""
        -- content/post/third.md --
        ---
        title: Third
        date: 2020-05-05
        ---
        New, after [the first](first.md).
        """).into(temp.resolve("old"));
    ImportReport again = run(temp.resolve("old"));
    Tree after = Tree.of(root.resolve("content"));
    assertEquals("[post/third.md]", content.changed(after).toString());
    assertEquals(1, again.count(ImportReport.Outcome.WRITTEN));
    assertTrue(after.text("post/third.md").contains("[the first](the-first.md)"), after.text("post/third.md"));
  }

  @Test
  void jekyll() throws IOException {
    ImportReport report = imported(
        """
        -- _config.yml --
        title: Old
        url: https://old.example
        baseurl: /b
        permalink: date
        timezone: Asia/Seoul
        collections:
          docs:
            output: true
        defaults:
          - scope: {path: "", type: posts}
            values: {author: Default Author}
        -- _posts/2015-01-02-hello-world.md --
        ---
        title: Hello
        categories: news tech
        tags: a b
        redirect_from: [/old/, /older.html]
        ---
        * TOC
        {:toc}

        ## Head
        {: #own-id .big}

        Text{: .x} and [next]({% post_url 2015-02-03-다음 %}), ![pic]({{ site.baseurl }}/assets/p.png){:width="3"} [doc]({% link _docs/one.md %}).

        {% highlight ruby linenos %}
        puts 1
        {% endhighlight %}

        {% raw %}{{ shown }}{% endraw %} {% if page.x %}maybe{% endif %} {{ page.title }} {% include bit.md %}
        -- _posts/news/2015-02-03-다음.md --
        ---
        title: 다음
        published: true
        ---
        글 [위](#없음)
        -- _drafts/later.md --
        ---
        title: Later
        ---
        x
        -- _includes/bit.md --
        A bit.
        -- _docs/one.md --
        ---
        title: One
        ---
        Doc
        -- about.md --
        ---
        title: About
        permalink: /about/
        ---
        About
        -- contact.html --
        ---
        title: Contact
        ---
        <p>Write to <b>me</b>.</p>
        -- index.html --
        ---
        ---
        {% for post in site.posts %}{{ post.title }}{% endfor %}
        -- assets/p.png --
        png
        -- css/main.scss --
        ---
        ---
        a{}
        -- README.md --
        Read me
        """);
    assertEquals("Jekyll", report.format());
    assertAnswers("/news/tech/2015/01/02/hello-world.html", "/old/", "/older.html", "/2015/02/03/다음.html", "/docs/one.html", "/about/", "/contact.html", "/assets/p.png");
    String hello = content.text("post/hello-world.md");
    assertTrue(hello.contains("id: \"https://old.example/b/news/tech/2015/01/02/hello-world\"\n"), hello);
    assertTrue(hello.contains("authors: [Default Author]\n"), hello);
    assertTrue(hello.contains("## Head {#own-id}\n"), hello);
    assertTrue(hello.contains("[next](다음.md), ![pic](/assets/p.png) [doc](../page/docs/one.md).\n"), hello);
    assertTrue(hello.contains("```ruby\nputs 1\n```\n"), hello);
    assertTrue(hello.contains("{{ shown }} `{% if page.x %}`maybe`{% endif %}` Hello A bit."), hello);
    assertFalse(hello.contains("TOC"), hello);
    assertTrue(content.text("page/contact.md").contains("Write to **me**."), content.text("page/contact.md"));
    assertTrue(content.text("post/later.md").contains("draft: true\n"));
    assertTrue(report.text().contains("a Liquid tag: if"), report.text());
    assertTrue(report.text().contains("'index.html' is a list"), report.text());
  }

  @Test
  void zola() throws IOException {
    ImportReport report = imported(
        """
        -- config.toml --
        base_url = "https://old.example"
        title = "Old"
        default_language = "en"
        taxonomies = [{ name = "tags" }, { name = "topics" }]
        [languages.ko]
        -- content/_index.md --
        +++
        title = "Home"
        +++
        Welcome.
        -- content/blog/_index.md --
        +++
        title = "Blog"
        +++
        -- content/blog/2021-02-03-what-s new.md --
        +++
        title = "What's new"
        aliases = ["old/new.html"]
        [taxonomies]
        topics = ["Rust"]
        [extra]
        colour = "red"
        +++
        # What's (really) new?

        See [other](@/blog/other.md#it-s-here) and [itself](#what-s-really-new), {{ youtube(id="x1") }} {{ odd(a=1) }}
        <progress value="1"></progress> <iframe src="https://e.example/x"></iframe>

        In the year
        2016. It was so.
        -- content/blog/other.md --
        +++
        title = "Other"
        date = 2021-01-01
        path = "2021/other"
        +++
        ## It's here!

        - In the year
          2016. It was so.
        -- content/blog/other.ko.md --
        +++
        title = "다른 글"
        date = 2021-01-01
        +++
        글
        -- content/blog/bundle/index.md --
        +++
        title = "Bundle"
        date = 2021-01-01
        +++
        ![x](x.png)
        -- content/blog/bundle/x.png --
        png
        -- static/y.png --
        png
        """);
    assertEquals("Zola", report.format());
    assertAnswers("/blog/what-s-new/", "/old/new.html", "/2021/other/", "/ko/blog/other/", "/blog/bundle/", "/blog/bundle/x.png", "/blog/", "/topics/rust/", "/y.png", "/");
    String news = content.text("blog/what-s-new.md");
    assertTrue(news.contains("date: 2021-02-03T00:00:00+00:00\n"), news);
    assertTrue(news.contains("categories: [Rust]\n"), news);
    assertTrue(news.contains("colour: red\n"), news);
    assertTrue(news.contains("# What's (really) new? {#what-s-really-new}\n"), news);
    assertTrue(news.contains("[other](other.md#it-s-here) and [itself](#what-s-really-new), <https://www.youtube.com/watch?v=x1> `{{ odd(a=1) }}`"), news);
    assertTrue(news.contains("<a href=\"https://e.example/x\">https://e.example/x</a>"), news);
    assertTrue(built.text("2021/other/index.html").contains("2016. It was so"), built.text("2021/other/index.html"));
    assertTrue(built.text("index.html").contains("Welcome."));
    assertTrue(report.text().contains("an element around its text: <progress>"), report.text());
  }

  @Test
  void whatATextSaysStaysSaid() throws IOException {
    ImportReport report =
        imported(
            """
            -- _config.yml --
            title: T
            url: https://old.example
            permalink: /:title/
            -- _posts/2020-01-01-a.md --
            ---
            title: A
            ---
            See https://old.example/b/ and <https://old.example/b/> and [b](https://old.example/b/).\u0008

            {% highlight diff %}
            {% raw %}
            + {{ site.x }} {% post_url b %}
            {% endraw %}
            {% endhighlight %}

            `<!--more-->` <cr> text[^a]! <iframe src="https://v.example/1"></iframe>

            <table>

            <tr><td>x</td>

            <td>y</td></tr>
            </table>

            [^a]: A note
            [^b]: nobody marks this
            -- _posts/2020-01-02-b.md --
            ---
            title: B
            ---
            b
            """);
    String note = content.text("post/a.md");
    assertTrue(note.contains("See [https\\://old.example/b/](b.md) and [https\\://old.example/b/](<b.md>) and [b](b.md).\n"), note);
    assertTrue(note.contains("```diff\n\n+ {{ site.x }} {% post_url b %}\n```\n"), note);
    String page = built.text("a/index.html");
    assertTrue(page.contains(">https://old.example/b/</a> and <a"), page);
    assertTrue(page.contains("<code>&lt;!--more--&gt;</code>"), page);
    assertTrue(page.contains("<table>\n<tr><td>x</td>\n<td>y</td></tr>\n</table>"), page);
    String said = report.text();
    assertTrue(said.contains("lost: a control character, which pages cannot carry\n"), said);
    assertTrue(said.contains("changed: <cr> is not among the tags that notes may use, so it is shown as text: <cr>\n"), said);
    assertTrue(said.contains("changed: something embedded, 'iframe', is a link now: https://v.example/1\n"), said);
    assertTrue(said.contains("lost: nothing marks the footnote 'b', so its text is not shown: [^b]: nobody marks this\n"), said);
  }

  @Test
  void whatIsNoSiteIsRefused() throws IOException {
    Path folder = SiteText.of("-- a.txt --\nx\n").into(temp.resolve("nothing"));
    FolderImport.Result result = FolderImport.run(new FolderImport.Request(folder, "nothing", temp.resolve("out"), "auto", FeedImport.Fetch.NOTHING));
    assertEquals("'nothing' is no folder of Hugo, Jekyll or Zola", assertInstanceOf(FolderImport.Result.Refused.class, result).why());
    assertFalse(java.nio.file.Files.exists(temp.resolve("out")));
  }

  @Test
  void theNewSiteMayNotLieInTheOldOne() throws IOException {
    Path folder = SiteText.of(HUGO).into(temp.resolve("old"));
    FolderImport.Result result = FolderImport.run(new FolderImport.Request(folder, "old", folder.resolve("site"), "auto", FeedImport.Fetch.NOTHING));
    assertTrue(assertInstanceOf(FolderImport.Result.Refused.class, result).why().contains("in the old one's folder"));
  }

  @Test
  void hostileFoldersAreRead() throws IOException {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      deep.append("{{< note >}}");
    }
    SiteText.of("-- hugo.toml --\nbaseURL = \"https://old.example/\"\n").into(temp.resolve("old"));
    java.nio.file.Files.createDirectories(temp.resolve("old/content/post"));
    java.nio.file.Files.writeString(temp.resolve("old/content/post/deep.md"), "---\ntitle: Deep\ndate: 2020-01-01\n---\n" + deep + "x\n");
    java.nio.file.Files.writeString(temp.resolve("old/content/post/open.md"), "---\ntitle: Open\ndate: 2020-01-01\n---\n" + "{{< figure src=\"".repeat(2000));
    java.nio.file.Files.writeString(temp.resolve("old/content/post/broken.md"), "---\ntitle: [\n---\nText\n");
    java.nio.file.Files.write(temp.resolve("old/content/post/binary.md"), new byte[] {1, (byte) 0xff, (byte) 0xfe});
    java.nio.file.Files.createSymbolicLink(temp.resolve("old/content/post/link.md"), java.nio.file.Files.writeString(temp.resolve("secret.md"), "secret"));
    java.nio.file.Files.writeString(temp.resolve("old/content/post/up.md"), "---\ntitle: Up\ndate: 2020-01-01\nurl: /../../etc/passwd\naliases: [../../x, \"/a?b\"]\n---\nText\n");
    root = temp.resolve("new");
    ImportReport report = run(temp.resolve("old"));
    assertEquals(4, report.count(ImportReport.Outcome.WRITTEN), report::text);
    for (String file : Tree.of(temp).files().keySet()) {
      assertTrue(file.startsWith("old/") || file.startsWith("new/") || file.equals("secret.md"), file);
    }
    assertFalse(Tree.of(root).files().keySet().stream().anyMatch(file -> file.contains("link")));
  }
}
