package dev.assay.local.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What {@code Ref} and {@code GetAtt} stand for, by the kind of the resource. */
final class References {
  private final Map<?, ?> parameters;
  private final Map<?, ?> resources;
  private final Map<String, String> given;
  private final Stack stack;
  private final Expressions expressions;

  References(Map<String, Object> document, Stack stack, Map<String, String> given) {
    this.parameters = mapping(document, "Parameters");
    this.resources = mapping(document, "Resources");
    this.given = given;
    this.stack = stack;
    Map<String, Object> conditions = new HashMap<>();
    mapping(document, "Conditions")
        .forEach((k, v) -> conditions.put(k.toString(), Objects.requireNonNull(v)));
    this.expressions = new Expressions(conditions, this::value);
    for (String name : given.keySet()) {
      if (!parameters.containsKey(name)) {
        throw new IllegalArgumentException("the template has no parameter " + name);
      }
    }
  }

  Expressions expressions() {
    return expressions;
  }

  /** The physical name of a resource: the one it is given, else stack and logical id. */
  String name(String logicalId) {
    String property =
        switch (type(logicalId)) {
          case "AWS::SQS::Queue" -> "QueueName";
          case "AWS::DynamoDB::Table" -> "TableName";
          case "AWS::S3::Bucket" -> "BucketName";
          case "AWS::SNS::Topic" -> "TopicName";
          case "AWS::Serverless::Function" -> "FunctionName";
          default -> "Name";
        };
    String generated = stack.name() + "-" + logicalId;
    return block(logicalId)
        .child("Properties")
        .text(property)
        .orElse(property.equals("BucketName") ? generated.toLowerCase(Locale.ROOT) : generated);
  }

  String type(String logicalId) {
    return block(logicalId).required("Type");
  }

  Block block(String logicalId) {
    Object resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException("the template has no resource or parameter " + logicalId);
    }
    return Block.of("Resources." + logicalId, resource, expressions);
  }

  private Object value(String name) {
    if (name.startsWith("AWS::")) {
      return pseudo(name);
    }
    if (parameters.containsKey(name)) {
      return parameter(name);
    }
    int dot = name.indexOf('.');
    return dot < 0 ? reference(name) : attribute(name.substring(0, dot), name.substring(dot + 1));
  }

  private String pseudo(String name) {
    return switch (name) {
      case "AWS::Region" -> stack.region();
      case "AWS::AccountId" -> stack.account();
      case "AWS::StackName" -> stack.name();
      case "AWS::StackId" -> stack.arn("cloudformation", "stack/" + stack.name() + "/local");
      case "AWS::Partition" -> "aws";
      case "AWS::URLSuffix" -> "amazonaws.com";
      default -> throw new IllegalArgumentException("unknown pseudo parameter " + name);
    };
  }

  private String parameter(String name) {
    String value = given.get(name);
    Block block =
        Block.of("Parameters." + name, Objects.requireNonNull(parameters.get(name)), expressions);
    return value == null ? block.required("Default") : value;
  }

  private String reference(String logicalId) {
    String name = name(logicalId);
    return switch (type(logicalId)) {
      case "AWS::SQS::Queue" -> stack.queueUrl(name);
      case "AWS::SNS::Topic" -> stack.arn("sns", name);
      default -> name;
    };
  }

  private String attribute(String logicalId, String attribute) {
    String name = name(logicalId);
    return switch (attribute) {
      case "Arn", "TopicArn" -> arn(logicalId, name);
      case "QueueUrl" -> stack.queueUrl(name);
      case "QueueName", "TopicName" -> name;
      default ->
          throw new IllegalArgumentException(
              "the local runner does not know " + logicalId + "." + attribute);
    };
  }

  private String arn(String logicalId, String name) {
    return switch (type(logicalId)) {
      case "AWS::SQS::Queue" -> stack.arn("sqs", name);
      case "AWS::SNS::Topic" -> stack.arn("sns", name);
      case "AWS::DynamoDB::Table" -> stack.arn("dynamodb", "table/" + name);
      case "AWS::S3::Bucket" -> "arn:aws:s3:::" + name;
      case "AWS::Serverless::Function" -> stack.arn("lambda", "function:" + name);
      default -> stack.arn("local", name);
    };
  }

  private static Map<?, ?> mapping(Map<String, Object> document, String key) {
    return document.get(key) instanceof Map<?, ?> map ? map : Map.of();
  }
}
