package org.wirecopy.related;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * Another directory that stays as it is: what is written goes to memory, what is deleted is hidden.
 * Not for use by more than one thread that writes.
 */
final class UnchangedDirectory extends FilterDirectory {
  private final ByteBuffersDirectory written = new ByteBuffersDirectory();
  private final Set<String> hidden = new TreeSet<>();

  UnchangedDirectory(Directory directory) {
    super(directory);
  }

  private boolean isWritten(String name) throws IOException {
    return Set.of(written.listAll()).contains(name);
  }

  @Override
  public String[] listAll() throws IOException {
    Set<String> names = new TreeSet<>(Set.of(in.listAll()));
    names.removeAll(hidden);
    names.addAll(Set.of(written.listAll()));
    return names.toArray(new String[0]);
  }

  @Override
  public void deleteFile(String name) throws IOException {
    if (isWritten(name)) {
      written.deleteFile(name);
    }
    hidden.add(name);
  }

  @Override
  public long fileLength(String name) throws IOException {
    return where(name).fileLength(name);
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    return where(name).openInput(name, context);
  }

  private Directory where(String name) throws IOException {
    if (isWritten(name)) {
      return written;
    }
    if (hidden.contains(name)) {
      throw new NoSuchFileException(name);
    }
    return in;
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    return written.createOutput(name, context);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    return written.createTempOutput(prefix, suffix, context);
  }

  @Override
  public void rename(String source, String dest) throws IOException {
    if (!isWritten(source)) {
      throw new UnsupportedOperationException("a file of the directory that stays as it is");
    }
    written.rename(source, dest);
  }

  @Override
  public void sync(Collection<String> names) {}

  @Override
  public void syncMetaData() {}

  @Override
  public void close() throws IOException {
    written.close();
    in.close();
  }
}
