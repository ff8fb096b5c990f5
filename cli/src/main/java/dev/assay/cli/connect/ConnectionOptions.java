package dev.assay.cli.connect;

import dev.assay.cli.terminal.Surroundings;
import picocli.CommandLine.Option;

/** Which system: as in the AWS CLI. Without any of them the local system, when it is up. */
public final class ConnectionOptions {
  @Option(
      names = "--endpoint-url",
      paramLabel = "URL",
      description = "Where every service answers; else the local system when it is up, else AWS.")
  private String endpointUrl = "";

  @Option(names = "--region", description = "AWS region.")
  private String region = "";

  @Option(names = "--profile", description = "Profile of the AWS configuration files.")
  private String profile = "";

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "CloudFormation stack, default \"assay\". ASSAY_… variables outrank it.")
  private String stack = "assay";

  String endpointUrl() {
    return endpointUrl;
  }

  String region() {
    return region;
  }

  String profile() {
    return profile;
  }

  String stack() {
    return stack;
  }

  /** Opens what these options mean here. */
  public Connection open(Surroundings surroundings) {
    return Connections.open(this, surroundings);
  }
}
