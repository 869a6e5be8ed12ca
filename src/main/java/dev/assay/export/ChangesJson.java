package dev.assay.export;

import java.util.List;

/// What of a site has changed, for whoever keeps copies of it, such as the caches of a CDN:
///
/// ```json
/// {"base":"https://notes.example/","added":["/post/new/"],"changed":["/","/feed.xml"],"removed":[]}
/// ```
///
/// Addresses begin at the root of the host, `/notes/post/new/` for a site below `/notes/`, and are written as they are sent.
public final class ChangesJson {
  private ChangesJson() {}

  /// @param base    where the site is; empty when it does not say
  /// @param added   addresses that are new
  /// @param changed addresses with other bytes than before
  /// @param removed addresses that are gone
  public static byte[] write(String base, List<String> added, List<String> changed, List<String> removed) {
    return JsonFile.of(json -> json.text("base", base).texts("added", added).texts("changed", changed).texts("removed", removed));
  }
}
