package dev.assay.importer.folder;

import dev.assay.markdown.Markdown;
import dev.assay.markdown.MarkdownInput;
import dev.assay.markdown.MarkdownOptions;
import dev.assay.markdown.MarkdownResult;
import dev.assay.note.Language;
import dev.assay.note.Site;
import dev.assay.problem.SourceText;
import dev.assay.testing.FuzzTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Pages of the folders of Hugo, Jekyll and Zola: what becomes of one is Markdown that is read without errors, and each line of
/// plain words in it is there.
public final class FolderFuzz implements FuzzTarget {
  private static final Site SITE = Site.defaults("Mine");
  private static final Set<String> WORDS = Set.of("word", "other", "plain", "words", "가격");

  private static final List<String> TOKENS =
      List.of(
          "word", "\nplain words\n", "가격", " ", "\n", "\n\n", "{{< figure src=\"a.png\" caption=\"c\" >}}", "{{< youtube x >}}", "{{< highlight go >}}", "{{< /highlight >}}", "{{% note %}}", "{{% /note %}}", "{{< tabpane text=true >}}", "{{< tab \"A\" >}}",
          "{{< /tab >}}", "{{< /tabpane >}}", "{{< ref \"b.md\" >}}", "{{< param x >}}", "{{</* x */>}}", "{{<", ">}}", "{{%", "%}}", "{{ youtube(id=\"x\") }}", "{% quote(author=\"A\") %}", "{% end %}", "{{ x }}", "{% raw %}", "{% endraw %}",
          "{% highlight ruby %}", "{% endhighlight %}", "{% include figure.html src=\"a.png\" %}", "{% post_url 2026-05-30-x %}", "{% link b.md %}", "{{ site.baseurl }}", "{{ page.title }}", "{% if x %}", "{% endif %}", "{% for a in b %}", "{% endfor %}", "{% comment %}",
          "{% endcomment %}", "{:.x #y}", "{: .no_toc}", "* TOC\n{:toc}\n", "{::comment}", "{:/comment}", "*[HTML]: Hyper", "<!--more-->", "<!-- more -->", "```go\n", "\n```\n", "~~~\n", "# H {#h}\n", "## H\n", "- ", "1. ", "> ", "[a](b.md)", "[a](@/b.md)",
          "[a](/c/#d)", "![i](a.png)", "<div class=\"x\">\n", "</div>\n", "<center>", "</center>", "<iframe src=\"https://y.org\"></iframe>", "<video src=v.mp4>", "<table>\n\n<tr><td>", "</table>", "<b>", "</b>", "<script>", "</script>", "\u0001", "\r\n", "\\", "`", "*", "_", "$x$",
          "[^1]", "\n[^1]: n\n", "[Fact] ", ":::", "{", "}", "\"", "=", "/", "|", "| a | b |\n|-|-|\n");

  private final List<OldSite> sites;

  public FolderFuzz() {
    try {
      Path empty = Files.createTempDirectory("assay-fuzz");
      OldFolder folder = OldFolder.of(empty);
      Files.delete(empty);
      this.sites = java.util.Arrays.stream(Generator.values())
          .map(generator -> new OldSite(folder, generator, "Old", "https://old.example/", "", List.of(Language.ENGLISH), Optional.empty(), List.of(), List.of(), List.of(), Map.of(), Map.of(), OldHead.NONE, List.of()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    all.add(FuzzTarget.seed(0, "---\ntitle: T\n---\nplain words\n\n{{< figure src=\"a.png\" caption=\"c\" >}}\n{{% note %}}\nword\n{{% /note %}}\n{{< tabpane >}}{{< tab \"A\" >}}x{{< /tab >}}{{< /tabpane >}} [a]({{< ref \"b.md\" >}})\n"));
    all.add(FuzzTarget.seed(1, "---\ntitle: T\n---\nplain words\n\n{% highlight ruby %}\nputs 1\n{% endhighlight %}\n# H {#h}\n{: .no_toc}\n* TOC\n{:toc}\n{{ site.baseurl }}/x {% raw %}{{ x }}{% endraw %}\n*[HTML]: Hyper\n"));
    all.add(FuzzTarget.seed(2, "+++\ntitle = \"T\"\n+++\nplain words\n\n{{ youtube(id=\"x\") }} {% quote(author=\"A\") %}\nword\n{% end %}\n[a](@/b.md)\n<!-- more -->\nother\n"));
    all.add(FuzzTarget.seed(3, "<h2>H</h2>\n<p>plain words</p>\n{% include figure.html src=\"a.png\" %}"));
    all.add(FuzzTarget.seed(0x81, new byte[] {1, 28, 1, 29, 1, 42, 1}));
    all.add(FuzzTarget.seed(0x80, new byte[] {1, 10, 1, 11, 1, 16, 1}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    int way = FuzzTarget.way(data) & 3;
    OldSite old = sites.get(way % sites.size());
    boolean html = way == 3;
    OldHead.Parted parted = OldHead.of("content/x.md", text);
    OldPage page =
        new OldPage(
            "content/x.md", OldPage.Kind.PAGE, "", "x", "", "/x/", Language.ENGLISH, parted.head(), "T", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, "", List.of(), List.of(), Map.of(), Set.of(),
            parted.body(), html, List.of());
    PageText made = PageText.of(page, old, new OldIndex(old), SITE);
    SourceText source = new SourceText("content/post/x.md", made.markdown());
    MarkdownResult read = Markdown.parse(new MarkdownInput(source, 0, Optional.of("T"), Language.ENGLISH, MarkdownOptions.of(SITE.languages(), SITE.claimNames(), SITE.trustedHtml())));
    FuzzTarget.places(source, read.problems());
    if (!html && made.remarks().isEmpty() && text.indexOf('<') < 0 && text.indexOf('{') < 0) {
      for (String word : WORDS) {
        FuzzTarget.require(count(parted.body(), word) <= count(made.markdown(), word), text, "'" + word + "' is lost without a remark: " + made.markdown());
      }
    }
  }

  private static int count(String text, String word) {
    int count = 0;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      count++;
    }
    return count;
  }
}
