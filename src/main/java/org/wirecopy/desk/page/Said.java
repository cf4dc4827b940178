package org.wirecopy.desk.page;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the house has to say after an order, shown on the page that follows. Kept here, not in the
 * address, so that no link made elsewhere can put words into our mouth.
 */
final class Said {
  private static final int MOST = 200;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, String> words =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /** Keeps the words; answers the key that finds them. */
  synchronized String keep(String text) {
    byte[] key = new byte[9];
    random.nextBytes(key);
    String name = HexFormat.of().formatHex(key);
    words.put(name, text);
    return name;
  }

  /** The words, or nothing. */
  synchronized String find(String key) {
    return words.getOrDefault(key, "");
  }
}
