package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Language;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    EN | 12.5 | 12.5
                    EN | 12,5 | 12.5
                    EN | 1,500 | 1500
                    EN | 1,500.25 | 1500.25
                    EN | 1.500 | 1.500
                    PT_BR | 12,5 | 12.5
                    PT_BR | 12.5 | 12.5
                    PT_BR | 1.500 | 1500
                    PT_BR | 0.500 | 0.500
                    PT_BR | -1.234.567,8 | -1234567.8
                    PT_PT | 1 500,5 | 1500.5
                    ES | 1.500 | 1500
                    IT | 1.500 | 1500
                    FR | 1 500 | 1500
                    FR | 1\u202f500,5 | 1500.5
                    FR | 1,500 | 1.500
                    FR | −3, | -3
                    EN | many | none
                    EN | 1,50,0 | none
                    PT_BR | 1.50.000 | none""")
    void a_number_is_read_as_the_language_writes_it(Language language, String typed, String read) {
        assertEquals(
                read,
                new NumberWords(language.locale())
                        .read(typed)
                        .map(Value.Decimal::number)
                        .map(BigDecimal::toPlainString)
                        .orElse("none"));
    }
}
