package dev.assay.deploy;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a site is published.
///
/// | written | meant |
/// | --- | --- |
/// | `/srv/notes`, `../public` | a folder |
/// | `server:/srv/notes/`, `rsync://server/notes/`, `rsync:/mnt/notes` | what the program rsync makes of it |
/// | `git:gh-pages`, `git:origin/gh-pages` | a branch of the repository that the site is in, and of one it knows |
/// | `s3://bucket/path?region=…&endpoint=…&profile=…&style=path` | a store that speaks S3 |
public sealed interface Target {
  /// As it is shown. Targets hold no secrets: those that are written with one are refused.
  String shown();

  /// A folder of this machine.
  record Folder(Path path) implements Target {
    @Override
    public String shown() {
      return path.toString();
    }
  }

  /// @param destination what the program rsync understands, with `/` at its end
  record Rsync(String destination) implements Target {
    @Override
    public String shown() {
      return destination;
    }
  }

  /// @param name the branch, perhaps with the name of a remote repository and `/` before it
  record Branch(String name) implements Target {
    @Override
    public String shown() {
      return "git:" + name;
    }
  }

  /// @param prefix    what the keys of all objects begin with: empty, or ends with `/`
  /// @param endpoint  absent for Amazon's own
  /// @param region    absent for that of the machine's settings
  /// @param profile   the profile of the machine's settings that holds the credentials
  /// @param hostStyle whether the bucket is part of the host's name
  record Bucket(
      String name, String prefix, Optional<URI> endpoint, Optional<String> region, Optional<String> profile, boolean hostStyle)
      implements Target {
    @Override
    public String shown() {
      return "s3://" + name + "/" + prefix + endpoint.map(at -> " at " + at).orElse("");
    }
  }

  /// What reading a target came to.
  sealed interface Outcome {}

  /// It can be tried.
  record Read(Target target) implements Outcome {}

  /// @param message one sentence about the text, which it does not repeat
  /// @param hint    what to write
  record Unread(String message, String hint) implements Outcome {}

  /// Reads a target.
  ///
  /// @param text as it was written
  /// @param from the folder that relative ones are meant from
  static Outcome read(String text, Path from) {
    String written = text.strip();
    Matcher scheme = Parts.SCHEME.matcher(written);
    if (written.isEmpty()) {
      return new Unread("the target is empty", Parts.FORMS);
    }
    if (Parts.PASSWORD.matcher(written).find()) {
      return new Unread("a target must not hold a password", "keep it where the program that needs it looks: an agent, the environment, a profile");
    }
    if (written.startsWith("git:")) {
      return branch(written.substring(4));
    }
    if (written.startsWith("s3:")) {
      return bucket(written);
    }
    if (written.startsWith("rsync:") && !written.startsWith("rsync://")) {
      String destination = written.substring(6);
      boolean local = !destination.isEmpty() && !destination.startsWith("-") && !Parts.REMOTE.matcher(destination).matches() && !destination.startsWith("rsync://");
      return rsync(local ? local(destination, from) : destination);
    }
    if (written.startsWith("rsync://") || Parts.REMOTE.matcher(written).matches()) {
      return rsync(written);
    }
    if (scheme.lookingAt()) {
      return new Unread("'" + scheme.group(1) + "' is no way of publishing that Assay knows", Parts.FORMS);
    }
    try {
      return new Read(new Folder(from.resolve(written).toAbsolutePath().normalize()));
    } catch (InvalidPathException e) {
      return new Unread("it cannot be a folder: " + e.getReason(), Parts.FORMS);
    }
  }

  /// A folder of this machine, meant from a folder: rsync itself would take it from where it is run.
  private static String local(String destination, Path from) {
    try {
      return from.resolve(destination).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException e) {
      return "";
    }
  }

  private static Outcome branch(String name) {
    boolean fit = Parts.BRANCH.matcher(name).matches() && !name.contains("..") && !name.contains("//") && !name.endsWith("/") && !name.endsWith(".lock");
    return fit ? new Read(new Branch(name)) : new Unread("that is no name of a branch", "write git:gh-pages, or git:origin/gh-pages to send it there");
  }

