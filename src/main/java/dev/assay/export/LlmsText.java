package dev.assay.export;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// `/llms.txt`: what a site holds, for language models and whoever feeds them, in the Markdown that llmstxt.org asks for: the
/// name, a summary, and lists of links with a sentence each; what may be left out is under "Optional".
public final class LlmsText {
  private LlmsText() {}

  /// A list of links.
  public record Section(String title, List<Link> links) {
    public Section {
      links = List.copyOf(links);
    }
  }

  /// A page or file.
  ///
  /// @param about one sentence or a few; empty when there is nothing to say
  public record Link(String title, String url, String about) {}

  /// The file.
  ///
  /// @param summary  of the site; empty when there is none
  /// @param notes    paragraphs that say how to read the rest
  /// @param sections those without links are left out
  public static byte[] write(String title, String summary, List<String> notes, List<Section> sections) {
    StringBuilder text = new StringBuilder("# ").append(line(title)).append('\n');
    if (!summary.isBlank()) {
      text.append("\n> ").append(line(summary)).append('\n');
    }
    notes.forEach(note -> text.append('\n').append(line(note)).append('\n'));
    for (Section section : sections) {
      if (!section.links().isEmpty()) {
        text.append("\n## ").append(line(section.title())).append("\n\n");
        section.links().forEach(link -> link(link, text));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void link(Link link, StringBuilder text) {
    text.append("- [").append(line(link.title())).append("](").append(link.url().replace("(", "%28").replace(")", "%29")).append(')');
    if (!link.about().isBlank()) {
      text.append(": ").append(line(link.about()));
    }
    text.append('\n');
  }

  /// Words that are no Markdown, on one line.
  private static String line(String words) {
    return words.strip().replaceAll("\\s+", " ").replaceAll("[\\\\\\[\\]<>`*_]", "\\\\$0");
  }
}
