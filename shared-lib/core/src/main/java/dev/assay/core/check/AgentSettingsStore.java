package dev.assay.core.check;

/** Where the settings of agents live: changeable without a deploy. */
public interface AgentSettingsStore {
  /** A store that knows of no settings. */
  AgentSettingsStore NONE =
      new AgentSettingsStore() {
        @Override
        public AgentSettings of(String project, String agent) {
          return AgentSettings.NONE;
        }

        @Override
        public void save(String project, String agent, AgentSettings settings) {
          throw new UnsupportedOperationException("nothing is kept here");
        }
      };

  /** The settings of an agent; {@link AgentSettings#NONE} where none were set. May be cached. */
  AgentSettings of(String project, String agent);

  /**
   * Replaces the settings of an agent.
   *
   * @throws IllegalArgumentException when they are larger than the store can hold
   */
  void save(String project, String agent, AgentSettings settings);
}
