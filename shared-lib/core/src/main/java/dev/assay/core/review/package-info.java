/** What people look at. In: reasons to look. Out: items, worst first. */
@NullMarked
package dev.assay.core.review;

import org.jspecify.annotations.NullMarked;
