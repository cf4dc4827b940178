package org.wirecopy.partners;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.partners.PartnerFile.PartnerFileException;

/**
 * The partner files as they last could be used: a partner whose file was broken while the house was
 * down starts with its old settings, as it would have kept them while the house ran. Stories that
 * come in meanwhile are its stories, too.
 *
 * <p>Only the owner can read them, since a partner file may hold a secret.
 */
final class LastGoodFiles {
  private static final Logger LOG = LoggerFactory.getLogger(LastGoodFiles.class);
  private static final String FRESH = ".fresh";

  private final Path folder;

  /** Keeps them in a folder, which is made when the first comes. */
  LastGoodFiles(Path folder) {
    this.folder = folder;
  }

  /** This file could be used. */
  void keep(PartnerFile partner) {
    Path file = file(partner.name());
    try {
      if (Files.exists(file) && Files.readString(file).equals(partner.text())) {
        return;
      }
      Files.createDirectories(folder);
      Path fresh = folder.resolve(partner.name() + FRESH);
      Files.deleteIfExists(fresh);
      create(fresh);
      Files.writeString(fresh, partner.text(), StandardCharsets.UTF_8);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("The settings of partner {} are not kept for the next start: {}", partner.name(), e);
    }
  }

  private static void create(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /** The file as it last could be used, or empty if it never could. */
  Optional<PartnerFile> of(String name) throws PartnerFileException {
    try {
      return Files.exists(file(name))
          ? Optional.of(PartnerFile.read(file(name)))
          : Optional.empty();
    } catch (IOException e) {
      throw new PartnerFileException("they cannot be read: " + e);
    }
  }

  /** All partners whose file is kept. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        PartnerFile.nameOf(file).ifPresent(names::add);
      }
    } catch (NoSuchFileException none) {
      return names;
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("The kept settings of partners in {} cannot be listed: {}", folder, e.toString());
    }
    return names;
  }

  /** Forgets all partners but these. */
  void retain(Set<String> names) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Optional<String> name = PartnerFile.nameOf(file);
        if (name.isEmpty() || !names.contains(name.get())) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException none) {
      return;
    } catch (IOException | DirectoryIteratorException e) {
      LOG.warn("The kept settings of partners that left stay in {}: {}", folder, e.getMessage());
    }
  }

  private Path file(String name) {
    return folder.resolve(name + PartnerFile.SUFFIX);
  }
}
