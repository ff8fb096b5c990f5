package dev.assay.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients for one environment. {@code AWS_ENDPOINT_URL} points all of them at a local
 * system; as in every AWS SDK {@code AWS_ENDPOINT_URL_SQS} (and {@code _S3}, {@code _DYNAMODB},
 * {@code _SNS}) goes before it for one service. Each client is safe for use by several threads.
 */
public final class AwsClients implements AutoCloseable {
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Environment environment;

  public AwsClients(Environment environment) {
    this.environment = environment;
  }

  public DynamoDbClient dynamoDb() {
    return common(DynamoDbClient.builder(), "DYNAMODB").httpClient(http).build();
  }

  /** Path-style where the endpoint is given, since a local one has no host for each bucket. */
  public S3Client s3() {
    return common(S3Client.builder(), "S3")
        .httpClient(http)
        .forcePathStyle(endpoint("S3").isPresent())
        .build();
  }

  public SqsClient sqs() {
    return common(SqsClient.builder(), "SQS").httpClient(http).build();
  }

  public SnsClient sns() {
    return common(SnsClient.builder(), "SNS").httpClient(http).build();
  }

  private <B extends AwsClientBuilder<B, C>, C> B common(B builder, String service) {
    endpoint(service).ifPresent(builder::endpointOverride);
    environment.optional("AWS_REGION").map(Region::of).ifPresent(builder::region);
    return builder.credentialsProvider(credentials());
  }

  private Optional<URI> endpoint(String service) {
    return environment
        .optional("AWS_ENDPOINT_URL_" + service)
        .or(() -> environment.optional("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  // Functions that share a JVM have environments of their own, so the process's is not asked first.
  private AwsCredentialsProvider credentials() {
    Optional<String> id = environment.optional("AWS_ACCESS_KEY_ID");
    Optional<String> secret = environment.optional("AWS_SECRET_ACCESS_KEY");
    if (id.isEmpty() || secret.isEmpty()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        environment
            .optional("AWS_SESSION_TOKEN")
            .map(token ->
                (AwsCredentials) AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get())));
  }

  @Override
  public void close() {
    http.close();
  }
}
