/** What tests of all modules build traces with. Test scope only. */
@NullMarked
package dev.assay.testkit;

import org.jspecify.annotations.NullMarked;
