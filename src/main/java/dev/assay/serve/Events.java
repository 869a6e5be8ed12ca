package dev.assay.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Tells open pages what happened, as server-sent events: `reload`, `changed` with the addresses that changed, and
/// `problems` with a report that is empty when all is well.
final class Events {
  private static final int MANY = 100;
  private static final int READERS = 100;
  private static final String GOODBYE = ": goodbye\n\n";

  /// In the order in which they came.
  private final Set<BlockingQueue<String>> readers = new LinkedHashSet<>();
  private final String session;
  private long build;
  private String report = "";

  /// @param session a word of letters and digits that no earlier server used
  Events(String session) {
    this.session = session;
  }

  /// Names the site as it is now.
  synchronized String state() {
    return session + "." + build;
  }

  /// What the last build complained of.
  synchronized String report() {
    return report;
  }

  /// A build is done.
  ///
  /// @param changed addresses of new, changed and removed files
  /// @param problems what it complained of, for people; empty when all is well
  synchronized void built(Set<String> changed, String problems) {
    if (!changed.isEmpty()) {
      build++;
      send(changed.size() > MANY ? event("reload", "") : event("changed", String.join("\n", changed)));
    }
    if (!problems.equals(report)) {
      report = problems;
      send(event("problems", problems));
    }
  }

  private void send(String event) {
    // Whoever does not read is let go, and asks again.
    readers.removeIf(reader -> !reader.offer(event));
  }

  private String event(String name, String data) {
    StringBuilder text = new StringBuilder("id: ").append(state()).append("\nevent: ").append(name).append('\n');
    data.lines().forEach(line -> text.append("data: ").append(line).append('\n'));
    return text.append(data.isEmpty() ? "data: \n\n" : "\n").toString();
  }

  private synchronized BlockingQueue<String> join(String since) {
    BlockingQueue<String> reader = new LinkedBlockingQueue<>(64);
    reader.add("retry: 500\n\n");
    if (!since.isEmpty() && !since.equals(state())) {
      reader.add(event("reload", ""));
    }
    if (!report.isEmpty()) {
      reader.add(event("problems", report));
    }
    // Whoever has been there longest is most probably gone, which shows only when something is written; and else asks again.
    if (readers.size() >= READERS) {
      BlockingQueue<String> longest = readers.iterator().next();
      readers.remove(longest);
      longest.offer(GOODBYE);
    }
    readers.add(reader);
    return reader;
  }

  private synchronized void leave(BlockingQueue<String> reader) {
    readers.remove(reader);
  }

  private synchronized boolean isReading(BlockingQueue<String> reader) {
    return readers.contains(reader);
  }

  /// Writes events until the page goes away or the thread is interrupted.
  ///
  /// @param since the state the page was loaded in; empty when it does not say
  /// @param patience how long one event may take
  void stream(String since, OutputStream out, Patience patience) throws IOException {
    BlockingQueue<String> reader = join(since);
    try {
      while (isReading(reader)) {
        String next = reader.poll(10, TimeUnit.SECONDS);
        byte[] bytes = (next == null ? ": still here\n\n" : next).getBytes(StandardCharsets.UTF_8);
        patience.during(
            () -> {
              out.write(bytes);
              out.flush();
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leave(reader);
    }
  }
}
