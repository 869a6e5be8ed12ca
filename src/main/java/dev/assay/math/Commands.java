package dev.assay.math;

import dev.assay.math.Ml.Part;
import dev.assay.problem.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What commands make: signs, fractions, roots, accents, fonts, words, brackets.
final class Commands {
  private static final Map<String, String> SPACES =
      Map.ofEntries(
          Map.entry(",", "0.1667em"), Map.entry("thinspace", "0.1667em"), Map.entry(":", "0.2222em"), Map.entry(">", "0.2222em"), Map.entry("medspace", "0.2222em"),
          Map.entry(";", "0.2778em"), Map.entry("thickspace", "0.2778em"), Map.entry("!", "-0.1667em"), Map.entry("negthinspace", "-0.1667em"),
          Map.entry(" ", "0.3333em"), Map.entry("\n", "0.3333em"), Map.entry("space", "0.3333em"), Map.entry("nobreakspace", "0.3333em"),
          Map.entry("enspace", "0.5em"), Map.entry("quad", "1em"), Map.entry("qquad", "2em"));

  private static final Map<String, String> SIZES =
      Map.of("big", "1.2em", "Big", "1.8em", "bigg", "2.4em", "Bigg", "3em");

  private static final Set<String> TEXTS =
      Set.of("text", "textrm", "textnormal", "textsf", "texttt", "textbf", "textit", "mbox", "hbox", "textup", "emph");

  /// Commands that say nothing about how a formula looks here.
  private static final Set<String> SILENT = Set.of("nonumber", "notag", "relax", "strut", "mathstrut", "hline", "scriptstyle", "scriptscriptstyle");

  private static final Set<String> OTHERS =
      Set.of(
          "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right", "middle", "begin", "end", "operatorname", "operatorname*",
          "overset", "underset", "stackrel", "pmod", "bmod", "mod", "pod", "not", "phantom", "hphantom", "vphantom", "boxed", "color", "textcolor", "tag",
          "label", "hspace", "kern", "mkern", "mskip", "substack", "mathop", "mathbin", "mathrel", "mathord", "mathopen", "mathclose", "mathpunct",
          "mathinner", "over", "choose", "atop", "displaystyle", "textstyle", "limits", "nolimits", "smash", "cancel");

  private final TexReader reader;

  Commands(TexReader reader) {
    this.reader = reader;
  }

  Optional<Ml> read(TexToken token, List<Ml> before) {
    String name = token.text();
    Part last = before.isEmpty() ? Part.OPEN : before.getLast().part();
    Optional<Symbols.Symbol> symbol = Symbols.of(name);
    if (symbol.isPresent()) {
      return Optional.of(symbol(token, symbol.get(), last));
    }
    if (SPACES.containsKey(name)) {
      return Optional.of(Ml.space(SPACES.get(name)));
    }
    if (Font.commands().containsKey(name)) {
      return Optional.of(reader.in(Font.commands().get(name), () -> reader.argument(token)));
    }
    if (TEXTS.contains(name)) {
      return Optional.of(words(name, reader.raw(token)));
    }
    if (name.length() > 2 && SIZES.containsKey(name.replaceAll("[lrm]$", ""))) {
      return Optional.of(sized(token));
    }
    return SILENT.contains(name) ? Optional.empty() : structure(token, last);
  }

  private Ml symbol(TexToken token, Symbols.Symbol symbol, Part last) {
    String sign = symbol.sign();
    return switch (symbol.kind()) {
      case "letter" -> Ml.identifier(reader.font().of(sign), reader.font() == Font.UPRIGHT);
      case "upright" -> Ml.identifier(reader.font().of(sign), true);
      case "bin" -> TexReader.between(sign, last);
      case "rel" -> Ml.operator(sign.equals("|") ? " stretchy=\"false\" lspace=\"0.2778em\" rspace=\"0.2778em\"" : "", sign, Part.BETWEEN);
      case "arrow" -> Ml.operator(" stretchy=\"false\"", sign, Part.BETWEEN);
      case "big" -> Ml.operator(" movablelimits=\"true\"", sign, Part.LIMITS);
      case "integral" -> Ml.operator("", sign, Part.ORDINARY);
      case "open" -> Ml.operator(" stretchy=\"false\" form=\"prefix\"", sign, Part.OPEN);
      case "close" -> Ml.operator(" stretchy=\"false\" form=\"postfix\"", sign, Part.CLOSE);
      case "fence" -> Ml.operator(" stretchy=\"false\" lspace=\"0em\" rspace=\"0em\"", sign, Part.CLOSE);
      case "word" -> new Ml(Ml.identifier(sign, true).markup(), Part.FUNCTION);
      case "limit" -> Ml.operator(" movablelimits=\"true\" lspace=\"0em\" rspace=\"0.1667em\"", sign.replace('~', '\u2009'), Part.LIMITS);
      case "accent" -> Ml.ordinary("<mover accent=\"true\">" + reader.argument(token).markup() + "<mo stretchy=\"false\">" + sign + "</mo></mover>");
      case "wide" -> new Ml("<mover accent=\"true\">" + reader.argument(token).markup() + "<mo stretchy=\"true\">" + sign + "</mo></mover>", brace(token));
      case "under" -> new Ml("<munder accentunder=\"true\">" + reader.argument(token).markup() + "<mo stretchy=\"true\">" + sign + "</mo></munder>", brace(token));
      case "stretch" -> stretched(token, sign);
      default -> throw new IllegalStateException("symbols.txt has a kind '" + symbol.kind() + "'");
    };
  }

