package dev.assay.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What came of an import.
///
/// @param source       the file or folder, as the writer named it
/// @param format       what it was read as: `RSS 2.0`, `Hugo`, …
/// @param items        each item of the source, in the source's order
/// @param remarks      what concerns the whole source
/// @param settings     the settings file that was made; absent when there was one
/// @param files        how many files were taken along
/// @param remoteImages addresses of images that lie elsewhere, each once, in order
public record ImportReport(
    String source,
    String format,
    List<Item> items,
    List<Remark> remarks,
    Optional<String> settings,
    int files,
    List<String> remoteImages) {
  private static final int MOST_ALIKE = 3;

  public ImportReport {
    items = List.copyOf(items);
    remarks = List.copyOf(remarks);
    remoteImages = List.copyOf(remoteImages);
  }

  /// What became of one item.
  ///
  /// @param name    its title, or what else tells it from others
  /// @param outcome whether it is on the site now
  /// @param file    the file it is in, from the site's root; empty when it is in none
  /// @param remarks what became otherwise than it was
  public record Item(String name, Outcome outcome, String file, List<Remark> remarks) {
    public Item {
      remarks = List.copyOf(remarks);
    }
  }

  /// What can become of an item.
  public enum Outcome {
    WRITTEN("written"),
    THERE_ALREADY("there already"),
    LEFT_OUT("left out");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    /// As reports say it.
    public String word() {
      return word;
    }
  }

  /// How many items came to an end.
  public int count(Outcome outcome) {
    return (int) items.stream().filter(item -> item.outcome() == outcome).count();
  }

  /// The report for a terminal: counts, what concerns the source, and what was lost or changed, with counts rather
  /// than one line for each when there are many.
  public String summary() {
    StringBuilder out = new StringBuilder();
    out.append(source).append(" (").append(format).append("): ").append(counted(items.size(), "item")).append('\n');
    for (Outcome outcome : Outcome.values()) {
      int count = count(outcome);
      if (count > 0) {
        out.append("  ").append(count).append(' ').append(outcome.word()).append('\n');
      }
    }
    settings.ifPresent(file -> out.append("  wrote ").append(file).append('\n'));
    if (files > 0) {
      out.append("  took along ").append(counted(files, "file")).append('\n');
    }
    if (!remoteImages.isEmpty()) {
      out.append("  ").append(counted(remoteImages.size(), "image")).append(" on other hosts (--fetch-images takes them along)\n");
    }
    remarks.forEach(remark -> out.append("  ").append(remark.kind().word()).append(": ").append(remark.text()).append('\n'));
    grouped().forEach((line, count) -> out.append("  ").append(line).append(count > 1 ? " (" + count + " times)" : "").append('\n'));
    return out.toString();
  }

  /// What was said of items, with counts; many sentences that differ only behind a colon are one.
  private Map<String, Integer> grouped() {
    Map<String, TreeMap<String, Integer>> lines = new TreeMap<>();
    for (Item item : items) {
      for (Remark remark : item.remarks()) {
        String text = remark.text();
        int colon = text.indexOf(": ");
        String what = remark.kind().word() + ": " + (colon < 0 ? text : text.substring(0, colon));
        lines.computeIfAbsent(what, _ -> new TreeMap<>()).merge(remark.kind().word() + ": " + text, 1, Integer::sum);
      }
    }
    Map<String, Integer> grouped = new TreeMap<>();
    lines.forEach((what, each) -> {
      if (each.size() <= MOST_ALIKE) {
        grouped.putAll(each);
      } else {
        grouped.put(what, each.values().stream().mapToInt(Integer::intValue).sum());
      }
    });
    return grouped;
  }

  /// The whole report: every item with its file and all that became otherwise.
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(summary().stripTrailing());
    for (Item item : items) {
      lines.add("");
      lines.add(item.name());
      lines.add("  " + item.outcome().word() + (item.file().isEmpty() ? "" : ": " + item.file()));
      item.remarks().forEach(remark -> lines.add("  " + remark.kind().word() + ": " + remark.text()));
    }
    if (!remoteImages.isEmpty()) {
      lines.add("");
      lines.add("Images on other hosts:");
      remoteImages.forEach(image -> lines.add("  " + image));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
