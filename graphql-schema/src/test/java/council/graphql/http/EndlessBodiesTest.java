package council.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A body that does not say how long it is, and does not end. */
class EndlessBodiesTest {
  private static final int LIMIT = 1_000_000;
  private static final int CHUNK = 64 * 1024;

  /** What may lie in the buffers of two sockets beyond the limit. */
  private static final int UNDERWAY = 24_000_000;

  private static final int ENDLESS = 400_000_000;

  @Test
  void areRefusedWhileTheyAreStillSent() throws Exception {
    try (ToyServer toy = ToyServer.start(Map.of("council.graphql.max-body-size", LIMIT));
        Socket socket = new Socket(toy.server().getHost(), toy.server().getPort())) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              ("POST /graphql HTTP/1.1\r\nHost: api\r\nContent-Type: application/json\r\n"
                      + "Transfer-Encoding: chunked\r\nAuthorization: Bearer "
                      + toy.token("north")
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      long sent = sendUntilAnswered(socket);
      String answer = read(socket.getInputStream());

      assertThat(sent).as(answer).isLessThan(LIMIT + UNDERWAY);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("\"code\":\"BODY_TOO_LARGE\"");
      assertThat(toy.ask(toy.token("north"), "{ me { label } }").statusCode()).isEqualTo(200);
    }
  }

  private static long sendUntilAnswered(Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    byte[] chunk =
        (Integer.toHexString(CHUNK) + "\r\n" + " ".repeat(CHUNK) + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    long sent = 0;
    while (sent < ENDLESS && socket.getInputStream().available() == 0) {
      out.write(chunk);
      sent += CHUNK;
    }
    return sent;
  }

  /** What has come by the time the answer is complete or the connection is closed. */
  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    int length = 0;
    while (length >= 0 && !read.toString(StandardCharsets.UTF_8).endsWith("}]}")) {
      length = in.read(part);
      read.write(part, 0, Math.max(0, length));
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
