package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TextsTest {
    private static String places(Language language, String wanted) {
        var texts = Texts.of(Problem.class, language);
        return Problem.error("problem.places", wanted, "0", "").text(texts);
    }

    @Test
    void a_noun_follows_the_number_before_it() {
        assertEquals("The template wants 1 value, you map 0.", places(Language.EN, "1"));
        assertEquals("The template wants 0 values, you map 0.", places(Language.EN, "0"));
        assertEquals("The template wants 21 values, you map 0.", places(Language.EN, "21"));
        assertEquals("O modelo pede 1 valor, você mapeia 0.", places(Language.PT_BR, "1"));
        assertEquals("La plantilla pide 1 valor, usted asigna 0.", places(Language.ES, "1"));
        assertEquals("Il modello vuole 1 valore, lei ne associa 0.", places(Language.IT, "1"));
    }

    @Test
    void in_french_none_is_singular_too() {
        assertEquals("Le modèle demande 0 valeur, vous en associez 0.", places(Language.FR, "0"));
        assertEquals("Le modèle demande 1 valeur, vous en associez 0.", places(Language.FR, "1"));
        assertEquals("Le modèle demande 2 valeurs, vous en associez 0.", places(Language.FR, "2"));
    }
}
