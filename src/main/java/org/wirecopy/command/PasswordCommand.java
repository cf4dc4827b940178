package org.wirecopy.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
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
    Console console = System.console();
    if (console != null) {
      char[] first = console.readPassword("Password: ");
      char[] second = console.readPassword("Again: ");
      if (first == null || !Arrays.equals(first, second)) {
        throw new HouseException("The two are not the same.");
      }
      return first;
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    if (line == null) {
      throw new HouseException("No password on standard input.");
    }
    return line.toCharArray();
  }
}
