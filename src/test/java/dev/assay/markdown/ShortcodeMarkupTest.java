package dev.assay.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortcodeMarkupTest {
  private static final String BODY = ShortcodeMarkup.mark(ShortcodeMarkup.Sort.BODY, 0);
  private static final String LINK = ShortcodeMarkup.mark(ShortcodeMarkup.Sort.ADDRESS, 7);

  private static String shown(ShortcodeMarkup.Reading reading) {
    return switch (reading) {
      case ShortcodeMarkup.Wrong(String fault) -> fault;
      case ShortcodeMarkup.Fine(List<ShortcodeMarkup.Stretch> stretches, List<String> ids) -> {
        StringBuilder out = new StringBuilder();
        for (ShortcodeMarkup.Stretch stretch : stretches) {
          out.append(
              switch (stretch) {
                case ShortcodeMarkup.Finished(String html) -> html;
                case ShortcodeMarkup.Mark(ShortcodeMarkup.Sort sort, int index) -> "{" + sort + " " + index + "}";
                case ShortcodeMarkup.Rooted(String address) -> "{" + address + "}";
              });
        }
        yield out.append(ids.isEmpty() ? "" : " " + ids).toString();
      }
    };
  }

  private static ShortcodeMarkup.Reading read(String html) {
    return ShortcodeMarkup.read(html.replace("BODY", BODY).replace("LINK", LINK), false);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
    "<p>x</p> → <p>x</p>",
    "<div id=\"a\">BODY</div> → <div id=\"a\">{BODY 0}</div> [a]",
    "<a href=\"LINK\">LINK</a> → <a href=\"{ADDRESS 7}\">{ADDRESS 7}</a>",
    "<img src=\"LINK\" srcset=\"LINK 2x, LINK 3x\"><br> → <img src=\"{ADDRESS 7}\" srcset=\"{ADDRESS 7} 2x, {ADDRESS 7} 3x\"><br>",
    "<script src=\"/a.js\"></script><a href=\"//x.org\">y</a> → <script src=\"{/a.js}\"></script><a href=\"//x.org\">y</a>",
    "<svg><path d=\"M0 0\"/></svg> → <svg><path d=\"M0 0\"/></svg>",
    "<script>if (a < b) { \"</p>\" }</script> → <script>if (a < b) { \"</p>\" }</script>",
    "<!-- <b> --><p>1 &lt; 2</p> → <!-- <b> --><p>1 &lt; 2</p>",
    "<img src=\"data:image/png;base64,AAAA\"> → <img src=\"data:image/png;base64,AAAA\">",
  })
  void whatCanStandInAPageIsKept(String html, String shown) {
    assertEquals(shown, shown(read(html)));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
    "<div> → prints <div> and never closes it",
    "</div> → prints </div>, which closes nothing",
    "<b><i></b></i> → prints </b> where <i> is open",
    "</br> → prints </br>, but <br> has no end",
    "<div/> → prints <div> and never closes it",
    "1 < 2 → prints a '<' that begins no tag: < 2",
    "<script>x → prints <script> and never closes it",
    "<script>LINK</script> → prints an address, a title or its body inside <script>, where it is not known yet",
    "<a href='LINK'>x</a> → prints an address into an attribute without double quotes",
    "<a href=LINK>x</a> → prints an address into an attribute without double quotes",
    "<p title=\"BODY\">x</p> → prints Markdown into an attribute; a parameter of type 'text' can stand there",
    "BODY and BODY → prints its body twice",
    "<!doctype html> → prints '<!doctype html>', which cannot stand in a page's text",
    "<body><p>x</p></body> → prints <body>, which only a whole page has",
    "<a href=\" JaVa\tScript:alert(1)\">x</a> → prints an address that could run code: href=\"javascript:…\"",
    "<a href=\"&#106;avascript&colon;alert(1)\">x</a> → prints an address that could run code: href=\"javascript:…\"",
    "<form action=\"vbscript:x\"></form> → prints an address that could run code: action=\"vbscript:…\"",
    "<iframe src=\"data:text/html,x\"></iframe> → prints an address that could run code: src=\"data:…\"",
  })
  void whatCannotIsSaid(String html, String fault) {
    assertEquals(fault, assertInstanceOf(ShortcodeMarkup.Wrong.class, read(html), html).fault());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p>x</p>", "<div>x</div>", "<h2>x</h2>", "<table></table>", "<details></details>"})
  void noBlockStandsInASentence(String html) {
    assertTrue(assertInstanceOf(ShortcodeMarkup.Wrong.class, ShortcodeMarkup.read(html, true)).fault().endsWith("which cannot stand in a sentence"));
  }

  @Test
  void aPieceOfAMarkIsNone() {
    assertInstanceOf(ShortcodeMarkup.Wrong.class, ShortcodeMarkup.read(LINK.substring(0, 2), false));
    assertInstanceOf(ShortcodeMarkup.Wrong.class, ShortcodeMarkup.read("\uFDD099999999999\uFDD1", false));
    assertInstanceOf(ShortcodeMarkup.Wrong.class, ShortcodeMarkup.read("\uFDD08\uFDD1", false));
  }

  @Test
  void anyMarkupIsReadOrRefusedAndNothingIsLost() {
    Random random = new Random(20261123);
    String[] bits = {"<b>", "</b>", "<p id=\"x\">", "</p>", "<br>", "text ", "<", ">", "\"", "'", " href=\"", "<a href=\"/x\">", "</a>", "<script>", "</script>", "<!--", "-->", "&lt;", LINK, BODY, "\uFDD0", "\uFDD1", "<img src='/y'>", "한글", "<svg/>", "\n"};
    int fine = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder html = new StringBuilder();
      for (int i = random.nextInt(9); i >= 0; i--) {
        html.append(bits[random.nextInt(bits.length)]);
      }
      if (ShortcodeMarkup.read(html.toString(), false) instanceof ShortcodeMarkup.Fine reading) {
        fine++;
        StringBuilder again = new StringBuilder();
        for (ShortcodeMarkup.Stretch stretch : reading.stretches()) {
          again.append(
              switch (stretch) {
                case ShortcodeMarkup.Finished(String text) -> text;
                case ShortcodeMarkup.Mark(ShortcodeMarkup.Sort sort, int index) -> ShortcodeMarkup.mark(sort, index);
                case ShortcodeMarkup.Rooted(String address) -> address;
              });
        }
        assertEquals(html.toString(), again.toString());
      }
    }
    assertTrue(fine > 1000, fine + " of 20000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<", "<a ", "<a b=\"", "<!--", "<b>", "<script>", "\uFDD0", "<a b ", "&", "<p x='", "<?", "<![CDATA["})
  void hostileMarkupTakesNoMoreThanItsLength(String bit) {
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ShortcodeMarkup.read(bit.repeat(500_000 / bit.length()), false), bit);
  }
}
