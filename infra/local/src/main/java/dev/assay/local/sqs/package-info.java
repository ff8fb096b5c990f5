/**
 * SQS on this machine: the embedded queue server, and event source mappings that drive functions as
 * Lambda does.
 *
 * <p>In: the template's queues and triggers. Out: an endpoint that answers SQS's JSON protocol, and
 * handler invocations whose successes are deleted.
 */
@NullMarked
package dev.assay.local.sqs;

import org.jspecify.annotations.NullMarked;
