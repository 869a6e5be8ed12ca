package dev.assay.feed;

import dev.assay.note.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A mail as a file (`.eml`, RFC 5322) that mail programs open as a draft: the text and the document, one of which a reader's
/// program shows. It has no sender and no date: whoever sends it adds them.
public final class MailFile {
  /// An encoded word may have 75 letters, of which twelve are not the subject, and its line 78.
  private static final int WORD_BYTES = 39;

  private MailFile() {}

  /// @param language as a tag
  public static byte[] of(String subject, String language, String text, String html) {
    String boundary = "assay-" + Digest.lasting(html).hex();
    List<String> lines = new ArrayList<>();
    lines.add("Subject: " + String.join("\r\n ", words(subject)));
    lines.add("X-Unsent: 1");
    lines.add("MIME-Version: 1.0");
    lines.add("Content-Language: " + language);
    lines.add("Content-Type: multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    lines.add("");
    part("text/plain", text, boundary, lines);
    part("text/html", html, boundary, lines);
    lines.add("--" + boundary + "--");
    return (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static void part(String type, String content, String boundary, List<String> lines) {
    lines.add("--" + boundary);
    lines.add("Content-Type: " + type + "; charset=UTF-8");
    lines.add("Content-Transfer-Encoding: base64");
    lines.add("");
    lines.add(Base64.getMimeEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
  }

  /// The subject in encoded words (RFC 2047), none of which parts a letter; so it can hold no line break either.
  private static List<String> words(String subject) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int used = 0;
    for (int letter : subject.codePoints().toArray()) {
      String one = Character.toString(letter);
      int size = one.getBytes(StandardCharsets.UTF_8).length;
      if (used + size > WORD_BYTES) {
        words.add(encoded(word.toString()));
        word.setLength(0);
        used = 0;
      }
      word.append(one);
      used += size;
    }
    words.add(encoded(word.toString()));
    return words;
  }

  private static String encoded(String word) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)) + "?=";
  }
}
