package dev.assay.local.online;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the online path stands on. Its name is the suffix of the SDKs' endpoint variables. */
enum Service {
  SQS,
  S3,
  DYNAMODB,
  SNS;

  /** Names the endpoint of this service in the suite's environment. */
  String variable() {
    return "ASSAY_TEST_" + name() + "_ENDPOINT";
  }

  /** The endpoints that an environment names. */
  static Map<Service, URI> endpoints(Map<String, String> environment) {
    Map<Service, URI> endpoints = new EnumMap<>(Service.class);
    for (Service service : values()) {
      Optional.ofNullable(environment.get(service.variable()))
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> endpoints.put(service, URI.create(value)));
    }
    return endpoints;
  }
}
