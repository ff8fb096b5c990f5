package dev.assay.models;

/**
 * What a request may do without. A model begins with all of them and leaves out what its server
 * refuses by name, because "compatible" means something else everywhere.
 */
enum Part {
  /** The tool that the model must call with its answer; models that always think take none. */
  TOOL,
  /** The schema of the answer as the form of the text; where there is a tool, it stands in that. */
  FORMAT,
  /** Some reasoning models take none. */
  TEMPERATURE,
  SEED,
  /** OpenAI's older name of the limit on output; without it the newer one is used. */
  MAX_TOKENS,
  /** The mark up to which the prompt is kept in the provider's cache. */
  CACHE
}
