package dev.assay.cli.connect;

import dev.assay.aws.AwsClients;
import dev.assay.aws.Environment;
import dev.assay.cli.terminal.OutsideFault;
import dev.assay.cli.terminal.Surroundings;
import dev.assay.cli.terminal.WrongInput;
import dev.assay.local.LocalState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Turns options into a connection. */
public final class Connections {
  private static final int REACH_MS = 1_000;

  private Connections() {}

  /** The local system that runs for this project and answers; empty when there is none. */
  public static Optional<LocalState> running(Surroundings surroundings) {
    return LocalState.read(surroundings.home()).filter(state -> answers(state.endpoint()));
  }

  /** Whether somebody listens there. */
  public static boolean answers(URI endpoint) {
    int port = endpoint.getPort() > 0 ? endpoint.getPort() : 443;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), port), REACH_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The local system at this endpoint. */
  public static Connection local(Surroundings surroundings, URI endpoint) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_ENDPOINT_URL", endpoint.toString());
    variables.put("AWS_REGION", "us-east-1");
    // No secret: the local system checks none.
    variables.put("AWS_ACCESS_KEY_ID", "test");
    variables.put("AWS_SECRET_ACCESS_KEY", "test");
    Environment environment = new Environment(variables);
    return new Connection(
        "the local system at " + endpoint,
        environment,
        new AwsClients(environment),
        ResourceNames.given(Map.of(), ResourceNames.local(surroundings.template(), endpoint)),
        surroundings.clock());
  }

  static Connection open(ConnectionOptions options, Surroundings surroundings) {
    Map<String, String> given = surroundings.environment();
    boolean chosen =
        !options.endpointUrl().isEmpty()
            || !options.region().isEmpty()
            || !options.profile().isEmpty()
            || given.containsKey("AWS_ENDPOINT_URL");
    if (!chosen) {
      Optional<LocalState> state = running(surroundings);
      if (state.isPresent()) {
        return local(surroundings, state.get().endpoint());
      }
    }
    return remote(options, surroundings);
  }

  private static Connection remote(ConnectionOptions options, Surroundings surroundings) {
    Map<String, String> variables = new HashMap<>(surroundings.environment());
    if (!options.endpointUrl().isEmpty()) {
      variables.put("AWS_ENDPOINT_URL", endpoint(options.endpointUrl()).toString());
    }
    if (!options.profile().isEmpty()) {
      useProfile(options.profile(), variables);
    }
    if (!options.region().isEmpty()) {
      variables.put("AWS_REGION", options.region());
    }
    String endpoint = variables.getOrDefault("AWS_ENDPOINT_URL", "");
    if (isLoopback(endpoint)) {
      variables.putIfAbsent("AWS_REGION", "us-east-1");
      variables.putIfAbsent("AWS_ACCESS_KEY_ID", "test");
      variables.putIfAbsent("AWS_SECRET_ACCESS_KEY", "test");
    }
    variables.computeIfAbsent("AWS_REGION", name -> region(variables));
    Environment environment = new Environment(variables);
    AwsClients clients = new AwsClients(environment);
    String where =
        endpoint.isEmpty() ? "AWS " + variables.get("AWS_REGION") : "the system at " + endpoint;
    return new Connection(
        where + ", stack " + options.stack(),
        environment,
        clients,
        ResourceNames.given(variables, new StackLookup(clients, options.stack())),
        surroundings.clock());
  }

  private static URI endpoint(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new WrongInput("--endpoint-url: expected a URL, got " + text);
    }
    throw new WrongInput("--endpoint-url: expected a URL, got " + text);
  }

  private static boolean isLoopback(String endpoint) {
    return endpoint.matches("https?://(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d+)?/?.*");
  }

  private static String region(Map<String, String> variables) {
    String other = variables.get("AWS_DEFAULT_REGION");
    if (other != null) {
      return other;
    }
    try {
      return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
    } catch (SdkClientException e) {
      throw new OutsideFault(
          "no local system is up, and no AWS region is set: start one with \"assay up\", or say"
              + " --region",
          e);
    }
  }

  private static void useProfile(String profile, Map<String, String> variables) {
    try (ProfileCredentialsProvider provider = ProfileCredentialsProvider.create(profile)) {
      AwsCredentials credentials = provider.resolveCredentials();
      variables.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
      variables.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
      variables.remove("AWS_SESSION_TOKEN");
      if (credentials instanceof AwsSessionCredentials session) {
        variables.put("AWS_SESSION_TOKEN", session.sessionToken());
      }
    } catch (SdkClientException e) {
      throw new WrongInput("--profile: no credentials under \"" + profile + "\"");
    }
    ProfileFile.defaultProfileFile()
        .profile(profile)
        .flatMap(found -> found.property("region"))
        .ifPresent(region -> variables.put("AWS_REGION", region));
  }
}
