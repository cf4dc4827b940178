package org.wirecopy.intake.text;

import java.util.regex.Pattern;

/** Whether words speak to the reader, as a page does of its newsletters and a story seldom does. */
final class Address {
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:you|your|yours|our|ours|we|us|my"
              + "|sie|ihr|ihre|ihrer|ihrem|ihren|du|dein|deine|deinen|wir|uns|unser|unsere|unserem"
              + "|unseren|unserer|vous|votre|vos|nous|notre|nos|tu|tus|su|sus|nuestra|nuestro"
              + "|usted|você|seu|sua|nossa|nosso|tuo|tua|suo|sua|nostri|nostra|je|jouw|uw|ons|onze"
              + "|din|ditt|vår|vårt|click|tap|sign up now|subscribe now|abonnieren|reserved"
              + "|this (?:site|website|page|article|story|post|link|form|newsletter|content|service"
              + "|field|email|video)|(?:diese|dieser|diesem|diesen|dieses) \\p{L}+)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Address() {}

  static boolean isIn(String text) {
    return WORDS.matcher(text).find();
  }
}
