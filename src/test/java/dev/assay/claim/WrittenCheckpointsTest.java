package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.note.Language;
import dev.assay.note.PlainText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Checkpoints as the ledger gathers them: what each is called, what it bears on, what is wrong with it.
class WrittenCheckpointsTest {
  private static final String GUESS = LedgerText.note("a", "2026-01-02", "- [Speculation] It may be. {#x}\n- [Speculation] Or not. {#y}");

  private static String headed(String... items) {
    return LedgerText.list("w", "2026-06-01", "checkpoints", items);
  }

  private static List<Checkpoint> read(String text) {
    return LedgerText.sound(text).checkpoints();
  }

  private static List<String> ids(String text) {
    return read(text).stream().map(Checkpoint::id).toList();
  }

  private static String table(String name, String... rows) {
    return LedgerText.note(
        name, "2026-06-01",
        "## Next checkpoints\n\n| Checkpoint | Strong signal | Claims | Due |\n| --- | --- | --- | --- |\n" + String.join("\n", rows));
  }

  @Test
  void eachKnowsItsNoteItsAddressAndTheDayOnWhichItWasWritten() {
    Checkpoint checkpoint = read(headed("checkpoint: Prices, name: p").replace("w.md", "w.ko.md")).getFirst();
    assertEquals("w#p", checkpoint.id());
    assertEquals("p", checkpoint.anchor());
    assertEquals("/ko/w/#p", checkpoint.url());
    assertEquals("w.ko.md", checkpoint.note().value());
    assertEquals(Language.KOREAN, checkpoint.language());
    assertEquals("2026-06-01", checkpoint.asserted().orElseThrow().toString());
    assertEquals(Status.STANDING, checkpoint.status());
  }

  @Test
  void theyComeInTheOrderOfTheNotesThoseOfTheTextFirst() {
    String text =
        "-- w.md --\n---\ndate: 2026-06-01\ncheckpoints: [Head]\n---\n```{checkpoints}\nitems: [One, {checkpoint: Two}]\n```\n\n"
            + "```{checkpoints}\nshow: open\n```\n\n```{checkpoints}\nitems: [Three]\n```\n\n## Next checkpoints\n\n| Checkpoint | Due |\n| --- | --- |\n| Row | 2026-12 |\n"
            + LedgerText.list("b", "2026-05-01", "checkpoints", "checkpoint: Earlier");
    assertEquals(
        List.of("Earlier HEAD none", "Row TABLE none", "Head HEAD none", "One DIRECTIVE 0", "Two DIRECTIVE 0", "Three DIRECTIVE 2"),
        read(text).stream()
            .map(
                each ->
                    plain(each.text()) + " " + each.written().form() + " "
                        + (each.written().directive().isPresent() ? each.written().directive().getAsInt() : "none"))
            .toList());
  }

  private static String plain(List<dev.assay.note.Piece> pieces) {
    return PlainText.of(pieces, _ -> "", _ -> "");
  }

  @Test
  void whatNobodyNamesIsCalledByItsWords() {
    assertEquals(
        List.of("w#checkpoint-prices-at-night", "w#checkpoint-prices-at-night-1", "w#checkpoint-prices-at-night-2", "w#checkpoint-전력-가격", "w#checkpoint-"),
        ids(headed("checkpoint: ' Prices: at night! '", "checkpoint: prices AT night", "checkpoint: (Prices at night)", "checkpoint: 전력 가격", "checkpoint: '?!'")));
  }

  @Test
  void aNameMadeOfManyWordsEndsAfterSixtyLettersAndNeverWithinOne() {
    assertEquals(
        List.of("w#checkpoint-" + "a".repeat(60), "w#checkpoint-" + "𝒜".repeat(60).toLowerCase(java.util.Locale.ROOT)),
        ids(headed("checkpoint: " + "a".repeat(61), "checkpoint: " + "𝒜".repeat(70))));
    assertEquals(List.of("w#checkpoint-" + "b".repeat(60)), ids(headed("checkpoint: " + "b".repeat(60))));
  }

