/** What is measured of the judge: {@code assay bench judge.injection}. */
@NullMarked
package dev.assay.bench.judge;

import org.jspecify.annotations.NullMarked;
