import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public class Receiver {
  private static final String[] SECRETS = System.getenv("WIRECOPY_SECRET").trim().split("\\s+");

  /** True if the push is ours. headers: names in lower case; body: the raw bytes. */
  public static boolean verified(Map<String, String> headers, byte[] body)
      throws GeneralSecurityException {
    String timestamp = headers.get("webhook-timestamp");
    if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) > 300) {
      return false;
    }
    for (String secret : SECRETS) {
      byte[] key = Base64.getDecoder().decode(secret.replaceFirst("^whsec_", ""));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update((headers.get("webhook-id") + "." + timestamp + ".").getBytes(UTF_8));
      String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      for (String given : headers.get("webhook-signature").split(" ")) {
        if (MessageDigest.isEqual(right.getBytes(UTF_8), given.getBytes(UTF_8))) {
          return true;
        }
      }
    }
    return false;
  }
}
