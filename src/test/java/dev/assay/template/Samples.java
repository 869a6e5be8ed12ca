package dev.assay.template;

import dev.assay.note.PagePolicy;
import dev.assay.note.Language;
import dev.assay.view.AccountingView;
import dev.assay.view.BacklinkView;
import dev.assay.view.ExposureView;
import dev.assay.view.EntityView;
import dev.assay.view.MapView;
import dev.assay.view.RelatedView;
import dev.assay.view.PlaceView;
import dev.assay.view.BacklinkGroup;
import dev.assay.view.BodyView;
import dev.assay.view.ChangeView;
import dev.assay.view.CheckpointView;
import dev.assay.view.CheckpointsPage;
import dev.assay.view.ClaimView;
import dev.assay.view.ClaimsPage;
import dev.assay.view.CorrectionsPage;
import dev.assay.view.DateView;
import dev.assay.view.FeedsPage;
import dev.assay.view.FigureTableView;
import dev.assay.view.FrameView;
import dev.assay.view.GlanceView;
import dev.assay.view.HeadingView;
import dev.assay.view.HomePage;
import dev.assay.view.HubCard;
import dev.assay.view.HubPage;
import dev.assay.view.LateList;
import dev.assay.view.LateMarkup;
import dev.assay.view.LinkView;
import dev.assay.view.ListPage;
import dev.assay.view.Markup;
import dev.assay.view.Mix;
import dev.assay.view.NotFoundPage;
import dev.assay.view.SearchPage;
import dev.assay.view.NoteCard;
import dev.assay.view.NoteHead;
import dev.assay.view.NotePage;
import dev.assay.view.PageView;
import dev.assay.view.Pagination;
import dev.assay.view.Part;
import dev.assay.view.PictureView;
import dev.assay.view.RedirectPage;
import dev.assay.view.RoleView;
import dev.assay.view.ScoresPage;
import dev.assay.view.Settings;
import dev.assay.view.ShareView;
import dev.assay.view.SiteView;
import dev.assay.view.SourceView;
import dev.assay.view.TermView;
import dev.assay.view.TermsPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page of every shape, full of what pages can hold: for tests, and to look at.
final class Samples {
  static final LinkView HBM_HUB = new LinkView("Memory for inference", "/page/memory/");
  static final List<LinkView> TAGS = List.of(new LinkView("HBM", "/tags/hbm/"), new LinkView("Cost per token", "/tags/cost-per-token/"));

  private static final ShareView SHARE = new ShareView(ShareView.WEBSITE, "", 0, 0, List.of());

  private Samples() {}

  /// Every shape of page by a name.
  static Map<String, PageView> pages() {
    Map<String, PageView> pages = new LinkedHashMap<>();
    pages.put("note", note());
    pages.put("note-ko", noteInKorean());
    pages.put("note-bare", bareNote());
    pages.put("hub", hub());
    pages.put("home", home());
    pages.put("list", list());
    pages.put("archive", archive());
    pages.put("tags", tags());
    pages.put("claims", claims());
    pages.put("checkpoints", checkpoints());
    pages.put("corrections", new CorrectionsPage(frame("en", "Corrections", "/corrections/"), CHANGES, Pagination.SINGLE));
    pages.put("scores", scores());
    pages.put("scores-none", noScores());
    pages.put("feeds", feeds());
    pages.put("search", new SearchPage(frame("en", "Search", "/search/"), "/search/", List.of(new SearchPage.LanguageChoice("en", "English"), new SearchPage.LanguageChoice("ko", "한국어"))));
    pages.put("404", new NotFoundPage(frame("en", "Nothing is here", "/404.html"), List.of(card(1), card(2))));
    pages.put("redirect", new RedirectPage(frame("en", "What memory bandwidth buys", "/old/"), "/post/memory/"));
    return pages;
  }

  static SiteView site(String language) {
    return new SiteView("Tokens & Watts", "en", "", language.equals("en") ? "/" : "/ko/", language.equals("en") ? "/search/" : "/ko/search/", "",
        List.of(new LinkView("Kim Haneul", "")),
        List.of(new LinkView("Feeds", "/feeds/"), new LinkView("Tags", "/tags/"), new LinkView("Archive", "/archive/")),
        PagePolicy.STRICT.text(), Settings.NONE);
  }

