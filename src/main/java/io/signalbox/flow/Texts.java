package io.signalbox.flow;

import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words of one part of the program in one language, read from `text_<language>.properties` beside the class that
/// owns them. A missing key shows the key: a test fails then, not the user. Safe for use by several threads.
public final class Texts {
    private final Language language;
    private final ResourceBundle bundle;

    private Texts(Language language, ResourceBundle bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /// @param owner a class of the package that the bundle lies in
    public static Texts of(Class<?> owner, Language language) {
        var base = owner.getPackageName() + ".text";
        return new Texts(
                language,
                ResourceBundle.getBundle(
                        base,
                        language.locale(),
                        owner.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /// The key of the form that a sentence takes for so many: `<key>.one` or `<key>.many`.
    public String form(String key, long count) {
        return key + (language.isSingular(count) ? ".one" : ".many");
    }

    /// The text under `key`, its `{0}`, `{1}` … replaced. Quotes have no meaning in the bundles: an apostrophe is
    /// one.
    public String text(String key, Object... arguments) {
        String text;
        try {
            text = bundle.getString(key);
        } catch (MissingResourceException _) {
            return key;
        }
        if (arguments.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{' && at + 2 < text.length() && text.charAt(at + 2) == '}') {
                int index = text.charAt(at + 1) - '0';
                if (index >= 0 && index < arguments.length) {
                    filled.append(arguments[index]);
                    at += 3;
                    continue;
                }
            }
            filled.append(c);
            at++;
        }
        return filled.toString();
    }
}
