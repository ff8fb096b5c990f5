/**
 * The deployed system on one machine.
 *
 * <p>In: {@code template.yaml}. Out: {@link dev.assay.local.LocalSystem}: one loopback endpoint
 * that answers as SQS, S3, DynamoDB, SNS and the HTTP API do, with the template's functions at work
 * behind it. What is not in the template does not exist here either.
 */
@NullMarked
package dev.assay.local;

import org.jspecify.annotations.NullMarked;
