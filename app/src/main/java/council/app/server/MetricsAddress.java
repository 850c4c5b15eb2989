package council.app.server;

/**
 * Where metrics are told, apart from everything that councils use.
 *
 * @param host interface to listen on
 * @param port 0 takes any free one
 */
public record MetricsAddress(String host, int port) {}
