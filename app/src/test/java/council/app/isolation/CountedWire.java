package council.app.isolation;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between the server and PostgreSQL and counts what PostgreSQL answers: so it is seen
 * whether two requests take the same way, without asking the clock.
 */
final class CountedWire implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("//([^:/]+):(\\d+)/([^?]+)");
  private final ServerSocket listener;
  private final String host;
  private final int port;
  private final String database;
  private final AtomicLong statements = new AtomicLong();
  private final AtomicLong roundTrips = new AtomicLong();

  private CountedWire(ServerSocket listener, String host, int port, String database) {
    this.listener = listener;
    this.host = host;
    this.port = port;
    this.database = database;
  }

  static CountedWire before(String jdbcUrl) {
    Matcher address = ADDRESS.matcher(jdbcUrl);
    if (!address.find()) {
      throw new IllegalArgumentException("Expected //host:port/database in " + jdbcUrl);
    }
    try {
      ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      CountedWire wire =
          new CountedWire(
              listener, address.group(1), Integer.parseInt(address.group(2)), address.group(3));
      Thread.ofPlatform().daemon().name("counted-wire").start(wire::accept);
      return wire;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the server finds the database; without encryption, which would hide what is counted. */
  String url() {
    return "jdbc:postgresql://localhost:%d/%s?sslmode=disable&gssEncMode=disable"
        .formatted(listener.getLocalPort(), database);
  }

  /** Statements completed and round trips taken so far. */
  record Traffic(long statements, long roundTrips) {
    Traffic since(Traffic before) {
      return new Traffic(statements - before.statements, roundTrips - before.roundTrips);
    }
  }

  Traffic traffic() {
    return new Traffic(statements.get(), roundTrips.get());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Socket server = new Socket(host, port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        pump(() -> copy(client.getInputStream(), server.getOutputStream()), client, server);
        pump(() -> count(server.getInputStream(), client.getOutputStream()), client, server);
      } catch (IOException closed) {
        // The server is stopped, or a connection could not be had; the next one is tried.
      }
    }
  }

  private interface Transfer {
    void run() throws IOException;
  }

  private static void pump(Transfer transfer, Socket client, Socket server) {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try (client;
              server) {
            transfer.run();
          } catch (IOException closed) {
            // One side went away; both are closed.
          }
        });
  }

  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[16_384];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      to.write(buffer, 0, read);
    }
  }

  /**
   * Messages of the backend: a letter, the length of what follows with itself, and that. A round
   * trip without any statement is the pool's, which asks a connection that has been idle whether it
   * is still alive; that tells of the time that has passed and nothing of the request.
   */
  private void count(InputStream from, OutputStream to) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from, 65_536));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 65_536));
    boolean asked = false;
    while (true) {
      int kind = in.read();
      if (kind < 0) {
        return;
      }
      byte[] body = new byte[in.readInt() - 4];
      in.readFully(body);
      switch (kind) {
        case 'C' -> {
          statements.incrementAndGet();
          asked = true;
        }
        case 'E' -> asked = true;
        case 'Z' -> {
          roundTrips.addAndGet(asked ? 1 : 0);
          asked = false;
        }
        default -> {}
      }
      out.writeByte(kind);
      out.writeInt(body.length + 4);
      out.write(body);
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
