package io.signalbox.designer.panel;

import io.signalbox.connector.Field;
import io.signalbox.connector.Field.Recipient.Form;
import io.signalbox.connector.TemplateText;
import io.signalbox.designer.Keyboard;
import io.signalbox.flow.Expression;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.util.StringConverter;

/// Makes a row for each kind of field: the one place that knows how a field looks.
final class SettingRows {
    private final Bench bench;
    private final Texts texts;
    private final SettingStore store;
    private final BiConsumer<String, String> secret;

    /// @param texts the connector's own words
    /// @param secret gets key and text of a secret as it is typed; it never comes back
    SettingRows(Bench bench, Texts texts, SettingStore store, BiConsumer<String, String> secret) {
        this.bench = bench;
        this.texts = texts;
        this.store = store;
        this.secret = secret;
    }

    SettingRow of(Field field) {
        return switch (field) {
            case Field.Text text -> line(text, text.example());
            case Field.Template template -> template(template);
            case Field.Url url -> line(url, url.preset());
            case Field.UrlPath path -> line(path, path.example());
            case Field.Secret hidden -> secret(hidden);
            case Field.Choice choice -> choice(choice);
            case Field.Flag flag -> flag(flag);
            case Field.Recipient recipient -> line(recipient, "");
            case Field.LongText text -> text(text);
        };
    }

    private SettingRow line(Field field, String example) {
        return store.takesPaths() ? chips(field, example) : plain(field, example);
    }

    /// The field as any other, with the connection's templates below it for choosing.
    private SettingRow template(Field.Template field) {
        var row = line(field, field.example());
        var cards = new TemplateCards(bench, store::account, this::templates, chosen -> {
            var gesture =
                    "template-" + bench.session().historyProperty().get().past().size();
            store.set(field.key(), Expression.literal(chosen.name()), gesture);
            if (!field.language().isEmpty()) {
                store.set(field.language(), Expression.literal(chosen.language()), gesture);
            }
            // The card is gone with the choice: the keyboard goes on from the field it filled.
            row.enter();
        });
        row.addBelow(
                cards,
                () -> cards.show(
                        text(field.key()),
                        Optional.of(field.language())
                                .filter(key -> !key.isEmpty())
                                .map(this::text)));
        return row;
    }

    /// Those in the language of the flow; all where there is none in it.
    private List<TemplateText> templates() {
        var all = store.account().map(bench.templates()::of).orElse(List.of());
        var spoken = bench.flow().language().tag().replace('-', '_');
        var ours = all.stream()
                .filter(template -> template.language().equals(spoken))
                .toList();
        return ours.isEmpty() ? all : ours;
    }

    private String text(String key) {
        return store.get(key) instanceof Expression.Literal literal
                ? literal.value().asText()
                : "";
    }

    private SettingRow chips(Field field, String example) {
        var unreadable = new AtomicReference<Optional<SyntaxException>>(Optional.empty());
        var row = new AtomicReference<Optional<SettingRow>>(Optional.empty());
        var typing = new AtomicReference<Optional<Typing>>(Optional.empty());
        var chips = new ChipField(bench, label(field), store::roots, text -> {
            try {
                var changed = ExpressionText.parse(text, store.get(field.key()));
                unreadable.set(Optional.empty());
                store.set(
                        field.key(), changed, typing.get().map(Typing::gesture).orElse(""));
            } catch (SyntaxException problem) {
                unreadable.set(Optional.of(problem));
                row.get().ifPresent(SettingRow::show);
            }
        });
        var burst = new Typing(chips);
        typing.set(Optional.of(burst));
        chips.setPrompt(example);
        if (field instanceof Field.Recipient recipient && recipient.form() == Form.PHONE) {
            chips.dressing(slot -> CountryCode.dialled(slot, bench), value -> CountryCode.isPhone(value, bench.flow()));
        }
        chips.setId("setting-" + field.key());
        var made = row(
                field,
                chips,
                () -> {
                    if (unreadable.get().isEmpty()) {
                        chips.show(ExpressionText.of(store.get(field.key())));
                    }
                },
                () -> unreadable.get().map(this::problem).or(() -> result(field)),
                burst::close);
        row.set(Optional.of(made));
        return made;
    }

