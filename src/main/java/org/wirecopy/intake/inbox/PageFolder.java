package org.wirecopy.intake.inbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.PictureNames;

/**
 * The folder that a browser saves with a page: {@code Storm_files} for {@code Storm.html}. Nothing
 * in it is an article, and it leaves the inbox with its page.
 */
final class PageFolder {
  private static final List<String> PAGES = List.of(".html", ".htm");

  private PageFolder() {}

  /** True if a folder is named like one, whether its page is there or not. */
  static boolean isNamedLikeOne(String name) {
    return PictureNames.PAGE_FOLDERS.stream().anyMatch(name::endsWith);
  }

  /** True if the page of such a folder lies beside it. */
  static boolean hasPage(Path folder) {
    String name = InboxPaths.relative(folder.resolveSibling(""), folder);
    for (String ending : PictureNames.PAGE_FOLDERS) {
      if (name.endsWith(ending)) {
        String page = name.substring(0, name.length() - ending.length());
        return PAGES.stream().anyMatch(html -> exists(folder.resolveSibling(""), page + html));
      }
    }
    return false;
  }

  /** The folder of a page, or null if the file is none or came without. */
  static @Nullable Path of(Path file) {
    Path parent = file.resolveSibling("");
    String name = InboxPaths.relative(parent, file);
    for (String html : PAGES) {
      if (name.toLowerCase(Locale.ROOT).endsWith(html)) {
        String page = name.substring(0, name.length() - html.length());
        for (String ending : PictureNames.PAGE_FOLDERS) {
          Path folder = InboxPaths.below(parent, page + ending);
          if (folder != null && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return folder;
          }
        }
      }
    }
    return null;
  }

  private static boolean exists(Path folder, String name) {
    Path file = InboxPaths.below(folder, name);
    return file != null && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
