package council.platform.module;

import java.util.List;

/**
 * A table that can be exported through the public API.
 *
 * @param name as given on the command line, such as {@code allocation}
 * @param document a GraphQL query with the variables {@code $first: Int, $after: String} and, where
 *     the dataset depends on a day, {@code $asAt: Date}; its root field is a connection
 * @param connection path from {@code data} to the connection, such as {@code places}
 * @param columns the columns in order
 */
public record Dataset(String name, String document, String connection, List<Column> columns) {

  /**
   * @param header heading in CSV and key in JSON
   * @param path path from the node to the value, such as {@code provider.reference}
   */
  public record Column(String header, String path) {}
}
