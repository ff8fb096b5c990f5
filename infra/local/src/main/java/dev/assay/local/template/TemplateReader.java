package dev.assay.local.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the document's resources into {@link Template}'s records. */
final class TemplateReader {
  private final Map<String, Object> document;
  private final References references;

  TemplateReader(Map<String, Object> document, Stack stack, Map<String, String> parameters) {
    this.document = document;
    this.references = new References(document, stack, parameters);
  }

  Template read() {
    return new Template(
        resources("AWS::SQS::Queue").stream().map(this::queue).toList(),
        resources("AWS::DynamoDB::Table").stream().map(this::table).toList(),
        named("AWS::S3::Bucket"),
        topics(),
        functions(),
        outputs());
  }

  private Block top(String key) {
    Object value = document.get(key);
    return Block.of(key, value == null ? Map.of() : value, references.expressions());
  }

  /** The logical ids of that type whose condition, if any, holds. */
  private List<String> resources(String type) {
    List<String> found = new ArrayList<>();
    for (String id : top("Resources").names()) {
      Block block = references.block(id);
      boolean wanted =
          block.text("Condition").map(references.expressions()::condition).orElse(true);
      if (wanted && block.required("Type").equals(type)) {
        found.add(id);
      }
    }
    return found;
  }

  private Queue queue(String id) {
    Block block = references.block(id).child("Properties");
    return new Queue(
        id,
        references.name(id),
        Duration.ofSeconds(block.integer("VisibilityTimeout", 30)),
        Duration.ofSeconds(block.integer("DelaySeconds", 0)),
        Duration.ofSeconds(block.integer("ReceiveMessageWaitTimeSeconds", 0)),
        block
            .resolvedChild("RedrivePolicy")
            .map(redrive ->
                new Queue.Redrive(
                    lastPart(redrive.required("deadLetterTargetArn")),
                    redrive.integer("maxReceiveCount", 10)))
            .orElse(null));
  }

  private Table table(String id) {
    Map<String, Object> properties = new LinkedHashMap<>();
    Block block = references.block(id).child("Properties");
    block.names().forEach(key -> block.find(key).ifPresent(value -> properties.put(key, value)));
    return new Table(id, references.name(id), properties);
  }

  private Map<String, String> named(String type) {
    Map<String, String> names = new LinkedHashMap<>();
    resources(type).forEach(id -> names.put(id, references.name(id)));
    return names;
  }

  private Map<String, String> topics() {
    Map<String, String> arns = new LinkedHashMap<>();
    for (String id : resources("AWS::SNS::Topic")) {
      arns.put(id, references.expressions().resolve(Map.of("Ref", id)).toString());
    }
    return arns;
  }

  private List<LambdaFunction> functions() {
    FunctionReader reader = new FunctionReader(top("Globals").child("Function"), references);
    return resources("AWS::Serverless::Function").stream().map(reader::read).toList();
  }

  private Map<String, String> outputs() {
    Block block = top("Outputs");
    Map<String, String> values = new LinkedHashMap<>();
    block.names().forEach(name -> values.put(name, block.child(name).required("Value")));
    return values;
  }

  /** The resource part of an ARN whose resource has no type, as a queue's. */
  static String lastPart(String arn) {
    return arn.substring(arn.lastIndexOf(':') + 1);
  }
}
