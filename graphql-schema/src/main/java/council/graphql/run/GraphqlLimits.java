package council.graphql.run;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What a single operation may ask for.
 *
 * @param maxBodySize bytes of a request's body; imports carry their CSV in it
 * @param maxTokens tokens of a document
 * @param maxDepth levels of fields
 * @param maxFields fields once fragments are expanded
 * @param maxAliases fields under another name
 * @param maxCost objects that the operation could answer: lists multiply by their {@code first}
 */
@ConfigurationProperties("council.graphql")
public record GraphqlLimits(
    @Bindable(defaultValue = "16777216") long maxBodySize,
    @Bindable(defaultValue = "10000") int maxTokens,
    @Bindable(defaultValue = "15") int maxDepth,
    @Bindable(defaultValue = "1000") int maxFields,
    @Bindable(defaultValue = "100") int maxAliases,
    @Bindable(defaultValue = "200000") long maxCost) {}
