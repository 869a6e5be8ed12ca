import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Writes a site of short notes that are nothing but claims and reasons:
///
///     java bench/Claims.java FOLDER COUNT
///
/// makes `FOLDER/content/`. Each note has 20 claims: 8 facts with sources, 8 inferences and 3 speculations on premises in the
/// same note and in earlier ones, 1 blocked; some named by thousands, in chains thousands of steps long. 10,000 notes have
/// 200,000 claims and about 260,000 reasons. The text is made of a seed, so two runs write the same bytes.
final class Claims {
  private static final String[] WORDS =
      "price cost token model memory bandwidth power rack cluster accelerator inference latency throughput cache supply demand margin rises falls holds moves"
          .split(" ");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private final int index;
  private final SplittableRandom random;
  private final StringBuilder out = new StringBuilder(4_000);

  private Claims(int index) {
    this.index = index;
    this.random = new SplittableRandom(0xC1A1_0000_0000L + index);
  }

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = Integer.parseInt(args[1]);
    Path posts = Files.createDirectories(folder.resolve("content/post"));
    Files.writeString(folder.resolve("content/site.yaml"), "title: Claims\nbase_url: https://claims.example/\n");
    for (int i = 1; i <= count; i++) {
      Files.writeString(posts.resolve("n" + i + ".md"), new Claims(i).note());
    }
  }

  private String note() {
    out.append("---\ntitle: Note ").append(index).append("\ndate: ").append(FIRST.plusDays(index / 12)).append("\n---\n\n").append(words(30)).append(".\n\n");
    for (int i = 1; i <= 8; i++) {
      out.append("- **[Fact]** ").append(words(12)).append(", says [a source](https://source.example/").append(random.nextInt(5_000)).append("). {#f").append(i).append("}\n");
    }
    for (int i = 1; i <= 8; i++) {
      out.append("- **[Inference]** ").append(words(12)).append(". {#i").append(i).append(" because=#f").append(i).append(",").append(earlier(i)).append("}\n");
    }
    for (int i = 1; i <= 3; i++) {
      out.append("- **[Speculation]** ").append(words(10)).append(". {#s").append(i).append(" because=#i").append(i).append(" supports=").append(earlier(i)).append(" due=2027 probability=0.").append(i).append("}\n");
    }
    out.append("- **[Blocked]** ").append(words(8)).append(". {#b}\n");
    return out.toString();
  }

  /// A claim of the note before (a chain through the whole site), of one of the first ten (on which all rest), or of any.
  private String earlier(int which) {
    if (index == 1) {
      return "#f" + (which % 8 + 1);
    }
    int note = which == 1 ? index - 1 : which <= 3 ? 1 + random.nextInt(Math.min(10, index - 1)) : 1 + random.nextInt(index - 1);
    return "n" + note + "#" + (which == 1 ? "i1" : "f" + (1 + random.nextInt(8)));
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
    return text.toString();
  }
}
