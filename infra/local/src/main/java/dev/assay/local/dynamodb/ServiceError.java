package dev.assay.local.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal in DynamoDB's words: the error's name, its message and what travels with it. */
final class ServiceError extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";
  private static final String CORAL = "com.amazon.coral.";

  /** Why one action of a cancelled transaction failed; code {@code None} when it did not. */
  record Reason(String code, String message, @Nullable Item item) {
    static final Reason NONE = new Reason("None", "", null);
  }

  private final String type;
  private final int status;
  private final transient @Nullable Item item;
  private final transient List<Reason> reasons;

  private ServiceError(
      String type, int status, String message, @Nullable Item item, List<Reason> reasons) {
    // A refusal is an answer, not a bug: no stack trace, no cause.
    super(message, null, false, false);
    this.type = type;
    this.status = status;
    this.item = item;
    this.reasons = List.copyOf(reasons);
  }

  static ServiceError validation(String message) {
    return plain(CORAL + "validate#ValidationException", message);
  }

  static ServiceError serialization(String message) {
    return plain(CORAL + "service#SerializationException", message);
  }

  static ServiceError unknownOperation(String target) {
    return plain(CORAL + "service#UnknownOperationException", "Unknown operation: " + target);
  }

  static ServiceError tableNotFound(String table) {
    return plain(
        DYNAMODB + "ResourceNotFoundException",
        "Requested resource not found: Table: " + table + " not found");
  }

  static ServiceError tableExists(String table) {
    return plain(DYNAMODB + "ResourceInUseException", "Table already exists: " + table);
  }

  static ServiceError conditionFailed(@Nullable Item item) {
    return new ServiceError(
        DYNAMODB + "ConditionalCheckFailedException",
        400,
        "The conditional request failed",
        item,
        List.of());
  }

  static ServiceError cancelled(List<Reason> reasons) {
    List<String> codes = reasons.stream().map(Reason::code).toList();
    return new ServiceError(
        DYNAMODB + "TransactionCanceledException",
        400,
        "Transaction cancelled, please refer cancellation reasons for specific reasons ["
            + String.join(", ", codes)
            + "]",
        null,
        reasons);
  }

  static ServiceError tokenReused() {
    return plain(
        DYNAMODB + "IdempotentParameterMismatchException",
        "The request was rejected because it was retried with a client token that was used with"
            + " different parameters");
  }

  /** Our own bug or a broken disk: the SDK retries these. */
  static ServiceError internal(String what) {
    return new ServiceError(
        DYNAMODB + "InternalServerError", 500, "Internal server error: " + what, null, List.of());
  }

  private static ServiceError plain(String type, String message) {
    return new ServiceError(type, 400, message, null, List.of());
  }

  /** The full name, as {@code __type} carries it. */
  String type() {
    return type;
  }

  boolean isValidation() {
    return type.endsWith("#ValidationException");
  }

  /** HTTP status, 400 or 500. */
  int status() {
    return status;
  }

  /** The item as it was when a condition failed, where the request asked for it. */
  @Nullable Item item() {
    return item;
  }

  List<Reason> reasons() {
    return reasons;
  }

  /** The message, never absent. */
  String text() {
    return String.valueOf(getMessage());
  }
}
