/// Words in, exit code out: the commands and the terminal. The only room that may end the process.
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
