package council.framework;

import council.framework.scheme.FrameworkChecks;
import council.platform.module.CouncilModule;
import council.platform.scheme.SchemeSection;
import java.util.Optional;

/** Provider frameworks: rounds, tiers, places, new business and transition. */
public final class FrameworkModule implements CouncilModule {
  @Override
  public String id() {
    return "framework";
  }

  @Override
  public Optional<SchemeSection<?>> schemeSection() {
    return Optional.of(FrameworkChecks.SECTION);
  }
}
