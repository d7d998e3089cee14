package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Language;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DayWordsTest {
    private static DayWords words(Language language) {
        return new DayWords(language.locale());
    }

    @ParameterizedTest
    @CsvSource({
        "EN, 3/5/2026",
        "PT_BR, 05/03/2026",
        "PT_PT, 05/03/2026",
        "ES, 5/3/2026",
        "FR, 05/03/2026",
        "IT, 05/03/2026"
    })
    void a_day_is_written_with_its_whole_year(Language language, String text) {
        var day = LocalDate.of(2026, 3, 5);
        assertEquals(text, words(language).text(day));
        assertEquals(Optional.of(day), words(language).read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/3/2026", "05/03/26", "5.3.26", "05-03-2026", " 5 / 3 / 2026 ", "2026-03-05"})
    void it_is_read_however_it_is_typed(String text) {
        assertEquals(Optional.of(LocalDate.of(2026, 3, 5)), words(Language.FR).read(text));
    }

    @Test
    void the_month_comes_first_where_people_write_it_so() {
        assertEquals(Optional.of(LocalDate.of(2026, 3, 5)), words(Language.EN).read("03/05/26"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "31/02/2026", "5/3", "5/3/026"})
    void what_is_no_day_is_none(String text) {
        assertEquals(Optional.empty(), words(Language.IT).read(text));
    }
}
