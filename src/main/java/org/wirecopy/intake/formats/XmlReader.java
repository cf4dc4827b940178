package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** What the readers of XML formats share: chosen by the root element, read from the whole tree. */
abstract class XmlReader implements Reader {

  /** What was found in a file. */
  static final class Found {
    private final Map<String, Article> articles = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();

    /** Adds a story, unless one with the same identity was added before. */
    void add(WireStory story) throws Unreadable {
      Article article = story.build();
      String id = article.id() == null ? "#" + articles.size() : article.id();
      if (articles.putIfAbsent(id, article) == null) {
        warnings.addAll(story.warnings());
      } else {
        warnings.add("A story stands in the file twice; the first was taken: " + id);
      }
    }

    void warn(String warning) {
      warnings.add(warning);
    }

    int size() {
      return articles.size();
    }
  }

  /** True if a document with this root is of the reader's format. */
  abstract boolean isRoot(XmlElement root);

  /** Adds every story of the document. */
  abstract void read(XmlElement root, Source source, Found found) throws Unreadable;

  @Override
  public final boolean recognises(Source source) {
    XmlElement root = SafeXml.root(source.bytes());
    return root != null && isRoot(root);
  }

  @Override
  public final Reading read(Source source) {
    try {
      Found found = new Found();
      read(SafeXml.parse(source.bytes()), source, found);
      if (found.articles.isEmpty()) {
        return Reading.rejected(
            "NO_ARTICLE",
            "The file holds no article.",
            "Drop a file that holds an article's text.");
      }
      return new Reading.Articles(format(), List.copyOf(found.articles.values()), found.warnings);
    } catch (Unreadable e) {
      return e.reading();
    }
  }
}
