package dev.assay.models;

import dev.assay.core.judge.CallTerms;
import dev.assay.core.judge.ModelReply;
import dev.assay.core.judge.Prompt;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How one kind of endpoint is spoken to over HTTP: one POST of JSON, one JSON answer. */
interface Protocol {
  URI endpoint();

  /** What carries the key. */
  Map<String, String> authorization(String key);

  /** Headers that every request has. */
  Map<String, String> headers();

  /** The body of a request with these parts. */
  String request(Prompt prompt, CallTerms terms, Set<Part> parts);

  /** The part that a refusal names. */
  Optional<Part> refused(String words, Set<Part> parts);

  /** What a 200 says. */
  ModelReply reply(String body, Prompt prompt);
}
