package dev.assay.deploy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What kind of file a name stands for, as browsers and feed readers are told. Texts are UTF-8: the build writes nothing
/// else.
public final class MediaTypes {
  private static final String UTF8 = "; charset=utf-8";

  private static final Map<String, String> BY_ENDING =
      Map.ofEntries(
          Map.entry("html", "text/html" + UTF8),
          Map.entry("css", "text/css" + UTF8),
          Map.entry("js", "text/javascript" + UTF8),
          Map.entry("mjs", "text/javascript" + UTF8),
          Map.entry("json", "application/json" + UTF8),
          Map.entry("webmanifest", "application/manifest+json" + UTF8),
          Map.entry("xml", "application/xml" + UTF8),
          Map.entry("xsl", "application/xml" + UTF8),
          Map.entry("opml", "text/x-opml" + UTF8),
          Map.entry("ics", "text/calendar" + UTF8),
          Map.entry("csv", "text/csv" + UTF8),
          Map.entry("txt", "text/plain" + UTF8),
          Map.entry("md", "text/markdown" + UTF8),
          Map.entry("vtt", "text/vtt" + UTF8),
          Map.entry("svg", "image/svg+xml" + UTF8),
          Map.entry("png", "image/png"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("gif", "image/gif"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("woff", "font/woff"),
          Map.entry("mp4", "video/mp4"),
          Map.entry("webm", "video/webm"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("zip", "application/zip"));

  private static final int LONGEST_PROLOGUE = 2000;

  /// The first element, behind the declaration, processing instructions and comments.
  private static final Pattern ROOT = Pattern.compile("\\A(?:\\uFEFF|\\s|<\\?[^>]*+>|<!--.*?-->)*+<([A-Za-z][A-Za-z0-9:]*+)", Pattern.DOTALL);

  private static final Pattern JSON_FEED = Pattern.compile("\\A\\s*+\\{\\s*+\"version\"\\s*+:\\s*+\"https://jsonfeed\\.org/");

  private MediaTypes() {}

  /// The media type of a file: that of a feed by its first words, whatever it is called; else by its name's ending.
  public static String of(String file, byte[] content) {
    String plain = of(file);
    boolean xml = plain.startsWith("application/xml");
    if (!xml && !plain.startsWith("application/json")) {
      return plain;
    }
    String start = new String(content, 0, Math.min(content.length, LONGEST_PROLOGUE), StandardCharsets.UTF_8);
    if (!xml) {
      return JSON_FEED.matcher(start).find() ? "application/feed+json" + UTF8 : plain;
    }
    Matcher root = ROOT.matcher(start);
    String name = root.find() ? root.group(1) : "";
    return switch (name) {
      case "rss" -> "application/rss+xml" + UTF8;
      case "feed" -> "application/atom+xml" + UTF8;
      default -> plain;
    };
  }

  /// The media type of a file by the ending of its name, with its charset when it is text.
  public static String of(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_ENDING.getOrDefault(ending, "application/octet-stream");
  }

  /// True for a feed in XML.
  public static boolean isFeed(String type) {
    return type.startsWith("application/rss+xml") || type.startsWith("application/atom+xml");
  }

  public static boolean isPage(String type) {
    return type.startsWith("text/html");
  }
}
