package io.signalbox.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The six languages people read Signalbox in. Never derived from the machine behind the user's back: see
/// [#closestTo].
public enum Language {
    EN("en"),
    PT_BR("pt-BR"),
    PT_PT("pt-PT"),
    ES("es"),
    FR("fr"),
    IT("it");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The tag of BCP 47, as the `--lang` option and flow files write it.
    public String tag() {
        return tag;
    }

    /// What stands before a phone number of the one country that the language names; empty where it is spoken in many.
    public Optional<String> callingCode() {
        return switch (this) {
            case PT_BR -> Optional.of("55");
            case PT_PT -> Optional.of("351");
            case IT -> Optional.of("39");
            case EN, ES, FR -> Optional.empty();
        };
    }

    /// True when a noun after this number stands in the singular: in French also after none.
    public boolean isSingular(long count) {
        return count == 1 || (this == FR && count == 0);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /// The ending of bundle and help files: `pt_BR`.
    public String suffix() {
        return tag.replace('-', '_');
    }

    /// Its own name in itself, for a list to choose from.
    public String ownName() {
        return switch (this) {
            case EN -> "English";
            case PT_BR -> "Português (Brasil)";
            case PT_PT -> "Português (Portugal)";
            case ES -> "Español";
            case FR -> "Français";
            case IT -> "Italiano";
        };
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag.replace('_', '-')))
                .findFirst();
    }

    /// The language nearest to a locale: exact, else by language alone (any other Portuguese is that of Portugal),
    /// else English.
    public static Language closestTo(Locale locale) {
        return of(locale.toLanguageTag()).orElseGet(() -> switch (locale.getLanguage()) {
            case "pt" -> PT_PT;
            case "es" -> ES;
            case "fr" -> FR;
            case "it" -> IT;
            default -> EN;
        });
    }
}
