package dev.assay.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.assay.problem.SourceText;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Options of claims, sign by sign: where each item, its value and the braces around them begin and end, and what is wrong where.
class OptionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "#n ¦ #=n 0 1 2",
        "#n, ¦ #=n 0 1 3",
        "k=v, ¦ k=v 0 2 4",
        "k=, ¦ k=, 0 2 3",
        "k=\"a b\" c ¦ k=a b 0 3 7 ; =c 8 8 9",
        "k=\"a\\\"b\\\\c\\d\" ¦ k=a\"b\\c\\d 0 3 13",
        "k='a' l=“b c” m=‘d’ ¦ k=a 0 3 5 ; l=b c 6 9 13 ; m=d 14 17 19",
        "k=“a\\” b” l=‘c\\’’ ¦ k=a” b 0 3 9 ; l=c’ 10 13 17",
        "k=\"open ¦ k=\"open 0 2 7",
        "because=#a,#b ¦ because=#a,#b 0 8 13",
        "because=#a, #b ¦ because=#a, #b 0 8 14",
        "because=#a ,#b c=d ¦ because=#a,#b 0 8 14 ; c=d 15 17 18",
        "because=#a, ¦ because=#a 0 8 11",
        "because=#a, due=2027 ¦ because=#a 0 8 11 ; due=2027 12 16 20",
        "because=#a, \"b c\", d x ¦ because=#a, b c, d 0 8 20 ; =x 21 21 22",
        "because=\"a\",\"b\" ¦ because=a,b 0 9 15",
        "because=\"a\" ,b ¦ because=a,b 0 9 14",
        "source=x, y ¦ source=x, y 0 7 11",
        "source=x,k=v ¦ source=x,k=v 0 7 12",
        "=x ¦ ==x 0 0 2",
        "a ¦ =a 0 0 1",
        "a b ¦ =a 0 0 1 ; =b 2 2 3",
        "k= ¦ k= 0 2 2",
        "because= ¦ because= 0 8 8",
        "because= #a ¦ because= 0 8 8 ; #=a 9 10 11",
        "k==v ¦ k==v 0 2 4",
        "a=b=c ¦ a=b=c 0 2 5",
        "because=#a, b-c_1=2 ¦ because=#a 0 8 11 ; b-c_1=2 12 18 19"
      })
  void aTextIsCutIntoItems(String text, String items) {
    assertEquals(items, OptionLexer.items(text, 0, text.length()).stream().map(i -> i.key() + "=" + i.value() + " " + i.start() + " " + i.valueStart() + " " + i.end()).collect(Collectors.joining(" ; ")));
  }

  /// Where the braces end, where they do as options, where options that end the text begin, and whether they begin like options.
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "{#a} ¦ 4 4 0 true",
        "{#a k=\"}\"} ¦ 10 10 0 true",
        "{#a k=\"} ¦ -1 -1 -1 true",
        "{#a {b}} ¦ -1 -1 -1 true",
        "{#a ¦ -1 -1 -1 true",
        "{k=a,\"}\"} ¦ 9 9 0 true",
        "{k=a, \"}\" b} ¦ 12 12 0 true",
        "{k=a, \"} ¦ 8 8 0 true",
        "{k= \"}\"} ¦ 8 8 0 true",
        "{k='a' \"}\"} ¦ 9 9 -1 true",
        "{k=“}”} ¦ 7 7 0 true",
        "{} ¦ 2 -1 -1 false",
        "{k=\"a\" } ¦ 8 8 0 true"
      })
  void bracesEndWhereNoQuoteHoldsThem(String text, String ends) {
    assertEquals(ends, OptionLexer.endOfBraces(text, 0) + " " + ClaimOptions.endOfOptions(text, 0) + " " + ClaimOptions.startOfTrailing(text) + " " + ClaimOptions.beginsLikeOptions(text, 1));
  }

  /// Where options end, where those that end the text begin, whether they begin like options, and where a key with a colon ends.
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "{because: #a} ¦ -1 -1 false 9",
        "{ because: x} ¦ -1 -1 false 10",
        "{becaus: x} ¦ -1 -1 false -1",
        "{because } ¦ -1 -1 false -1",
        "{because ¦ -1 -1 false -1",
        "x{#a} ¦ 5 1 true -1",
        "x\\{#a} ¦ 6 -1 true -1",
        "{#a} {#b} ¦ 4 5 true -1",
        "{# ¦ -1 -1 false -1",
        "{ # ¦ -1 -1 false -1",
        "{# a} ¦ -1 -1 false -1",
        "{ k ¦ -1 -1 false -1",
        "{-=a} ¦ 5 0 true -1",
        "{가=b} ¦ 5 0 true -1",
        "{k :a} ¦ -1 -1 false -1"
      })
  void bracesWithoutOptionsAreText(String text, String ends) {
    int open = text.indexOf('{');
    assertEquals(ends, ClaimOptions.endOfOptions(text, open) + " " + ClaimOptions.startOfTrailing(text) + " " + ClaimOptions.beginsLikeOptions(text, open + 1) + " " + ClaimOptions.keyWithColon(text, open + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦', quoteCharacter = '`',
      value = {
        "#n due=2027 ¦ #n@6+2 due[2027]@9+3 ¦ -",
        "due=soon ¦ - ¦ 10+4 'soon' is not a date | write due=2027-06-30, 2027-06, 2027-Q2 or 2027",
        "due= ¦ - ¦ 6+3 the option 'due' has no value | write due=2027-06-30, 2027-06, 2027-Q2 or 2027",
        "source=javascript:x ¦ - ¦ 13+12 'javascript:x' is an address that could run code | write source=https://example.org/report",
        "source=\"java script:x\" ¦ - ¦ 14+13 'java script:x' is an address that could run code | write source=https://example.org/report",
        "source=DATA:x ¦ - ¦ 13+6 'DATA:x' is an address that could run code | write source=https://example.org/report",
        "source=https://x.org ¦ source[https://x.org]@6+6 ¦ -",
        "probability=2 ¦ - ¦ 18+1 '2' is not a probability from 0 to 1 | write probability=0.7 or 70%",
        "same=#a,#b ¦ - ¦ 11+5 a claim restates one other claim, not a list | write same=#name",
        "asserted=x ¦ - ¦ 15+1 'x' is not a day | write asserted=2026-11-20",
        "asserted=2026-01-02 ¦ asserted[2026-01-02]@6+8 ¦ -",
        "wrong=x ¦ - ¦ 6+5 a claim has no option 'wrong' | known: asserted, because, due, entities, probability, same, source, supersedes, supports, unblocks",
        ".cls ¦ - ¦ 6+4 '.cls' is not an option | a claim takes no class",
        "word ¦ - ¦ 6+4 'word' is not an option | write key=value, or #name for the claim's name",
        "source=a word ¦ source[a]@6+6 ¦ 15+4 'word' is not an option | write key=value; a value with spaces needs quotes: source=\"… word\"",
        "#a! ¦ - ¦ 6+3 the name 'a!' has the character '!' | use letters, digits, '-' and '_'",
        "#a #b ¦ #a@6+2 ¦ 9+2 a claim has one name, but here are 'a' and 'b' | keep one of them",
        "due=2027 due=2028 ¦ due[2027]@6+3 ¦ 15+3 the option 'due' is given twice | keep one of them",
        "because=\" \" ¦ - ¦ 6+7 the option 'because' has no value | write because=#name",
        "entities=, ¦ - ¦ 6+8 the option 'entities' has no value | write entities=nvidia,tsmc",
        "unblocks= ¦ - ¦ 6+8 the option 'unblocks' has no value | write unblocks=#name",
        "source= ¦ - ¦ 6+6 the option 'source' has no value | write source=https://example.org/report",
        "probability= ¦ - ¦ 6+11 the option 'probability' has no value | write probability=0.7 or 70%",
        "asserted= ¦ - ¦ 6+8 the option 'asserted' has no value | write asserted=2026-11-20",
        "source=a source=b ¦ source[a]@6+6 source[b]@15+6 ¦ -",
        "because=#a because=#b ¦ because[#a]@6+7 because[#b]@17+7 ¦ -",
        "due='' ¦ - ¦ 6+3 the option 'due' has no value | write due=2027-06-30, 2027-06, 2027-Q2 or 2027"
      })
  void optionsAreReadWithTheirPlacesAndWhatIsWrongIsToldAtIts(String text, String options, String problems) {
    // The options stand behind five characters of their file.
    ClaimOptions.Reading read = ClaimOptions.read(new SourceText("f", "12345" + text), text, 0, text.length(), i -> i + 5);
    String name = read.name().map(n -> "#" + n.value() + "@" + n.place().column() + "+" + n.place().length()).orElse("");
    String all = (name + " " + read.options().stream().map(o -> o.key() + o.values() + "@" + o.place().column() + "+" + o.place().length()).collect(Collectors.joining(" "))).strip();
    assertEquals(options, all.isEmpty() ? "-" : all);
    String told = read.problems().stream().map(p -> p.place().column() + "+" + p.place().length() + " " + p.message() + " | " + p.hint()).collect(Collectors.joining(" ; "));
    assertEquals(problems, told.isEmpty() ? "-" : told);
  }
}
