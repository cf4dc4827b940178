package org.wirecopy.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.RelatedStory;

/**
 * The canonical JSON in which articles are stored: the records' components by name, nulls left out,
 * times in ISO 8601 with their offset. The same article always gives the same bytes.
 */
final class StoryCodec {
  private final ObjectWriter articleWriter;
  private final ObjectReader articleReader;
  private final ObjectWriter relatedWriter;
  private final ObjectReader relatedReader;
  private final ObjectWriter archiveWriter;
  private final ObjectReader archiveReader;

  StoryCodec() {
    TypeReference<List<RelatedStory>> relatedType = new TypeReference<>() {};
    JsonMapper mapper =
        JsonMapper.builder()
            .addModule(
                new SimpleModule()
                    .addSerializer(OffsetDateTime.class, new TimeWriter())
                    .addDeserializer(OffsetDateTime.class, new TimeReader()))
            .defaultPropertyInclusion(
                JsonInclude.Value.construct(
                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    articleWriter = mapper.writerFor(Article.class);
    articleReader = mapper.readerFor(Article.class);
    relatedWriter = mapper.writerFor(relatedType);
    relatedReader = mapper.readerFor(relatedType);
    archiveWriter = mapper.writerFor(ArchiveStory.class);
    archiveReader = mapper.readerFor(ArchiveStory.class);
  }

  byte[] article(Article article) {
    return write(articleWriter, article);
  }

  Article article(byte[] json) {
    return read(articleReader, json);
  }

  byte[] related(List<RelatedStory> related) {
    return write(relatedWriter, related);
  }

  List<RelatedStory> related(byte[] json) {
    return read(relatedReader, json);
  }

  byte[] archive(ArchiveStory story) {
    return write(archiveWriter, story);
  }

  ArchiveStory archive(byte[] json) {
    return read(archiveReader, json);
  }

  /** SHA-256. */
  static byte[] digest(byte[] json) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(json);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] write(ObjectWriter writer, Object value) {
    try {
      return writer.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new LedgerException("An article cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  private static <T> T read(ObjectReader reader, byte[] json) {
    try {
      return reader.readValue(json);
    } catch (IOException e) {
      throw new LedgerException("A stored article cannot be read: " + e.getMessage(), e);
    }
  }

  private static final class TimeWriter extends StdScalarSerializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    TimeWriter() {
      super(OffsetDateTime.class);
    }

    @Override
    public void serialize(OffsetDateTime value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(value.toString());
    }
  }

  private static final class TimeReader extends StdScalarDeserializer<OffsetDateTime> {
    private static final long serialVersionUID = 1L;

    TimeReader() {
      super(OffsetDateTime.class);
    }

    @Override
    public OffsetDateTime deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return OffsetDateTime.parse(in.getText());
    }
  }
}
