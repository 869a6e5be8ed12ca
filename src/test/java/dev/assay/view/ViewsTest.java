package dev.assay.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.assay.note.Digest;
import dev.assay.note.Heading;
import dev.assay.note.Kind;
import dev.assay.note.Language;
import dev.assay.note.ValueDigest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void aBodyCountsByItsDigestAndIsNotRead() {
    BodyView unread = new BodyView(Digest.of("text"), () -> { throw new AssertionError("read"); });
    BodyView other = new BodyView(Digest.of("other"), () -> { throw new AssertionError("read"); });
    assertEquals(ValueDigest.ofList(List.of(unread)), ValueDigest.ofList(List.of(unread)));
    assertNotEquals(ValueDigest.ofList(List.of(unread)), ValueDigest.ofList(List.of(other)));
  }

  @Test
  void datesAreSpelledInTheLanguageOfThePage() {
    LocalDate day = LocalDate.of(2026, 5, 30);
    assertEquals(new DateView("2026-05-30", "30 May 2026"), DateView.of(day, Language.ENGLISH));
    assertEquals("2026년 5월 30일", DateView.of(day, Language.KOREAN).text());
    assertEquals("2026年5月30日", DateView.of(day, new Language("zh-Hant")).text());
    assertEquals("2026-05-30", DateView.of(day, new Language("de")).text());
  }

  @Test
  void aMomentKeepsItsAuthorsOffset() {
    DateView date = DateView.of(OffsetDateTime.parse("2026-05-30T00:30+09:00"), Language.ENGLISH);
    assertEquals(new DateView("2026-05-30T00:30:00+09:00", "30 May 2026"), date);
    assertEquals("2026-05-30T00:30:00+00:00", DateView.of(OffsetDateTime.parse("2026-05-30T00:30Z"), Language.ENGLISH).iso());
  }

  @Test
  void headingsBecomeATree() {
    List<HeadingView> tree =
        HeadingView.tree(
            List.of(heading(3, "early"), heading(2, "a"), heading(3, "a1"), heading(4, "deep"), heading(2, "b"), heading(3, "b1"), heading(3, "b2")), 3);
    assertEquals(
        List.of(line("early"), line("a", line("a1")), line("b", line("b1"), line("b2"))), tree);
  }

  @Test
  void aSkippedLevelMakesNoEmptyLine() {
    assertEquals(List.of(line("a", line("deep"))), HeadingView.tree(List.of(heading(2, "a"), heading(4, "deep")), 6));
  }

  private static Heading heading(int level, String id) {
    return new Heading(level, id, id, 1);
  }

  private static HeadingView line(String id, HeadingView... children) {
    return new HeadingView(id, id, List.of(children));
  }

  @Test
  void aMixCountsKinds() {
    Mix mix = Mix.of(List.of(Kind.FACT, Kind.BLOCKED, Kind.FACT));
    assertEquals(new Mix(2, 0, 0, 1, 3), mix);
    assertEquals(List.of(2, 0, 0, 1), List.of(Kind.values()).stream().map(mix::of).toList());
  }
}
