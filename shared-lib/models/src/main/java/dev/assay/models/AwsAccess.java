package dev.assay.models;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * AWS clients for models and their keys. A local system answers for neither, so that only the
 * endpoint of the one service counts ({@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}, {@code
 * …_SECRETS_MANAGER}), and the credentials are the caller's own.
 */
record AwsAccess(Variables variables, AwsCredentialsProvider credentials) {
  /** Without repeats of its own: {@link PatientModel} makes them. */
  BedrockRuntimeClient bedrock(CallLimits limits) {
    return common(BedrockRuntimeClient.builder(), "BEDROCK_RUNTIME", limits)
        .overrideConfiguration(config ->
            config
                .addExecutionInterceptor(new BoundedAnswer())
                .retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  SecretsManagerClient secrets() {
    CallLimits limits = new CallLimits(Duration.ofSeconds(3), Duration.ofSeconds(5), 1);
    return common(SecretsManagerClient.builder(), "SECRETS_MANAGER", limits)
        .overrideConfiguration(config ->
            config
                .apiCallTimeout(Duration.ofSeconds(15))
                .retryStrategy(retry -> retry.maxAttempts(2)))
        .build();
  }

  private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B common(
      B builder, String service, CallLimits limits) {
    variables.text("AWS_REGION").map(Region::of).ifPresent(builder::region);
    variables
        .text("AWS_ENDPOINT_URL_" + service)
        .map(URI::create)
        .ifPresent(builder::endpointOverride);
    return builder
        .credentialsProvider(credentials)
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(limits.connect())
                .socketTimeout(limits.answer()));
  }
}
