package org.wirecopy.desk.page;

import java.util.List;

/**
 * What an order will do, and to whom, before it is given.
 *
 * @param question the order as a question
 * @param consequences what will happen, a sentence each
 * @param target where the form goes
 * @param button what the button says
 * @param danger true if it cannot be taken back
 * @param note true if a person may say why
 * @param back where to go instead
 * @param hidden fields that travel with the form, by name
 */
record Confirmation(
    String question,
    List<String> consequences,
    String target,
    String button,
    boolean danger,
    boolean note,
    String back,
    List<Hidden> hidden) {

  /** The same on a partner's own page. */
  Confirmation at(String link) {
    String order = target.substring(target.lastIndexOf('/'));
    return new Confirmation(
        question, consequences, link + order, button, danger, note, link, hidden);
  }

  /** A field that travels with the form. */
  record Hidden(String name, String value) {}
}
