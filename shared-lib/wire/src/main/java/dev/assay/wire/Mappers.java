package dev.assay.wire;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which Assay reads and writes JSON. */
public final class Mappers {
  /** The largest body that is accepted, in bytes: 64 MiB. */
  public static final long MAX_BODY_BYTES = 64L << 20;

  /** Exact decimals, bounded depth; nothing after the document. Safe for use by several threads. */
  public static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxStringLength((int) MAX_BODY_BYTES)
                          .maxDocumentLength(MAX_BODY_BYTES)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Mappers() {}
}
