/**
 * Reads a SAM template as far as a local run needs it.
 *
 * <p>In: the YAML file, parameter values, the names a stack has. Out: {@link
 * dev.assay.local.template.Template}, every intrinsic function resolved: queues, tables, buckets,
 * topics and functions with their event sources. A property this package does not know is ignored;
 * an intrinsic function it does not know is an error that names its path.
 */
@NullMarked
package dev.assay.local.template;

import org.jspecify.annotations.NullMarked;
