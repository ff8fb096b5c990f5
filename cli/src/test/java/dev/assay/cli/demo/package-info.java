/** Tests of the demo's scripts, writer and truth. */
@NullMarked
package dev.assay.cli.demo;

import org.jspecify.annotations.NullMarked;
