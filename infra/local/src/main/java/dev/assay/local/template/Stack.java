package dev.assay.local.template;

import java.net.URI;

/**
 * What CloudFormation would know about a stack besides its template.
 *
 * @param name the stack's name, the prefix of everything in it
 * @param region AWS region that ARNs name
 * @param account the twelve digits that ARNs and queue URLs name
 * @param endpoint where all services answer; queue URLs start with it
 */
public record Stack(String name, String region, String account, URI endpoint) {
  /** The local stack: {@code assay} in {@code us-east-1}, account {@code 000000000000}. */
  public static Stack local(URI endpoint) {
    return new Stack("assay", "us-east-1", "000000000000", endpoint);
  }

  /** The ARN of something in this stack's region and account. */
  public String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + region + ":" + account + ":" + resource;
  }

  /** The URL a client uses for the queue of that name. */
  public String queueUrl(String queueName) {
    return endpoint + "/" + account + "/" + queueName;
  }
}
