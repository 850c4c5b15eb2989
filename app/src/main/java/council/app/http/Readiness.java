package council.app.http;

import jakarta.inject.Singleton;

/** Whether everything is there that the instance is to serve. */
@Singleton
public final class Readiness {
  private volatile boolean ready;

  /** Migrated, loaded and listening. */
  public void ready() {
    ready = true;
  }

  boolean isReady() {
    return ready;
  }
}
