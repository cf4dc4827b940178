package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Notes to editors that may leave the house, and what a correction changed. */
final class WireNotes {
  private static final Pattern PHONE = Pattern.compile("(?:\\+|\\b0)[\\d][\\d ()/.-]{6,40}\\d");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+\\.[\\w.]+");

  private final Consumer<String> warnings;
  private final List<String> notes = new ArrayList<>();
  private @Nullable String correction;

  /**
   * Starts with none.
   *
   * @param warnings takes what the editor should know
   */
  WireNotes(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  void correction(@Nullable String raw) {
    correction = correction == null ? WireText.line(raw) : correction;
  }

  /** The story corrects an earlier one; partners are told so even if the file says no more. */
  void corrects(@Nullable String words) {
    correction(words);
    if (correction == null) {
      warnings.accept("The file is a correction but does not say what was corrected.");
      correction = "Correction";
    }
  }

  /**
   * A note to editors that is not marked as private. One with a telephone number or an e-mail
   * address stays in the house all the same.
   */
  void note(@Nullable String raw) {
    String note = WireText.line(raw);
    if (note == null) {
      return;
    }
    if (PHONE.matcher(note).find() || ADDRESS.matcher(note).find()) {
      warnings.accept("A note with a telephone number or an e-mail address stays in the house.");
    } else {
      notes.add(note);
    }
  }

  @Nullable String firstNote() {
    return notes.isEmpty() ? null : notes.get(0);
  }

  /** All notes in one, or null. */
  @Nullable String edNote() {
    return notes.isEmpty() ? null : String.join(" ", notes);
  }

  @Nullable String correction() {
    return correction;
  }
}