  private static Outcome rsync(String destination) {
    if (destination.isEmpty() || destination.startsWith("-") || destination.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      return new Unread("that is no destination of rsync", "write server:/srv/notes/ or rsync://server/notes/");
    }
    return new Read(new Rsync(destination.endsWith("/") ? destination : destination + "/"));
  }

  private static Outcome bucket(String written) {
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      return new Unread("that is no address of a bucket: " + e.getReason(), Parts.S3);
    }
    String name = Optional.ofNullable(uri.getHost()).or(() -> Optional.ofNullable(uri.getAuthority())).orElse("");
    if (!Parts.BUCKET.matcher(name).matches() || uri.getFragment() != null || uri.getUserInfo() != null) {
      return new Unread("that is no address of a bucket", Parts.S3);
    }
    Map<String, String> options = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String option : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
      String key = option.replaceFirst("=.*", "");
      if (!option.isEmpty()) {
        options.put(key, URLDecoder.decode(option.substring(Math.min(option.length(), key.length() + 1)), StandardCharsets.UTF_8));
        if (!Parts.OPTIONS.contains(key)) {
          unknown.add(key);
        }
      }
    }
    if (!unknown.isEmpty()) {
      return new Unread("'" + unknown.getFirst() + "' is no option of a bucket", "there are " + String.join(", ", Parts.OPTIONS));
    }
    for (String key : List.of("region", "profile")) {
      if (options.containsKey(key) && !options.getOrDefault(key, "").matches("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,100}")) {
        return new Unread("'" + key + "' is empty or no name", Parts.S3);
      }
    }
    Optional<URI> endpoint = Optional.ofNullable(options.get("endpoint")).map(Parts::endpoint);
    if (endpoint.isPresent() && endpoint.get().getHost() == null) {
      return new Unread("'endpoint' is no address", "write it whole, like endpoint=https://s3.example");
    }
    if (!Set.of("path", "host").contains(options.getOrDefault("style", "path"))) {
      return new Unread("'style' is 'path' or 'host'", Parts.S3);
    }
    boolean hostStyle = options.getOrDefault("style", endpoint.isPresent() ? "path" : "host").equals("host");
    return new Read(
        new Bucket(
            name, Parts.prefix(uri.getPath()), endpoint, Optional.ofNullable(options.get("region")), Optional.ofNullable(options.get("profile")), hostStyle));
  }

  /// What a target is made of.
  final class Parts {
    static final String FORMS = "write a folder, server:/folder/, git:branch or s3://bucket/";
    private static final String S3 = "write s3://bucket/ or s3://bucket/folder/?endpoint=https://s3.example&region=…";
    private static final List<String> OPTIONS = List.of("endpoint", "region", "profile", "style");
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):");
    private static final Pattern PASSWORD = Pattern.compile("^(?:s3://[^@/]*:[^@]*@|[a-z0-9+.-]+://[^/@]*:[^/@]*@)", Pattern.CASE_INSENSITIVE);

    /// A host of two letters or more, so that `C:\site` stays a folder, and none that a program would take for an option.
    private static final Pattern REMOTE = Pattern.compile("(?:[A-Za-z0-9_][^@/:\\s]*@)?(?:[A-Za-z0-9][A-Za-z0-9._-]+|\\[[0-9A-Fa-f:]+]):(?!//)[^\\s-].*|[^@/:\\s-][^@/:\\s]*@[A-Za-z0-9][A-Za-z0-9._-]*:.*");

    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][^\\s~^:?*\\[\\\\\\x00-\\x1f\\x7f@{]*");
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{1,254}");

    private Parts() {}

    private static URI endpoint(String text) {
      try {
        URI uri = new URI(text);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return web && uri.getUserInfo() == null ? uri : URI.create("none:none");
      } catch (URISyntaxException _) {
        return URI.create("none:none");
      }
    }

    private static String prefix(String path) {
      String plain = path.replaceFirst("^/+", "");
      return plain.isEmpty() || plain.endsWith("/") ? plain : plain + "/";
    }
  }
}
