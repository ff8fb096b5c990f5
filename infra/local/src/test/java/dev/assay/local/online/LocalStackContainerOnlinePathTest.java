package dev.assay.local.online;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The contract on LocalStack's SQS, S3 and SNS, where Docker is. 4.14.0 is the last image that
 * starts without an account. Its DynamoDB is Amazon's DynamoDB Local, whose licence asks for an AWS
 * account, so the tables stay ours.
 */
final class LocalStackContainerOnlinePathTest extends OnlinePathContract {
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private @Nullable LocalStackContainer container;

  @Override
  Map<Service, URI> endpoints() {
    assumeTrue(
        DockerClientFactory.instance().isDockerAvailable(),
        "no Docker answers; without it infra/localstack/start runs LocalStack for"
            + " InjectedOnlinePathTest");
    LocalStackContainer started =
        new LocalStackContainer(IMAGE)
            .withServices("sqs", "s3", "sns")
            .withEnv("SQS_ENDPOINT_STRATEGY", "path");
    container = started;
    started.start();
    URI endpoint = started.getEndpoint();
    return Map.of(Service.SQS, endpoint, Service.S3, endpoint, Service.SNS, endpoint);
  }

  @Override
  void stop() {
    if (container != null) {
      container.stop();
    }
  }
}
