package org.wirecopy.desk.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may log in: a text file with a line {@code NAME ROLE HASH} for each. A change is taken up
 * within seconds; a file that has become unreadable changes nothing.
 */
final class Users {
  private static final Logger LOG = LoggerFactory.getLogger(Users.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");
  private static final long LOOK_MILLIS = 2_000;

  private final Path file;
  private final InstantSource clock;
  private Map<String, User> byName;
  private FileTime changed;
  private long lookedAt;

  /** What was wrong with the file at the last look; it is said once, not at each look. */
  private String fault = "";

  private Users(Path file, InstantSource clock, Map<String, User> byName, FileTime changed) {
    this.file = file;
    this.clock = clock;
    this.byName = byName;
    this.changed = changed;
    this.lookedAt = clock.millis();
  }

  /**
   * Reads the file.
   *
   * @throws AccessException if it cannot be read, names nobody or has a wrong line
   */
  static Users in(Path file, InstantSource clock) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      return new Users(file, clock, read(file), changed);
    } catch (IOException e) {
      throw new AccessException(
          "The users file " + file + " (setting wirecopy.users) cannot be read: " + e.getMessage());
    }
  }

  /** The user of a name, or null. */
  synchronized @Nullable User named(String name) {
    if (Math.abs(clock.millis() - lookedAt) > LOOK_MILLIS) {
      lookedAt = clock.millis();
      takeUpChange();
    }
    return byName.get(name);
  }

  private void takeUpChange() {
    try {
      FileTime time = Files.getLastModifiedTime(file);
      if (!time.equals(changed)) {
        byName = read(file);
        // Not before: what cannot be read now may be readable later with the same time.
        changed = time;
        LOG.info("The users file {} was changed and read again", file);
      }
      fault = "";
    } catch (IOException | AccessException e) {
      if (!fault.equals(e.toString())) {
        fault = e.toString();
        LOG.warn("Users stay as they were: {} cannot be read: {}", file, e.getMessage());
      }
    }
  }

  private static Map<String, User> read(Path file) throws IOException {
    Map<String, User> users = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        User user = user(line, file + ", line " + (i + 1));
        if (users.put(user.name(), user) != null) {
          throw new AccessException(file + " names " + user.name() + " twice.");
        }
      }
    }
    if (users.isEmpty()) {
      throw new AccessException(
          file + " names no user. Have a line made with: java -jar wirecopy.jar password NAME");
    }
    return users;
  }

  private static User user(String line, String where) {
    String[] words = line.split("\\s+");
    Role role = words.length == 3 ? Role.ofWord(words[1]) : null;
    if (role == null || !NAME.matcher(words[0]).matches()) {
      throw new AccessException(
          where
              + " must be NAME ROLE HASH; the name of letters, digits and . _ @ -, the role viewer,"
              + " editor or operator, the hash from: java -jar wirecopy.jar password NAME");
    }
    try {
      return new User(words[0], role, PasswordHash.parse(words[2]));
    } catch (IllegalArgumentException e) {
      throw new AccessException(
          where + ": " + e.getMessage() + ". Have it made with: java -jar wirecopy.jar password");
    }
  }

  /** True if a name can stand in the file. */
  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }
}
