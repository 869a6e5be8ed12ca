package dev.assay.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.testing.SiteText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two things for one address are told apart by the writer, so the writer has to hear of them, with the place.
class OneAddressTest {
  @TempDir private Path temp;

  private String problems(String alpha) {
    SiteText.of(
            """
            -- content/site.yaml --
            base_url: https://small.example/
            -- content/post/alpha.md --
            ---
            title: Alpha
            date: 2026-05-01
            %s
            ---
            Text.
            -- content/post/beta.md --
            ---
            title: Beta
            date: 2026-05-02
            tags: [C, AI memory]
            ---
            Text.
            """
                .formatted(alpha))
        .into(temp);
    return Sites.problems(Sites.build(temp));
  }

  @Test
  void anAliasThatIsTheFileOfAnotherPageIsNamedWhereItIsWritten() {
    assertEquals(
        """
        content/post/alpha.md:4:11: error[address-taken]: the address /post/beta/index.html is taken by content/post/beta.md
          aliases: [/post/beta/index.html]
                    ^~~~~~~~~~~~~~~~~~~~~
          hint: remove this alias

        1 error in 1 file
        """
            .strip(),
        problems("aliases: [/post/beta/index.html]").strip());
  }

  @Test
  void twoTagsThatDifferInASignTheAddressDropsAreAWarning() {
    assertEquals(
        """
        content/post/alpha.md:1:1: warning[address-taken]: 'C' and 'C#' under 'tags' are one to Assay, 'c'
          hint: if they are two things, write one of them with letters that differ

        1 warning in 1 file
        """
            .strip(),
        problems("tags: [C#]").strip());
  }

  @Test
  void spellingsOfOneTagAreNoProblem() {
    assertEquals("no problems", problems("tags: [ai-memory, c]").strip());
  }
}