  /// What stands at a brace goes above or below it.
  private static Part brace(TexToken token) {
    return token.text().endsWith("brace") || token.text().endsWith("bracket") ? Part.LIMITS : Part.ORDINARY;
  }

  private Ml stretched(TexToken token, String sign) {
    Optional<Ml> below = reader.optional();
    String above = padded(reader.argument(token));
    String arrow = "<mo stretchy=\"true\" minsize=\"1.75em\">" + sign + "</mo>";
    return new Ml(
        below.isPresent()
            ? "<munderover>" + arrow + padded(below.get()) + above + "</munderover>"
            : "<mover>" + arrow + above + "</mover>",
        Part.BETWEEN);
  }

  private static String padded(Ml text) {
    return "<mpadded width=\"+0.6em\" lspace=\"0.3em\">" + text.markup() + "</mpadded>";
  }

  private Optional<Ml> structure(TexToken token, Part last) {
    String name = token.text();
    return switch (name) {
      case "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom" -> Optional.of(fraction(token));
      case "sqrt" -> Optional.of(root(token));
      case "left" -> Optional.of(brackets(token));
      case "begin" -> Optional.of(reader.grids().environment(token));
      case "substack" -> Optional.of(reader.grids().stack(token));
      case "operatorname", "operatorname*" -> Optional.of(named(token));
      case "overset", "stackrel" -> {
        Ml above = reader.argument(token);
        Ml base = reader.argument(token);
        yield Optional.of(new Ml("<mover>" + base.markup() + above.markup() + "</mover>", name.equals("stackrel") ? Part.BETWEEN : base.part()));
      }
      case "underset" -> {
        Ml below = reader.argument(token);
        Ml base = reader.argument(token);
        yield Optional.of(new Ml("<munder>" + base.markup() + below.markup() + "</munder>", base.part()));
      }
      case "pmod", "pod" -> Optional.of(modulo(name, reader.argument(token)));
      case "mod" -> Optional.of(Ml.element("mrow", Ml.space("0.6667em").markup(), Ml.identifier("mod", true).markup(), Ml.space("0.3333em").markup()));
      case "bmod" -> Optional.of(Ml.operator(" lspace=\"0.2222em\" rspace=\"0.2222em\"", "mod", Part.BETWEEN));
      case "not" -> Optional.of(negated(token));
      case "phantom", "hphantom", "vphantom" -> Optional.of(Ml.element("mphantom", reader.argument(token).markup()));
      case "smash" -> Optional.of(reader.argument(token));
      case "boxed" -> Optional.of(Ml.ordinary("<mrow class=\"boxed\">" + reader.argument(token).markup() + "</mrow>"));
      case "cancel" -> Optional.of(Ml.ordinary("<mrow class=\"cancel\">" + reader.argument(token).markup() + "</mrow>"));
      case "textcolor" -> {
        reader.raw(token);
        yield Optional.of(reader.argument(token));
      }
      case "color", "label" -> {
        reader.raw(token);
        yield Optional.empty();
      }
      case "tag" -> Optional.of(Ml.element("mrow", Ml.space("2em").markup(), Ml.text("(" + reader.raw(token) + ")").markup()));
      case "hspace", "kern", "mkern", "mskip" -> Optional.of(space(token));
      case "mathop" -> Optional.of(new Ml(reader.argument(token).markup(), Part.LIMITS));
      case "mathbin", "mathrel", "mathpunct" -> Optional.of(new Ml(reader.argument(token).markup(), Part.BETWEEN));
      case "mathord", "mathinner" -> Optional.of(Ml.ordinary(reader.argument(token).markup()));
      case "mathopen" -> Optional.of(new Ml(reader.argument(token).markup(), Part.OPEN));
      case "mathclose" -> Optional.of(new Ml(reader.argument(token).markup(), Part.CLOSE));
      default -> escaped(token, last);
    };
  }

