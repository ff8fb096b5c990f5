/**
 * Amazon DynamoDB's AWS JSON 1.0 protocol, as far as Assay uses it, over H2's MVStore.
 *
 * <p>In come requests as any AWS SDK sends them (the {@code X-Amz-Target} header and a JSON body);
 * out go the answers and errors of the real service, and a count of what Amazon would have billed.
 * What is not supported is refused by name, never ignored where it would change a result. The
 * bridge between bytes and rooms is {@link dev.assay.local.dynamodb.DynamoDbEndpoint}; expressions
 * are parsed once and cached, items are kept as objects in memory and in a compact binary form on
 * disk.
 */
@NullMarked
package dev.assay.local.dynamodb;

import org.jspecify.annotations.NullMarked;
