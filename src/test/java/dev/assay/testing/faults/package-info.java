/// A disk that fails at any one operation of any part of the program. It takes the place of the process's own file system, so that
/// nothing of the program has to know of it: `-Djava.nio.file.spi.DefaultFileSystemProvider=dev.assay.testing.faults.FaultyProvider`.
package dev.assay.testing.faults;
