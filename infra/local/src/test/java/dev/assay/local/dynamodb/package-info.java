/**
 * The DynamoDB endpoint's tests. One contract suite goes to whatever speaks the protocol: in come
 * endpoints (ours in memory and in a file, moto, Amazon's own by an opt-in profile), out goes
 * whether they answer an AWS SDK alike.
 */
@NullMarked
package dev.assay.local.dynamodb;

import org.jspecify.annotations.NullMarked;
