package dev.assay.syntax;

import dev.assay.problem.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A language that this program can colour. The door of this room.
///
/// ```
/// Syntax.of("java").ifPresent(java -> java.read(text));
/// ```
///
/// Languages are files of this program: `languages.txt` names them all, and a file of each name says its words and signs.
public final class Syntax {
  /// Longer texts stay plain: nobody reads them for their colours, and their markup would be several times as long.
  private static final int LONGEST = 200_000;

  private static final Map<String, Syntax> READ = new ConcurrentHashMap<>();
  private static final Names NAMES = Names.read(resource("languages.txt"));

  private final Reader reader;

  private Syntax(Reader reader) {
    this.reader = reader;
  }

  /// What languages are called.
  ///
  /// @param files   the file of each name
  /// @param readers what reads the languages that are not read by words and signs
  /// @param others  names of languages that stay plain
  private record Names(Map<String, String> files, Map<String, String> readers, Set<String> others) {
    static Names read(String text) {
      Map<String, String> files = new HashMap<>();
      Map<String, String> readers = new HashMap<>();
      Set<String> others = new HashSet<>();
      for (String line : text.lines().filter(each -> !each.isBlank() && !each.startsWith("%")).toList()) {
        List<String> words = List.of(line.strip().split("\\s+", -1));
        List<String> names = words.subList(1, words.size()).stream().filter(word -> !word.startsWith("reader=")).toList();
        if (words.getFirst().equals("plain:")) {
          others.addAll(names);
          continue;
        }
        files.put(words.getFirst(), words.getFirst());
        names.forEach(name -> files.put(name, words.getFirst()));
        words.stream().filter(word -> word.startsWith("reader=")).forEach(word -> readers.put(words.getFirst(), word.substring(7)));
      }
      return new Names(Map.copyOf(files), Map.copyOf(readers), Set.copyOf(others));
    }
  }

  /// The language of a name, as it stands behind a fence.
  public static Optional<Syntax> of(String name) {
    return Optional.ofNullable(NAMES.files().get(name.toLowerCase(Locale.ROOT))).map(Syntax::named);
  }

  /// The names of all languages that can be coloured.
  public static Set<String> names() {
    return NAMES.files().keySet();
  }

  /// True for the name of a language that is known and stays plain.
  public static boolean isPlain(String name) {
    return NAMES.others().contains(name.toLowerCase(Locale.ROOT));
  }

  /// The language whose name is one edit away from a word.
  public static Optional<String> near(String word) {
    String wanted = word.toLowerCase(Locale.ROOT);
    return NAMES.files().keySet().stream().filter(name -> name.length() >= 4 && Nearest.isOneEdit(wanted, name)).sorted().findFirst();
  }

  private static Syntax named(String file) {
    Syntax read = READ.get(file);
    if (read == null) {
      read = new Syntax(reader(file));
      READ.put(file, read);
    }
    return read;
  }

  private static Reader reader(String file) {
    return switch (NAMES.readers().getOrDefault(file, "words")) {
      case "words" -> CodeReader.of(GrammarFile.read(resource(file + ".txt")));
      case "markup" -> MarkupReader.of(name -> named(name).reader);
      case "style" -> StyleReader.of(!file.equals("css"));
      case "yaml" -> YamlReader.reader();
      case "changes" -> LineReader.changes();
      case "session" -> LineReader.session(named("bash").reader);
      case "markdown" -> LineReader.markdown();
      default -> throw new IllegalStateException("languages.txt gives '" + file + "' a reader that does not exist");
    };
  }

  private static String resource(String name) {
    try (InputStream in = Syntax.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file of a language, '" + name + "'");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Parts a text: stretches in order, without overlap; what lies between them is plain. Linear in its length.
  public List<Token> read(String text) {
    return text.length() > LONGEST ? List.of() : reader.read(text);
  }
}
