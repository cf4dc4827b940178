package org.wirecopy.intake.inbox;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Asks the Linux kernel whether anybody has a file open for writing: a read lease is granted only
 * if nobody has (fcntl(2), F_SETLEASE). The lease is given back at once.
 */
final class WriterLease {

  /** What the kernel says. */
  enum Answer {
    NOBODY_WRITES,
    SOMEBODY_WRITES,
    /** Not this system, not this file system, or not our file. */
    CANNOT_TELL
  }

  private static final boolean AVAILABLE = register();
  private static final int O_NONBLOCK = 0x800;
  private static final int O_CLOEXEC = 0x80000;
  private static final int F_SETSIG = 10;
  private static final int F_SETLEASE = 1024;
  private static final int F_RDLCK = 0;
  private static final int F_UNLCK = 2;

  /**
   * A writer that opens the file while we hold the lease makes the kernel send this; SIGIO would
   * kill.
   */
  private static final int IGNORED_SIGNAL = 23; // SIGURG, ignored by default

  private static final int EAGAIN = 11;

  private WriterLease() {}

  /** Whether somebody writes {@code file} at this moment. */
  static Answer ask(Path file) {
    if (!AVAILABLE) {
      return Answer.CANNOT_TELL;
    }
    byte[] path = InboxPaths.rawBytes(file);
    int fd;
    try {
      fd = open(Arrays.copyOf(path, path.length + 1), O_NONBLOCK | O_CLOEXEC);
    } catch (LastErrorException unreadable) {
      return Answer.CANNOT_TELL;
    }
    try {
      fcntl(fd, F_SETSIG, IGNORED_SIGNAL);
      fcntl(fd, F_SETLEASE, F_RDLCK);
      fcntl(fd, F_SETLEASE, F_UNLCK);
      return Answer.NOBODY_WRITES;
    } catch (LastErrorException refused) {
      return refused.getErrorCode() == EAGAIN ? Answer.SOMEBODY_WRITES : Answer.CANNOT_TELL;
    } finally {
      close(fd);
    }
  }

  private static boolean register() {
    if (!Platform.isLinux()) {
      return false;
    }
    try {
      Native.register(WriterLease.class, "c");
      return true;
    } catch (UnsatisfiedLinkError noLibrary) {
      return false;
    }
  }

  private static native int open(byte[] path, int flags) throws LastErrorException;

  private static native int fcntl(int fd, int command, int argument) throws LastErrorException;

  private static native int close(int fd);
}
