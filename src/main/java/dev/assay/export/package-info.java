/// What other programs read: the ledger, problems and the list of pages as JSON, SARIF, CSV and XML; a note for
/// lists of references; what there is for language models.
///
/// Every writer here is a function from values to bytes: UTF-8, lines ended by LF (in RIS as it asks), the same bytes for the same values,
/// numbers in their shortest form that reads back the same. This room must never know where the bytes go, how an
/// address is made, or what time it is.
@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