  static FrameView frame(String language, String title, String address) {
    boolean korean = language.equals("ko");
    return new FrameView(
        site(language), "content/post/memory.md", language, title,
        korean ? "메모리 대역폭이 토큰당 비용에 미치는 영향." : "What a faster memory does to the cost of a token, and what it does not.",
        address, "https://example.org" + address, "", SHARE, true,
        korean
            ? List.of(new FrameView.MenuEntry("글", "/ko/post/", true), new FrameView.MenuEntry("허브", "/ko/page/", false),
                new FrameView.MenuEntry("주장", "/ko/claims/", false))
            : List.of(new FrameView.MenuEntry("Notes", "/post/", true), new FrameView.MenuEntry("Hubs", "/page/", false),
                new FrameView.MenuEntry("Claims", "/claims/", false), new FrameView.MenuEntry("Guide", "/guide/", false)),
        List.of(new LinkView(korean ? "글" : "Notes", "/post/"), HBM_HUB),
        List.of(feedLink("Memory for inference", "/page/memory/"),
            feedLink("Tokens & Watts", "/")),
        List.of(new FrameView.Translation("en", "English", "/post/memory/", "https://example.org/post/memory/", !korean),
            new FrameView.Translation("ko", "한국어", "/ko/post/memory/", "https://example.org/ko/post/memory/", korean)));
  }

  private static FrameView.FeedLink feedLink(String title, String page) {
    return new FrameView.FeedLink(title, formats(page));
  }

  private static List<FrameView.FeedAddress> formats(String page) {
    return List.of(
        new FrameView.FeedAddress(page + "feed.xml", "application/rss+xml", "RSS"),
        new FrameView.FeedAddress(page + "atom.xml", "application/atom+xml", "Atom"),
        new FrameView.FeedAddress(page + "feed.json", "application/feed+json", "JSON Feed"));
  }

  static DateView day(int year, int month, int date, String language) {
    return DateView.of(LocalDate.of(year, month, date), new Language(language));
  }

  static NoteCard card(int number) {
    List<String> titles =
        List.of("What memory bandwidth buys", "Rental prices fell faster than the silicon aged",
            "Half a node is idle: reading a day of production traffic", "Why a cached prompt is not free",
            "Substations before servers");
    List<String> summaries =
        List.of(
            "Decode waits for memory, so a token is cheaper where bytes move faster; the price of the stack decides how much cheaper.",
            "A year of list prices for rented accelerators against what their owners must earn to get the money back.",
            "A published day of serving shows how far utilisation sits from the figure that every spreadsheet assumes.",
            "Keeping a prefix warm costs capacity for as long as someone may ask again. When is it worth it?",
            "The queue for grid connections is now longer than the life of the hardware that waits in it.");
    int at = (number - 1) % titles.size();
    return new NoteCard(
        titles.get(at), "/post/n" + number + "/", "", new Markup(summaries.get(at).replace("decides", "<em>decides</em>")),
        day(2026, 11 - at, 20 - at, "en"), at == 0 ? day(2026, 11, 22, "en") : DateView.NONE, 6 + at,
        new Mix(10 - at, 5, 4 - at % 3, at), List.of(HBM_HUB), TAGS, at == 3);
  }

  static ClaimView claim(String kind, String name, String html, List<SourceView> sources, List<ClaimView.ReasonView> because) {
    return new ClaimView(
        kind, name, name, "memory#" + name, "/post/memory/#" + name, new Markup(html), html.replaceAll("<[^>]*>", ""),
        "What memory bandwidth buys", "/post/memory/", day(2026, 11, 20, "en"), sources, because, List.of(), List.of(), 0, List.of(), "",
        DateView.NONE, "open", List.of(), List.of(), List.of());
  }

  static final ClaimView FACT =
      claim("fact", "bandwidth-h200", "The H200 moves 4.8 TB/s from memory, the H100 3.35 TB/s, with the same arithmetic.",
          List.of(new SourceView("NVIDIA, H200 data sheet", "https://example.com/h200", "link"),
              new SourceView("NVIDIA, H100 data sheet", "https://example.com/h100", "link")),
          List.of());
  static final ClaimView INFERENCE =
      claim("inference", "decode-waits", "So the same model decodes <strong>up to 1.4 times faster</strong> where weights dominate the traffic.",
          List.of(), List.of(new ClaimView.ReasonView("fact", "The H200 moves 4.8 TB/s", "#bandwidth-h200", "open")));
  static final ClaimView SPECULATION =
      new ClaimView(
          "speculation", "stack-price", "stack-price", "memory#stack-price", "/post/memory/#stack-price",
          new Markup("The price of a stack will fall by a third before the next generation ships."),
          "The price of a stack will fall by a third before the next generation ships.", "What memory bandwidth buys",
          "/post/memory/", day(2026, 11, 20, "en"), List.of(new SourceView("Per Reuters", "", "attribution")),
          List.of(new ClaimView.ReasonView("inference", "the same model decodes faster", "#decode-waits", "refuted")), List.of(),
          List.of(new ClaimView.ReasonView("inference", "so stacks are bought by the watt", "#watt", "amended")), 3, List.of(), "60%", day(2027, 6, 30, "en"), "open", List.of(),
          List.of(
              new ClaimView.FallenView(
                  List.of(new ClaimView.ReasonView("inference", "the same model decodes faster", "#decode-waits", "refuted")), 0, "refuted",
                  day(2026, 11, 21, "en"))),
          List.of());
  static final ClaimView BLOCKED =
      new ClaimView(
          "blocked", "yield", "yield", "memory#yield", "/post/memory/#yield",
          new Markup("What share of stacks passes test: no maker says."), "What share of stacks passes test: no maker says.",
          "What memory bandwidth buys", "/post/memory/", day(2026, 11, 20, "en"), List.of(), List.of(), List.of(), List.of(), 0, List.of(), "",
          DateView.NONE, "amended",
          List.of(new ClaimView.Event(day(2026, 11, 22, "en"), "amended", "One maker now gives a range.",
              new SourceView("maker.example", "https://maker.example/", "link"), new LinkView("Substations before servers", "/post/n2/"))),
          List.of(),
          List.of(new LinkView("Substations before servers", "/post/n5/")));

