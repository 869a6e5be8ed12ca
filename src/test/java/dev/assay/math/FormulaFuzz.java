package dev.assay.math;

import dev.assay.testing.FuzzTarget;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A formula becomes well-formed MathML that carries its source, or is wrong at a place that it has.
public final class FormulaFuzz implements FuzzTarget {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)((?: [a-z-]+=\"[^\"<>]*\")*)(/?)>");
  private static final List<String> TOKENS =
      List.of(
          "\\frac{", "\\sqrt[", "\\sqrt{", "}", "{", "]", "[", "^", "_", "'", "\\left(", "\\right)", "\\left.", "\\right|", "\\middle|", "\\begin{aligned}", "\\end{aligned}", "\\begin{cases}", "\\end{cases}",
          "\\begin{pmatrix}", "\\end{pmatrix}", "\\begin{array}{cc}", "\\end{array}", "&", "\\\\", "\\\\[2ex]", "\\hline", "\\text{", "\\mathrm{", "\\mathbb{", "\\mathcal{", "\\mathbf{", "\\operatorname{", "\\sum", "\\int",
          "\\lim", "\\limits", "\\nolimits", "\\alpha", "\\hat{", "\\overline{", "\\underbrace{", "\\overset{", "\\binom{", "\\tag{", "\\color{", "\\label{", "\\not=", "\\,", "\\;", "\\quad", "\\ ", "\\{", "\\}", "\\|", "\\%",
          "\\$", "\\#", "%", "~", "x", "y", "12.5", "+", "-", "=", "<", ">", "&lt;", "가", "\ud835\udc00", "\ud800", "\n", " ", "\\", "\\x", "\\big(", "\\Bigl[", "\\dots", "\\cdot", "\\leq", "\\to", "(", ")", "|", "/", ",", "!", "\"", "\\displaystyle", "\\substack{", "\\stackrel{", "\\phantom{", "\\boxed{", "\\mathop{", "\\def", "\\over", "\\choose");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (String tex :
        List.of(
            "E = mc^2", "\\frac{a_1}{b^{n+1}} \\le \\sqrt[3]{x}", "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", "\\left( \\sum_{i=0}^n x_i \\right)^2", "\\text{price in } \\$ \\cdot 10\\%",
            "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}", "\\hat{x}' \\mathbb{R} \\operatorname{argmax}_x", "\\int_0^\\infty e^{-x}\\,dx", "\\underbrace{a+b}_{c} \\overset{!}{=} \\binom{n}{k}")) {
      all.add(FuzzTarget.seed(0, tex));
      all.add(FuzzTarget.seed(1, tex));
    }
    all.add(FuzzTarget.seed(0x80, new byte[] {0, 57, 3, 4, 58, 3}));
    return all;
  }

  @Override
  public void run(byte[] data) {
    String tex = FuzzTarget.text(data, TOKENS);
    switch (Formula.read(tex, (data[0] & 1) == 0)) {
      case Formula.Made(String mathml) -> {
        wellFormed(tex, mathml);
        FuzzTarget.require(mathml.contains("alttext=\"" + Ml.escape(tex.strip().replaceAll("\\s+", " ")) + "\""), tex, "the source is not there: " + mathml);
      }
      case Formula.Wrong(int start, int end, String message, String hint) -> {
        FuzzTarget.require(start >= 0 && start <= end && end <= tex.length(), tex, "wrong at " + start + " to " + end);
        FuzzTarget.require(!message.isBlank(), tex, "no message; the hint is " + hint);
      }
    }
  }

  private static void wellFormed(String tex, String mathml) {
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(mathml);
    int end = 0;
    while (tag.find()) {
      FuzzTarget.require(mathml.substring(end, tag.start()).indexOf('<') < 0, tex, "no element: " + mathml);
      end = tag.end();
      if (tag.group(1).isEmpty() && tag.group(4).isEmpty()) {
        open.push(tag.group(2));
      } else if (tag.group(4).isEmpty()) {
        FuzzTarget.require(tag.group(2).equals(open.poll()), tex, "closed otherwise than opened: " + mathml);
      }
    }
    FuzzTarget.require(open.isEmpty() && mathml.indexOf('<', end) < 0, tex, "left open: " + mathml);
  }
}
