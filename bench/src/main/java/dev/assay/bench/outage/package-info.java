/**
 * A judge model that is out of order: {@code assay bench judge.outage}. In: the local system and a
 * model server that refuses for a while. Out: what was lost, judged twice or paid in vain.
 */
@NullMarked
package dev.assay.bench.outage;

import org.jspecify.annotations.NullMarked;
