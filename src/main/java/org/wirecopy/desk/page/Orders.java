package org.wirecopy.desk.page;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Story;

/** What the pages need of other rooms. */
public interface Orders {

  /** Kills, withholds or releases a story, a release planned for the partners of now. */
  CompletionStage<Receipt> act(Story current, Action action, @Nullable String note);

  /** The story as a partner of the standard format reads it: UTF-8 JSON. */
  byte[] json(Story story);
}
