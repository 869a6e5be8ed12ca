package dev.assay.deploy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Another program that does a part of the work.
///
/// @param name        as it is called
/// @param folder      where it is started
/// @param environment what it is told beside what this process was told
record Program(String name, Path folder, Map<String, String> environment) {
  /// What a program answered.
  ///
  /// @param code its exit code
  /// @param out  what it wrote to its output
  /// @param err  what it wrote beside it
  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  record Answer(int code, byte[] out, String err) {
    boolean isGood() {
      return code == 0;
    }

    String text() {
      return new String(out, StandardCharsets.UTF_8).strip();
    }

    /// The last line that says something, for a sentence.
    String reason() {
      List<String> lines = err.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      return lines.isEmpty() ? "exit code " + code : lines.getLast();
    }
  }

  /// Runs it to its end.
  ///
  /// @param in what it reads
  /// @throws StoreException when there is no such program
  Answer run(byte[] in, List<String> arguments) throws StoreException, IOException {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    // Its words are read, so they have to be the same everywhere; and a repository that a caller works on is not ours.
    builder.environment().keySet().removeIf(key -> key.startsWith("GIT_DIR") || key.equals("GIT_INDEX_FILE") || key.equals("GIT_WORK_TREE"));
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new StoreException("the program '" + name + "' is needed for this and cannot be started", "install it, and see that it is on the PATH", e);
    }
    try (InputStream out = process.getInputStream(); InputStream err = process.getErrorStream()) {
      ByteArrayOutputStream told = new ByteArrayOutputStream();
      Thread listener = Thread.ofVirtual().start(() -> copy(err, told));
      Thread feeder = Thread.ofVirtual().start(() -> feed(process, in));
      byte[] answer = out.readAllBytes();
      listener.join();
      feeder.join();
      return new Answer(process.waitFor(), answer, told.toString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("stopped");
    } finally {
      process.destroy();
    }
  }

  private static void copy(InputStream from, ByteArrayOutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException _) {
      // It ended; its exit code tells how.
      return;
    }
  }

  private static void feed(Process process, byte[] in) {
    try (OutputStream out = process.getOutputStream()) {
      out.write(in);
    } catch (IOException _) {
      // It ended without reading all; its exit code tells why.
      return;
    }
  }
}
