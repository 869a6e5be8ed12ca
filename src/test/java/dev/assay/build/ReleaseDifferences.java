package dev.assay.build;

import dev.assay.testing.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// How the output of one version differs from that of another for the same site, said by what it means to those who read it.
final class ReleaseDifferences {
  private static final Pattern ITEM = Pattern.compile("<guid[^>]*>([^<]+)</guid>|<id>([^<]+)</id>|\"id\"\\s*:\\s*\"([^\"]+)\"");

  private ReleaseDifferences() {}

  /// What a difference means.
  enum Kind {
    /// A link from outside leads nowhere.
    GONE,
    /// A feed has lost an item, so that readers show it as new under another name.
    ITEM,
    /// A claim has lost its name.
    CLAIM,
    /// A link into a page leads to its top.
    ANCHOR,
    /// There is more than there was.
    NEW,
    /// A page says something else.
    WORDS,
    /// A page says the same in other markup.
    MARKUP,
    /// A feed or a file for machines is other in what is not an identity.
    DATA;

    /// True for what others hold on to: no version may change it.
    boolean isPromise() {
      return switch (this) {
        case GONE, ITEM, CLAIM, ANCHOR -> true;
        case NEW, WORDS, MARKUP, DATA -> false;
      };
    }
  }

  record Difference(Kind kind, String path) {
    @Override
    public String toString() {
      return kind.name().toLowerCase(Locale.ROOT) + " " + path;
    }
  }

  /// In the order of the paths.
  static List<Difference> between(Tree kept, Tree now) {
    List<Difference> found = new ArrayList<>();
    for (String path : kept.changed(now)) {
      if (!now.has(path)) {
        found.add(new Difference(Kind.GONE, path));
      } else if (!kept.has(path)) {
        found.add(new Difference(Kind.NEW, path));
      } else if (!Arrays.equals(kept.files().get(path), now.files().get(path))) {
        found.add(new Difference(kind(path, kept.text(path), now.text(path)), path));
      }
    }
    return found;
  }

  private static Kind kind(String path, String kept, String now) {
    if (path.endsWith(".html")) {
      Document before = Jsoup.parse(kept);
      Document after = Jsoup.parse(now);
      if (!anchors(after).containsAll(anchors(before))) {
        return Kind.ANCHOR;
      }
      return before.text().equals(after.text()) ? Kind.MARKUP : Kind.WORDS;
    }
    if (!identities(now).containsAll(identities(kept))) {
      return path.endsWith("claims.json") ? Kind.CLAIM : Kind.ITEM;
    }
    return Kind.DATA;
  }

  private static Set<String> anchors(Document page) {
    Set<String> ids = new TreeSet<>();
    for (Element each : page.select("[id]")) {
      ids.add(each.id());
    }
    return ids;
  }

  private static Set<String> identities(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher item = ITEM.matcher(text);
    while (item.find()) {
      for (int group = 1; group <= item.groupCount(); group++) {
        if (item.group(group) != null) {
          ids.add(item.group(group));
        }
      }
    }
    return ids;
  }
}
