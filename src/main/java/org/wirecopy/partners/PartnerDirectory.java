package org.wirecopy.partners;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.wirecopy.delivery.Partner;
import org.wirecopy.delivery.PartnerException;
import org.wirecopy.delivery.PartnerParameters;
import org.wirecopy.delivery.Partners;
import org.wirecopy.delivery.Rotations;
import org.wirecopy.delivery.SimpleConditions;
import org.wirecopy.ninjs.Formats;

/** Partners as the delivery room knows them, kept in step with their files. */
public final class PartnerDirectory implements PartnerFiles.Listener {
  private final Partners partners;
  private final Rotations rotations;
  private final Formats formats;
  private final CamelContext camel;

  /**
   * @param formats what a partner's format may be
   * @param camel reads the conditions of filters
   */
  public PartnerDirectory(
      Partners partners, Rotations rotations, Formats formats, CamelContext camel) {
    this.partners = partners;
    this.rotations = rotations;
    this.formats = formats;
    this.camel = camel;
  }

  @Override
  public Map<String, Object> joins(String name, Map<String, String> parameters)
      throws PartnerFile.PartnerFileException {
    try {
      Partner partner = PartnerParameters.read(name, parameters, new SimpleConditions(camel));
      if (!formats.names().contains(partner.format())) {
        throw new PartnerFile.PartnerFileException(
            "parameter format names no format: \""
                + partner.format()
                + "\"; there are "
                + String.join(", ", formats.names())
                + ", and a file NAME.jsonata beside the partner file makes another");
      }
      rotations.join(partner);
      return Map.of(
          "name", name,
          "endpoint", partner.endpoint().toString(),
          "secret", "(kept out of the route)",
          "timeout", Long.toString(partner.timeout().toMillis()),
          "concurrency", Integer.toString(partner.concurrency()),
          "rate", Double.toString(partner.rate()),
          "trustedForEmbargo", Boolean.toString(partner.trustedForEmbargo()));
    } catch (PartnerException e) {
      throw new PartnerFile.PartnerFileException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void leaves(String name) {
    partners.leave(name);
  }
}
