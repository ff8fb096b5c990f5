package dev.assay.local;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The AWS SDK's clients against one endpoint. */
public record Clients(SqsClient sqs, S3Client s3, DynamoDbClient dynamo, SnsClient sns)
    implements AutoCloseable {

  public static Clients of(URI endpoint) {
    SdkHttpClient http = UrlConnectionHttpClient.create();
    return new Clients(
        at(SqsClient.builder(), endpoint, http),
        at(S3Client.builder(), endpoint, http),
        at(DynamoDbClient.builder(), endpoint, http),
        at(SnsClient.builder(), endpoint, http));
  }

  private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C at(
      B builder, URI endpoint, SdkHttpClient http) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(http)
        .build();
  }

  @Override
  public void close() {
    sqs.close();
    s3.close();
    dynamo.close();
    sns.close();
  }
}