  @Test
  void whatIsCalledSoOnThePageKeepsItsName() {
    assertEquals(
        List.of("w#checkpoint-prices-1"),
        ids("-- w.md --\n---\ndate: 2026-06-01\ncheckpoints: [Prices]\n---\n## Prices {#checkpoint-prices}\n\nText.\n"));
    assertEquals(
        List.of("v#checkpoint-prices", "w#checkpoint-prices"),
        ids(headed("checkpoint: Prices") + headed("checkpoint: Prices").replace("w.md", "v.md")));
  }

  @Test
  void aNameMayBeWrittenWithItsSign() {
    assertEquals(List.of("w#prices"), ids(headed("checkpoint: Prices, name: '#prices'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "checkpoint: Prices, name: a b | w.md:4:32: error[claim-name]: the name 'a b' has the character ' ' | use letters, digits, '-' and '_' | w#checkpoint-prices",
        "checkpoint: Prices, name: taken | w.md:4:32: error[claim-name]: the name 'taken' is taken in this note | choose another name; a name stands once in a note | w#taken",
      })
  void aNameThatCannotBeIsToldAtItsPlace(String item, String problem, String hint, String id) {
    Ledgers.Result result = LedgerText.join(headed(item).replace("Words.", "## Here {#taken}\n\nWords."));
    assertEquals(List.of(problem + " | " + hint), result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of(id), result.ledger().checkpoints().stream().map(Checkpoint::id).toList());
  }

  @Test
  void twoOfOneNameAreAnErrorInOneNoteOnly() {
    assertEquals(
        List.of("w.md:5:31: error[claim-name]: the name 'p' is taken in this note | choose another name; a name stands once in a note"),
        LedgerText.problems(headed("checkpoint: Prices, name: p", "checkpoint: Rents, name: p")));
    assertEquals(
        List.of("v#p", "w#p"),
        ids(headed("checkpoint: Prices, name: p") + headed("checkpoint: Prices, name: p").replace("w.md", "v.md")));
  }

  @Test
  void itBearsOnTheClaimsThatItNamesEachOnce() {
    String text =
        GUESS + "-- w.md --\n---\ndate: 2026-06-01\ncheckpoints:\n  - {checkpoint: A, claims: ' a#y ,a#x,#again'}\n  - {checkpoint: B, claims: [a#x, 'a#y, a#x']}\n"
            + "  - {checkpoint: C, claims: }\n---\n- [Speculation] It may be. {#again same=a#x}\n";
    assertEquals(
        List.of(List.of("a#y", "a#x"), List.of("a#x", "a#y")), LedgerText.join(text).ledger().checkpoints().stream().limit(2).map(Checkpoint::claims).toList());
  }

  @Test
  void anUnknownClaimIsAnErrorInTheHeadAndAWarningInATable() {
    assertEquals(
        List.of("w.md:4:34: error[unknown-claim]: no claim is named '#x' | name the claim where it is made, {#name}; only named claims can be spoken of"),
        LedgerText.problems(headed("checkpoint: Prices, claims: '#x'")));
    assertEquals(
        List.of("w.md:8:3: warning[unknown-claim]: no claim is named 'a#z' | did you mean 'a#x'?"),
        LedgerText.problems(GUESS + table("w", "| Prices | up | a#z | |")));
  }

  @ParameterizedTest
  @CsvSource({
    "#here, w#here", "a.md#x, a#x", "/a/#x, a#x", "../post/a/#x, a#x", "a.md?raw#x, a#x", "b.md#x, b-slug#x", "#nothing, ", "a.md, ", "https://s.example/a/#x, ",
  })
  void aRowBearsOnTheClaimsThatItLinksTo(String target, String claim) {
    // The slug of a note is not always the name of its file.
    List<ClaimNote> notes =
        LedgerText.notes(
                GUESS + LedgerText.note("b", "2026-01-02", "- [Speculation] It may be. {#x}")
                    + table("w", "| [Prices](" + target + ") | up | | |", "", "- [Speculation] Here. {#here}"))
            .stream()
            .map(note -> note.slug().equals("b") ? new ClaimNote(note.note(), "b-slug", note.language(), note.url(), note.asserted(), note.checkpoints()) : note)
            .toList();
    List<Checkpoint> read = Ledgers.join(notes, Language.ENGLISH, (_, _) -> false, _ -> false, LedgerText.TODAY).ledger().checkpoints();
    assertEquals(claim == null ? List.of() : List.of(claim), read.getFirst().claims());
  }

  @Test
  void aPictureOfAClaimsAddressIsNoLink() {
    assertEquals(List.of(), read(GUESS + table("w", "| ![Prices](a.md#x) | up | | |")).getFirst().claims());
  }

  @Test
  void itsDayIsReadFromItsWords() {
    Checkpoint checkpoint = read(headed("checkpoint: Prices, due: ' by the end of 2026-Q4 '")).getFirst();
    assertEquals("by the end of 2026-Q4", checkpoint.when());
    assertEquals("2026-12-31", checkpoint.due().orElseThrow().last().toString());
    assertEquals(List.of(), read(headed("checkpoint: Prices, due: ''")).getFirst().due().stream().toList());
  }

  @Test
  void wordsOfAHeadAreTextAndNoMarkup() {
    Checkpoint checkpoint = read(headed("checkpoint: 'a < b & c > d', strong: '<b>', weak: R&D")).getFirst();
    assertEquals(
        "a &lt; b &amp; c &gt; d|&lt;b&gt;|R&amp;D",
        List.of(checkpoint.text(), checkpoint.strong(), checkpoint.weak()).stream()
            .map(pieces -> ((dev.assay.note.Piece.Html) pieces.getFirst()).html())
            .collect(Collectors.joining("|")));
    assertEquals(List.of(), read(headed("checkpoint: Prices")).getFirst().strong());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|', quoteCharacter = '`',
      value = {
        "checkpoint: Prices, strong: [up] | w.md:4:34: error[wrong-type]: 'strong' is a single value |",
        "checkpoint: Prices, weak: {a: b} | w.md:4:32: error[wrong-type]: 'weak' is a single value |",
        "checkpoint: Prices, claims: {a: b} | w.md:4:34: error[wrong-type]: 'claims' is a single value |",
        "checkpoint: Prices, stron: up | w.md:4:26: error[unknown-key]: a checkpoint has no key 'stron' | did you mean 'strong'?",
        "checkpoint: Prices, due: soon | w.md:4:31: warning[wrong-type]: 'soon' holds no date, so this checkpoint has none | write 2026-12-31, 2026-12, 2026-Q4, 2026-H2 or 2026",
      })
  void aWrongKeyIsToldAndTheRestIsRead(String item, String problem, String hint) {
    Ledgers.Result result = LedgerText.join(headed(item));
    assertEquals(List.of(problem + (hint == null ? "" : " | " + hint)), result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of("w#checkpoint-prices"), result.ledger().checkpoints().stream().map(Checkpoint::id).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"strong: up", "checkpoint: , strong: up", "checkpoint: ' '"})
  void oneThatSaysNotWhatToLookAtIsNone(String item) {
    Ledgers.Result result = LedgerText.join(headed(item));
    assertEquals(
        List.of("w.md:4:5: error[wrong-type]: this checkpoint does not say what to look at | add checkpoint: …"),
        result.problems().stream().map(LedgerText::line).toList());
    assertEquals(List.of(), result.ledger().checkpoints());
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "null", "[a]"})
  void anItemThatIsNeitherATextNorKeysIsNone(String item) {
    Ledgers.Result result = LedgerText.join("-- w.md --\n---\ncheckpoints: [" + item + "]\n---\nWords.\n");
    assertEquals(
        List.of("w.md:2:15: error[wrong-type]: a checkpoint is a text, or keys and values | write {checkpoint: what to look at, due: 2026-Q4}"),
        result.problems().stream().map(LedgerText::line).toList());
  }

  @Test
  void theItemsOfADirectiveAreAList() {
    assertEquals(
        List.of("w.md:2:8: error[wrong-type]: 'items' is a list of checkpoints | write - {checkpoint: what to look at, due: 2026-Q4}"),
        LedgerText.problems(LedgerText.undated("w", "```{checkpoints}\nitems: Prices\n```")));
  }

  @Test
  void aTranslationsCheckpointsAreThoseOfTheOriginalWhereBothHaveAsMany() {
    assertEquals(
        List.of("w#checkpoint-임대료", "w#checkpoint-가격", "w#checkpoint-rents"),
        ids(headed("checkpoint: Rents") + headed("checkpoint: 임대료", "checkpoint: 가격").replace("w.md", "w.ko.md")));
    assertEquals(
        List.of("w#checkpoint-rents", "w#checkpoint-prices", "w#checkpoint-rents", "w#checkpoint-prices"),
        ids(headed("checkpoint: Rents", "checkpoint: Prices") + headed("checkpoint: 임대료", "checkpoint: 가격").replace("w.md", "w.ko.md")));
  }

  @Test
  void whereNoneIsInTheSitesLanguageTheFirstIsTheOriginal() {
    assertEquals(
        List.of("w#checkpoint-rents", "w#checkpoint-rents"),
        LedgerText.join(
                headed("checkpoint: Rents") + headed("checkpoint: 임대료").replace("w.md", "w.ko.md").replace("2026-06-01", "2026-06-02"), new Language("ja"), LedgerText.TODAY)
            .ledger().checkpoints().stream().map(Checkpoint::id).toList());
    assertEquals(
        List.of("w#checkpoint-임대료", "w#checkpoint-임대료"),
        LedgerText.join(
                headed("checkpoint: Rents") + headed("checkpoint: 임대료").replace("w.md", "w.ko.md"), Language.KOREAN, LedgerText.TODAY)
            .ledger().checkpoints().stream().map(Checkpoint::id).toList());
  }

  @Test
  void whatIsNamedIsNoTranslationOfWhatIsNot() {
    assertEquals(
        List.of("w#checkpoint-임대료", "w#checkpoint-가격", "w#p", "w#checkpoint-rents"),
        ids(
            headed("checkpoint: Prices, name: p", "checkpoint: Rents") + headed("checkpoint: 임대료", "checkpoint: 가격").replace("w.md", "w.ko.md")));
  }

  @Test
  void whatCameOfOneIsToldByItsName() {
    List<Checkpoint> read =
        read(
            headed("checkpoint: Prices, name: p", "checkpoint: Rents")
                + LedgerText.told("z", "2026-10-01", "claim: w#p, status: confirmed, date: 2026-09-01", "claim: w#p, status: amended, date: 2026-08-01"));
    assertEquals(List.of(Status.CONFIRMED, Status.STANDING), read.stream().map(Checkpoint::status).toList());
    assertEquals(List.of(2, 0), read.stream().map(each -> each.history().size()).toList());
    assertEquals(List.of(false, true), read.stream().map(Checkpoint::isOpen).toList());
  }

  @Test
  void oneThatIsAmendedIsStillOpen() {
    assertEquals(
        List.of(true),
        read(headed("checkpoint: Prices, name: p") + LedgerText.told("z", "2026-10-01", "claim: w#p, status: amended, date: 2026-08-01")).stream()
            .map(Checkpoint::isOpen)
            .toList());
  }

  @Test
  void oneCannotBeUnblockedNorEndBeforeItsDayNorBeforeItWasWritten() {
    assertEquals(
        List.of(
            "z.md:4:43: error[history]: nothing can happen to 'w#p' on 2026-05-31: it was first made on 2026-06-01 | correct this date, or the date of w.md",
            "z.md:5:26: error[history]: 'w#p' is a checkpoint, so it cannot be unblocked | only a blocked claim is unblocked; if it turned out right, say confirmed",
            "z.md:6:41: error[history]: 'w#p' cannot have expired on 2026-09-30: its day is 2026-Q3 | a claim expires when its day has passed; if it is known earlier, say confirmed or refuted"),
        LedgerText.problems(
            headed("checkpoint: Prices, name: p, due: 2026-Q3")
                + LedgerText.told(
                    "z", "2026-10-01", "claim: w#p, status: confirmed, date: 2026-05-31", "claim: w#p, status: unblocked, date: 2026-08-01",
                    "claim: w#p, status: expired, date: 2026-09-30")));
  }
}
