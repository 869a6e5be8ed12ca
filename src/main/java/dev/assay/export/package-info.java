/// What other programs read: the ledger, problems and the list of pages as JSON, SARIF, CSV and XML.
///
/// Every writer here is a function from values to bytes: UTF-8, lines ended by LF, the same bytes for the same values,
/// numbers in their shortest form that reads back the same. This room must never know where the bytes go, how an
/// address is made, or what time it is.
@NullMarked
package dev.assay.export;

import org.jspecify.annotations.NullMarked;