  static Part html(String markup) {
    return new Part.Html(new Markup(markup));
  }

  /// The parts of a claim in a host element.
  static List<Part> hosted(String host, ClaimView claim) {
    return List.of(html("<" + host), new Part.ClaimAttributes(claim), html(">"), new Part.ClaimTag(claim),
        html(claim.html().html()), new Part.ClaimEnd(claim, 0), html("</" + host.replaceAll(" .*", "") + ">\n"));
  }

  static FigureTableView figures() {
    return new FigureTableView(
        "base-cached", "A million output tokens on eight accelerators, rented", "Scenario",
        List.of(new FigureTableView.Column("Output rate", "tokens/s per accelerator", true, "at 60 tokens/s per user"),
            new FigureTableView.Column("Energy", "tokens/J", true, ""),
            new FigureTableView.Column("Cost", "USD per million output tokens", true, ""),
            new FigureTableView.Column("Bound by", "", false, "")),
        List.of(
            new FigureTableView.Row("base", "H100, 8 × 80 GB, FP8", true,
                List.of(cell("1,240", "910–1,600", "", false, 200, 420, 640), cell("1.76", "1.3–2.2", "", false, 0, 0, 0),
                    cell("0.494", "0.38–0.67", "", false, 350, 494, 690), plain("weight traffic"))),
            new FigureTableView.Row("wide", "H200, 8 × 141 GB, FP8", false,
                List.of(cell("1,790", "1,350–2,300", "×1.44", false, 430, 620, 860), cell("2.54", "1.9–3.2", "×1.44", true, 0, 0, 0),
                    cell("0.402", "0.31–0.55", "−19%", true, 250, 402, 560), plain("cache traffic"))),
            new FigureTableView.Row("next", "", false,
                List.of(cell("2,050", "1,200–3,100", "×1.65", true, 350, 700, 1000),
                    new FigureTableView.Cell("", "blocked", "", "", false, "power under load is not published", FigureTableView.Bar.NONE),
                    cell("0.61", "0.36–1.04", "+23%", false, 300, 610, 1000), plain("compute")))),
        List.of("rental at list price of November 2026", "70% of the day in use", "power at 75% of the stated maximum"),
        List.of(new SourceView("hardware.csv", "https://example.com/hardware", "link"), new SourceView("Per Reuters", "", "attribution"),
            new SourceView("kernel measurements, 42,414 of them", "", "attribution"), new SourceView("assumption: 70% of the day in use", "", "attribution"),
            new SourceView("list of rental prices, November 2026", "https://www.example.com/prices/2026/11/", "link")),
        List.of(new LinkView("CSV", "/cost/memory/base.csv"), new LinkView("JSON", "/cost/memory/base.json")));
  }

  private static FigureTableView.Cell cell(String text, String range, String change, boolean best, int from, int at, int to) {
    return new FigureTableView.Cell(text, "inference", range, change, best, "1e6 × price / (3600 × rate × utilisation)",
        new FigureTableView.Bar(from, at, to));
  }

  private static FigureTableView.Cell plain(String text) {
    return new FigureTableView.Cell(text, "", "", "", false, "", FigureTableView.Bar.NONE);
  }

  static AccountingView accounting() {
    return new AccountingView(
        "day", "One published day of serving",
        List.of(new AccountingView.Line("Input tokens", "608", "billion", "fact", "", ""),
            new AccountingView.Line("of which from cache", "342", "billion", "fact", "", ""),
            new AccountingView.Line("Output tokens", "168", "billion", "fact", "", ""),
            new AccountingView.Line("Compute cost", "87,072", "USD", "inference", "", "")),
        List.of(new AccountingView.Line("Cost of a million tokens, all", "0.112", "USD", "inference", "", "cost / (input + output)"),
            new AccountingView.Line("Cost of a million output tokens", "0.518", "USD", "inference", "0.49–0.55", "cost / output"),
            new AccountingView.Line("Margin", "", "", "blocked", "", "")),
        List.of("2 USD an accelerator-hour"), List.of(new SourceView("DeepSeek, day of serving", "https://example.com/day", "link")),
        List.of());
  }

