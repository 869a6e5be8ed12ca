package dev.assay.importer.html;

import dev.assay.importer.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a conversion changes or leaves out, each thing said once with how often it was met.
final class Losses {
  private static final int MOST_DIFFERENT = 40;

  private final Map<Remark, Integer> counts = new LinkedHashMap<>();
  private int further;

  void add(Remark remark) {
    if (counts.size() < MOST_DIFFERENT || counts.containsKey(remark)) {
      counts.merge(remark, 1, Integer::sum);
    } else {
      further++;
    }
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    counts.forEach((remark, count) ->
        remarks.add(count == 1 ? remark : new Remark(remark.kind(), remark.text() + " (" + count + " times)")));
    if (further > 0) {
      remarks.add(Remark.lost(further + " further things of these kinds"));
    }
    return remarks;
  }
}
