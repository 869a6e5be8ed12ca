package dev.assay.syntax;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// The words and signs of one language, as its file says them; see `languages.txt` for the form.
///
/// @param words    what each word is; in lower case where case does not count
/// @param defines  what the word behind a word is: behind `class` a type
/// @param lines    what begins a comment that ends with its line
/// @param blocks   comments and the like with an end of their own
/// @param strings  texts in quotes, the longer openings first
/// @param sigils   signs that make what follows a name
/// @param letters  what counts as a letter besides letters and `_`
/// @param inner    what may stand within a word besides letters and digits
/// @param raw      prefixes of strings in `#"…"#`; empty when there are none
/// @param heredoc  what begins a text up to a line of its own; empty for nothing
/// @param head     the sign of preprocessor lines; empty for none
/// @param keys     the sign behind a key; empty for none
/// @param flags    `nocase`, `calls`, `capitals`, `regex`, `firstwords`, `sections`, `verilog`, `chars`, `cppraw`, `long`, `bang`
record Grammar(
    Map<String, Sort> words,
    Map<String, Sort> defines,
    List<LineComment> lines,
    List<Block> blocks,
    List<Quoted> strings,
    Map<Character, Sort> sigils,
    String letters,
    String inner,
    Set<String> raw,
    String heredoc,
    String head,
    String keys,
    Set<String> flags) {
  Grammar {
    words = Map.copyOf(words);
    defines = Map.copyOf(defines);
    lines = List.copyOf(lines);
    blocks = List.copyOf(blocks);
    strings = List.copyOf(strings);
    sigils = Map.copyOf(sigils);
    raw = Set.copyOf(raw);
    flags = Set.copyOf(flags);
  }

  /// @param begins whether it must begin a word
  record LineComment(String open, boolean begins) {}

  record Block(String open, String close, boolean nested, Sort sort) {}

  /// A text in quotes.
  ///
  /// @param escape   what takes the next character along; `\0` for nothing
  /// @param lines    whether it goes on over the ends of lines
  /// @param doubled  whether its quote, written twice, is part of it
  /// @param prefixes words that may stand right before it
  /// @param bare     whether it may stand without a prefix
  /// @param hole     what begins code inside it; empty for nothing. It ends with the bracket that fits
  record Quoted(
      String open, String close, char escape, boolean lines, boolean doubled, Set<String> prefixes, boolean bare, String hole) {
    Quoted {
      prefixes = Set.copyOf(prefixes);
    }
  }

  boolean has(String flag) {
    return flags.contains(flag);
  }
}
