package dev.assay.deploy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A folder that the program rsync reaches, on this machine or another.
///
/// Each stage is one run of rsync with the names of its files, which puts each file in its place in one step. Deletions are given
/// names as well, as rules: what no rule names is never deleted, and so no file of others. (`--delete-missing-args` would be shorter, but versions
/// of rsync from May 2026 refuse it together with names from a list: https://github.com/RsyncProject/rsync/issues/910.)
final class RsyncStore implements Store {
  /// Exit codes of rsync for a way that does not lead there.
  private static final Set<Integer> NO_WAY = Set.of(5, 10, 12, 30, 35, 127, 255);

  /// So many deletions are told at once: each rule is held against each file of the folders that they lead through.
  private static final int AT_ONCE = 1_000;

  /// How a folder is announced that rsync makes, here in the place of something else.
  private static final String MAKES_FOLDER = "cd";

  private final String destination;
  private final Path output;
  private final Program rsync;
  private final Path own;

  RsyncStore(Target.Rsync target, Path output) throws IOException {
    this.output = output.toAbsolutePath();
    this.destination = target.destination();
    this.rsync = new Program("rsync", this.output, Map.of());
    this.own = Files.createTempDirectory("assay-publish");
  }

  @Override
  public Optional<byte[]> list() throws StoreException, IOException {
    Path copy = own.resolve("there");
    Program.Answer answer = rsync.run(new byte[0], List.of("-t", destination + Deployed.LIST, copy.toString()));
    if (answer.isGood()) {
      return Optional.of(Files.readAllBytes(copy));
    }
    if (answer.err().contains("No such file or directory") && !NO_WAY.contains(answer.code())) {
      return Optional.empty();
    }
    throw failure(answer);
  }

  @Override
  public Looked look(Deployed known, List<Piece> pieces, boolean verify) throws StoreException, IOException {
    Map<String, String> current = new HashMap<>();
    List<Piece> doubtful = new ArrayList<>();
    for (Piece piece : pieces) {
      Optional<Deployed.Put> put = Optional.ofNullable(known.files().get(piece.file()));
      if (put.isPresent() && !put.get().isPending() && put.get().piece().equals(piece.digest()) && !verify) {
        current.put(piece.file(), put.get().mark());
      } else {
        doubtful.add(piece);
      }
    }
    Set<String> others = new TreeSet<>();
    if (verify) {
      Set<String> differ = compared("--ignore-non-existing", doubtful);
      for (Piece piece : doubtful) {
        if (!differ.contains(piece.file())) {
          current.put(piece.file(), "sent");
        }
      }
    }
    Set<String> altered = new TreeSet<>();
    Map<String, Deployed.Put> unsure = new TreeMap<>();
    Set<String> differing = compared("--existing", doubtful);
    Set<String> wanted = pieces.stream().map(Piece::file).collect(Collectors.toSet());
    for (Map.Entry<String, Deployed.Put> each : known.files().entrySet()) {
      if (each.getValue().isNew() && (differing.contains(each.getKey()) || !wanted.contains(each.getKey()))) {
        unsure.put(each.getKey(), each.getValue());
      }
    }
    others.addAll(foreign(unsure));
    for (Piece piece : doubtful) {
      Optional<Deployed.Put> put = Optional.ofNullable(known.files().get(piece.file()));
      if (put.isEmpty() && differing.contains(piece.file())) {
        others.add(piece.file());
      } else if (put.isPresent() && !put.get().isPending() && put.get().piece().equals(piece.digest()) && differing.contains(piece.file())) {
        altered.add(piece.file());
      }
    }
    // A folder that a piece needs may be a file of others.
    differing.stream().filter(file -> !wanted.contains(file) && !known.files().containsKey(file)).forEach(others::add);
    return new Looked(current, others, altered, Set.of());
  }

