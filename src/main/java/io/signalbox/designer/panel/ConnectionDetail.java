package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Field;
import io.signalbox.designer.Icon;
import io.signalbox.designer.Keyboard;
import io.signalbox.designer.WholeTip;
import io.signalbox.engine.StoredFlow;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.MapChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One connection: its form, who uses it, how its test went, and what can be done with it.
final class ConnectionDetail extends VBox implements Closes {
    private final Bench bench;
    private final Acts acts;
    private final ConnectionEntry entry;
    private final ConnectionForm form;
    private final Closing closing = new Closing();
    private final Button save;
    private final Button test;
    private final Label missing = Wording.caption("");
    private final VBox steps = new VBox(8);

    /// What its buttons lead to.
    interface Acts {
        void saved(Account account);

        void test(Account account, Consumer<Exception> failed);

        void rotate(Account account);

        void remove(Account account);

        void open(StoredFlow flow);

        void failed(Exception failure);
    }

    /// @param users flows that use it
    ConnectionDetail(Bench bench, Connector connector, Optional<Account> existing, List<StoredFlow> users, Acts acts) {
        super(24);
        this.bench = bench;
        this.acts = acts;
        getStyleClass().add("connection-detail");
        entry = new ConnectionEntry(bench, connector, existing);
        save = Press.primary(bench.text("connection.save"), "check", this::save);
        save.setId("connection-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        test = Press.plain(bench.text("connection.test"), "play", this::test);
        test.setId("connection-test");
        test.setMinWidth(Region.USE_PREF_SIZE);
        form = new ConnectionForm(bench, entry, this::check);
        closing.add(form::close);
        missing.setId("connection-missing");
        getChildren().addAll(head(connector.spec().retired()), Wording.wrapped(missing), form);
        existing.ifPresent(account -> {
            getChildren().addAll(used(users), tests());
            if (UnreachableList.suits(bench, account)) {
                getChildren().add(new UnreachableList(bench, account));
            }
            getChildren().add(deeds(account));
            bench.accounts().tried().addListener(drawing);
            closing.add(() -> bench.accounts().tried().removeListener(drawing));
            showSteps();
        });
        check();
    }

    private final MapChangeListener<String, AccountList.Tried> drawing = _ -> showSteps();

    ConnectionEntry entry() {
        return entry;
    }

    @Override
    public void close() {
        closing.close();
    }

    private VBox head(boolean retired) {
        var id = entry.connector().spec().id();
        var title = new Label(entry.existing().map(Account::name).orElse(bench.text("connection.new")));
        title.getStyleClass().add("page-title");
        var subtitle = Wording.caption(bench.text("connection.subtitle", bench.service(id)));
        var names = new VBox(WholeTip.on(title), WholeTip.on(subtitle));
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        var who = new HBox(12, ConnectionForm.tile(bench, id), names);
        who.setAlignment(Pos.CENTER_LEFT);
        var head = new VBox(8, new FoldingLine(12, who, new HBox(12, test, save)));
        if (retired) {
            head.getChildren().add(Wording.pill(bench.text("connection.retired"), "warning", "warning"));
        }
        return head;
    }

    private VBox used(List<StoredFlow> users) {
        var flows = new FlowPane(8, 8);
        users.forEach(stored -> {
            var name = stored.flow().name();
            var go = Press.small(name, "flows", () -> acts.open(stored));
            go.setAccessibleText(bench.text("connection.open-flow", name));
            flows.getChildren().add(go);
        });
        if (users.isEmpty()) {
            flows.getChildren().add(Wording.caption(bench.text("connections.unused.long")));
        }
        return new VBox(8, Wording.section(bench.text("connection.used-by")), flows);
    }

    private VBox tests() {
        steps.setId("connection-steps");
        return new VBox(8, Wording.section(bench.text("connection.test.title")), steps);
    }

    private VBox deeds(Account account) {
        var rotate = Press.plain(bench.text("rotate.title"), "refresh", () -> acts.rotate(account));
        rotate.setId("connection-rotate");
        boolean any = entry.connector().spec().account().stream().anyMatch(Field.Secret.class::isInstance);
        rotate.setVisible(any);
        rotate.setManaged(any);
        var remove = Press.plain(bench.text("connections.remove"), "bin", () -> acts.remove(account));
        remove.setId("connection-remove");
        var line = new FlowPane(8, 8, rotate, remove);
        var rule = new Region();
        rule.getStyleClass().add("panel-line");
        return new VBox(16, rule, line);
    }

    private void showSteps() {
        steps.getChildren().clear();
        var name = entry.existing().map(Account::name).orElse("");
        var tried = bench.accounts().tried().get(name);
        if (tried == null) {
            steps.getChildren().add(Wording.wrapped(Wording.caption(bench.text("connection.health.untried"))));
            return;
        }
        var type = entry.connector().spec().id();
        var language = bench.words().language();
        tried.steps().forEach(step -> {
            var said = bench.text("connection.step." + step.key());
            var line = Wording.wrapped(Wording.verdict(
                    step.passed(),
                    step.passed()
                            ? said
                            : said + ": " + bench.connectors().explain(type, step.reason(), language, step.detail())));
            steps.getChildren().add(line);
        });
        var words = new FlowRowWords(bench.words(), bench.zone());
        steps.getChildren().add(Wording.caption(bench.text("connection.tested", words.time(tried.at()))));
    }

    private void check() {
        var lacks = entry.missing();
        boolean changed = entry.isChanged();
        save.setDisable(lacks.isPresent() || !changed);
        test.setDisable(entry.existing().isEmpty() || changed);
        missing.setText(lacks.filter(_ -> changed).map(bench::text).orElse(""));
        missing.setVisible(!missing.getText().isEmpty());
        missing.setManaged(!missing.getText().isEmpty());
    }

    /// Ignored while something is missing.
    void save() {
        if (!save.isDisabled()) {
            save.setDisable(true);
            ConnectionForm.store(bench, entry, acts::saved, failure -> {
                check();
                acts.failed(failure);
            });
        }
    }

    /// Ignored while what is shown is not stored.
    void test() {
        var stored = entry.existing().filter(_ -> !test.isDisabled());
        stored.ifPresent(account -> {
            test.setDisable(true);
            steps.getChildren().setAll(new Label(bench.text("connection.testing"), Icon.of("hourglass", "icon-14")));
            acts.test(account, failure -> {
                check();
                acts.failed(failure);
            });
        });
    }

    /// Puts the keyboard on the first field.
    void begin() {
        Keyboard.within(form, form::begin);
    }

    /// A test has ended.
    void tested() {
        check();
    }
}
