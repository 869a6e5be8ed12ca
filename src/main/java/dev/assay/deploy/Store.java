package dev.assay.deploy;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/// A target of which Assay knows by a list that lies there what it has put there.
///
/// The calls come in this order: [#list], [#look], then, unless nothing is to be done, [#keep] with what is about to happen, [#put] for
/// each stage, [#delete], [#keep] with what has happened, and in any case [#close].
interface Store extends AutoCloseable {
  /// The bytes of the list at the target; empty when there is none.
  Optional<byte[]> list() throws StoreException, IOException;

  /// Compares what lies there with what should.
  ///
  /// @param known  what the list says
  /// @param verify whether to look at the files themselves where the list could be trusted
  Looked look(Deployed known, List<Piece> pieces, boolean verify) throws StoreException, IOException;

  /// What lies at a target.
  ///
  /// @param current files that lie there as they should, with their marks
  /// @param others  files in the places of pieces, or of files of the list that were never put there, that are not of ours
  /// @param altered files of the list that somebody has changed since they were put there, as far as that can be seen
  /// @param missing files of the list that do not lie there any more
  record Looked(Map<String, String> current, Set<String> others, Set<String> altered, Set<String> missing) {}

  /// Puts pieces of one stage in their places, each whole, and returns when all are there.
  ///
  /// @param done is told how many have been put since it was last told
  /// @return their marks
  Map<String, String> put(List<Piece> pieces, IntConsumer done) throws StoreException, IOException;

  /// Deletes files. Those that do not lie there are passed over.
  void delete(Collection<String> files, IntConsumer done) throws StoreException, IOException;

  /// Puts the list in its place.
  ///
  /// @param last whether it says what lies there now, and not what is about to
  void keep(Deployed deployed, boolean last) throws StoreException, IOException;

  /// Where one looks at what was done, in a few words; empty when that is plain.
  String result();

  @Override
  void close() throws IOException;
}
