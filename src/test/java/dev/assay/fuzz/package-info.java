/// What reads bytes of strangers, tried with bytes that nobody would write. The targets stand beside what they try.
@NullMarked
package dev.assay.fuzz;

import org.jspecify.annotations.NullMarked;
