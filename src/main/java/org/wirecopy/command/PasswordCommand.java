package org.wirecopy.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.wirecopy.desk.access.UsersLine;
import org.wirecopy.settings.HouseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wirecopy password}: makes the line of the users file for somebody who may log in. */
@Command(
    name = "password",
    description =
        "Reads a password and prints the line for the users file (setting wirecopy.users).",
    mixinStandardHelpOptions = true)
public final class PasswordCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who may log in.")
  private String name = "";

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      defaultValue = "viewer",
      description =
          "viewer sees, editor also acts on stories, operator also on partners (default: viewer).")
  private String role = "";

  @Override
  public Integer call() throws IOException {
    char[] password = read();
    try {
      System.out.println(UsersLine.of(name, role, password, new SecureRandom()));
    } catch (IllegalArgumentException e) {
      throw new HouseException(String.valueOf(e.getMessage()));
    } finally {
      Arrays.fill(password, ' ');
    }
    return 0;
  }

  /** From the terminal without showing it; from a pipe, its first line. */
  private static char[] read() throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    if (!terminal("-echo")) {
      return typed(lines);
    }
    Thread interrupted = new Thread(() -> terminal("echo"));
    Runtime.getRuntime().addShutdownHook(interrupted);
    try {
      System.err.print("Password: ");
      char[] first = typed(lines);
      System.err.print("\nAgain: ");
      char[] second = typed(lines);
      System.err.println();
      if (!Arrays.equals(first, second)) {
        throw new HouseException("The two are not the same.");
      }
      return first;
    } finally {
      Runtime.getRuntime().removeShutdownHook(interrupted);
      terminal("echo");
    }
  }

  private static char[] typed(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new HouseException("No password on standard input.");
    }
    return line.toCharArray();
  }

  /**
   * Sets the terminal that standard input is. {@code System.console()} will not do: it is missing
   * as soon as the output goes to a file, which is where the line belongs.
   *
   * @return false if standard input is no terminal, or there is no {@code stty} to ask
   */
  private static boolean terminal(String setting) {
    try {
      Process stty =
          new ProcessBuilder("stty", setting)
              .redirectInput(Redirect.INHERIT)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return stty.waitFor() == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
