/**
 * Which system a command speaks to. In: options, variables and what runs locally. Out: clients and
 * adapters, and the names of a stack's queues, tables and buckets.
 */
@NullMarked
package dev.assay.cli.connect;

import org.jspecify.annotations.NullMarked;
