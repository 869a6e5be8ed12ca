package dev.assay.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/// A branch of a git repository: each publication is one commit, made beside the work tree and the index, which are not touched.
///
/// It is made by the program `git`, which everyone has who has such a repository, with its settings, keys and hooks. A library
/// would bring three megabytes and know none of these.
///
/// A branch of the repository that the site is in is moved there; one of a remote repository is fetched, and the commit is sent. Never
/// is anything forced: what others have put into the branch meanwhile is refused, and their files stay.
final class BranchStore implements Store {
  private static final String NO_PAGES_BUILDER = ".nojekyll";

  private final Program git;
  private final Program indexed;
  private final Path index;
  private final String message;
  private final Optional<String> remote;
  private final String branch;
  private final Optional<String> parent;
  private final Map<String, String> lying = new TreeMap<>();
  private final Map<String, String> changes = new TreeMap<>();
  private String result = "";

  BranchStore(Path root, Target.Branch target, String message) throws StoreException, IOException {
    this.git = new Program("git", root.toAbsolutePath(), Map.of("GIT_TERMINAL_PROMPT", "0"));
    if (!git.run(new byte[0], List.of("rev-parse", "--git-dir")).isGood()) {
      throw new StoreException("the site's folder is in no git repository", "run 'git init' there, or publish to another target");
    }
    this.message = message;
    List<String> remotes = asked("remote").lines().toList();
    int slash = target.name().indexOf('/');
    this.remote = Optional.of(target.name().substring(0, Math.max(0, slash))).filter(remotes::contains);
    this.branch = remote.isPresent() ? target.name().substring(slash + 1) : target.name();
    if (!git.run(new byte[0], List.of("check-ref-format", "--branch", branch)).isGood()) {
      throw new StoreException("'" + branch + "' is no name of a branch", "write git:gh-pages, or git:origin/gh-pages to send it there");
    }
    if (remote.isEmpty() && slash > 0) {
      mistaken(target.name().substring(0, slash), remotes);
    }
    this.parent = remote.isPresent() ? fetched(remote.get()) : local();
    this.index = Files.createTempDirectory("assay-publish").resolve("index");
    this.indexed = new Program("git", root.toAbsolutePath(), Map.of("GIT_INDEX_FILE", index.toString()));
  }

  private static void mistaken(String name, List<String> remotes) throws StoreException {
    if (name.equals("origin") || name.equals("upstream")) {
      throw new StoreException("this repository knows no remote repository '" + name + "'",
          remotes.isEmpty() ? "add it: git remote add " + name + " ADDRESS" : "it knows " + String.join(", ", remotes));
    }
  }

  private Optional<String> local() throws StoreException, IOException {
    String name = "refs/heads/" + branch;
    for (String line : asked("worktree", "list", "--porcelain").lines().toList()) {
      if (line.equals("branch " + name)) {
        throw new StoreException("the branch '" + branch + "' is checked out, and its work tree would fall behind", "publish to a branch of its own, such as git:gh-pages");
      }
    }
    Program.Answer found = git.run(new byte[0], List.of("rev-parse", "--verify", "--quiet", name + "^{commit}"));
    return found.isGood() ? Optional.of(found.text()) : Optional.empty();
  }

  private Optional<String> fetched(String from) throws StoreException, IOException {
    Program.Answer there = git.run(new byte[0], List.of("ls-remote", "--exit-code", from, "refs/heads/" + branch));
    if (there.code() == 2) {
      return Optional.empty();
    }
    String tip = there.isGood() ? there.text().split("\\s", 2)[0] : "";
    Program.Answer got =
        there.isGood() ? git.run(new byte[0], List.of("fetch", "--quiet", "--no-tags", from, "refs/heads/" + branch)) : there;
    if (!got.isGood()) {
      throw new StoreException("the remote repository '" + from + "' cannot be read: " + plain(got), "see that 'git fetch " + from + "' works here");
    }
    return Optional.of(tip);
  }

  private String asked(String... arguments) throws StoreException, IOException {
    return answered(git, new byte[0], arguments);
  }

  private static String answered(Program program, byte[] in, String... arguments) throws StoreException, IOException {
    Program.Answer answer = program.run(in, Arrays.asList(arguments));
    if (!answer.isGood()) {
      throw new StoreException("git " + arguments[0] + " failed: " + plain(answer), "put that right and publish again");
    }
    return answer.text();
  }

