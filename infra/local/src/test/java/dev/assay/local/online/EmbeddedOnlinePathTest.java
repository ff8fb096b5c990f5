package dev.assay.local.online;

import java.net.URI;
import java.util.Map;

/** The contract on the embedded services: runs everywhere. */
final class EmbeddedOnlinePathTest extends OnlinePathContract {
  @Override
  Map<Service, URI> endpoints() {
    return Map.of();
  }
}
