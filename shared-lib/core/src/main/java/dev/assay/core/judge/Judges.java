package dev.assay.core.judge;

/** Which judge a project has. Safe for several threads. */
@FunctionalInterface
public interface Judges {
  /** The judge as the project is set up now: another one when its rubrics have changed. */
  Judge of(String project);
}