  /// What git said, without what an address may hold of a password.
  private static String plain(Program.Answer answer) {
    return answer.reason().replaceAll("://[^/@\\s]+@", "://").replaceFirst("^(?:fatal|error): ", "");
  }

  @Override
  public Optional<byte[]> list() throws StoreException, IOException {
    if (parent.isEmpty()) {
      return Optional.empty();
    }
    for (String entry : asked("ls-tree", "-r", "-z", "--full-tree", parent.get()).split("\0", -1)) {
      int tab = entry.indexOf('\t');
      if (tab > 0) {
        lying.put(entry.substring(tab + 1), entry.substring(0, tab).split(" ", 3)[2]);
      }
    }
    String list = lying.get(Deployed.LIST);
    return list == null ? Optional.empty() : Optional.of(git.run(new byte[0], List.of("cat-file", "blob", list)).out());
  }

  @Override
  public Looked look(Deployed known, List<Piece> pieces, boolean verify) throws StoreException, IOException {
    Map<String, String> current = new HashMap<>();
    Set<String> others = new TreeSet<>();
    List<Piece> doubtful = new ArrayList<>();
    for (Piece piece : pieces) {
      Deployed.Put put = known.files().get(piece.file());
      String blob = lying.get(piece.file());
      if (put != null && blob != null && put.piece().equals(piece.digest()) && put.mark().equals(blob)) {
        current.put(piece.file(), blob);
      } else if (blob != null) {
        doubtful.add(piece);
      }
    }
    NavigableSet<String> there = new TreeSet<>(lying.keySet());
    pieces.forEach(piece -> inTheWay(piece.file(), there, known, others));
    Map<String, String> blobs = hashed(doubtful, false);
    for (Piece piece : doubtful) {
      String blob = blobs.getOrDefault(piece.file(), "");
      if (blob.equals(lying.get(piece.file()))) {
        current.put(piece.file(), blob);
      } else if (!known.files().containsKey(piece.file())) {
        others.add(piece.file());
      }
    }
    Set<String> missing = new TreeSet<>(known.files().keySet());
    missing.removeAll(lying.keySet());
    return new Looked(current, others, altered(known, blobs), missing);
  }

  /// Files of ours that lie there as somebody else has made them.
  private Set<String> altered(Deployed known, Map<String, String> wanted) {
    Set<String> altered = new TreeSet<>();
    known.files().forEach(
        (file, put) -> {
          String blob = lying.get(file);
          if (blob != null && !blob.equals(put.mark()) && !blob.equals(wanted.get(file))) {
            altered.add(file);
          }
        });
    return altered;
  }

