package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;

/** The language of texts that do not state it. */
class ShownLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The port of Ellery was opened on Saturday after three days of storm, and the first ferry left with all who had been waiting, the port office said.",
        "de|Der Hafen ist am Samstag nach drei Tagen Sturm wieder geöffnet worden, und die erste Fähre ist mit allen ausgelaufen, die gewartet hatten, sagte ein Sprecher.",
        "fr|Le port a été rouvert samedi après trois jours de tempête, et le premier ferry est parti avec tous ceux qui avaient attendu, selon la direction du port.",
        "es|El puerto fue reabierto el sábado tras tres días de temporal, y el primer ferri salió con todos los que habían esperado, según la autoridad del puerto.",
        "it|Il porto è stato riaperto sabato dopo tre giorni di tempesta, e il primo traghetto è partito con tutti quelli che avevano aspettato, ha detto la capitaneria del porto.",
        "pt|O porto foi reaberto no sábado após três dias de tempestade, e a primeira balsa partiu com todos os que não tinham desistido, disse a autoridade do porto em uma nota.",
        "nl|De haven is zaterdag na drie dagen storm weer geopend en de eerste veerboot is met iedereen die had gewacht vertrokken, zo zei een woordvoerder van het havenbedrijf. Het is niet duidelijk wanneer de volgende boot wordt verwacht, maar er zijn nog veel mensen bij de haven.",
        "da|Havnen blev åbnet igen lørdag efter tre dages storm, og den første færge sejlede af sted med alle, der havde ventet, siger havnen, hvad der også var ventet af mange.",
        "no|Havnen ble åpnet igjen lørdag etter tre dager med storm, og den første fergen dro av sted med alle som hadde ventet, sier havnen, hva som også var ventet av mange.",
        "sv|Hamnen öppnades igen på lördagen efter tre dagar av storm, och den första färjan gick med alla som hade väntat, säger hamnen, men det är inte klart när nästa går.",
        "pl|Port został otwarty w sobotę po trzech dniach sztormu, a pierwszy prom odpłynął z tymi, którzy czekali, jak podał zarząd portu, ale nie jest jasne, że to się uda.",
        "tr|Liman üç günlük fırtınadan sonra cumartesi günü yeniden açıldı ve ilk feribot bekleyen herkes ile birlikte ayrıldı, bu da liman için çok önemli olarak görülüyor, dedi.",
        "ru|Порт снова открылся в субботу после трёх дней шторма, и первый паром ушёл со всеми, кто его ждал, но не все на него попали, как сообщили в управлении порта.",
        "uk|Порт знову відкрили в суботу після трьох днів шторму, і перший паром пішов з усіма, хто його чекав, але не всі на нього потрапили, як сказали у порту. Про це повідомили у службі, яка також сказала, що це був не останній рейс, але він є важливим для міста.",
        "ar|أعيد فتح الميناء يوم السبت بعد ثلاثة أيام من العاصفة، وغادرت العبارة الأولى مع كل من كان في انتظارها، بحسب ما قال المسؤول عن الميناء في هذا البيان.",
        "hi|बंदरगाह को तीन दिन के तूफान के बाद शनिवार को फिर से खोल दिया गया है और पहली नौका उन सभी को ले कर गई जो इंतजार कर रहे थे, यह बात एक अधिकारी ने कही।",
        "el|Το λιμάνι άνοιξε ξανά το Σάββατο μετά από τρεις ημέρες.",
        "ja|港は三日間の嵐のあと土曜日に再び開かれました。",
        "zh|港口在三天的风暴之后于星期六重新开放。",
        "ko|항구는 사흘간의 폭풍이 지나고 토요일에 다시 열렸다."
      })
  void isToldByScriptAndCommonWords(String language, String text) {
    assertThat(ShownLanguage.of(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Port opens", "Ana Moor, Li Wei, Per Holm", "12:4 3:1 0:2"})
  void littleTextShowsNone(String text) {
    assertThat(ShownLanguage.of(text)).isNull();
  }

  @Test
  void theDesksLanguageCountsWhereNoneIsShownAndWhereItSaysMore() {
    List<Block> german =
        List.of(
            Block.paragraph(
                "Der Hafen ist am Samstag nach drei Tagen Sturm wieder geöffnet worden, und die"
                    + " erste Fähre ist mit allen ausgelaufen, die gewartet hatten."));

    assertThat(ShownLanguage.of(german, desk("de-AT"))).isEqualTo("de-AT");
    assertThat(ShownLanguage.of(german, desk("en"))).isEqualTo("de");
    assertThat(ShownLanguage.of(german, desk(null))).isEqualTo("de");
    assertThat(ShownLanguage.of(List.of(Block.paragraph("Li Wei")), desk("en"))).isEqualTo("en");
  }

  private static Source desk(String language) {
    return new Source("a.txt", new byte[0], Instant.EPOCH, ZoneOffset.UTC, language);
  }
}
