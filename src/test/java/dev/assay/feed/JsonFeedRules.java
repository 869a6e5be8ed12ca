package dev.assay.feed;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The rules of JSON Feed 1.1, and our own contract on top: for tests of whole feeds.
public final class JsonFeedRules {
  private static final Set<String> TOP =
      Set.of(
          "version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon",
          "authors", "language", "expired", "hubs", "items");

  private static final Set<String> ITEM =
      Set.of(
          "id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image",
          "date_published", "date_modified", "authors", "tags", "language", "attachments");

  private static final Set<String> KINDS = Set.of("fact", "inference", "speculation", "blocked");

  private final List<String> faults = new ArrayList<>();

  private JsonFeedRules() {}

  /// Every rule that a feed breaks; empty for a valid feed.
  public static List<String> brokenBy(byte[] feed) {
    JsonFeedRules rules = new JsonFeedRules();
    try {
      rules.feed(new JsonMapper().readTree(new String(feed, StandardCharsets.UTF_8)));
    } catch (JacksonException e) {
      rules.faults.add("no JSON: " + e.getMessage());
    }
    return rules.faults;
  }

  private void feed(JsonNode feed) {
    check(feed.path("version").asString("").equals("https://jsonfeed.org/version/1.1"), "version");
    text(feed, "title");
    for (String name : List.of("home_page_url", "feed_url")) {
      address(feed.path(name), name);
    }
    optionalAddresses(feed, "next_url", "icon", "favicon");
    check(feed.path("language").asString("").matches("[a-z]{2,3}(-[A-Za-z0-9]+)*"), "language");
    feed.propertyNames().forEach(name -> check(TOP.contains(name) || name.startsWith("_"), "unknown " + name));
    people(feed, "feed");
    for (JsonNode hub : feed.path("hubs")) {
      text(hub, "type");
      address(hub.path("url"), "hub");
    }
    check(feed.path("items").isArray(), "items");
    Set<String> ids = new HashSet<>();
    OffsetDateTime before = OffsetDateTime.MAX;
    for (JsonNode item : feed.path("items")) {
      String id = item.path("id").isString() ? item.path("id").asString() : "";
      check(!id.isEmpty() && ids.add(id), "id '" + id + "'");
      OffsetDateTime date = item(item, id);
      check(!date.isAfter(before), "order of " + id);
      before = date;
    }
  }

  private OffsetDateTime item(JsonNode item, String id) {
    item.propertyNames().forEach(name -> check(ITEM.contains(name) || name.equals("_assay"), "unknown " + name));
    boolean html = item.path("content_html").isString();
    boolean plain = item.path("content_text").isString();
    check(html || plain, "no content of " + id);
    address(item.path("url"), "url of " + id);
    text(item, "title");
    optionalAddresses(item, "image", "banner_image", "external_url");
    people(item, id);
    for (JsonNode tag : item.path("tags")) {
      check(tag.isString() && !tag.asString().isBlank(), "tag of " + id);
    }
    for (JsonNode attachment : item.path("attachments")) {
      address(attachment.path("url"), "attachment of " + id);
      check(attachment.path("mime_type").asString("").matches("\\S+/\\S+"), "mime_type of " + id);
      check(attachment.path("size_in_bytes").isMissingNode() || attachment.path("size_in_bytes").isIntegralNumber(), "size of " + id);
    }
    item.path("_assay").path("claims").properties().forEach(kind -> claims(kind.getKey(), kind.getValue(), id));
    OffsetDateTime published = date(item.path("date_published"), "date_published of " + id);
    if (item.has("date_modified")) {
      check(date(item.path("date_modified"), "date_modified of " + id).isAfter(published), "modified before published: " + id);
    }
    return published;
  }

  private void claims(String kind, JsonNode claims, String id) {
    check(KINDS.contains(kind), "kind " + kind + " of " + id);
    check(!claims.isEmpty(), "no claim of kind " + kind + " in " + id);
    for (JsonNode claim : claims) {
      text(claim, "text");
      address(claim.path("url"), "claim of " + id);
      check(claim.path("name").asString("x#x").matches("[^#\\s]+#[^#\\s]+"), "name of a claim of " + id);
    }
  }

  private void people(JsonNode of, String what) {
    check(!of.has("author"), "author of version 1.0 in " + what);
    for (JsonNode author : of.path("authors")) {
      check(author.has("name") || author.has("url") || author.has("avatar"), "an author of " + what + " without any property");
      optionalAddresses(author, "url", "avatar");
    }
  }

  private void optionalAddresses(JsonNode of, String... names) {
    for (String name : names) {
      if (of.has(name)) {
        address(of.path(name), name);
      }
    }
  }

  private void text(JsonNode of, String name) {
    check(of.path(name).isString() && !of.path(name).asString().isBlank(), name);
  }

  private void address(JsonNode value, String what) {
    check(value.isString() && value.asString().matches("https?://[^\\s<>\"]+"), what + ": " + value);
  }

  private OffsetDateTime date(JsonNode value, String what) {
    try {
      check(value.asString("").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"), what + ": " + value);
      return OffsetDateTime.parse(value.asString(""));
    } catch (DateTimeParseException e) {
      faults.add(what + ": " + value);
      return OffsetDateTime.MIN;
    }
  }

  private void check(boolean holds, String fault) {
    if (!holds) {
      faults.add(fault);
    }
  }
}
