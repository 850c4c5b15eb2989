package council.graphql.toy;

import council.graphql.toy.ToyModule.ToySection;
import council.platform.scheme.SchemeVersion;
import council.platform.scheme.Schemes;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/** Every council has the toy module, except where a test closes it. */
@Singleton
public final class ToySchemes implements Schemes {
  public static volatile boolean closed;
  private final DSLContext db;

  public ToySchemes(DSLContext db) {
    this.db = db;
  }

  private record Version(String council) implements SchemeVersion {
    @Override
    public UUID id() {
      return new UUID(0, 1);
    }

    @Override
    public int number() {
      return 1;
    }

    @Override
    public String contentHash() {
      return "0";
    }

    @Override
    public <S> S getSection(Class<S> type) {
      return findSection(type).orElseThrow();
    }

    @Override
    public LocalDate effectiveFrom() {
      return LocalDate.EPOCH;
    }

    @Override
    public Set<String> names(String kind) {
      return Set.of();
    }

    @Override
    public <S> Optional<S> findSection(Class<S> type) {
      return type == ToySection.class && !closed
          ? Optional.of(type.cast(new ToySection()))
          : Optional.empty();
    }
  }

  @Override
  public Optional<SchemeVersion> findInForce(LocalDate date) {
    return Optional.of(
        new Version(String.valueOf(db.fetchValue("select current_setting('app.tenant')"))));
  }

  @Override
  public Optional<SchemeVersion> findInForceForExisting(LocalDate date) {
    return findInForce(date);
  }

  @Override
  public SchemeVersion getVersion(UUID id) {
    return findInForce(LocalDate.EPOCH).orElseThrow();
  }
}
