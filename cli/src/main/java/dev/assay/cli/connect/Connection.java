package dev.assay.cli.connect;

import dev.assay.aws.Adapters;
import dev.assay.aws.AwsClients;
import dev.assay.aws.Environment;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An open way to one system. For one thread; what it hands out is safe for several. */
public final class Connection implements AutoCloseable {
  private final String where;
  private final Environment environment;
  private final AwsClients clients;
  private final ResourceNames names;
  private final InstantSource clock;
  private @Nullable Adapters adapters;

  Connection(
      String where,
      Environment environment,
      AwsClients clients,
      ResourceNames names,
      InstantSource clock) {
    this.where = where;
    this.environment = environment;
    this.clients = clients;
    this.names = names;
    this.clock = clock;
  }

  /** The system in words. */
  public String where() {
    return where;
  }

  public AwsClients clients() {
    return clients;
  }

  /** The variables it was opened with. */
  public Environment environment() {
    return environment;
  }

  /** The physical name of a resource. */
  public String name(Resource resource) {
    return names.of(resource);
  }

  /** Ports over tables and the segments' bucket. */
  public Adapters adapters() {
    Adapters open = adapters;
    if (open == null) {
      Map<String, String> variables = new HashMap<>(environment.variables());
      for (Resource resource :
          new Resource[] {
            Resource.TRACES_TABLE, Resource.REGISTRY_TABLE, Resource.SEGMENTS_BUCKET
          }) {
        variables.put(resource.variable(), name(resource));
      }
      open = new Adapters(new Environment(variables), clock);
      adapters = open;
    }
    return open;
  }

  @Override
  public void close() {
    if (adapters != null) {
      adapters.close();
    }
    clients.close();
  }
}
