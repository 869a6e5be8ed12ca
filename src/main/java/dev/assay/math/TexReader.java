package dev.assay.math;

import dev.assay.math.Ml.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a formula from left to right: atoms, their scripts, and rows of them. What commands with arguments make is the
/// matter of [Commands], tables are that of [Grids].
final class TexReader {
  /// How deep braces and commands may stand in one another.
  static final int DEEPEST = 80;

  private final String tex;
  private final List<TexToken> tokens;
  private final Commands commands;
  private final Grids grids;
  private int at;
  private int depth;
  private Font font = Font.PLAIN;

  TexReader(String tex) {
    this.tex = tex;
    this.tokens = TexToken.all(tex);
    this.commands = new Commands(this);
    this.grids = new Grids(this);
  }

  /// A formula cannot be read.
  static final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int start;
    private final int end;
    private final String said;
    private final String hint;

    Fault(int start, int end, String said, String hint) {
      super(said, null, false, false);
      this.start = start;
      this.end = end;
      this.said = said;
      this.hint = hint;
    }

    int start() {
      return start;
    }

    int end() {
      return end;
    }

    String said() {
      return said;
    }

    String hint() {
      return hint;
    }
  }

  static Fault fault(TexToken token, String said, String hint) {
    return new Fault(token.start(), token.end(), said, hint);
  }

  /// The whole formula as one element.
  String whole() {
    String body = grids.outermost();
    if (peek().kind() != TexToken.Kind.END) {
      throw stray(peek());
    }
    return body;
  }

  private static Fault stray(TexToken token) {
    return switch (token.text()) {
      case "}" -> fault(token, "'}' closes nothing", "take it out, or write \\} for a brace that is seen");
      case "right" -> fault(token, "'\\right' has no '\\left'", "write \\left before the bracket that it closes");
      case "end" -> fault(token, "'\\end' has no '\\begin'", "write \\begin{…} where it begins");
      default -> fault(token, "'" + token.text() + "' cannot stand here", "take it out, or escape it with a backslash");
    };
  }

  TexToken peek() {
    return tokens.get(at);
  }

  TexToken next() {
    return tokens.get(at < tokens.size() - 1 ? at++ : at);
  }

  void skipSpaces() {
    while (peek().kind() == TexToken.Kind.SPACE) {
      at++;
    }
  }

  Font font() {
    return font;
  }

  /// Reads something in another font.
  Ml in(Font other, java.util.function.Supplier<Ml> reading) {
    Font before = font;
    font = other;
    Ml made = reading.get();
    font = before;
    return made;
  }

  static boolean endsRow(TexToken token) {
    return token.kind() == TexToken.Kind.END || token.isSign("}") || token.isSign("&") || token.isCommand("\\") || token.isCommand("cr")
        || token.isCommand("right") || token.isCommand("end") || token.isCommand("middle");
  }

  /// A row of atoms up to a token that ends it, which stays.
  Ml row(Predicate<TexToken> ends) {
    deeper(peek());
    Font outer = font;
    List<Ml> row = new ArrayList<>();
    Optional<Ml> above = Optional.empty();
    String infix = "";
    while (!ends.test(peek())) {
      TexToken token = peek();
      boolean fraction = token.isCommand("over") || token.isCommand("choose") || token.isCommand("atop");
      if (fraction) {
        if (above.isPresent()) {
          throw fault(token, "a second '\\" + token.text() + "' stands in one group", "put the inner fraction in braces");
        }
        next();
        above = Optional.of(group(row));
        infix = token.text();
        row = new ArrayList<>();
      } else if (token.isCommand("displaystyle") || token.isCommand("textstyle")) {
        next();
        Ml rest = row(ends);
        row.add(Ml.ordinary("<mstyle displaystyle=\"" + token.isCommand("displaystyle") + "\">" + rest.markup() + "</mstyle>"));
      } else if (token.kind() == TexToken.Kind.SPACE) {
        next();
      } else if (token.kind() == TexToken.Kind.COMMAND && List.of("rm", "bf", "it", "cal").contains(token.text())) {
        next();
        font = Font.commands().getOrDefault(token.text(), font);
      } else {
        atom(row).ifPresent(row::add);
      }
    }
    font = outer;
    depth--;
    Ml last = group(row);
    return above.isPresent() ? commands.fraction(infix, above.get(), last) : last;
  }

  void deeper(TexToken token) {
    if (++depth > DEEPEST) {
      throw fault(token, "this formula is nested deeper than " + DEEPEST + " here", "part it into several");
    }
  }

  void shallower() {
    depth--;
  }

  /// Puts a row together, with the room that names of functions need.
  static Ml group(List<Ml> row) {
    if (row.size() == 1) {
      return row.getFirst();
    }
    StringBuilder out = new StringBuilder("<mrow>");
    for (int i = 0; i < row.size(); i++) {
      Ml each = row.get(i);
      boolean behind = i > 0 && each.part() == Part.FUNCTION && row.get(i - 1).part() == Part.ORDINARY;
      boolean applied = i > 0 && row.get(i - 1).part() == Part.FUNCTION && (each.part() == Part.ORDINARY || each.part() == Part.FUNCTION);
      out.append(behind || applied ? "<mspace width=\"0.1667em\"></mspace>" : "").append(each.markup());
    }
    return Ml.ordinary(out.append("</mrow>").toString());
  }

  /// An atom with its scripts; nothing for a command that leaves none.
  private Optional<Ml> atom(List<Ml> before) {
    TexToken token = peek();
    Optional<Ml> nucleus =
        token.isSign("^") || token.isSign("_") || token.isSign("'") ? Optional.of(Ml.ordinary("<mrow></mrow>")) : nucleus(before);
    return nucleus.map(made -> scripts(made));
  }

  private Ml scripts(Ml base) {
    Optional<Ml> below = Optional.empty();
    Optional<Ml> above = Optional.empty();
    int primes = 0;
    boolean limits = base.part() == Part.LIMITS;
    while (true) {
      skipSpaces();
      TexToken token = peek();
      if (token.isCommand("limits") || token.isCommand("nolimits")) {
        next();
        limits = token.isCommand("limits");
      } else if (token.isSign("'")) {
        next();
        primes++;
      } else if (token.isSign("_")) {
        next();
        if (below.isPresent()) {
          throw fault(token, "this has two indices", "put both in braces: _{…}");
        }
        below = Optional.of(argument(token));
      } else if (token.isSign("^")) {
        next();
        if (above.isPresent()) {
          throw fault(token, "this has two exponents", "put braces around what the first one belongs to: {a^b}^c");
        }
        above = Optional.of(argument(token));
      } else {
        break;
      }
    }
    if (primes > 0) {
      Ml signs = Ml.operator("", "′".repeat(primes), Part.ORDINARY);
      above = Optional.of(above.map(more -> Ml.element("mrow", signs.markup(), more.markup())).orElse(signs));
    }
    return scripted(base, below, above, limits);
  }

  private static Ml scripted(Ml base, Optional<Ml> below, Optional<Ml> above, boolean limits) {
    if (below.isEmpty() && above.isEmpty()) {
      return base;
    }
    String under = below.map(Ml::markup).orElse("");
    String over = above.map(Ml::markup).orElse("");
    String name =
        limits
            ? (below.isEmpty() ? "mover" : above.isEmpty() ? "munder" : "munderover")
            : (below.isEmpty() ? "msup" : above.isEmpty() ? "msub" : "msubsup");
    Part part = base.part() == Part.LIMITS && base.markup().contains("movablelimits") && Character.isLetter(base.markup().charAt(base.markup().indexOf('>') + 1)) ? Part.FUNCTION : base.part();
    return new Ml("<" + name + ">" + base.markup() + under + over + "</" + name + ">", part == Part.LIMITS ? Part.ORDINARY : part);
  }

  private Optional<Ml> nucleus(List<Ml> before) {
    TexToken token = next();
    return switch (token.kind()) {
      case NUMBER -> Optional.of(Ml.number(font.of(token.text())));
      case LETTER -> Optional.of(letters(token));
      case SIGN -> Optional.of(sign(token, before));
      case COMMAND -> commands.read(token, before);
      case SPACE, END -> Optional.empty();
    };
  }

  /// One letter, or a word where the font makes words.
  private Ml letters(TexToken first) {
    StringBuilder word = new StringBuilder(first.text());
    boolean foreign = Character.UnicodeScript.of(first.text().codePointAt(0)) != Character.UnicodeScript.LATIN
        && Character.UnicodeScript.of(first.text().codePointAt(0)) != Character.UnicodeScript.GREEK;
    while ((font.words() || foreign) && peek().kind() == TexToken.Kind.LETTER) {
      word.append(next().text());
    }
    return foreign ? Ml.text(word.toString()) : Ml.identifier(font.of(word.toString()), font == Font.UPRIGHT);
  }

  private Ml sign(TexToken token, List<Ml> before) {
    Part last = before.isEmpty() ? Part.OPEN : before.getLast().part();
    return switch (token.text()) {
      case "{" -> braces(token);
      case "-", "+" -> between(token.text().equals("-") ? "−" : "+", last);
      case "*" -> Ml.operator("", "∗", Part.BETWEEN);
      case "=", "<", ">" -> Ml.operator("", token.text(), Part.BETWEEN);
      case ":" -> Ml.operator("", ":", Part.BETWEEN);
      case ",", ";" -> Ml.operator(" separator=\"true\"", token.text(), Part.BETWEEN);
      case "(", "[" -> Ml.operator(" stretchy=\"false\"", token.text(), Part.OPEN);
      case ")", "]" -> Ml.operator(" stretchy=\"false\"", token.text(), Part.CLOSE);
      case "|" -> Ml.operator(" stretchy=\"false\" lspace=\"0em\" rspace=\"0em\"", "|", Part.CLOSE);
      case "!" -> Ml.operator(" form=\"postfix\" lspace=\"0em\"", "!", Part.CLOSE);
      case "~" -> Ml.space("0.3333em");
      case "#", "$" -> throw stray(token);
      default -> token.text().codePointAt(0) < 0x80 ? Ml.identifier(token.text(), true) : Ml.operator("", token.text(), Part.BETWEEN);
    };
  }

  /// A sign between two things; behind another sign it belongs to what follows.
  static Ml between(String sign, Part last) {
    boolean unary = last == Part.OPEN || last == Part.BETWEEN || last == Part.SPACE;
    return Ml.operator(unary ? " form=\"prefix\" lspace=\"0em\" rspace=\"0em\"" : "", sign, Part.BETWEEN);
  }

  private Ml braces(TexToken open) {
    Ml group = row(TexReader::endsRow);
    if (!peek().isSign("}")) {
      throw unclosed(open);
    }
    next();
    return new Ml(group.markup(), group.part() == Part.SPACE || group.part() == Part.LIMITS ? group.part() : Part.ORDINARY);
  }

  static Fault unclosed(TexToken open) {
    return fault(open, "'" + (open.text().equals("{") ? "{" : open.text()) + "' is never closed", "write the bracket that closes it");
  }

  /// What a command or a script takes: a group, a command with all that it takes, or one character.
  Ml argument(TexToken of) {
    skipSpaces();
    TexToken token = peek();
    if (endsRow(token) || token.isSign("^") || token.isSign("_")) {
      throw fault(of, "what '" + (of.kind() == TexToken.Kind.COMMAND ? "\\" : "") + of.text() + "' takes is missing", "write it in braces behind it");
    }
    if (token.isSign("{")) {
      next();
      return braces(token);
    }
    if (token.kind() == TexToken.Kind.NUMBER && token.text().length() > 1) {
      // Of a number without braces, TeX takes the first digit.
      tokens.set(at, new TexToken(TexToken.Kind.NUMBER, token.text().substring(1), token.start() + 1, token.end()));
      return Ml.number(font.of(token.text().substring(0, 1)));
    }
    if (token.kind() == TexToken.Kind.LETTER) {
      next();
      return Ml.identifier(font.of(token.text()), font == Font.UPRIGHT);
    }
    deeper(token);
    Ml made = nucleus(List.of()).orElseThrow(() -> fault(of, "what '\\" + of.text() + "' takes is missing", "write it in braces behind it"));
    depth--;
    return made;
  }

  /// An argument in square brackets, if one stands here.
  Optional<Ml> optional() {
    skipSpaces();
    if (!peek().isSign("[")) {
      return Optional.empty();
    }
    TexToken open = next();
    Ml made = row(token -> endsRow(token) || token.isSign("]"));
    if (!peek().isSign("]")) {
      throw unclosed(open);
    }
    next();
    return Optional.of(made);
  }

  /// The characters of an argument as they are written, without its braces.
  String raw(TexToken of) {
    skipSpaces();
    TexToken open = peek();
    if (!open.isSign("{")) {
      if (endsRow(open)) {
        throw fault(of, "what '\\" + of.text() + "' takes is missing", "write it in braces behind it");
      }
      next();
      return tex.substring(open.start(), open.end());
    }
    next();
    int start = open.end();
    int deep = 1;
    while (true) {
      TexToken token = next();
      if (token.kind() == TexToken.Kind.END) {
        throw unclosed(open);
      }
      deep += token.isSign("{") ? 1 : token.isSign("}") ? -1 : 0;
      if (deep == 0) {
        return tex.substring(start, token.start());
      }
    }
  }

  Grids grids() {
    return grids;
  }
}
