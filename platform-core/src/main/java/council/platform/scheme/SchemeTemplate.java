package council.platform.scheme;

/**
 * A scheme's beginning that a council's document can extend.
 *
 * @param name by which documents name it, such as {@code two-tier-zones}
 * @param title for people
 * @param resource class-path resource of its YAML text, such as {@code
 *     templates/two-tier-zones.yaml}, read by the class loader of the module
 */
public record SchemeTemplate(String name, String title, String resource) {}
