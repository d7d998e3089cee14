package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.flow.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneVeilTest {
    @ParameterizedTest
    @CsvSource({
        "+55 11 99999-1234, +•• •• •••••-1234",
        "5511988887777, •••••••••7777",
        "+55 (11) 99999-1234, +•• (••) •••••-1234",
        "call 351 912 345 678 now, call ••• ••• ••5 678 now"
    })
    void all_but_the_last_four_digits_are_hidden(String written, String shown) {
        assertEquals(shown, PhoneVeil.over(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21 14:03",
                "2026-11-21T14:03:00Z",
                "2026-11-21 2026-11-22",
                "OT-1496",
                "a1234567890",
                "192.168.100.200",
                "0198c0de-7777-7000-8000-123456789012",
                "12345"
            })
    void dates_ids_and_short_numbers_stay(String text) {
        assertEquals(text, PhoneVeil.over(text));
    }

    @Test
    void it_goes_into_every_depth_and_hides_a_number_that_is_one() {
        var veiled = PhoneVeil.over(Value.fields(
                "people",
                new Value.Items(List.of(Value.fields("phone", Value.of("5511988887777")))),
                "count",
                Value.of(12)));
        var person = ((Value.Items) veiled.at("people")).items().getFirst();
        assertEquals("•••••••••7777", person.at("phone").asText());
        assertEquals("12", veiled.at("count").asText());
    }
}
