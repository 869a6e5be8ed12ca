package dev.assay.syntax;

import dev.assay.testing.FuzzTarget;
import java.util.ArrayList;
import java.util.List;

/// Stretches of code are in order, apart, inside of the text and not empty, whatever the text and its language.
public final class CodeFuzz implements FuzzTarget {
  /// One name of each way of reading.
  private static final List<String> SPOKEN =
      List.of("java", "python", "javascript", "rust", "cpp", "ruby", "bash", "lua", "toml", "swift", "scala", "sql", "html", "css", "yaml", "markdown", "console", "diff", "latex", "php", "perl", "csharp", "go", "kotlin", "xml", "json", "ini", "makefile", "dockerfile", "haskell", "elixir", "r", "julia", "verilog");
  private static final List<Syntax> READ = SPOKEN.stream().flatMap(name -> Syntax.of(name).stream()).toList();

  private static final List<String> TOKENS =
      List.of(
          "/*", "*/", "//", "#", "--", "--[[", "]]", "--[==[", "]==]", "<!--", "-->", "\"", "'", "`", "\"\"\"", "'''", "\\", "\\\"", "${", "#{", "{{", "}}", "{", "}", "(", ")", "[", "]", "<<EOF\n", "\nEOF\n",
          "<<-'X'", "r#\"", "\"#", "R\"x(", ")x\"", "'a", "'\\n'", "0x1F", "1_000.5e-3", "8'hFF", "10%", ".5", "class ", "def ", "fn ", "if ", "return ", "import ", "#include <", "@x", "$x", "$(", ":x", "x", "Y",
          "x(", "x!", "!=", "=", ":", ":=", ": ", "- ", "key: |\n", "  ", "\n", "\r\n", "\t", "<a b=\"c\">", "</a>", "<script>", "</script>", "<style>", "</style>", "{%", "%}", "@media ", "color: #fff;", "$ ", "> ",
          "+x\n", "-x\n", "@@ -1 +1 @@\n", "\\frac{", "%x\n", "한", "\ud83d\ude00", "\ud800", "/a[/]b/g", "/ ", "%", "&", "~", "^", ";", ",", ".", "?", "|", "<", ">");

  @Override
  public List<String> tokens() {
    return TOKENS;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> all = new ArrayList<>();
    for (int i = 0; i < READ.size(); i++) {
      all.add(FuzzTarget.seed(i, "/* c */ int x = \"a${b}\"; // d\ndef f(): return 'x' # y\nkey: value\n<<EOF\nx\nEOF\n<a b='c'>d</a>\n"));
      all.add(FuzzTarget.seed(0x80 | i, new byte[] {11, 20, 74, 22, 11, 40, 60, 3, 60, 28, 60, 29}));
    }
    return all;
  }

  @Override
  public void run(byte[] data) {
    String text = FuzzTarget.text(data, TOKENS);
    int end = 0;
    for (Token token : READ.get(FuzzTarget.way(data) % READ.size()).read(text)) {
      FuzzTarget.require(token.start() >= end && token.end() > token.start() && token.end() <= text.length(), text, "a stretch out of order: " + token);
      end = token.end();
    }
  }
}
