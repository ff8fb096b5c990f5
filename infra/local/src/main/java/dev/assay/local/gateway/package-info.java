/**
 * The one HTTP port in front of everything.
 *
 * <p>In: requests of any AWS SDK, of the AWS CLI and of a browser. Out: the answer of the service
 * that the request means: SQS, DynamoDB, SNS, S3 or a function behind an HTTP route.
 */
@NullMarked
package dev.assay.local.gateway;

import org.jspecify.annotations.NullMarked;
