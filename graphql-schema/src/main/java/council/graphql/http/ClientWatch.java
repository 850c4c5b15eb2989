package council.graphql.http;

import council.platform.data.StoppableWork;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import org.jspecify.annotations.Nullable;

/** Stops the work for a client as soon as its connection is closed. */
final class ClientWatch implements AutoCloseable {
  private final @Nullable Channel channel;
  private final ChannelFutureListener gone;

  private ClientWatch(@Nullable Channel channel, StoppableWork work) {
    this.channel = channel;
    this.gone = closed -> work.stop(StoppableWork.Cause.CLIENT_GONE);
    if (channel != null) {
      channel.closeFuture().addListener(gone);
    }
  }

  static ClientWatch over(HttpRequest<?> http, StoppableWork work) {
    Channel channel =
        http instanceof NettyHttpRequest<?> netty
            ? netty.getChannelHandlerContext().channel()
            : null;
    return new ClientWatch(channel, work);
  }

  @Override
  public void close() {
    if (channel != null) {
      channel.closeFuture().removeListener(gone);
    }
  }
}