  static final String PROSE =
      """
      <h2 id="from-markdown">From Markdown</h2>
      <p>A table that a writer typed, with <a href="https://example.org/a">a link</a>, <code>inline code</code>, <mark>marked</mark> words and H<sub>2</sub>O<sup class="footnote-ref"><a id="fnref1" href="#fn1">1</a></sup>.</p>
      <div class="table"><table><thead><tr><th scope="col">Layer</th><th scope="col">Lever</th><th scope="col" class="right">Share</th></tr></thead><tbody><tr><td>Compute</td><td>number format</td><td class="right">31</td></tr><tr><td>Memory</td><td>bandwidth, capacity</td><td class="right">44</td></tr></tbody></table></div>
      <blockquote><p>When a price becomes visible, so does whoever can lower it.</p></blockquote>
      <aside class="callout callout-note" role="note"><p class="callout-title">Note</p><p>Rates are dense; vendors print sparse ones, which are twice as high.</p></aside>
      <aside class="callout callout-warning" role="note"><p class="callout-title">Warning</p><p>Prices are list prices.</p></aside>
      <pre><code class="language-java">long tokens = rate * 3_600; // one hour of one accelerator, with a line that is long enough to need its own scroll
      double usd = price / tokens;</code></pre>
      <ul class="tasks"><li class="task"><input type="checkbox" checked disabled> read the data sheet</li><li class="task"><input type="checkbox" disabled> ask for the yield</li></ul>
      <dl><dt>TPOT</dt><dd>Time per output token, the wait between two of them.</dd><dt>TTFT</dt><dd>Time to the first token.</dd></dl>
      <h3 id="nested">Nested lists</h3>
      <ol><li>First<ul><li>inner</li><li>more</li></ul></li><li>Second</li></ol>
      <hr>
      <section class="footnotes"><ol><li id="fn1"><p>A footnote that explains. <a href="#fnref1">↩</a></p></li></ol></section>
      """;

  static BodyView body() {
    List<Part> parts = new ArrayList<>();
    parts.add(html("<p>Producing a token means reading every active weight once. How fast that goes is set by the memory, not by the arithmetic, as soon as few users share a step. On the smaller card it costs "));
    parts.add(new Part.Role(new RoleView("0.494 USD per million tokens", "inference", "0.38 to 0.67; 1e6 × price / (3600 × rate × utilisation)")));
    parts.add(html(".</p>\n<h2 id=\"what-is-known\">What is known"));
    parts.add(new Part.Permalink("what-is-known", "What is known", 1));
    parts.add(html("</h2>\n<ul>\n"));
    parts.addAll(hosted("li", FACT));
    parts.addAll(hosted("li", INFERENCE));
    parts.addAll(hosted("li", SPECULATION));
    parts.addAll(hosted("li", BLOCKED));
    parts.add(html("</ul>\n<p>The rest of this note puts numbers to it. A paragraph of some length shows how the lines sit: the measure is about sixty-eight characters, the lines have air, and a reader's eye finds the next one without effort.</p>\n<h2 id=\"figures\">The figures"));
    parts.add(new Part.Permalink("figures", "The figures", 0));
    parts.add(html("</h2>\n"));
    parts.add(new Part.FigureTable(figures()));
    parts.addAll(hosted("p", claim("inference", "paragraph-claim", "A paragraph can be a claim as well, and its evidence stands beside it.",
        List.of(new SourceView("An entry of the bibliography, 2026, pp. 4–7", "", "entry")), List.of())));
    parts.add(html("<div class=\"table\"><table><thead><tr><th scope=\"col\">Where</th><th scope=\"col\" class=\"right\">What</th></tr></thead><tbody><tr><td>here</td>"));
    parts.addAll(hosted("td class=\"right\"", claim("fact", "in-a-cell", "4.8 TB/s", List.of(new SourceView("data sheet", "https://example.com/h200", "link")), List.of())));
    parts.add(html("</tr></tbody></table></div>\n<ul><li>"));
    parts.addAll(hosted("div", claim("speculation", "with-a-list", "A claim with a list below it.", List.of(), List.of())));
    parts.add(html("<ul><li>a detail</li></ul></li><li>an item without a claim</li></ul>\n<blockquote>"));
    parts.addAll(hosted("p", claim("inference", "in-a-quote", "In a quotation too.", List.of(), List.of())));
    parts.add(html("</blockquote>\n"));
    parts.addAll(hosted("div", claim("blocked", "with-paragraphs", "<p>A directive with two paragraphs.</p><p>The second.</p>",
        List.of(new SourceView("Per Bloomberg", "", "attribution")), List.of())));
    parts.add(new Part.Accounting(accounting()));
    parts.add(html("<h2 id=\"next\">What to look at</h2>\n"));
    parts.add(new Part.Checkpoints(List.of(
        new CheckpointView(
            "", "c1", "#c1", "The next data sheet", day(2027, 1, 15, "en"), "bandwidth above 8 TB/s", "the same stacks with more layers", "",
            List.of(new ClaimView.ReasonView("fact", "The H200 moves 4.8 TB/s", "#bandwidth-h200", "open")), List.of(), LinkView.NONE),
        new CheckpointView(
            "", "", "/post/n2/#c", "Contract prices of the third quarter", DateView.NONE, "", "", "confirmed", List.of(),
            List.of(new ClaimView.Event(day(2026, 11, 22, "en"), "confirmed", "They rose.", SourceView.NONE, new LinkView("Substations before servers", "/post/n2/"))),
            new LinkView("Substations before servers", "/post/n2/")))));
    parts.add(html(PROSE));
    return BodyView.of(parts);
  }