  /// Those of some files that were perhaps never put there and in whose places something else lies.
  private Set<String> foreign(Map<String, Deployed.Put> unsure) throws StoreException, IOException {
    if (unsure.isEmpty()) {
      return Set.of();
    }
    Path copies = Files.createDirectories(own.resolve("copies"));
    Program.Answer answer = rsync.run(names(unsure.keySet()), List.of("--files-from=-", "--from0", destination, copies + "/"));
    if (!answer.isGood() && NO_WAY.contains(answer.code())) {
      throw failure(answer); // that one of them is not there is told as a fault, too, and is none
    }
    Set<String> foreign = new TreeSet<>();
    for (Map.Entry<String, Deployed.Put> each : unsure.entrySet()) {
      Path copy = copies.resolve(each.getKey());
      if (Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS) && !Pieces.isPiece(each.getKey(), Files.readAllBytes(copy), each.getValue().piece())) {
        foreign.add(each.getKey());
      }
    }
    return foreign;
  }

  /// Files that are not there as they should: all of them, or those only that are there at all.
  private Set<String> compared(String which, List<Piece> pieces) throws StoreException, IOException {
    if (pieces.isEmpty()) {
      return Set.of();
    }
    List<String> arguments = new ArrayList<>(List.of("-n", "--checksum", "--out-format=%n"));
    if (which.equals("--existing")) {
      arguments.add(which);
    }
    arguments.addAll(List.of("--files-from=-", "--from0", "./", destination));
    Program.Answer answer = rsync.run(names(pieces.stream().map(Piece::file).toList()), arguments);
    if (!answer.isGood()) {
      // A folder that is not there yet holds nothing.
      if (answer.err().contains("No such file or directory") && !NO_WAY.contains(answer.code())) {
        return which.equals("--existing") ? Set.of() : pieces.stream().map(Piece::file).collect(Collectors.toSet());
      }
      throw failure(answer);
    }
    // A folder is named where something else lies in its place: a file or a link of others.
    return answer.text().lines().map(RsyncStore::unescaped).map(name -> name.replaceFirst("^\\./(?=.)", "").replaceFirst("/$", "")).filter(name -> !name.equals(".")).collect(Collectors.toCollection(TreeSet::new));
  }

  /// rsync writes bytes that it does not take for letters as `\#303`.
  static String unescaped(String name) {
    if (!name.contains("\\#")) {
      return name;
    }
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] plain = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\\' && i + 4 < bytes.length && bytes[i + 1] == '#') {
        plain[length++] = (byte) Integer.parseInt(new String(bytes, i + 2, 3, StandardCharsets.US_ASCII), 8);
        i += 4;
      } else {
        plain[length++] = bytes[i];
      }
    }
    return new String(plain, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, String> put(List<Piece> pieces, IntConsumer done) throws StoreException, IOException {
    for (Piece piece : pieces) {
      Pieces.bytes(piece);
    }
    // Unchanged files keep their times, so that a browser's copy of them stays good.
    Program.Answer answer =
        rsync.run(names(pieces.stream().map(Piece::file).toList()), List.of("-t", "--checksum", "--files-from=-", "--from0", "./", destination));
    if (!answer.isGood()) {
      throw failure(answer);
    }
    done.accept(pieces.size());
    return pieces.stream().collect(Collectors.toMap(Piece::file, _ -> "sent"));
  }

  @Override
  public void delete(Collection<String> files, IntConsumer done) throws StoreException, IOException {
    gone(List.copyOf(files), false);
    NavigableMap<Integer, Set<String>> folders = new TreeMap<>();
    for (String file : files) {
      for (int slash = file.lastIndexOf('/'); slash > 0; slash = file.lastIndexOf('/', slash - 1)) {
        String folder = file.substring(0, slash);
        if (!Files.isDirectory(output.resolve(folder))) {
          folders.computeIfAbsent((int) folder.chars().filter(c -> c == '/').count(), _ -> new TreeSet<>()).add(folder);
        }
      }
    }
    // The folders only when they are empty.
    for (Set<String> deepest : folders.descendingMap().values()) {
      gone(List.copyOf(deepest), true);
    }
    done.accept(files.size());
  }

  private void gone(List<String> names, boolean folders) throws StoreException, IOException {
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      some(names.subList(from, Math.min(names.size(), from + AT_ONCE)), folders);
    }
  }

  /// What is named and does not lie in the folder that is sent from is deleted: so that holds the folders on the way, and nothing else.
  private void some(List<String> names, boolean folders) throws StoreException, IOException {
    Path ways = Files.createTempDirectory(own, "ways");
    for (String name : names) {
      Files.createDirectories(ways.resolve(name).getParent());
    }
    Program.Answer would = deletion(List.of("-n", "--out-format=%i %n"), rules(names, folders), ways);
    // A link of others, or a file, that lies in the place of a folder would have to make room for it.
    List<String> blocked =
        would.text().lines().filter(line -> line.startsWith(MAKES_FOLDER)).map(line -> unescaped(line.substring(line.indexOf(' ') + 1))).toList();
    for (String folder : blocked) {
      // One above it is told before it.
      if (Files.isDirectory(ways.resolve(folder))) {
        delete(ways.resolve(folder));
      }
    }
    deletion(List.of(), rules(names.stream().filter(name -> blocked.stream().noneMatch(name::startsWith)).toList(), folders), ways);
  }

  private Program.Answer deletion(List<String> more, byte[] rules, Path ways) throws StoreException, IOException {
    List<String> arguments = new ArrayList<>(more);
    arguments.addAll(List.of("-r", "--existing", "--delete", "--from0", "--include-from=-", "--exclude=*", ways + "/", destination));
    Program.Answer answer = rsync.run(rules, arguments);
    // That folders in which something of others lies stay is told as a fault.
    if (!answer.isGood() && !answer.err().contains("non-empty directory")) {
      throw failure(answer);
    }
    return answer;
  }

  /// Rules that let rsync see the folders on the way and what has one of some names.
  private static byte[] rules(List<String> names, boolean folders) {
    Set<String> rules = new LinkedHashSet<>();
    for (String name : names) {
      for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        rules.add("+ /" + pattern(name.substring(0, slash)) + "/");
      }
      if (folders) {
        rules.add("+ /" + pattern(name) + "/");
      } else {
        // A folder of others may have the name of a file of ours.
        rules.add("- /" + pattern(name) + "/");
        rules.add("+ /" + pattern(name));
      }
    }
    return (String.join("\0", rules) + "\0").getBytes(StandardCharsets.UTF_8);
  }

  /// A name as a pattern that means just it.
  static String pattern(String name) {
    // Without one of these a backslash means itself.
    return name.matches("(?s).*[*?\\[].*") ? name.replaceAll("[\\\\*?\\[]", "\\\\$0") : name;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void keep(Deployed deployed, boolean last) throws StoreException, IOException {
    Path list = own.resolve(Deployed.LIST);
    Files.write(list, deployed.bytes());
    Program.Answer answer = rsync.run(new byte[0], List.of("--checksum", list.toString(), destination));
    if (!answer.isGood()) {
      throw failure(answer);
    }
  }

  /// With a dot before them: rsync takes a name that begins with `;` or `#` in a list for a remark.
  private static byte[] names(Collection<String> files) {
    return files.stream().map(file -> "./" + file + "\0").collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
  }

  private StoreException failure(Program.Answer answer) {
    if (NO_WAY.contains(answer.code())) {
      return new StoreException("'" + destination + "' cannot be reached: " + answer.reason(), "see that 'rsync --list-only " + destination + "' works here");
    }
    if (answer.code() == 1 || answer.code() == 2 || answer.code() == 4) {
      return new StoreException("this rsync does not understand what is asked of it: " + answer.reason(), "rsync 3.1 or newer is needed at both ends");
    }
    return new StoreException("rsync failed with exit code " + answer.code() + ": " + answer.err().lines().findFirst().orElse(""),
        "put that right and publish again; that completes what this run began");
  }

  @Override
  public String result() {
    return "";
  }

  @Override
  public void close() throws IOException {
    delete(own);
  }
}
