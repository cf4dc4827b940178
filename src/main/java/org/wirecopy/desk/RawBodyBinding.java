package org.wirecopy.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Message;
import org.apache.camel.http.common.DefaultHttpBinding;

/**
 * Leaves bodies as they are. The API takes JSON whatever the content type says; {@code curl -d}
 * calls it a form.
 */
public final class RawBodyBinding extends DefaultHttpBinding {

  @Override
  protected void readFormUrlEncodedBody(HttpServletRequest request, Message message) {
    // A form is never expected here.
  }
}
