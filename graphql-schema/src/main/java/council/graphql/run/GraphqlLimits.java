package council.graphql.run;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a single request may ask for. Where a request has several operations, they count together.
 *
 * @param maxBodySize bytes of a request's body; imports carry their CSV in it
 * @param maxBatch operations of one request, sent as an array; 0 takes no arrays
 * @param maxTokens tokens of a document
 * @param maxDepth levels of fields
 * @param maxFields fields once fragments are expanded
 * @param maxAliases fields under another name
 * @param maxDirectives uses of directives
 * @param maxCost objects that the operation could answer: lists multiply by their {@code first}
 */
@ConfigurationProperties("council.graphql")
public record GraphqlLimits(
    @Bindable(defaultValue = "16777216") long maxBodySize,
    @Bindable(defaultValue = "0") int maxBatch,
    @Bindable(defaultValue = "10000") int maxTokens,
    @Bindable(defaultValue = "15") int maxDepth,
    @Bindable(defaultValue = "1000") int maxFields,
    @Bindable(defaultValue = "100") int maxAliases,
    @Bindable(defaultValue = "100") int maxDirectives,
    @Bindable(defaultValue = "200000") long maxCost) {

  /** Refuses an instance with settings that nobody can mean. */
  public GraphqlLimits {
    List<String> faults = new ArrayList<>();
    check(faults, "max-body-size", maxBodySize, 1, Integer.MAX_VALUE);
    check(faults, "max-batch", maxBatch, 0, 100);
    check(faults, "max-tokens", maxTokens, 1, 1_000_000);
    check(faults, "max-depth", maxDepth, 1, 100);
    check(faults, "max-fields", maxFields, 1, 100_000);
    check(faults, "max-aliases", maxAliases, 0, 100_000);
    check(faults, "max-directives", maxDirectives, 0, 100_000);
    check(faults, "max-cost", maxCost, 1, Integer.MAX_VALUE);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", faults));
    }
  }

  private static void check(List<String> faults, String name, long value, long least, long most) {
    if (value < least || value > most) {
      faults.add(
          "council.graphql.%s must be from %d to %d, but it is %d."
              .formatted(name, least, most, value));
    }
  }
}
