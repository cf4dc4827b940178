package org.wirecopy.intake.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The words of an e-mail as its parts come: the forms of an alternative are one text, of which one
 * is read; parts beside each other, as with a picture between two paragraphs, are read on.
 */
final class MailWords {

  /** A part of the text. */
  record Part(boolean html, String text) {}

  /** A text in up to two forms. */
  record Passage(List<Part> rich, List<Part> plain) {
    Passage {
      rich = List.copyOf(rich);
      plain = List.copyOf(plain);
    }

    List<Part> shown() {
      return rich.isEmpty() ? plain : rich;
    }
  }

  private record Frame(String type, List<Passage> passages) {}

  private final Deque<Frame> frames = new ArrayDeque<>();

  MailWords() {
    start("multipart/mixed");
  }

  /** A multipart begins, of a type such as {@code multipart/alternative}. */
  void start(String type) {
    frames.push(new Frame(type, new ArrayList<>()));
  }

  /** The e-mail ends, perhaps cut off within its parts. */
  void close() {
    while (frames.size() > 1) {
      end();
    }
  }

  /** The innermost multipart ends. */
  void end() {
    Frame ended = frames.pop();
    Frame outer = top();
    List<Passage> passages = ended.passages();
    if (passages.isEmpty()) {
      return;
    }
    if (ended.type().equals("multipart/alternative")) {
      outer.passages().add(oneOf(passages));
    } else if (ended.type().equals("multipart/related")) {
      // what comes after the first is for its frames
      outer.passages().add(passages.get(0));
    } else if (outer.type().equals("multipart/alternative")) {
      outer.passages().add(inOne(passages));
    } else {
      outer.passages().addAll(passages);
    }
  }

  void add(Part part) {
    if (!part.text().isBlank()) {
      top()
          .passages()
          .add(part.html() ? new Passage(List.of(part), List.of()) : plain(List.of(part)));
    }
  }

  boolean isEmpty() {
    return frames.stream().allMatch(frame -> frame.passages().isEmpty());
  }

  /** The passages in the form that the first of them has. */
  List<Passage> passages() {
    List<Passage> all = top().passages();
    return all.stream().filter(one -> one.rich().isEmpty() == all.get(0).rich().isEmpty()).toList();
  }

  /** True if a passage in another form than the first was left out, such as a list's footer. */
  boolean isCut() {
    return passages().size() < top().passages().size();
  }

  private Frame top() {
    return frames.element();
  }

  private static Passage plain(List<Part> parts) {
    return new Passage(List.of(), parts);
  }

  private static Passage oneOf(List<Passage> forms) {
    List<Part> rich = List.of();
    List<Part> plain = List.of();
    for (Passage form : forms) {
      rich = rich.isEmpty() ? form.rich() : rich;
      plain = plain.isEmpty() ? form.plain() : plain;
    }
    return new Passage(rich, plain);
  }

  private static Passage inOne(List<Passage> passages) {
    List<Part> parts = new ArrayList<>();
    passages.forEach(passage -> parts.addAll(passage.shown()));
    boolean rich = passages.stream().anyMatch(passage -> !passage.rich().isEmpty());
    return rich ? new Passage(parts, List.of()) : plain(parts);
  }
}
