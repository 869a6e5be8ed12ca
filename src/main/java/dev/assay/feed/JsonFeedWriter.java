package dev.assay.feed;

import dev.assay.catalog.FeedFormat;
import dev.assay.note.Kind;
import dev.assay.note.Site;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// JSON Feed 1.1, an item a line, so that two versions of a file can be compared.
///
/// What an item asserts stands in the extension `_assay`: `{"claims": {"fact": [{"name", "text", "url"}…], …}}`, each
/// kind that occurs, in the order of strength. A claim without a name has no `name`.
public final class JsonFeedWriter implements FeedWriter {
  private static final JsonFactory FACTORY = JsonFactory.builder().build();

  @Override
  public byte[] write(Feed feed) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
      json.writeStartObject();
      head(feed, json);
      json.writeArrayPropertyStart("items");
      for (FeedItem item : feed.items()) {
        json.writeRaw('\n');
        item(item, json);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  private static void head(Feed feed, JsonGenerator json) {
    text("version", "https://jsonfeed.org/version/1.1", json);
    text("title", XmlText.line(feed.title()), json);
    text("home_page_url", feed.link(), json);
    text("feed_url", feed.self(FeedFormat.JSON), json);
    String description = XmlText.line(feed.description());
    if (!description.isEmpty()) {
      text("description", description, json);
    }
    feed.archive().older().ifPresent(folder -> text("next_url", folder + FeedFormat.JSON.file(), json));
    feed.image().ifPresent(image -> text("icon", image.url(), json));
    authors(feed.authors(), json);
    text("language", feed.language().tag(), json);
    if (!feed.archive().isArchive()) {
      feed.hub().ifPresent(
          hub -> list("hubs", List.of(hub), json, each -> {
            text("type", "WebSub", json);
            text("url", each, json);
          }));
    }
  }

  private static void item(FeedItem item, JsonGenerator json) {
    json.writeStartObject();
    text("id", XmlText.clean(item.id()), json);
    text("url", item.link(), json);
    text("title", XmlText.line(item.title()), json);
    String summary = XmlText.line(item.summary());
    // An item has to have a content, be it only its summary.
    if (item.content().isEmpty()) {
      text("content_text", summary.isEmpty() ? XmlText.line(item.title()) : summary, json);
    } else {
      text("content_html", XmlText.clean(item.content()), json);
    }
    if (!summary.isEmpty()) {
      text("summary", summary, json);
    }
    item.picture().ifPresent(picture -> text("image", picture.url(), json));
    text("date_published", FeedDate.rfc3339(item.date()), json);
    if (item.isChanged()) {
      text("date_modified", FeedDate.rfc3339(item.changed()), json);
    }
    authors(item.authors(), json);
    List<String> tags = item.categories().stream().map(category -> XmlText.line(category.term())).distinct().toList();
    if (!tags.isEmpty()) {
      json.writeArrayPropertyStart("tags");
      tags.forEach(json::writeString);
      json.writeEndArray();
    }
    item.picture().ifPresent(picture -> attachment(picture, json));
    claims(item.claims(), json);
    json.writeEndObject();
  }

  private static void attachment(FeedItem.Picture picture, JsonGenerator json) {
    list("attachments", List.of(picture), json, each -> {
      text("url", each.url(), json);
      text("mime_type", each.type(), json);
      each.length().ifPresent(length -> json.writeNumberProperty("size_in_bytes", length));
    });
  }

  private static void authors(List<Site.Author> authors, JsonGenerator json) {
    if (!authors.isEmpty()) {
      list("authors", authors, json, author -> {
        text("name", XmlText.line(author.name()), json);
        optional(author.url()).ifPresent(url -> text("url", url, json));
      });
    }
  }

  private static void claims(List<FeedItem.Claim> claims, JsonGenerator json) {
    if (claims.isEmpty()) {
      return;
    }
    json.writeObjectPropertyStart("_assay");
    json.writeObjectPropertyStart("claims");
    for (Kind kind : Kind.values()) {
      List<FeedItem.Claim> own = claims.stream().filter(claim -> claim.kind() == kind).toList();
      if (!own.isEmpty()) {
        list(kind.word(), own, json, claim -> {
          optional(claim.name()).ifPresent(name -> text("name", name, json));
          text("text", XmlText.line(claim.text()), json);
          text("url", claim.url(), json);
        });
      }
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static <T> void list(String name, List<T> values, JsonGenerator json, Consumer<T> properties) {
    json.writeArrayPropertyStart(name);
    for (T value : values) {
      json.writeStartObject();
      properties.accept(value);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// A text in quotes, as this writes it.
  static String quoted(String text) {
    StringWriter quoted = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), quoted)) {
      json.writeString(text);
    }
    return quoted.toString();
  }

  private static void text(String name, String value, JsonGenerator json) {
    json.writeStringProperty(name, value);
  }
}
