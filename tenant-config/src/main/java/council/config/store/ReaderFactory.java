package council.config.store;

import council.config.document.SchemeReader;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** The one reader of the instance, for the modules that are on the class path. */
@Factory
final class ReaderFactory {
  @Singleton
  SchemeReader reader() {
    return SchemeReader.ofInstalledModules();
  }
}
