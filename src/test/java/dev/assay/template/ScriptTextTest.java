package dev.assay.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A script loses what only people need, and nothing else.
class ScriptTextTest {
  private static String small(String script) {
    return new String(ScriptText.small(script.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8).stripTrailing();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "const a = 1;  let b = a + +1;|const a=1;let b=a+ +1;",
        "x = a / b / c; // a quotient|x=a/b/c;",
        "/* first */ return 'a  //  b';|return'a  //  b';",
        "s.replace(/ \\/* [/ ]/g, \"  \" );|s.replace(/ \\/* [/ ]/g,\"  \");",
        "return / a /.test(x) ? y : z|return/ a /.test(x)?y:z",
        "`a  ${ f( `b  ${c}` ) }  // d` + 1|`a  ${ f( `b  ${c}` ) }  // d`+1",
        "a - -b; a++ + b|a- -b;a++ +b",
      })
  void whiteSpaceAndCommentsGo(String script, String expected) {
    assertEquals(expected, small(script));
  }

  @Test
  void theEndOfALineThatCouldEndAStatementStays() {
    assertEquals("const a=b\nconst c=()=>{d()}\ne();f()", small("const a = b\nconst c = () => {\n  d()\n}\n\ne();\nf()\n"));
  }

  @Test
  void whatIsNeverClosedEndsWithTheScript() {
    for (String script : new String[] {"'a", "`a ${", "/a", "\"a\\", "// a", "/* a"}) {
      small(script);
    }
    assertEquals("'a", small("'a"));
  }
}
