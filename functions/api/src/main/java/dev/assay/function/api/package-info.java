/** Entrance of people and programs over HTTP: what the stages know, as JSON and as one page. */
@NullMarked
package dev.assay.function.api;

import org.jspecify.annotations.NullMarked;
