package org.wirecopy.intake.formats;

import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Rights;

/** Whose a story is, as its file says it piece by piece; the first of each kind counts. */
final class WireRights {
  private @Nullable String supplier;
  private @Nullable String credit;
  private @Nullable String copyrightHolder;
  private @Nullable String copyrightNotice;
  private @Nullable String usageTerms;

  void supplier(@Nullable String raw) {
    supplier = supplier == null ? WireText.line(raw) : supplier;
  }

  void credit(@Nullable String raw) {
    credit = credit == null ? WireText.line(raw) : credit;
  }

  void copyrightHolder(@Nullable String raw) {
    copyrightHolder = copyrightHolder == null ? WireText.line(raw) : copyrightHolder;
  }

  void copyrightNotice(@Nullable String raw) {
    copyrightNotice = copyrightNotice == null ? WireText.line(raw) : copyrightNotice;
  }

  void usageTerms(@Nullable String raw) {
    usageTerms = usageTerms == null ? WireText.line(raw) : usageTerms;
  }

  Rights rights() {
    return new Rights(supplier, credit, copyrightHolder, copyrightNotice, usageTerms);
  }
}
