package dev.assay.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the file of a language. These files are part of the program, so what is wrong in one is a bug.
final class GrammarFile {
  private final Map<String, Sort> words = new HashMap<>();
  private final Map<String, Sort> defines = new HashMap<>();
  private final List<Grammar.LineComment> lines = new ArrayList<>();
  private final List<Grammar.Block> blocks = new ArrayList<>();
  private final List<Grammar.Quoted> strings = new ArrayList<>();
  private final Map<Character, Sort> sigils = new HashMap<>();
  private final Set<String> raw = new HashSet<>();
  private final Set<String> flags = new HashSet<>();
  private String letters = "";
  private String inner = "";
  private String heredoc = "";
  private String head = "";
  private String keys = "";

  private GrammarFile() {}

  static Grammar read(String text) {
    GrammarFile file = new GrammarFile();
    text.lines().filter(line -> !line.isBlank() && !line.startsWith("%")).forEach(file::line);
    file.strings.sort(Comparator.comparingInt(string -> -string.open().length()));
    return new Grammar(
        file.words, file.defines, file.lines, file.blocks, file.strings, file.sigils, file.letters, file.inner, file.raw, file.heredoc,
        file.head, file.keys, file.flags);
  }

  private void line(String line) {
    List<String> parts = List.of(line.strip().split("\\s+", -1));
    List<String> rest = parts.subList(1, parts.size());
    switch (parts.getFirst()) {
      case "flags" -> flags.addAll(rest);
      case "words" -> rest.subList(1, rest.size()).forEach(word -> words.put(cased(word), Sort.of(rest.getFirst())));
      case "defines" -> rest.subList(1, rest.size()).forEach(word -> defines.put(cased(word), Sort.of(rest.getFirst())));
      case "line" -> lines.add(new Grammar.LineComment(rest.getFirst(), rest.contains("begins")));
      case "block" -> blocks.add(new Grammar.Block(rest.get(0), rest.get(1), rest.contains("nested"), sort(rest)));
      case "string" -> strings.add(string(rest));
      case "sigil" -> sigils.put(rest.get(0).charAt(0), Sort.of(rest.get(1)));
      case "letters" -> letters = rest.getFirst();
      case "inner" -> inner = rest.getFirst();
      case "raw" -> raw.addAll(rest);
      case "heredoc" -> heredoc = rest.getFirst();
      case "head" -> head = rest.getFirst();
      case "keys" -> keys = rest.getFirst();
      default -> throw new IllegalStateException("a language's file says '" + line + "'");
    }
  }

  private String cased(String word) {
    return flags.contains("nocase") ? word.toLowerCase(Locale.ROOT) : word;
  }

  private static Sort sort(List<String> rest) {
    return rest.stream().filter(word -> word.startsWith("sort=")).map(word -> Sort.of(word.substring(5))).findFirst().orElse(Sort.COMMENT);
  }

  private static Grammar.Quoted string(List<String> rest) {
    String prefixes = value(rest, "prefix=");
    String escape = value(rest, "escape=");
    return new Grammar.Quoted(
        rest.get(0), rest.get(1), escape.isEmpty() ? '\0' : escape.charAt(0), rest.contains("lines"), rest.contains("doubled"),
        prefixes.isEmpty() ? Set.of() : Set.of(prefixes.split(",", -1)), !rest.contains("prefixed"), value(rest, "hole="));
  }

  private static String value(List<String> rest, String name) {
    return rest.stream().filter(word -> word.startsWith(name)).map(word -> word.substring(name.length())).findFirst().orElse("");
  }
}
