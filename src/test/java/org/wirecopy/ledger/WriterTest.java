package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirecopy.ledger.Desk.settled;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class WriterTest {
  @TempDir Path folder;
  private Engine engine;
  private Statements sql;
  private Writer writer;
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicLong now = new AtomicLong();

  private final Writer.Settling counting =
      new Writer.Settling() {
        @Override
        public void settle(Transaction transaction) {
          transaction.afterwards(commits::incrementAndGet);
        }

        @Override
        public long nextAt() {
          return Long.MAX_VALUE;
        }
      };

  @BeforeEach
  void start() throws Exception {
    engine = Sqlite.in(folder);
    sql = new Statements(engine.writing());
    sql.run("CREATE TABLE page (content BLOB)");
    writer = new Writer(engine, sql, counting, now::get, 1_000);
    writer.start();
  }

  @AfterEach
  void stop() throws Exception {
    writer.close();
    sql.close();
    engine.close();
  }

  private CompletableFuture<Integer> write(int bytes) {
    return writer.submit(tx -> tx.sql.update("INSERT INTO page VALUES (?)", new byte[bytes]));
  }

  @Test
  void whatWaitsIsCommittedTogether() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    writer.submit(
        tx -> {
          try {
            busy.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return 0;
        });
    List<CompletableFuture<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      waiting.add(write(10));
    }
    busy.countDown();
    waiting.forEach(Desk::settled);
    assertThat(commits.get()).isLessThanOrEqualTo(3);
    WriterActivity activity = writer.activity();
    assertThat(activity.commits()).isEqualTo(commits.get());
    assertThat(activity.pieces()).isEqualTo(501);
    assertThat(activity.waiting()).isZero();
    assertThat(activity.commitNanos()).isPositive();
  }

  @Test
  void fullDiskFailsWhatItHitsAndTheWriterGoesOn() throws Exception {
    settled(write(10));
    settled(writer.submit(tx -> pages(tx, "PRAGMA max_page_count = 20")));
    assertThatThrownBy(() -> settled(write(1_000_000)))
        .hasCauseInstanceOf(LedgerException.class)
        .hasMessageContaining("is full");
    settled(writer.submit(tx -> pages(tx, "PRAGMA max_page_count = 1000000")));
    assertThat(settled(write(1_000_000))).isEqualTo(1);
    CompletableFuture<Long> pages = writer.submit(tx -> tx.sql.number("SELECT count(*) FROM page"));
    assertThat(settled(pages)).isEqualTo(2);
  }

  @Test
  void thatItCouldNotWriteStandsUntilItCan() throws Exception {
    assertThat(writer.fault()).isNull();
    settled(write(10));
    settled(writer.submit(tx -> pages(tx, "PRAGMA max_page_count = 20")));
    assertThatThrownBy(() -> settled(write(1_000_000))).hasMessageContaining("is full");
    assertThat(writer.fault()).contains("is full");
    settled(writer.submit(tx -> pages(tx, "PRAGMA max_page_count = 1000000")));
    settled(write(1_000_000));
    assertThat(writer.fault()).isNull();
  }

  @Test
  void itTriesByItselfWhetherItCanWriteAgainWhenNobodyElseDoes() throws Exception {
    settled(write(10));
    try (Connection other = engine.source().getConnection();
        Statement holding = other.createStatement()) {
      holding.execute("BEGIN IMMEDIATE");
      assertThatThrownBy(() -> settled(write(10))).hasMessageContaining("locked");
      assertThat(writer.fault()).contains("locked");
      holding.execute("COMMIT");
    }
    now.addAndGet(60_000);
    await().until(() -> writer.fault() == null);
  }

  @Test
  void aCommitThatHasNothingToWriteDoesNotPassForOneThatCould() throws Exception {
    AtomicInteger tried = new AtomicInteger();
    Engine large =
        (Engine)
            Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("probe")) {
                    tried.incrementAndGet();
                    return "INSERT INTO page VALUES (zeroblob(1000000))";
                  }
                  return method.invoke(engine, arguments);
                });
    writer.close();
    writer = new Writer(large, sql, counting, now::get, 1_000);
    writer.start();
    settled(write(10));
    settled(writer.submit(tx -> pages(tx, "PRAGMA max_page_count = 20")));
    assertThatThrownBy(() -> settled(write(1_000_000))).hasMessageContaining("is full");
    for (int i = 1; i <= 3; i++) {
      int before = i;
      now.addAndGet(60_000);
      await().until(() -> tried.get() >= before);
      assertThat(writer.fault()).contains("is full");
    }
  }

  private static int pages(Transaction tx, String pragma) throws java.sql.SQLException {
    tx.sql.run(pragma);
    return 0;
  }

  @Test
  void anErrorFailsWhatItHitsIsUndoneAndTheWriterGoesOn() throws Exception {
    CompletableFuture<Integer> unlucky =
        writer.submit(
            tx -> {
              tx.sql.update("INSERT INTO page VALUES (?)", new byte[1]);
              throw new OutOfMemoryError("one unlucky allocation");
            });
    assertThatThrownBy(() -> settled(unlucky))
        .hasCauseInstanceOf(LedgerException.class)
        .hasMessageContaining("one unlucky allocation");
    assertThat(settled(write(10))).isEqualTo(1);
    CompletableFuture<Long> pages = writer.submit(tx -> tx.sql.number("SELECT count(*) FROM page"));
    assertThat(settled(pages)).isEqualTo(1);
  }

  @Test
  void whatFollowsACommitCannotUndoItOrHaveItDoneTwice() throws Exception {
    writer.watch(
        () -> {
          throw new OutOfMemoryError("no room to take note");
        });
    CompletableFuture<Integer> first =
        writer.submit(
            tx -> {
              tx.afterwards(
                  () -> {
                    throw new StackOverflowError("deep");
                  });
              return tx.sql.update("INSERT INTO page VALUES (?)", new byte[1]);
            });
    CompletableFuture<Integer> second = write(10);
    assertThat(settled(first)).isEqualTo(1);
    assertThat(settled(second)).isEqualTo(1);
    CompletableFuture<Long> pages = writer.submit(tx -> tx.sql.number("SELECT count(*) FROM page"));
    assertThat(settled(pages)).isEqualTo(2);
  }

  @Test
  void aWriterThatMetTheUnexpectedOutsideOfItsWorkGoesOnToo() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Writer.Settling confused =
        new Writer.Settling() {
          @Override
          public void settle(Transaction transaction) {}

          @Override
          public long nextAt() {
            if (asked.incrementAndGet() == 1) {
              throw new OutOfMemoryError("no room to look at the clock");
            }
            return Long.MAX_VALUE;
          }
        };
    writer.close();
    writer = new Writer(engine, sql, confused, now::get, 1_000);
    writer.start();
    assertThat(settled(write(10))).isEqualTo(1);
    assertThat(asked).hasPositiveValue();
  }

  @Test
  void afterTheEndEveryoneIsTold() {
    writer.close();
    assertThatThrownBy(() -> settled(write(1)))
        .hasCauseInstanceOf(LedgerException.class)
        .hasMessageContaining("closed");
  }
}
