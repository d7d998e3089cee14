package io.signalbox.designer;

import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys with the name that is printed on them where a language is spoken. The toolkit knows the English ones alone.
public final class KeyName extends KeyCombination {
    private static final Pattern PRINTED = Pattern.compile(
            "(?<=^|\\+)(Shift|Delete|Insert|Home|End|Page Up|Page Down|Escape|Space|Back Space|Tab)(?=\\+|$)");

    private final KeyCombination keys;
    private final String text;

    private KeyName(KeyCombination keys, String text) {
        super(keys.getShift(), keys.getControl(), keys.getAlt(), keys.getMeta(), keys.getShortcut());
        this.keys = keys;
        this.text = text;
    }

    /// The same keys, shown in the language of now; for a menu.
    static KeyCombination on(KeyCombination keys, Words words) {
        return new KeyName(keys, of(keys, words));
    }

    /// How a person reads them in the language of now.
    public static String of(KeyCombination keys, Words words) {
        return PRINTED.matcher(keys.getDisplayText())
                .replaceAll(key ->
                        words.text("key." + key.group().toLowerCase(Locale.ROOT).replace(' ', '-')));
    }

    @Override
    public boolean match(KeyEvent event) {
        return keys.match(event);
    }

    @Override
    public String getName() {
        return keys.getName();
    }

    @Override
    public String getDisplayText() {
        return text;
    }
}
