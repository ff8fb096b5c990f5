package dev.assay.local.online;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.net.URI;
import java.util.Map;

/** The contract on the services that the environment names, such as LocalStack's or moto's. */
final class InjectedOnlinePathTest extends OnlinePathContract {
  @Override
  Map<Service, URI> endpoints() {
    Map<Service, URI> endpoints = Service.endpoints(System.getenv());
    assumeFalse(
        endpoints.isEmpty(),
        "no endpoints are given: set ASSAY_TEST_SQS_ENDPOINT, ASSAY_TEST_S3_ENDPOINT,"
            + " ASSAY_TEST_DYNAMODB_ENDPOINT or ASSAY_TEST_SNS_ENDPOINT; infra/localstack/start"
            + " prints some");
    return endpoints;
  }

  @Override
  String stack() {
    return System.getenv().getOrDefault("ASSAY_TEST_STACK", "");
  }
}
