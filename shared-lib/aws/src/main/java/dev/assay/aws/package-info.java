/**
 * One adapter for each port, on Amazon's services. In: the functions' environment. Out: objects
 * that keep every write idempotent: keys are computed from the input, puts are conditional.
 */
@NullMarked
package dev.assay.aws;

import org.jspecify.annotations.NullMarked;