  /// Files of others where a piece needs a folder, or in a folder of its name: git would replace them without a word.
  private static void inTheWay(String file, NavigableSet<String> there, Deployed known, Set<String> others) {
    for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
      String folder = file.substring(0, slash);
      if (there.contains(folder) && !known.files().containsKey(folder)) {
        others.add(folder);
      }
    }
    String below = there.ceiling(file + "/");
    if (below != null && below.startsWith(file + "/") && !known.files().containsKey(below)) {
      others.add(below);
    }
  }

  private Map<String, String> hashed(List<Piece> pieces, boolean write) throws StoreException, IOException {
    if (pieces.isEmpty()) {
      return Map.of();
    }
    StringBuilder paths = new StringBuilder();
    pieces.forEach(piece -> paths.append(piece.at().toAbsolutePath()).append('\n'));
    List<String> arguments = new ArrayList<>(List.of("hash-object", "--no-filters", "--stdin-paths"));
    if (write) {
      arguments.add("-w");
    }
    List<String> names = answered(git, paths.toString().getBytes(StandardCharsets.UTF_8), arguments.toArray(String[]::new)).lines().toList();
    Map<String, String> blobs = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      blobs.put(pieces.get(i).file(), names.get(i));
    }
    return blobs;
  }

  @Override
  public Map<String, String> put(List<Piece> pieces, IntConsumer done) throws StoreException, IOException {
    for (Piece piece : pieces) {
      Pieces.bytes(piece);
    }
    Map<String, String> blobs = hashed(pieces, true);
    changes.putAll(blobs);
    done.accept(pieces.size());
    return blobs;
  }

  @Override
  public void delete(Collection<String> files, IntConsumer done) {
    files.forEach(file -> changes.put(file, ""));
    done.accept(files.size());
  }

  @Override
  public void keep(Deployed deployed, boolean last) throws StoreException, IOException {
    if (!last) {
      return; // one commit holds it all or nothing
    }
    String list = answered(git, deployed.bytes(), "hash-object", "-w", "--stdin");
    changes.put(Deployed.LIST, list);
    if (!lying.containsKey(NO_PAGES_BUILDER) && !deployed.files().containsKey(NO_PAGES_BUILDER)) {
      // GitHub would else build the branch with Jekyll, and leave out what begins with '_'.
      changes.put(NO_PAGES_BUILDER, answered(git, new byte[0], "hash-object", "-w", "--stdin"));
    }
    answered(indexed, new byte[0], "read-tree", parent.orElse("--empty"));
    Program.Answer staged = indexed.run(lines(list.length()).getBytes(StandardCharsets.UTF_8), List.of("update-index", "-z", "--index-info"));
    refused(staged);
    String tree = answered(indexed, new byte[0], "write-tree");
    if (parent.isPresent() && tree.equals(asked("rev-parse", parent.get() + "^{tree}"))) {
      return;
    }
    commit(tree);
  }

  /// git passes over names that would do harm somewhere, such as `git~1`, and calls that a success.
  private static void refused(Program.Answer staged) throws StoreException {
    Optional<String> ignored = staged.err().lines().filter(line -> line.contains("Ignoring path")).findFirst();
    if (ignored.isPresent()) {
      String name = ignored.get().replaceFirst("^.*Ignoring path ", "").replaceAll("^'|'$", "");
      throw new StoreException("git takes no file of the name '" + name + "'", "give the file another name, or publish in another way");
    }
    if (!staged.isGood()) {
      throw new StoreException("git update-index failed: " + plain(staged), "put that right and publish again");
    }
  }

  /// @param letters how many letters name a blob
  private String lines(int letters) {
    String nobody = "0".repeat(letters);
    StringBuilder lines = new StringBuilder();
    // A file in the place of a folder, or the other way round, goes first.
    changes.forEach((file, blob) -> lines.append(blob.isEmpty() ? "0 " + nobody + "\t" + file + "\0" : ""));
    changes.forEach((file, blob) -> lines.append(blob.isEmpty() ? "" : "100644 " + blob + "\t" + file + "\0"));
    return lines.toString();
  }

  private void commit(String tree) throws StoreException, IOException {
    if (!git.run(new byte[0], List.of("var", "GIT_AUTHOR_IDENT")).isGood() || !git.run(new byte[0], List.of("var", "GIT_COMMITTER_IDENT")).isGood()) {
      throw new StoreException("git does not know who you are", "git config user.name 'NAME', and git config user.email MAIL");
    }
    List<String> arguments = new ArrayList<>(List.of("commit-tree", tree, "-m", message));
    if (parent.isPresent()) {
      arguments.addAll(List.of("-p", parent.get()));
    }
    boolean signed = git.run(new byte[0], List.of("config", "--type=bool", "commit.gpgSign")).text().equals("true");
    if (signed) {
      arguments.add("-S"); // 'git commit' would sign; this plumbing does so only when it is told
    }
    Program.Answer made = git.run(new byte[0], arguments);
    if (!made.isGood()) {
      throw new StoreException(
          (signed ? "git cannot sign the commit: " : "git commit-tree failed: ") + plain(made),
          signed ? "see that 'git commit -S' works here, or publish without a signature: git config commit.gpgSign false" : "put that right and publish again");
    }
    String commit = made.text();
    if (remote.isPresent()) {
      Program.Answer sent = git.run(new byte[0], List.of("push", "--quiet", remote.get(), commit + ":refs/heads/" + branch));
      if (!sent.isGood()) {
        boolean late = sent.err().contains("rejected") || sent.err().contains("fetch first");
        throw new StoreException(
            late ? "somebody else has put something into '" + branch + "' meanwhile, or the repository refuses it" : "the commit could not be sent to '" + remote.get() + "': " + plain(sent),
            late ? "publish again" : "see that 'git push " + remote.get() + "' works here");
      }
    } else {
      asked("update-ref", "-m", "assay publish", "refs/heads/" + branch, commit, parent.orElse("0".repeat(commit.length())));
    }
    result = "commit " + commit.substring(0, 10) + (remote.isPresent() ? " sent to " + remote.get() : "");
  }

  @Override
  public String result() {
    return result;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(index.resolveSibling("index.lock"));
    Files.deleteIfExists(index);
    Files.deleteIfExists(index.getParent());
  }
}
