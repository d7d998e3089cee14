package io.signalbox.engine.gate;

import java.util.Locale;
import java.util.Set;

/// What a person wants by a message: to be left alone, to be written to again, or neither. The whole message counts,
/// in any of our six languages and any case. Only a word of the second kind takes back one of the first.
public enum Wish {
    STOP,
    START,
    NOTHING;

    private static final Set<String> STOPPING = Set.of(
            "stop",
            "unsubscribe",
            "parar",
            "pare",
            "sair",
            "cancelar",
            "baja",
            "alto",
            "detener",
            "parar mensagens",
            "arret",
            "arrêt",
            "arrêter",
            "désabonner",
            "basta",
            "fermare",
            "annulla");

    private static final Set<String> STARTING = Set.of(
            "start",
            "unstop",
            "subscribe",
            "iniciar",
            "começar",
            "voltar",
            "alta",
            "empezar",
            "reprendre",
            "démarrer",
            "commencer",
            "inizia",
            "avvia",
            "riprendi");

    public static Wish of(String message) {
        var word = message.strip().toLowerCase(Locale.ROOT);
        while (word.endsWith(".") || word.endsWith("!")) {
            word = word.substring(0, word.length() - 1).strip();
        }
        return STOPPING.contains(word) ? STOP : STARTING.contains(word) ? START : NOTHING;
    }
}
