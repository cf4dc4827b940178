package org.wirecopy.desk.oidc;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the provider signs with. A token of a key that is not known makes them be fetched
 * anew: providers change them as they like.
 */
final class ProviderKeys implements JWKSource<SecurityContext> {
  private final Kept<JWKSet> keys;

  ProviderKeys(Kept<JWKSet> keys) {
    this.keys = keys;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      List<JWK> known = wanted.select(keys.get());
      return known.isEmpty() ? wanted.select(keys.renewed()) : known;
    } catch (ProviderException e) {
      throw new KeySourceException(String.valueOf(e.getMessage()), e);
    }
  }
}
