package org.wirecopy.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  @TempDir Path folder;

  @Test
  void pagesLeadFromTheNewestToTheOldest() throws IOException {
    AuditLog log = new AuditLog(folder.resolve("audit.log"));
    for (int i = 1; i <= 25; i++) {
      log.append(entry("order " + i));
    }
    List<String> read = new ArrayList<>();
    Long before = null;
    int pages = 0;
    do {
      AuditLog.Page page = log.read(before, 10);
      page.entries().forEach(entry -> read.add(entry.get("what").asText()));
      before = page.next();
      pages++;
    } while (before != null);

    assertThat(pages).isEqualTo(3);
    assertThat(read).hasSize(25).startsWith("order 25", "order 24").endsWith("order 2", "order 1");
  }

  @Test
  void aLineThatACrashCutOffHidesNoOther() throws IOException {
    Path file = folder.resolve("audit.log");
    AuditLog log = new AuditLog(file);
    log.append(entry("before"));
    Files.writeString(file, "{\"at\":\"2026-1", StandardOpenOption.APPEND);
    log.append(entry("after"));

    assertThat(log.read(null, 10).entries())
        .extracting(entry -> entry.get("what").asText())
        .containsExactly("after", "before");
  }

  @Test
  void whatCallersWriteIsBoundedAndStaysOnOneLine() throws IOException {
    AuditLog log = new AuditLog(folder.resolve("audit.log"));
    log.append(entry("x\n{\"who\":\"forged\"}" + "y".repeat(10_000)));

    assertThat(Files.readAllLines(folder.resolve("audit.log"))).hasSize(1);
    assertThat(Files.size(folder.resolve("audit.log"))).isLessThan(1_000);
  }

  @Test
  void anEmptyLogHasNoEntries() throws IOException {
    AuditLog.Page page = new AuditLog(folder.resolve("audit.log")).read(null, 10);
    assertThat(page.entries()).isEmpty();
    assertThat(page.next()).isNull();
  }

  private static AuditLog.Entry entry(String what) {
    return new AuditLog.Entry(
        Instant.parse("2026-11-23T09:00:00Z"), "ed", "editor", "127.0.0.1", "POST", what, 202, 3);
  }
}
