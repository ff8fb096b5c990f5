package dev.assay.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves CloudFormation's intrinsic functions: Ref, GetAtt, Sub, Join, Split, Select, If, Equals,
 * Not, And, Or and conditions by name.
 */
final class Expressions {
  /** What {@code AWS::NoValue} becomes; whoever holds it is left out of its list or map. */
  static final Object NO_VALUE = new Object();

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Map<String, Object> conditions;
  private final Function<String, Object> references;

  /**
   * @param conditions the template's Conditions block, unresolved
   * @param references the value of {@code Name} (a parameter, pseudo parameter or resource) or
   *     {@code Resource.Attribute}; throws where there is none
   */
  Expressions(Map<String, Object> conditions, Function<String, Object> references) {
    this.conditions = conditions;
    this.references = references;
  }

  /** The value with every function in it resolved. */
  Object resolve(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.size() == 1 ? single(map) : resolveMap(map);
      case List<?> list -> list.stream().map(this::resolveItem).filter(v -> v != NO_VALUE).toList();
      default -> value;
    };
  }

  boolean condition(String name) {
    Object body = conditions.get(name);
    if (body == null) {
      throw new IllegalArgumentException("the template has no condition " + name);
    }
    return truth(body);
  }

  private Object resolveItem(Object item) {
    return resolve(Objects.requireNonNull(item));
  }

  private Object resolveMap(Map<?, ?> map) {
    Map<String, Object> result = new LinkedHashMap<>();
    map.forEach((key, item) -> {
      Object resolved = resolveItem(item);
      if (resolved != NO_VALUE) {
        result.put(key.toString(), resolved);
      }
    });
    return result;
  }

  private Object single(Map<?, ?> map) {
    var entry = map.entrySet().iterator().next();
    String name = entry.getKey().toString();
    Object argument = Objects.requireNonNull(entry.getValue());
    return switch (name) {
      case "Ref" -> reference(argument.toString());
      case "Fn::GetAtt" -> reference(attribute(argument));
      case "Fn::Sub" -> substitute(argument);
      case "Fn::Join" -> join(list(argument));
      case "Fn::Split" -> split(list(argument));
      case "Fn::Select" -> select(list(argument));
      case "Fn::If" -> choose(list(argument));
      case "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" -> truth(map);
      default -> {
        if (name.startsWith("Fn::")) {
          throw new IllegalArgumentException("the local runner does not know " + name);
        }
        yield resolveMap(map);
      }
    };
  }

  private Object reference(String name) {
    return name.equals("AWS::NoValue") ? NO_VALUE : references.apply(name);
  }

  private String attribute(Object argument) {
    return argument instanceof List<?> parts
        ? parts.get(0) + "." + text(Objects.requireNonNull(parts.get(1)))
        : argument.toString();
  }

  private String substitute(Object argument) {
    if (argument instanceof List<?> parts
        && parts.get(0) instanceof String pattern
        && parts.get(1) instanceof Map<?, ?> extra) {
      Map<?, ?> values = (Map<?, ?>) resolveMap(extra);
      return fill(pattern, name -> values.containsKey(name) ? values.get(name) : reference(name));
    }
    return fill(argument.toString(), this::reference);
  }

  private static String fill(String pattern, Function<String, ? extends Object> values) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    return matcher.replaceAll(found ->
        Matcher.quoteReplacement(
            found.group(1).isEmpty()
                ? String.valueOf(values.apply(found.group(2).strip()))
                : "${" + found.group(2) + "}"));
  }

  private String join(List<?> argument) {
    String separator = text(Objects.requireNonNull(argument.get(0)));
    List<?> parts = list(resolveItem(argument.get(1)));
    return String.join(separator, parts.stream().map(String::valueOf).toList());
  }

  private List<Object> split(List<?> argument) {
    String separator = text(Objects.requireNonNull(argument.get(0)));
    return List.of(
        (Object[]) resolveItem(argument.get(1)).toString().split(Pattern.quote(separator), -1));
  }

  private Object select(List<?> argument) {
    int index = Integer.parseInt(text(Objects.requireNonNull(argument.get(0))));
    return Objects.requireNonNull(list(resolveItem(argument.get(1))).get(index));
  }

  private Object choose(List<?> argument) {
    boolean first = condition(String.valueOf(argument.get(0)));
    return resolveItem(argument.get(first ? 1 : 2));
  }

  private boolean truth(Object body) {
    if (body instanceof Map<?, ?> map && map.size() == 1) {
      var entry = map.entrySet().iterator().next();
      Object argument = Objects.requireNonNull(entry.getValue());
      return switch (entry.getKey().toString()) {
        case "Condition" -> condition(argument.toString());
        case "Fn::Not" -> !truth(Objects.requireNonNull(list(argument).getFirst()));
        case "Fn::And" -> list(argument).stream().allMatch(this::truthOf);
        case "Fn::Or" -> list(argument).stream().anyMatch(this::truthOf);
        case "Fn::Equals" -> {
          List<?> sides = list(argument);
          yield resolveItem(sides.get(0)).toString().equals(resolveItem(sides.get(1)).toString());
        }
        default -> throw new IllegalArgumentException("not a condition: " + entry.getKey());
      };
    }
    throw new IllegalArgumentException("not a condition: " + body);
  }

  private boolean truthOf(Object body) {
    return truth(body);
  }

  private String text(Object value) {
    return resolve(value).toString();
  }

  private static List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new IllegalArgumentException("expected a list, got " + value);
  }
}
