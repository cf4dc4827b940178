package org.wirecopy.partners;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.ninjs.MappingException;

/**
 * Keeps the partners' own formats as the files {@code NAME.jsonata} beside the partner files say. A
 * file with a mistake leaves the format as it was, and so does one that is removed while a partner
 * has its format.
 */
public final class MappingFiles {
  private static final Logger LOG = LoggerFactory.getLogger(MappingFiles.class);
  private static final String SUFFIX = ".jsonata";
  private static final long LARGEST = 256 * 1024;

  private record Stamp(FileTime modified, long size) {}

  private final Path folder;
  private final Formats formats;
  private final Predicate<String> used;
  private final Map<String, Stamp> seen = new HashMap<>();
  private final Set<String> unread = new HashSet<>();
  private final Set<String> entered = new HashSet<>();

  /** Those whose file is gone. */
  private final Set<String> gone = new HashSet<>();

  /** Those of which it was told that a partner has them though their file is gone. */
  private final Set<String> orphaned = new HashSet<>();

  /**
   * @param folder the one with the partner files
   * @param formats where the mappings are entered under their files' names without ending
   * @param used whether a partner that runs has the format of that name
   */
  public MappingFiles(Path folder, Formats formats, Predicate<String> used) {
    this.folder = folder;
    this.formats = formats;
    this.used = used;
  }

  /** Enters new and changed mappings; true if there were any. */
  boolean look() {
    boolean changed = false;
    Set<String> listed = new HashSet<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        String fileName = String.valueOf(file.getFileName());
        if (!fileName.startsWith(".")) {
          String name = fileName.substring(0, fileName.length() - SUFFIX.length());
          listed.add(name);
          changed |= enterIfChanged(name, file);
        }
      }
    } catch (NoSuchFileException noPartners) {
      return changed;
    } catch (IOException | DirectoryIteratorException e) {
      // The partner files beside them cannot be listed either, and that is told there.
      LOG.debug("Cannot list the mapping files in {}: {}", folder, e.getMessage());
      return changed;
    }
    gone.clear();
    gone.addAll(entered);
    gone.removeAll(listed);
    orphaned.retainAll(gone);
    seen.keySet().retainAll(listed);
    unread.retainAll(listed);
    return changed;
  }

  /**
   * Removes the mappings whose file is gone, but those that a partner still has: it would be sent
   * nothing any more. Comes after the partner files, which may have gone or changed together with
   * the mapping.
   */
  void dropUnused() {
    for (String name : gone) {
      if (!used.test(name)) {
        entered.remove(name);
        formats.unregister(name);
        LOG.info("Format {} is gone", name);
      } else if (orphaned.add(name)) {
        LOG.error(
            "The mapping file {} is gone, but a partner has that format: it stays as it was until"
                + " no partner has it. When Wirecopy is started anew there will be no such format.",
            folder.resolve(name + SUFFIX));
      }
    }
    gone.retainAll(entered);
  }

  private boolean enterIfChanged(String name, Path file) {
    try {
      Stamp stamp = new Stamp(Files.getLastModifiedTime(file), Files.size(file));
      if (stamp.equals(seen.put(name, stamp))) {
        return false;
      }
      if (stamp.size() > LARGEST) {
        LOG.error("Mapping file {} is refused: it is larger than {} bytes", file, LARGEST);
        return false;
      }
      String jsonata = Files.readString(file, StandardCharsets.UTF_8);
      unread.remove(name);
      formats.register(name, jsonata);
      entered.add(name);
      LOG.info("Format {} is as {} says", name, file.getFileName());
      return true;
    } catch (CharacterCodingException e) {
      refused(name, file, "its text is not UTF-8");
    } catch (MappingException | IllegalArgumentException e) {
      refused(name, file, String.valueOf(e.getMessage()));
    } catch (NoSuchFileException goneAgain) {
      seen.remove(name);
    } catch (IOException e) {
      seen.remove(name);
      if (unread.add(name)) {
        refused(name, file, "it cannot be read, which is tried again: " + e);
      }
    }
    return false;
  }

  private void refused(String name, Path file, String why) {
    LOG.error(
        "Mapping file {} is refused: {}. {}",
        file,
        why,
        formats.names().contains(name)
            ? "The format stays as it was."
            : "There is no format of that name.");
  }
}