  static NoteHead head(String title) {
    return new NoteHead(title, "Decode waits for memory, so a token is cheaper where bytes move faster.", day(2026, 11, 20, "en"),
        day(2026, 11, 22, "en"), 7, new Mix(10, 5, 4, 3), List.of(new LinkView("Kim Haneul", "https://example.org/kim")),
        List.of(HBM_HUB), List.of(new LinkView("Semiconductors", "/categories/semiconductors/")), TAGS,
        new LinkView("The price of a token", "/series/price/"),
        List.of(new LinkView("SK hynix", "/entities/sk-hynix/")), "", PictureView.NONE, "", false);
  }

  static List<HeadingView> toc() {
    return List.of(new HeadingView("what-is-known", "What is known", List.of()), new HeadingView("figures", "The figures", List.of()),
        new HeadingView("next", "What to look at", List.of()),
        new HeadingView("from-markdown", "From Markdown", List.of(new HeadingView("nested", "Nested lists", List.of()))));
  }

  private static final GlanceView GLANCE_OF_NOTE =
      new GlanceView(
          List.of(new GlanceView.Line("speculation", "A second supplier ships in volume.", "/post/memory/#second", new DateView("2026-12-31", "2026-Q4"), "open")),
          2, "/checkpoints/", List.of(), 0, "");

  private static final GlanceView GLANCE_OF_HUB =
      new GlanceView(
          List.of(new GlanceView.Line("", "The next contract prices", "/post/n2/#prices", new DateView("", "in spring"), "open")), 1, "/checkpoints/",
          List.of(
              new GlanceView.Line("fact", "It was so.", "/post/n2/#so", day(2026, 11, 1, "en"), "refuted"),
              new GlanceView.Line("", "Substations before servers", "/post/n5/", day(2026, 10, 1, "en"), "corrected")),
          5, "/corrections/");

  static NotePage note() {
    return new NotePage(frame("en", "What memory bandwidth buys", "/post/memory/"), "post", head("What memory bandwidth buys"), toc(),
        List.of(card(2), card(3)), List.of(card(5)), CHANGES, GLANCE_OF_NOTE, body(), LateList.of(List.of(SPECULATION)), CHECKPOINTS, "Nothing here is advice to buy or sell.",
        List.of(new PlaceView(new LinkView("Memory for inference", "/page/memory/"), new LinkView("Why a cached prompt is not free", "/post/n4/"), LinkView.NONE)),
        List.of(new PlaceView(new LinkView("Memory, part by part", "/series/memory/"), LinkView.NONE, new LinkView("Substations before servers", "/post/n5/"))),
        List.of(new RelatedView("Rental prices fell faster than the silicon aged", "/post/n2/", List.of("both on HBM", "both link to Micron"), day(2026, 7, 1, "en"))),
        List.of(
            new BacklinkGroup("", "", "", 1, List.of(new BacklinkView("Substations before servers", "/post/n5/", "Bandwidth, as the note on memory shows, is bought by the watt.", day(2026, 7, 16, "en")))),
            new BacklinkGroup("what-is-known", "What is known", "", 41, List.of(new BacklinkView("Substations before servers", "/post/n5/", "It is known.", DateView.NONE))),
            new BacklinkGroup("bandwidth", "The H200 moves 4.8 TB/s.", "fact", 1, List.of(new BacklinkView("Half a data sheet", "/post/n6/", "", DateView.NONE)))),
        new LinkView("Why a cached prompt is not free", "/post/n4/"), new LinkView("Rental prices fell faster than the silicon aged", "/post/n2/"),
        Settings.NONE, LateMarkup.NONE);
  }