  private static Optional<Ml> escaped(TexToken token, Part last) {
    return switch (token.text()) {
      case "{" -> Optional.of(Ml.operator(" stretchy=\"false\"", "{", Part.OPEN));
      case "}" -> Optional.of(Ml.operator(" stretchy=\"false\"", "}", Part.CLOSE));
      case "|" -> Optional.of(Ml.operator(" stretchy=\"false\" lspace=\"0em\" rspace=\"0em\"", "‖", last == Part.OPEN ? Part.OPEN : Part.CLOSE));
      case "$", "%", "#", "&", "_" -> Optional.of(Ml.identifier(token.text(), true));
      case "" -> throw TexReader.fault(token, "a backslash stands alone at the end", "take it out");
      default -> throw unknown(token);
    };
  }

  private static TexReader.Fault unknown(TexToken token) {
    Set<String> known = new TreeSet<>(OTHERS);
    known.addAll(Symbols.commands());
    known.addAll(TEXTS);
    known.addAll(Font.commands().keySet());
    Optional<String> near = token.text().length() < 2 ? Optional.empty() : Nearest.to(token.text(), known);
    String hint = near.map(name -> "did you mean '\\" + name + "'?").orElse("formulas are read without macros and packages; write names of functions as \\operatorname{…}");
    return TexReader.fault(token, "no command of formulas is called '\\" + token.text() + "'", hint);
  }

  Ml fraction(String infix, Ml above, Ml below) {
    String fraction = "<mfrac" + (infix.equals("over") ? "" : " linethickness=\"0\"") + ">" + above.markup() + below.markup() + "</mfrac>";
    return infix.equals("choose") ? Ml.element("mrow", "<mo>(</mo>", fraction, "<mo>)</mo>") : Ml.ordinary(fraction);
  }

  private Ml fraction(TexToken token) {
    String name = token.text();
    Ml above = reader.argument(token);
    Ml below = reader.argument(token);
    Ml made = fraction(name.endsWith("binom") ? "choose" : "over", above, below);
    return switch (name.charAt(0)) {
      case 'd', 'c' -> Ml.ordinary("<mstyle displaystyle=\"true\">" + made.markup() + "</mstyle>");
      case 't' -> Ml.ordinary("<mstyle displaystyle=\"false\">" + made.markup() + "</mstyle>");
      default -> made;
    };
  }

  private Ml root(TexToken token) {
    Optional<Ml> degree = reader.optional();
    String body = reader.argument(token).markup();
    return degree.map(of -> Ml.element("mroot", body, of.markup())).orElseGet(() -> Ml.element("msqrt", body));
  }

  private Ml named(TexToken token) {
    Ml name = reader.in(Font.UPRIGHT, () -> reader.argument(token));
    String words = name.markup().replaceAll("<[^>]*>", "");
    return token.text().endsWith("*")
        ? new Ml("<mo movablelimits=\"true\" lspace=\"0em\" rspace=\"0.1667em\">" + words + "</mo>", Part.LIMITS)
        : new Ml(name.markup(), Part.FUNCTION);
  }

  private static Ml modulo(String name, Ml of) {
    List<String> parts = new ArrayList<>(List.of(Ml.space("0.4444em").markup(), "<mo stretchy=\"false\">(</mo>"));
    if (name.equals("pmod")) {
      parts.addAll(List.of(Ml.identifier("mod", true).markup(), Ml.space("0.3333em").markup()));
    }
    parts.addAll(List.of(of.markup(), "<mo stretchy=\"false\">)</mo>"));
    return Ml.element("mrow", parts.toArray(String[]::new));
  }

  private Ml negated(TexToken token) {
    Ml of = reader.argument(token);
    int close = of.markup().indexOf("</", of.markup().indexOf('>'));
    return close < 0 ? of : new Ml(of.markup().substring(0, close) + "\u0338" + of.markup().substring(close), Part.BETWEEN);
  }

