/**
 * How judges agree with people and with themselves, as people and machines read it. In: reports.
 * Out: pages and JSON.
 */
@NullMarked
package dev.assay.cli.agreement;

import org.jspecify.annotations.NullMarked;
