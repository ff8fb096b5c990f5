package dev.assay.cli.connect;

import dev.assay.cli.terminal.OutsideFault;
import dev.assay.local.template.Stack;
import dev.assay.local.template.Template;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Physical names of a stack's resources. */
@FunctionalInterface
public interface ResourceNames {
  /**
   * A queue's URL, a table's or bucket's name, a topic's ARN.
   *
   * @throws OutsideFault when there is none, with what would help
   */
  String of(Resource resource);

  /** Those of the local system, as the template has them. */
  static ResourceNames local(Path template, URI endpoint) {
    Map<String, String> outputs =
        Template.read(template, Stack.local(endpoint), Map.of()).outputs();
    return resource -> {
      String name = outputs.get(resource.output());
      if (name == null) {
        throw new OutsideFault(template + ": Outputs." + resource.output() + " is missing");
      }
      return name;
    };
  }

  /** What the variables name first, else what {@code otherwise} knows; each is asked for once. */
  static ResourceNames given(Map<String, String> variables, ResourceNames otherwise) {
    Map<Resource, String> known = new EnumMap<>(Resource.class);
    return resource -> {
      String variable = variables.get(resource.variable());
      if (variable != null && !variable.isEmpty()) {
        return variable;
      }
      synchronized (known) {
        return known.computeIfAbsent(resource, otherwise::of);
      }
    };
  }
}
