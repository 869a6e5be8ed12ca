package dev.assay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Addresses of a note's text, as a feed carries them: absolute, encoded, and none that could run code.
class AddressesInFeedsTest {
  private static final PageAddress PAGE = PageAddress.of("https://s.example:8080/lab/post/a/?q=1#part");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "https://t.example/x|https://t.example/x",
        "http://t.example/x y|http://t.example/x%20y",
        "https://t.example/한?a=\"b\"|https://t.example/%ED%95%9C?a=%22b%22",
        "https://한.example|https://한.example",
        "https://한.example/한|https://한.example/%ED%95%9C",
        "//t.example/x|https://t.example/x",
        "/x/y|https://s.example:8080/x/y",
        "x|https://s.example:8080/lab/post/a/x",
        "../b/|https://s.example:8080/lab/post/b/",
        "../../../../b|https://s.example:8080/b",
        "./x/./y/..|https://s.example:8080/lab/post/a/x/",
        ".|https://s.example:8080/lab/post/a/",
        "..|https://s.example:8080/lab/post/",
        "x.y/.z|https://s.example:8080/lab/post/a/x.y/.z",
        "../b?c/../d#e/../f|https://s.example:8080/lab/post/b?c/../d#e/../f",
        "?z=2|https://s.example:8080/lab/post/a/?z=2",
        "#there|https://s.example:8080/lab/post/a/?q=1#there",
        "|https://s.example:8080/lab/post/a/?q=1",
        " x |https://s.example:8080/lab/post/a/x",
        "MAILTO:a@s.example|MAILTO:a@s.example",
        "tel:+1|tel:+1",
        "javascript:alert(1)|",
        "java\tscript:alert(1)|",
        " JavaScript:alert(1)|",
        "data:image/png;base64,AA|",
        "a+b-c.d:x|",
        "1a:x|https://s.example:8080/lab/post/a/1a:x",
        "+a:x|https://s.example:8080/lab/post/a/+a:x",
        ":x|https://s.example:8080/lab/post/a/:x",
        "a_b:x|https://s.example:8080/lab/post/a/a_b:x",
        "x~!*|https://s.example:8080/lab/post/a/x~!*",
        "x\\y`z|https://s.example:8080/lab/post/a/x%5Cy%60z",
      })
  void whatIsFollowedIsAbsolute(String written, String followed) {
    assertEquals(followed == null ? "" : followed, PAGE.followed(written == null ? "" : written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "https://t.example/x|https://t.example/x", "HTTP://t.example/x|HTTP://t.example/x", "a.png|https://s.example:8080/lab/post/a/a.png",
        "data:image/png;base64,AA|data:image/png;base64,AA", "DATA:Image/png,AA|DATA:Image/png,AA", "data:text/html,x|", "mailto:a@s.example|", "ftp://t.example/x|",
      })
  void whatIsShownIsOfTheWebOrAPicture(String written, String shown) {
    assertEquals(shown == null ? "" : shown, PAGE.shown(written));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.png | https://s.example:8080/lab/post/a/a.png",
        "a.png 1x, b.png 2x | https://s.example:8080/lab/post/a/a.png 1x, https://s.example:8080/lab/post/a/b.png 2x",
        "a.png, b.png  640w | https://s.example:8080/lab/post/a/a.png, https://s.example:8080/lab/post/a/b.png 640w",
        ", a.png 1x,,b.png | https://s.example:8080/lab/post/a/a.png 1x, https://s.example:8080/lab/post/a/b.png",
        "a,b.png 1x | https://s.example:8080/lab/post/a/a,b.png 1x",
        "javascript:x 1x, b.png 2x | https://s.example:8080/lab/post/a/b.png 2x",
        "javascript:x |",
        "data:image/png;base64,AA 1x | data:image/png;base64,AA 1x",
      })
  void eachPictureOfASetIsAbsolute(String written, String shown) {
    assertEquals(shown == null ? "" : shown, PAGE.shownSet(written));
  }

  @ParameterizedTest
  @CsvSource({
    "https://s.example, https://s.example/x", "https://s.example?q, https://s.example/x", "https://s.example/a/b.html, https://s.example/a/x", "file:/a/b, file:/a/x",
    "HTTPS://s.example/a/, https://s.example/a/x",
  })
  void aPageIsAnyAbsoluteAddress(String page, String x) {
    assertEquals(x, PageAddress.of(page).followed("x"));
  }

  @Test
  void aPageWithoutASchemeIsNone() {
    assertEquals("'/a/' is not an absolute address", assertThrows(IllegalArgumentException.class, () -> PageAddress.of("/a/")).getMessage());
  }
}
