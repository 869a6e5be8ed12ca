import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Writes notes to be searched, half of them in English and half in Korean:
///
///     java bench/SearchCorpus.java FOLDER COUNT
///
/// Each has about 2,000 words (Korean: 1,000, which say as much), 8 sections, 12 claims, 3 hubs and 3 entities. Words are drawn as
/// languages use them: the n-th word of 20,000 with a frequency of 1/n, so that some stand in every note and most in few.
/// Korean words bear particles and make compounds. Two runs write the same bytes.
final class SearchCorpus {
  private static final int VOCABULARY = 20_000;
  private static final String[] COMMON =
      ("the of a in and to is for that on with as by it from at are this price cost token model memory bandwidth power rack cluster "
              + "accelerator inference training batch latency throughput cache prompt output input context weight kernel chip wafer node "
              + "package supply demand margin revenue contract lease hour energy cooling grid transformer utility vendor operator HBM4 GB200")
          .split(" ");
  private static final String[] KOREAN =
      ("메모리 가격 비용 토큰 모델 대역폭 전력 반도체 가속기 추론 학습 지연 처리량 캐시 입력 출력 문맥 가중치 칩 웨이퍼 공정 패키징 공급 수요 마진 매출 계약 "
              + "임대 시간 에너지 냉각 전력망 변압기 데이터센터 사업자 고대역폭 서버 클라우드 네트워크 스위치")
          .split(" ");
  private static final String[] PARTICLES = {"", "을", "를", "이", "가", "은", "는", "의", "에", "에서", "으로", "와", "도"};
  private static final String[] HEADS = {"가", "나", "다", "라", "마", "바", "사", "아", "자", "차", "카", "타", "파", "하"};
  private static final String[] KINDS = {"Fact", "Inference", "Speculation", "Blocked"};

  private final SplittableRandom random;
  private final boolean korean;
  private final double[] ranks;
  private final List<String> words;

  private SearchCorpus(int index, boolean korean, double[] ranks, List<String> words) {
    this.random = new SplittableRandom(0x5EED_0000L + index);
    this.korean = korean;
    this.ranks = ranks;
    this.words = words;
  }

  public static void main(String[] args) throws IOException {
    Path content = Path.of(args[0], "content");
    int count = Integer.parseInt(args[1]);
    Path posts = Files.createDirectories(content.resolve("post"));
    double[] ranks = new double[VOCABULARY];
    double sum = 0;
    for (int i = 0; i < VOCABULARY; i++) {
      sum += 1.0 / (i + 1);
      ranks[i] = sum;
    }
    List<List<String>> words = List.of(words(false), words(true));
    for (int i = 0; i < count; i++) {
      boolean korean = i % 2 == 1;
      String name = String.format(Locale.ROOT, "note-%05d%s.md", i, korean ? ".ko" : "");
      Files.writeString(posts.resolve(name), new SearchCorpus(i, korean, ranks, words.get(i % 2)).note(i));
    }
    Files.writeString(
        content.resolve("site.yaml"),
        "title: Searched\nbase_url: https://bench.example/\ncards: false\ncitations: []\nllms: false\nlanguages: [en, ko]\ntaxonomies: [entities]\nfeeds: {formats: [rss], archives: false}\n");
    for (int hub = 0; hub < 10; hub++) {
      for (String ending : List.of("", ".ko")) {
        Files.writeString(
            Files.createDirectories(content.resolve("hub")).resolve("hub-" + hub + ending + ".md"), "---\ntitle: Hub " + hub + "\n---\n\nWhat is gathered.\n");
      }
    }
  }

  private static List<String> words(boolean korean) {
    List<String> words = new ArrayList<>(List.of(korean ? KOREAN : COMMON));
    SplittableRandom random = new SplittableRandom(korean ? 2 : 1);
    while (words.size() < VOCABULARY) {
      StringBuilder word = new StringBuilder();
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        if (korean) {
          // A head and any of the vowels and endings: some of 11,172 syllables.
          word.append((char) (HEADS[random.nextInt(HEADS.length)].charAt(0) + 28 * random.nextInt(21) + (random.nextInt(3) == 0 ? random.nextInt(28) : 0)));
        } else {
          word.append("bcdfghklmnprstvw".charAt(random.nextInt(16))).append("aeiou".charAt(random.nextInt(5)));
          word.append(random.nextInt(3) == 0 ? "nrst".charAt(random.nextInt(4)) : "");
        }
      }
      words.add(word.toString().replaceAll("[^a-z가-힣]", ""));
    }
    return words;
  }

  private String word() {
    double at = random.nextDouble() * ranks[VOCABULARY - 1];
    int low = 0;
    int high = VOCABULARY - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (ranks[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    String word = words.get(low);
    if (!korean) {
      return random.nextInt(6) == 0 && word.length() > 3 ? word + "s" : word;
    }
    return (random.nextInt(8) == 0 ? KOREAN[random.nextInt(KOREAN.length)] : "") + word + PARTICLES[random.nextInt(PARTICLES.length)];
  }

  private String sentence(int words) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words; i++) {
      out.append(i == 0 ? "" : " ").append(random.nextInt(40) == 0 ? "$" + random.nextInt(100) + "." + random.nextInt(10, 100) : word());
    }
    return out.append('.').toString();
  }

  private String note(int index) {
    StringBuilder out = new StringBuilder();
    out.append("---\ntitle: \"").append(sentence(5)).append(' ').append(index).append("\"\ndate: ")
        .append(LocalDate.of(2026, 6, 1).minusDays(index / 4)).append("\nhubs: [hub-").append(index % 10).append(", hub-").append((index + 3) % 10)
        .append("]\nentities: [Company ").append(random.nextInt(300)).append(", Company ").append(random.nextInt(30)).append(", Company ")
        .append(random.nextInt(5)).append("]\n---\n\n");
    int size = korean ? 12 : 22;
    for (int section = 0; section < 8; section++) {
      out.append("## ").append(sentence(4)).append("\n\n");
      for (int paragraph = 0; paragraph < 3; paragraph++) {
        for (int i = 0; i < 3; i++) {
          out.append(sentence(size)).append(' ');
        }
        out.append("\n\n");
      }
      for (int claim = 0; claim < (section % 2 == 0 ? 2 : 1); claim++) {
        out.append("- **[").append(KINDS[random.nextInt(4)]).append("]** ").append(sentence(size)).append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }
}