  static NotePage bareNote() {
    FrameView frame = new FrameView(site("en"), "x.md", "en", "A note", "", "/x/", "", "", SHARE, false, List.of(), List.of(), List.of(), List.of());
    NoteHead head = new NoteHead("A note", "", DateView.NONE, DateView.NONE, 1, Mix.NONE, List.of(), List.of(), List.of(), List.of(), LinkView.NONE, List.of(), "", PictureView.NONE, "", true);
    return new NotePage(frame, "page", head, List.of(), List.of(), List.of(), List.of(), GlanceView.NONE, BodyView.of(List.of(html("<p>Short.</p>"))), LateList.of(List.of()), List.of(), "",
        List.of(), List.of(), List.of(), List.of(), LinkView.NONE, LinkView.NONE, Settings.NONE, LateMarkup.NONE);
  }

  static NotePage noteInKorean() {
    ClaimView fact = new ClaimView("fact", "bandwidth", "bandwidth", "memory#bandwidth", "/ko/post/memory/#bandwidth", Markup.NONE,
        "H200의 메모리 대역폭은 초당 4.8TB다.", "메모리 대역폭이 사는 것", "/ko/post/memory/", day(2026, 11, 20, "ko"),
        List.of(new SourceView("NVIDIA H200 자료", "https://example.com/h200", "link")), List.of(), List.of(), List.of(), 0, List.of(), "", DateView.NONE,
        "open", List.of(), List.of(), List.of());
    List<Part> parts = new ArrayList<>();
    parts.add(html("<p>토큰 하나를 만들려면 활성 가중치를 한 번씩 모두 읽어야 한다. 한 번에 묶이는 사용자가 적을수록 속도를 정하는 것은 연산기가 아니라 메모리다. 그래서 대역폭이 넓은 메모리를 단 가속기에서는 같은 모형이라도 토큰이 더 싸게 나온다.</p>\n<h2 id=\"사실\">확인된 것</h2>\n<ul>"));
    parts.add(html("<li"));
    parts.add(new Part.ClaimAttributes(fact));
    parts.add(html(">"));
    parts.add(new Part.ClaimTag(fact));
    parts.add(html("H200의 메모리 대역폭은 초당 <strong>4.8TB</strong>로, H100의 3.35TB보다 넓다. 연산 성능은 같다."));
    parts.add(new Part.ClaimEnd(fact, 2));
    parts.add(html("</li></ul>\n<blockquote><p>값이 보이면 비용이 보이고, 비용이 보이면 낮추는 쪽이 이긴다.</p></blockquote><p>데이터센터의 전력과 냉각까지 넣으면 차이는 줄어든다. 다음 글에서 다룬다.</p>"));
    NoteHead head = new NoteHead("메모리 대역폭이 사는 것", "디코딩은 메모리를 기다린다. 그래서 바이트가 빠르게 움직이는 곳에서 토큰이 더 싸다.",
        day(2026, 11, 20, "ko"), DateView.NONE, 5, new Mix(3, 2, 1, 1), List.of(new LinkView("김하늘", "")), List.of(), List.of(),
        List.of(new LinkView("고대역폭 메모리", "/ko/tags/hbm/")), LinkView.NONE, List.of(), "", PictureView.NONE, "", false);
    return new NotePage(frame("ko", "메모리 대역폭이 사는 것", "/ko/post/memory/"), "post", head,
        List.of(new HeadingView("사실", "확인된 것", List.of())), List.of(), List.of(), List.of(), GlanceView.NONE, BodyView.of(parts), LateList.of(List.of()), List.of(), "",
        List.of(), List.of(), List.of(), List.of(), LinkView.NONE, LinkView.NONE, Settings.NONE, LateMarkup.NONE);
  }

  static final MapView MAP =
      new MapView(":map", "Notes in time", "3 notes.", 2, List.of(
          new MapView.Drawing("wide", 760, 90, List.of(new MapView.Tick("100", "80", "middle", "2026-06", "M100 2L100 60")),
              List.of(new MapView.Way("M10 16C40 16 60 46 100 46")),
              List.of(new MapView.Stop("10", "16", "21", "20.5", "start", "Why a cached prompt…", "Why a cached prompt is not free · 1 June 2026", "/post/n4/", true),
                  new MapView.Stop("100", "46", "111", "50.5", "start", "Substations", "Substations · 1 July 2026", "/post/n5/", false)))));

  static final EntityView ENTITY =
      new EntityView(new LinkView("SK hynix", "/entities/sk-hynix/"), "company", List.of("000660"), 4, new Mix(3, 2, 1, 0), List.of(new ClaimView.ReasonView("fact", "It sells most of what is made.", "/post/n7/#most", "open")),
          List.of(new ExposureView(List.of("Share of HBM", ""), List.of(new ExposureView.Row(List.of(new Markup("<b>57%</b>"), new Markup("of bits")))), new LinkView("Who makes HBM", "/post/n7/#shares"))), 2);

