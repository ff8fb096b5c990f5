/**
 * S3 on this machine.
 *
 * <p>In: the template's buckets and, when data is kept, a directory. Out: an embedded server
 * without authentication, on a loopback port that only the gateway talks to.
 */
@NullMarked
package dev.assay.local.s3;

import org.jspecify.annotations.NullMarked;
