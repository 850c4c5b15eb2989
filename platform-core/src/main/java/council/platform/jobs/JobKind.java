package council.platform.jobs;

/**
 * What a job does, and the record that tells it what to do it to.
 *
 * @param code module and task, such as {@code platform.expire-idempotency-keys}; it stands in kept
 *     jobs, so it never changes
 * @param payloadType a record that {@code CanonicalJson} writes and reads; members may be added if
 *     they may be absent
 */
public record JobKind<P extends Record>(String code, Class<P> payloadType) {
  public JobKind {
    if (!code.matches("[a-z]+(\\.[a-z][a-z0-9-]*)+")) {
      throw new IllegalArgumentException(
          "Expected a kind such as 'module.task', but it is '%s'".formatted(code));
    }
  }
}