  static HubPage hub() {
    return new HubPage(frame("en", "Memory for inference", "/page/memory/"), head("Memory for inference"), "Who can make enough of it?", List.of(), GLANCE_OF_HUB,
        List.of(card(3), card(1)), MAP,
        BodyView.of(List.of(html("<p>Memory decides what a token costs long before arithmetic does. This hub gathers what is known of its speed, its price and its supply.</p>"))),
        List.of(card(1), card(4)), List.of(card(2), card(3), card(5)), 3,
        List.of(new HubPage.ClaimGroup("fact", 10, List.of(FACT, FACT)), new HubPage.ClaimGroup("inference", 5, List.of(INFERENCE)),
            new HubPage.ClaimGroup("speculation", 4, List.of(SPECULATION)), new HubPage.ClaimGroup("blocked", 3, List.of(BLOCKED))),
        "/claims/hub/memory/", List.of(ENTITY, new EntityView(new LinkView("Samsung", ""), "", List.of(), 1, Mix.NONE, List.of(), List.of(), 0)),
        List.of(new HubPage.Neighbour(new LinkView("Power and place", "/page/power/"), 5, List.of(new LinkView("Substations before servers", "/post/n5/")))),
        List.of(new FrameView.FeedAddress("/page/memory/feed.xml", "application/rss+xml", "RSS")),
        List.of(), Settings.NONE, LateMarkup.NONE);
  }

  static HomePage home() {
    FrameView frame = frame("en", "", "/");
    return new HomePage(frame, "What lowers the cost of a token, who earns by it, and how sure we are.", BodyView.EMPTY, false,
        List.of(card(1), card(2), card(3), card(4), card(5)), new LinkView("All notes", "/post/"),
        List.of(new HubCard("Memory for inference", "/page/memory/", new Markup("Who earns when bytes become scarcer than operations?"), "How long will it last?", 7, day(2026, 11, 20, "en"), new Mix(31, 18, 9, 4), List.of(new GlanceView.Line("blocked", "The share of HBM in the bill is not published.", "/post/memory/#share", DateView.NONE, "open"))),
            new HubCard("Power and place", "/page/power/", new Markup("Where will the next gigawatt stand?"), "", 4, day(2026, 7, 16, "en"), new Mix(12, 3, 6, 8), List.of())),
        new Mix(43, 21, 15, 12), new LinkView("All claims", "/claims/"), GLANCE_OF_HUB,
        List.of(new TermView("HBM", "/tags/hbm/", 7, DateView.NONE), new TermView("Cost per token", "/tags/cost-per-token/", 5, DateView.NONE), new TermView("전력", "/tags/전력/", 2, DateView.NONE)));
  }

  static ListPage list() {
    return new ListPage(frame("en", "Tag: HBM", "/tags/hbm/"), "tag", "HBM", new Markup("<p>High-bandwidth memory, its makers and its price.</p>"), 47,
        new Mix(60, 30, 12, 9), List.of(new ListPage.NoteGroup("", List.of(card(1), card(2), card(3)))),
        new Pagination(2, 7, new LinkView("1", "/tags/hbm/"), new LinkView("3", "/tags/hbm/3/"),
            List.of(new LinkView("1", "/tags/hbm/"), new LinkView("2", "/tags/hbm/2/"), new LinkView("3", "/tags/hbm/3/"), LinkView.NONE, new LinkView("7", "/tags/hbm/7/"))));
  }

  static ListPage archive() {
    return new ListPage(frame("en", "Archive", "/archive/"), "archive", "Archive", Markup.NONE, 5, Mix.NONE,
        List.of(new ListPage.NoteGroup("2026", List.of(card(1), card(2), card(3))), new ListPage.NoteGroup("2025", List.of(card(4), card(5)))), Pagination.SINGLE);
  }

  static TermsPage tags() {
    return new TermsPage(frame("en", "Tags", "/tags/"), "tags",
        List.of(new TermView("Cost per token", "/tags/cost-per-token/", 5, day(2026, 11, 20, "en")), new TermView("HBM", "/tags/hbm/", 7, day(2026, 11, 20, "en")), new TermView("전력", "/tags/전력/", 1, DateView.NONE)));
  }

  static ClaimsPage claims() {
    return new ClaimsPage(frame("en", "Claims", "/claims/"), "", new Mix(43, 21, 15, 12),
        List.of(new ClaimsPage.Filter("", 91, "/claims/", true), new ClaimsPage.Filter("fact", 43, "/claims/fact/", false),
            new ClaimsPage.Filter("inference", 21, "/claims/inference/", false), new ClaimsPage.Filter("speculation", 15, "/claims/speculation/", false),
            new ClaimsPage.Filter("blocked", 12, "/claims/blocked/", false)),
        List.of(new ClaimsPage.Facet("year", List.of(new ClaimsPage.Value("2026", 80, "/claims/year/2026/", false)))), 91,
        LateList.of(List.of(FACT, INFERENCE, SPECULATION, BLOCKED)), Pagination.SINGLE, List.of(new LinkView("JSON", "/claims.json")), "/claims/index.json");
  }

