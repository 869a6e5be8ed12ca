package dev.assay.syntax;

import java.util.ArrayList;
import java.util.List;

/// Stretches in the order of a text. Neighbours of one sort become one.
final class Tokens {
  private final List<Token> tokens = new ArrayList<>();

  void add(Sort sort, int start, int end) {
    if (end <= start) {
      return;
    }
    if (!tokens.isEmpty() && tokens.getLast().sort() == sort && tokens.getLast().end() == start) {
      tokens.set(tokens.size() - 1, new Token(sort, tokens.getLast().start(), end));
    } else {
      tokens.add(new Token(sort, start, end));
    }
  }

  /// Adds what was found in a part of the text.
  ///
  /// @param from where the part begins
  void addAll(List<Token> part, int from) {
    part.forEach(token -> add(token.sort(), from + token.start(), from + token.end()));
  }

  List<Token> list() {
    return List.copyOf(tokens);
  }
}