    private Label problem(SyntaxException problem) {
        return Wording.verdict(
                false, bench.flowText(problem.key(), problem.arguments().toArray()));
    }

    private Optional<Label> result(Field field) {
        return new SettingResult(bench, field).of(store.get(field.key()));
    }

    private SettingRow plain(Field field, String example) {
        var entry = new TextField();
        entry.setPromptText(example);
        return typed(field, entry);
    }

    private SettingRow text(Field.LongText field) {
        var area = new TextArea();
        area.setWrapText(true);
        Keyboard.leadOn(area);
        area.setPrefRowCount(5);
        return typed(field, area);
    }

    private SettingRow typed(Field field, TextInputControl entry) {
        var typing = new Typing(entry);
        var unreadable = new AtomicReference<Optional<SyntaxException>>(Optional.empty());
        entry.setId("setting-" + field.key());
        entry.setAccessibleText(label(field));
        entry.textProperty().addListener((_, _, text) -> {
            if (text.equals(ExpressionText.of(store.get(field.key())))) {
                return;
            }
            try {
                unreadable.set(Optional.empty());
                var changed = store.takesPaths()
                        ? ExpressionText.parse(text, store.get(field.key()))
                        : Expression.literal(text);
                store.set(field.key(), changed, typing.gesture());
            } catch (SyntaxException problem) {
                unreadable.set(Optional.of(problem));
            }
        });
        return row(
                field,
                entry,
                () -> {
                    var stored = ExpressionText.of(store.get(field.key()));
                    if (unreadable.get().isEmpty() && !entry.getText().equals(stored)) {
                        entry.setText(stored);
                    }
                },
                () -> unreadable
                        .get()
                        .map(this::problem)
                        .or(() -> store.takesPaths() ? result(field) : Optional.empty()),
                typing::close);
    }

    private SettingRow secret(Field.Secret field) {
        var entry = new PasswordField();
        entry.setId("setting-" + field.key());
        entry.setAccessibleText(label(field));
        if (!store.get(field.key()).isBlank()) {
            entry.setPromptText(bench.text("setting.secret-stored"));
        }
        entry.textProperty().addListener((_, _, text) -> secret.accept(field.key(), text));
        return row(field, entry, () -> {}, Optional::empty, entry::clear);
    }

    private SettingRow choice(Field.Choice field) {
        var options = new ComboBox<String>();
        options.getItems().setAll(field.options());
        options.setMaxWidth(Double.MAX_VALUE);
        options.setId("setting-" + field.key());
        options.setAccessibleText(label(field));
        options.setConverter(new StringConverter<>() {
            @Override
            public String toString(String option) {
                return option == null ? "" : texts.text("field." + field.key() + "." + option);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        Supplier<String> stored = () -> {
            var text = store.get(field.key()) instanceof Expression.Literal literal
                    ? literal.value().asText()
                    : "";
            return text.isEmpty() ? field.preset() : text;
        };
        options.setValue(stored.get());
        options.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !chosen.equals(stored.get())) {
                store.set(field.key(), Expression.literal(chosen), "");
            }
        });
        return row(field, options, () -> options.setValue(stored.get()), Optional::empty, () -> {});
    }

    private SettingRow flag(Field.Flag field) {
        var box = new CheckBox(label(field));
        box.setId("setting-" + field.key());
        Supplier<Boolean> stored = () -> {
            var expression = store.get(field.key());
            return expression.isBlank()
                    ? field.preset()
                    : expression instanceof Expression.Literal literal
                            && literal.value().asText().equals("true");
        };
        box.setSelected(stored.get());
        box.selectedProperty().addListener((_, _, chosen) -> {
            if (!chosen.equals(stored.get())) {
                store.set(field.key(), Expression.literal(Value.of(chosen)), "");
            }
        });
        return row(field, box, () -> box.setSelected(stored.get()), Optional::empty, () -> {});
    }

    private SettingRow row(
            Field field,
            javafx.scene.Node editor,
            Runnable refresh,
            Supplier<Optional<Label>> result,
            Runnable closed) {
        var hint = "field." + field.key() + ".hint";
        return new SettingRow(
                label(field),
                field.required(),
                texts.has(hint) ? texts.text(hint) : "",
                editor,
                refresh,
                result,
                closed);
    }

    private String label(Field field) {
        return texts.text("field." + field.key());
    }
}
