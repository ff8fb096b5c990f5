package dev.assay.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AwsClientsTest {
  private static final URI ALL = URI.create("http://127.0.0.1:4000");
  private static final URI ONE = URI.create("http://127.0.0.1:4001");

  @Test
  void a_service_goes_to_its_own_endpoint_and_the_others_to_the_common_one() {
    try (AwsClients clients =
        clients(
            Map.of(
                "AWS_ENDPOINT_URL", ALL.toString(),
                "AWS_ENDPOINT_URL_SQS", ONE.toString()))) {
      assertThat(clients.sqs().serviceClientConfiguration().endpointOverride()).contains(ONE);
      assertThat(clients.s3().serviceClientConfiguration().endpointOverride()).contains(ALL);
      assertThat(clients.sns().serviceClientConfiguration().endpointOverride()).contains(ALL);
      assertThat(clients.dynamoDb().serviceClientConfiguration().endpointOverride()).contains(ALL);
    }
  }

  @Test
  void without_an_endpoint_a_client_goes_to_its_region() {
    try (AwsClients clients = clients(Map.of("AWS_ENDPOINT_URL_S3", ONE.toString()))) {
      assertThat(clients.s3().serviceClientConfiguration().endpointOverride()).contains(ONE);
      assertThat(clients.sqs().serviceClientConfiguration().endpointOverride()).isEmpty();
    }
  }

  private static AwsClients clients(Map<String, String> endpoints) {
    Map<String, String> variables = new HashMap<>(endpoints);
    variables.put("AWS_REGION", "eu-central-1");
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    return new AwsClients(new Environment(variables));
  }
}
