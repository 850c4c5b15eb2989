package council.platform.module;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

@Factory
final class InstalledModulesFactory {
  @Singleton
  InstalledModules installedModules() {
    return InstalledModules.onClassPath();
  }
}
