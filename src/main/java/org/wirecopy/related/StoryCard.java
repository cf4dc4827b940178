package org.wirecopy.related;

import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/**
 * What a list of related stories shows of one: all of a story but its text, kept where it is read
 * without unpacking others.
 */
record StoryCard(
    String uri,
    @Nullable String id,
    String headline,
    @Nullable OffsetDateTime date,
    boolean dayOnly,
    @Nullable String source,
    @Nullable String href,
    @Nullable String language) {

  static StoryCard of(ArchiveStory story) {
    return new StoryCard(
        story.uri(),
        story.id(),
        story.headline(),
        story.date(),
        story.dayOnly(),
        story.source(),
        story.href(),
        story.language());
  }

  ArchiveStory withText(String text) {
    return new ArchiveStory(uri, id, headline, text, date, dayOnly, source, href, language, true);
  }

  byte[] bytes() {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeString(uri);
      out.writeString(headline);
      write(out, id);
      write(out, source);
      write(out, href);
      write(out, language);
      out.writeByte((byte) (date == null ? 0 : dayOnly ? 2 : 1));
      if (date != null) {
        out.writeLong(date.toEpochSecond());
        out.writeInt(date.getOffset().getTotalSeconds());
      }
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return out.toArrayCopy();
  }

  private static void write(ByteBuffersDataOutput out, @Nullable String value) throws IOException {
    out.writeString(value == null ? "" : value);
  }

  static StoryCard read(BytesRef stored) {
    try {
      return read(new ByteArrayDataInput(stored.bytes, stored.offset, stored.length));
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
  }

  private static StoryCard read(ByteArrayDataInput in) throws IOException {
    String uri = in.readString();
    String headline = in.readString();
    String id = emptyToNull(in.readString());
    String source = emptyToNull(in.readString());
    String href = emptyToNull(in.readString());
    String language = emptyToNull(in.readString());
    byte dated = in.readByte();
    OffsetDateTime date =
        dated == 0
            ? null
            : OffsetDateTime.ofInstant(
                Instant.ofEpochSecond(in.readLong()), ZoneOffset.ofTotalSeconds(in.readInt()));
    return new StoryCard(uri, id, headline, date, dated == 2, source, href, language);
  }

  private static @Nullable String emptyToNull(String value) {
    return value.isEmpty() ? null : value;
  }
}
