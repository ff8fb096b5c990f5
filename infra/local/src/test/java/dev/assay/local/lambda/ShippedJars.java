package dev.assay.local.lambda;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.local.template.LambdaFunction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jars that template.yaml ships. */
final class ShippedJars {
  private static final List<String> FUNCTIONS =
      List.of("ingest", "check", "judge", "harvest", "api");

  private ShippedJars() {}

  /** The repository's root: the folder that holds template.yaml. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("template.yaml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no template.yaml above the working directory");
      }
    }
    return folder;
  }

  static Path template() {
    return root().resolve("template.yaml");
  }

  static Path of(LambdaFunction function) {
    return root().resolve(function.codeUri());
  }

  /** Skips the test where only classes were built: the jars are made by {@code mvn package}. */
  static void assumePackaged() {
    for (String name : FUNCTIONS) {
      Path jar =
          root().resolve("functions/" + name + "/target/assay-" + name + "-0.1.0-lambda.jar");
      assumeTrue(Files.exists(jar), () -> jar.getFileName() + " is not built; run mvn verify");
    }
  }
}
