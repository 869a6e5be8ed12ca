package dev.assay.syntax;

import java.util.List;

/// Parts a text of one language.
@FunctionalInterface
interface Reader {
  List<Token> read(String text);
}
