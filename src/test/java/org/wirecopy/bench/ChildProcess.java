package org.wirecopy.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process started by a test or benchmark, with what Linux says it used ({@code proc(5)}). It ends
 * with the one who started it.
 */
public final class ChildProcess implements AutoCloseable {
  /** USER_HZ, which Linux fixes at 100 for what it shows to programs. */
  private static final double TICKS_PER_SECOND = 100;

  private final Process process;
  private final Thread hook;

  /**
   * Starts a process.
   *
   * @param builder what to start
   * @param output where its standard output and error go; appended to
   */
  public ChildProcess(ProcessBuilder builder, Path output) throws IOException {
    this(
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
            .start());
  }

  ChildProcess(Process process) {
    this.process = process;
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * The command for a class of this class path in a Java process of its own.
   *
   * @param options of the virtual machine
   * @param main name of the class
   */
  public static List<String> java(List<String> options, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(javaBinary());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The Java that runs this. */
  static String javaBinary() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  Process process() {
    return process;
  }

  /** True until it ended. */
  public boolean alive() {
    return process.isAlive();
  }

  /** CPU seconds used so far, by it and by children it has waited for; 0 once it is gone. */
  double cpuSeconds() throws IOException {
    try {
      String stat = Files.readString(proc("stat"));
      // Fields 14 to 17, counted after the command name, which may hold blanks.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int field = 14; field <= 17; field++) {
        ticks += Long.parseLong(fields[field - 3]);
      }
      return ticks / TICKS_PER_SECOND;
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  /** The most memory it had resident so far, in MB; 0 once it is gone. */
  double peakMegabytes() throws IOException {
    return megabytes("VmHWM:");
  }

  /** What it has resident now, in MB; 0 once it is gone. */
  double residentMegabytes() throws IOException {
    return megabytes("VmRSS:");
  }

  /**
   * What it has resident now of its own, in MB: not of files mapped into memory, which the kernel
   * takes back when it needs it; 0 once it is gone.
   */
  double ownMegabytes() throws IOException {
    return megabytes("RssAnon:");
  }

  private double megabytes(String field) throws IOException {
    try {
      for (String line : Files.readAllLines(proc("status"))) {
        if (line.startsWith(field)) {
          return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
      }
    } catch (NoSuchFileException e) {
      return 0;
    }
    return 0;
  }

  private Path proc(String file) {
    return Path.of("/proc", Long.toString(process.pid()), file);
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end, and kills it if it has not within ten seconds. */
  @Override
  public void close() {
    process.destroy();
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (process.isAlive() && System.nanoTime() < patience) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
