package dev.assay.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatienceTest {
  @Test
  @Timeout(30)
  void whoDoesNotTakeWhatIsSentIsLetGo() throws Exception {
    try (Patience patience = new Patience(Duration.ofMillis(50));
        ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SocketChannel _ = SocketChannel.open(server.getLocalAddress());
        SocketChannel sender = server.accept()) {
      CompletableFuture<Void> sent = new CompletableFuture<>();
      Thread.startVirtualThread(
          () -> {
            try {
              patience.during(
                  () -> {
                    while (true) {
                      sender.write(ByteBuffer.allocate(100_000));
                    }
                  });
            } catch (java.io.IOException e) {
              sent.completeExceptionally(e);
            }
          });
      ExecutionException ended = assertThrows(ExecutionException.class, () -> sent.get(20, TimeUnit.SECONDS));
      assertEquals(ClosedByInterruptException.class, ended.getCause().getClass());
      assertFalse(sender.isOpen());
    }
  }

  @Test
  void whoTakesEachThingInTimeIsForgottenWithIt() throws Exception {
    try (Patience patience = new Patience(Duration.ofMinutes(5))) {
      for (int i = 0; i < 4; i++) {
        patience.during(() -> assertEquals(1, patience.waiting()));
        assertEquals(0, patience.waiting());
      }
    }
    assertFalse(Thread.currentThread().isInterrupted());
  }
}