  static final List<ChangeView> CHANGES =
      List.of(
          new ChangeView(day(2026, 11, 22, "en"), "refuted", "fact", "The H200 moves 4.8 TB/s", "/post/memory/#bandwidth-h200", "It moves less.",
              new SourceView("maker.example", "https://maker.example/", "link"), new LinkView("Substations before servers", "/post/n2/"),
              new LinkView("What memory bandwidth buys", "/post/memory/")),
          new ChangeView(day(2026, 11, 21, "en"), "corrected", "", "", "/post/memory/", "The table had two rows exchanged.", SourceView.NONE,
              new LinkView("What memory bandwidth buys", "/post/memory/"), new LinkView("What memory bandwidth buys", "/post/memory/")),
          new ChangeView(day(2026, 11, 20, "en"), "expired", "speculation", "The price will fall.", "/post/memory/#stack-price", "", SourceView.NONE,
              LinkView.NONE, new LinkView("What memory bandwidth buys", "/post/memory/")));

  static final List<CheckpointView> CHECKPOINTS =
      List.of(
          new CheckpointView(
              "", "c2", "#c2", "Orders of the fourth quarter", new DateView("2026-12-31", "Q4 2026"), "more than one buyer", "delays", "",
              List.of(), List.of(), new LinkView("What memory bandwidth buys", "/post/memory/")),
          new CheckpointView(
              "", "", "/post/n2/#c3", "After the next results", new DateView("", "after results"), "", "", "refuted", List.of(), List.of(),
              new LinkView("Substations before servers", "/post/n2/")),
          new CheckpointView(
              "speculation", "", "/post/n2/#c4", "It will be listed.", day(2026, 12, 31, "en"), "", "", "confirmed", List.of(),
              List.of(new ClaimView.Event(day(2026, 11, 22, "en"), "confirmed", "It was.", SourceView.NONE, new LinkView("Substations before servers", "/post/n2/"))),
              new LinkView("Substations before servers", "/post/n2/")));

  static CheckpointsPage checkpoints() {
    return new CheckpointsPage(frame("en", "Checkpoints", "/checkpoints/"),
        List.of(new CheckpointsPage.Group("overdue", 1, LateList.of(CHECKPOINTS)), new CheckpointsPage.Group("resolved", 3, LateList.of(CHECKPOINTS))), Pagination.SINGLE,
        List.of(new LinkView("iCalendar", "/checkpoints.ics")));
  }

  static ScoresPage scores() {
    ScoresPage.Score some = new ScoresPage.Score("A. Analyst", 3, 2, "0.121", "0.040", "0.110", "0.250", false, 10, 1, 1);
    ScoresPage.Score none = new ScoresPage.Score("B. Analyst", 0, 0, "", "", "", "0.250", false, 10, 0, 0);
    return new ScoresPage(frame("en", "Scores", "/claims/scores/"), some, List.of(some, none),
        new ScoresPage.Plot(List.of(new ScoresPage.Dot("242", "126.7", "40", "281", "5.2", "258", "60–70%", "60%", "67%", "21%", "94%", 3, 2))),
        List.of(
            new ScoresPage.Group("waiting", 1, List.of(new ScoresPage.Row(SPECULATION, "60%", "", DateView.NONE, ""))),
            new ScoresPage.Group("yes", 1, List.of(new ScoresPage.Row(SPECULATION, "60%", "80%", day(2026, 11, 22, "en"), "0.160")))));
  }

  static ScoresPage noScores() {
    ScoresPage.Score none = new ScoresPage.Score("", 0, 0, "", "", "", "0.250", false, 10, 0, 0);
    return new ScoresPage(frame("en", "Scores", "/claims/scores/"), none, List.of(), new ScoresPage.Plot(List.of()), List.of());
  }

  static FeedsPage feeds() {
    return new FeedsPage(frame("en", "Feeds", "/feeds/"),
        List.of(new FeedsPage.FeedGroup("The whole site", "Every note.", List.of(feed("Tokens & Watts", "/"))),
            new FeedsPage.FeedGroup("Tags", "The notes under one tag.", List.of(feed("HBM", "/tags/hbm/"), feed("Cost per token", "/tags/cost-per-token/")))), 20, true, 3, true, "/feeds.opml");
  }

  private static FeedsPage.FeedRow feed(String title, String page) {
    return new FeedsPage.FeedRow(
        title, "Notes under " + title, page, 20, day(2026, 11, 20, "en"), "https://example.org" + page + "feed.xml",
        formats(page));
  }
}
