package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class CharsetsTest {
  private static final String NEWS =
      "Fähre fährt wieder\n\n"
          + "„Jeder Platz ist offen“, sagte Müller – für £2 oder 3 € – am Donnerstag.\n\n"
          + "The port’s “first” ferry, the Café Noël, sailed… again after Tuesday’s storm.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "UTF-16LE",
        "UTF-16BE",
        "UTF-32LE",
        "UTF-32BE",
        "windows-1252",
        "x-MacRoman"
      })
  void readsWhatEditorsSave(String charset) {
    String mark = charset.startsWith("UTF-32") ? "\uFEFF" : "";
    assertThat(text((mark + NEWS).getBytes(Charset.forName(charset)))).isEqualTo(NEWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void leavesTheByteOrderMarkOut(String charset) {
    assertThat(text(("\uFEFF" + NEWS).getBytes(Charset.forName(charset)))).isEqualTo(NEWS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shift_JIS", "EUC-JP", "GB18030"})
  void takesNoEastAsianBytesForWestern(String charset) {
    String news = "東京で大雪、鉄道が運休\n\n気象庁によると、東京では十センチの雪が積もった。";
    assertThat(code(news.getBytes(Charset.forName(charset)))).isEqualTo("BAD_ENCODING");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KOI8-R", "windows-1251", "ISO-8859-5"})
  void takesNoCyrillicBytesForWestern(String charset) {
    String news = "В Мурманске открыли новый порт\n\nОб этом сообщил глава региона.";
    assertThat(code(news.getBytes(Charset.forName(charset)))).isEqualTo("BAD_ENCODING");
  }

  @Test
  void mendsAStrayByteOfWindowsInUtf8AndSaysSo() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("“Müller” paid ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xA3);
    bytes.write("2.5m – for the port’s arm.".getBytes(StandardCharsets.UTF_8));
    Decoding.Text text = (Decoding.Text) Charsets.decode(bytes.toByteArray());
    assertThat(text.text()).isEqualTo("“Müller” paid £2.5m – for the port’s arm.");
    assertThat(text.warnings()).hasSize(1);
  }

  @Test
  void tellsAFileThatWasCutOff() {
    byte[] whole = "“Every berth is open”".getBytes(StandardCharsets.UTF_8);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    assertThat(code(cut)).isEqualTo("INCOMPLETE");
  }

  @Test
  void leavesAFewNulsOutAndRefusesManyOfThem() {
    String news = "The port\0said: " + "ferries sail again. ".repeat(20);
    assertThat(text(news.getBytes(StandardCharsets.UTF_8))).startsWith("The portsaid:");
    assertThat(code(new byte[500])).isEqualTo("BINARY_CONTENT");
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] bytes = new byte[4096];
    for (int seed = 0; seed < 50; seed++) {
      new Random(seed).nextBytes(bytes);
      assertThat(code(bytes)).as("seed " + seed).isIn("BINARY_CONTENT", "BAD_ENCODING");
    }
    assertThat(code(new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4}))
        .isEqualTo("BINARY_CONTENT");
    assertThat(code("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))).isEqualTo("BINARY_CONTENT");
  }

  @Test
  void mendsWhatWasSavedTwiceOver() {
    String twice =
        new String(NEWS.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"))
            .replace('\uFFFD', '\u009d');
    Decoding.Text decoded = (Decoding.Text) Charsets.decode(twice.getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.text()).isEqualTo(NEWS);
    assertThat(decoded.warnings().get(0)).contains("twice over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where â€™ and â€œ stand for ’ and “, a text was saved twice.",
        "São Paulo, Âmbar, «Ça va?», Ã and â€",
        "Müller’s “first” ferry, £2 – Café"
      })
  void leavesTextAloneThatIsRightAsItIs(String right) {
    Decoding.Text decoded = (Decoding.Text) Charsets.decode(right.getBytes(StandardCharsets.UTF_8));

    assertThat(decoded.text()).isEqualTo(right);
    assertThat(decoded.warnings()).isEmpty();
  }

  @Test
  void tellsAnOutlookMessageFromAnOldDocument() throws IOException {
    assertThat(problem("__substg1.0_1000001F"))
        .isEqualTo("This is an Outlook message (.msg), not text.");
    assertThat(problem("WordDocument")).isEqualTo("This is an old Office document, not text.");
  }

  private static String problem(String entry) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
    file.write(new byte[] {(byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0, 0, 0, 0});
    file.write(entry.getBytes(StandardCharsets.UTF_16LE));
    return ((Decoding.Unreadable) Charsets.decode(file.toByteArray())).rejection().problem();
  }

  private static String text(byte[] bytes) {
    Decoding decoding = Charsets.decode(bytes);
    assertThat(decoding).isInstanceOf(Decoding.Text.class);
    return ((Decoding.Text) decoding).text();
  }

  private static String code(byte[] bytes) {
    Decoding decoding = Charsets.decode(bytes);
    assertThat(decoding).isInstanceOf(Decoding.Unreadable.class);
    return ((Decoding.Unreadable) decoding).rejection().code();
  }
}