  private Ml words(String name, String raw) {
    Font style = switch (name) {
      case "textbf" -> Font.BOLD;
      case "textit", "emph" -> Font.ITALIC;
      case "textsf" -> Font.SANS;
      case "texttt" -> Font.MONO;
      default -> Font.UPRIGHT;
    };
    String text = raw.replaceAll("\\\\([%$#&_{} ])", "$1").replace('~', '\u00a0').replaceAll("\\s+", " ");
    return Ml.text(style.of(text));
  }

  private Ml space(TexToken token) {
    String length = token.text().equals("hspace") ? reader.raw(token) : loose();
    java.util.regex.Matcher read = java.util.regex.Pattern.compile("\\s*(-?(?:[0-9]{1,4}(?:\\.[0-9]{1,4})?|\\.[0-9]{1,4}))\\s*(em|ex|px|pt|mu|cm|mm|in)\\s*").matcher(length);
    if (!read.matches()) {
      throw TexReader.fault(token, "'" + length.strip() + "' is not a length", "write one like 1em or 12pt");
    }
    String unit = read.group(2);
    double value = Double.parseDouble(read.group(1));
    return Ml.space(unit.equals("mu") ? Math.round(value / 18 * 10_000) / 10_000.0 + "em" : read.group(1) + unit);
  }

  /// A length without braces.
  private String loose() {
    StringBuilder length = new StringBuilder();
    reader.skipSpaces();
    while (length.length() < 12 && (reader.peek().kind() == TexToken.Kind.NUMBER || reader.peek().isSign("-") || reader.peek().kind() == TexToken.Kind.LETTER)) {
      length.append(reader.next().text());
      if (length.toString().matches(".*(?:em|ex|px|pt|mu|cm|mm|in)")) {
        break;
      }
    }
    return length.toString();
  }

  // Brackets

  private Ml sized(TexToken token) {
    String size = SIZES.get(token.text().replaceAll("[lrm]$", ""));
    String sign = bracket(token);
    char side = token.text().charAt(token.text().length() - 1);
    Part part = side == 'r' || ")]}⟩⌋⌉".contains(sign) ? Part.CLOSE : side == 'm' ? Part.BETWEEN : Part.OPEN;
    return Ml.operator(" stretchy=\"true\" minsize=\"" + size + "\" maxsize=\"" + size + "\"", sign, part);
  }

  private Ml brackets(TexToken token) {
    StringBuilder inside = new StringBuilder("<mrow>");
    fence(inside, "prefix", bracket(token));
    inside.append(reader.row(TexReader::endsRow).markup());
    while (reader.peek().isCommand("middle")) {
      TexToken middle = reader.next();
      fence(inside, "infix", bracket(middle));
      inside.append(reader.row(TexReader::endsRow).markup());
    }
    if (!reader.peek().isCommand("right")) {
      throw TexReader.fault(token, "'\\left' has no '\\right'", "write \\right before the bracket that closes it; \\right. for none");
    }
    fence(inside, "postfix", bracket(reader.next()));
    return Ml.ordinary(inside.append("</mrow>").toString());
  }

  private static void fence(StringBuilder out, String form, String sign) {
    if (!sign.isEmpty()) {
      out.append("<mo form=\"").append(form).append("\" stretchy=\"true\"").append(form.equals("infix") ? " lspace=\"0.05em\" rspace=\"0.05em\"" : "");
      out.append('>').append(Ml.escape(sign)).append("</mo>");
    }
  }

  /// The bracket behind a command; empty for `.`.
  private String bracket(TexToken of) {
    reader.skipSpaces();
    TexToken token = reader.next();
    String name = token.text();
    if (token.kind() == TexToken.Kind.SIGN && "()[]|/.<>".contains(name)) {
      return switch (name) {
        case "." -> "";
        case "<" -> "⟨";
        case ">" -> "⟩";
        default -> name;
      };
    }
    boolean brace = token.kind() == TexToken.Kind.COMMAND && (name.equals("{") || name.equals("}") || name.equals("|"));
    Optional<Symbols.Symbol> symbol = token.kind() == TexToken.Kind.COMMAND ? Symbols.of(name) : Optional.empty();
    boolean fits = symbol.isPresent() && Set.of("open", "close", "fence", "arrow").contains(symbol.get().kind());
    if (!brace && !fits) {
      throw TexReader.fault(of, "no bracket stands behind '\\" + of.text() + "'", "write one of ( ) [ ] \\{ \\} | \\langle \\rangle, or . for none");
    }
    return brace ? (name.equals("|") ? "‖" : name) : symbol.orElseThrow().sign();
  }
}
