package council.graphql.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Objects;

/**
 * A token bucket for each of many. One that nobody has asked for until it was full again is
 * forgotten, which makes no difference; at most so many are kept, whoever asks.
 */
final class Buckets<K> {
  private static final long KEPT = 100_000;

  private final Bandwidth bandwidth;
  private final Cache<K, Bucket> buckets;

  Buckets(long burst, long perSecond) {
    this.bandwidth =
        Bandwidth.builder().capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)).build();
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(KEPT)
            .expireAfterAccess(Duration.ofSeconds(burst / perSecond + 60))
            .build();
  }

  /** Takes points; what is left to wait in nanoseconds where there are not so many, else 0. */
  long take(K key, long points) {
    return bucket(key).tryConsumeAndReturnRemaining(points).getNanosToWaitForRefill();
  }

  /** Takes what was used up already, also where less is left: the debt is worked off first. */
  void takeEvenIfEmpty(K key, long points) {
    bucket(key).consumeIgnoringRateLimits(points);
  }

  /** How long until one point can be taken, in nanoseconds; 0 where one can be now. */
  long waitForOne(K key) {
    Bucket known = buckets.getIfPresent(key);
    return known == null ? 0 : known.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  void giveBack(K key, long points) {
    bucket(key).addTokens(points);
  }

  /** How many are kept. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket bucket(K key) {
    return Objects.requireNonNull(
        buckets.get(key, k -> Bucket.builder().addLimit(bandwidth).build()));
  }
}
