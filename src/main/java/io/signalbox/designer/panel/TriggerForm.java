package io.signalbox.designer.panel;

import io.signalbox.designer.panel.OptionPicker.Option;
import io.signalbox.edit.Edit;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.EventExamples;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Sample;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// What starts the flow: an event chosen by name from one list, with its three parts below to type others, or one of
/// the kinds that nobody posts events for: a webhook, a schedule, a regular look, a person.
public final class TriggerForm extends VBox implements Closes {

    private final Bench bench;
    private final NodeId id;
    private final Closing closing = new Closing();
    private final OptionPicker type;
    private final OptionPicker event;
    private final EventParts parts;
    private final ToggleSwitch active = new ToggleSwitch();
    private final TextField description = new TextField();
    private final VBox eventFields = new VBox(16);
    /// Only what the flow's kind of start needs: all kinds at once are more than 400 nodes to style.
    private final VBox kind = new VBox();
    private Optional<TriggerPart> other = Optional.empty();
    private String shownKind = "";
    private final List<FieldProblems> about = new ArrayList<>();
    private boolean showing;

    public TriggerForm(Bench bench, NodeId id) {
        this.bench = bench;
        this.id = id;
        getStyleClass().add("settings-form");
        type = new OptionPicker(bench.text("trigger.type"), this::chooseType);
        type.setId("trigger-type");
        event = new OptionPicker(bench.text("trigger.event"), this::chooseEvent);
        event.setId("trigger-event");
        eventFields
                .getChildren()
                .add(labelled(
                        "trigger.event",
                        event,
                        "trigger.event.hint",
                        "settings.module",
                        "settings.submodule",
                        "settings.event"));
        parts = new EventParts(bench, new EventParts.Writing(this::chooseEvent, this::set));
        closing.add(parts::close);
        eventFields.getChildren().addAll(parts, listener());
        getChildren().addAll(labelled("trigger.type", type, "", "type"), kind, named());
        closing.add(() -> other.ifPresent(TriggerPart::close));
        draw();
        var meaning = bench.session().meaningProperty().subscribe((_, _) -> draw());
        closing.add(meaning::unsubscribe);
        var accounts = bench.accounts().allProperty().subscribe((_, _) -> draw());
        closing.add(accounts::unsubscribe);
        var model = bench.preview().modelProperty().subscribe((_, _) -> {
            about.forEach(FieldProblems::show);
            other.ifPresent(TriggerPart::told);
        });
        closing.add(model::unsubscribe);
    }

    @Override
    public void close() {
        closing.close();
    }

    /// What the rule is called, and whether it is heard at all.
    private VBox named() {
        description.setId("trigger-description");
        description.setAccessibleText(bench.text("trigger.description"));
        description.setPromptText(bench.text("trigger.description.example"));
        var typing = new Typing(description);
        closing.add(typing::close);
        description.textProperty().addListener((_, _, text) -> {
            if (!showing) {
                trigger()
                        .ifPresent(node -> bench.session()
                                .perform(
                                        new Edit.ChangeNode(node.withName(text.strip()), "edit.rename"),
                                        typing.gesture()));
            }
        });
        active.setText(bench.text("trigger.active"));
        active.setAccessibleText(bench.text("trigger.active"));
        active.setId("trigger-active");
        active.setMaxWidth(USE_PREF_SIZE);
        active.selectedProperty().addListener((_, _, on) -> {
            if (!showing) {
                trigger().ifPresent(node -> perform(node.withOff(!on), ""));
            }
        });
        return new VBox(16, labelled("trigger.description", description, ""), active);
    }

    /// How the event comes here: told by the service, or looked for.
    private VBox listener() {
        var look = Press.link(bench.text("trigger.listener.poll"), () -> chooseType("poll"));
        look.setId("trigger-listener-poll");
        look.setWrapText(true);
        return labelled(
                "trigger.listener",
                new VBox(4, Wording.wrapped(Wording.caption(bench.text("trigger.listener.push"))), look),
                "");
    }

    private VBox labelled(String key, javafx.scene.Node editor, String hint, String... fields) {
        var row = new VBox(Wording.strong(bench.text(key)), editor);
        if (fields.length > 0) {
            var wrong = new FieldProblems(bench, id, fields);
            about.add(wrong);
            row.getChildren().add(wrong);
        }
        if (!hint.isEmpty()) {
            row.getChildren().add(Wording.wrapped(Wording.caption(bench.text(hint))));
        }
        row.getStyleClass().add("setting-row");
        return row;
    }

    private Optional<Node.Trigger> trigger() {
        return bench.flow().node(id).filter(Node.Trigger.class::isInstance).map(Node.Trigger.class::cast);
    }

    private void draw() {
        about.forEach(FieldProblems::show);
        trigger().ifPresent(node -> {
            showing = true;
            var texts = bench.words().flowTexts();
            type.show(
                    Node.Trigger.TYPES.stream()
                            .map(key -> new Option(key, texts.text("trigger." + key)))
                            .toList(),
                    node.type());
            var settings = node.settings();
            event.show(
                    EventCatalogue.entries().stream()
                            .sorted(Comparator.comparing(
                                    (EventCatalogue.Entry entry) -> entry.standing() != EventCatalogue.Standing.FIRST))
                            .map(entry -> new Option(key(entry), entry.offered(texts)))
                            .toList(),
                    EventCatalogue.find(settings.text("module"), settings.text("submodule"), settings.text("event"))
                            .map(TriggerForm::key)
                            .orElse(""));
            if (node.type().equals("event")) {
                parts.show(node);
            }
            active.setSelected(!node.off());
            if (!description.getText().strip().equals(node.name())) {
                description.setText(node.name());
            }
            show(node.type());
            other.ifPresent(part -> part.draw(node));
            showing = false;
        });
    }

    private void show(String wanted) {
        if (!wanted.equals(shownKind)) {
            shownKind = wanted;
            other.ifPresent(TriggerPart::close);
            other = part(wanted);
            kind.getChildren().clear();
            kind.getChildren()
                    .addAll(
                            wanted.equals("event")
                                    ? List.of(eventFields)
                                    : other.stream().toList());
        }
    }

    /// None for an event, whose fields stand here, nor for a kind that only a later version knows.
    private Optional<TriggerPart> part(String wanted) {
        return switch (wanted) {
            case "webhook" -> Optional.of(new HookPart(bench, id));
            case "schedule" -> Optional.of(new SchedulePart(bench, id));
            case "poll" -> Optional.of(new PollPart(bench, id));
            case "manual" -> Optional.of(new ManualPart(bench, id));
            default -> Optional.empty();
        };
    }

    private static String key(EventCatalogue.Entry entry) {
        return entry.module() + "." + entry.submodule() + "." + entry.event();
    }

    /// Another kind knows nothing of the old one's settings, and begins with an example of its own.
    private void chooseType(String chosen) {
        trigger().ifPresent(node -> {
            var settings = switch (chosen) {
                case "webhook" ->
                    Settings.empty().with("hook", HookPart.freshAddress(bench)).with("verifier", "bearer");
                case "schedule" -> Settings.empty().with("cron", "0 7 * * 1-5");
                case "poll" -> Settings.empty().with("every", "5");
                default -> Settings.empty();
            };
            var gesture =
                    "kind-" + bench.session().historyProperty().get().past().size();
            perform(node.withType(chosen).withSettings(settings), gesture);
            EventExamples.of(chosen)
                    .ifPresent(example ->
                            bench.session().perform(new Edit.ChangeSamples(samples(chosen, example)), gesture));
        });
    }

    private List<Sample> samples(String kind, Value.Fields example) {
        var kept = bench.flow().samples().stream()
                .filter(sample -> !sample.replies().isEmpty() || !isExample(sample))
                .toList();
        if (kept.stream().anyMatch(sample -> sample.event().at("type").equals(Value.of(kind)))) {
            return kept;
        }
        var samples = new ArrayList<Sample>();
        samples.add(new Sample(bench.text("trigger.example"), example, new LinkedHashMap<>(), Value.Fields.empty()));
        samples.addAll(kept);
        return samples;
    }

    private void chooseEvent(String key) {
        EventCatalogue.entries().stream()
                .filter(entry -> key(entry).equals(key))
                .findFirst()
                .ifPresent(this::chooseEvent);
    }

    /// One step: the event, an example of it to try the flow with, and whatever later nodes can take from it.
    private void chooseEvent(EventCatalogue.Entry entry) {
        if (trigger().isEmpty()) {
            return;
        }
        var node = trigger().get();
        var gesture = "event-" + bench.session().historyProperty().get().past().size();
        var settings = node.settings()
                .with("module", entry.module())
                .with("submodule", entry.submodule())
                .with("event", entry.event());
        perform(node.withSettings(settings), gesture);
        bench.session().perform(new Edit.ChangeSamples(samples(entry)), gesture);
        new Presets(bench.connectors(), bench.accounts().allProperty().get())
                .in(bench.flow())
                .forEach(changed -> perform(changed, gesture));
    }

    /// An example that an earlier choice left behind makes room; what a person keeps stays.
    private List<Sample> samples(EventCatalogue.Entry entry) {
        var kept = bench.flow().samples().stream()
                .filter(sample -> !sample.replies().isEmpty() || !isExample(sample))
                .toList();
        if (kept.stream().anyMatch(sample -> sample.event().at("event").equals(Value.of(entry.event())))) {
            return kept;
        }
        var samples = new ArrayList<Sample>();
        samples.add(new Sample(
                bench.text("trigger.example"), EventExamples.of(entry), new LinkedHashMap<>(), Value.Fields.empty()));
        samples.addAll(kept);
        return samples;
    }

    private static boolean isExample(Sample sample) {
        return EventCatalogue.entries().stream()
                        .anyMatch(entry -> EventExamples.of(entry).equals(sample.event()))
                || Node.Trigger.TYPES.stream()
                        .anyMatch(kind -> EventExamples.of(kind)
                                .filter(sample.event()::equals)
                                .isPresent());
    }

    private void set(String key, String text, String gesture) {
        trigger()
                .ifPresent(node -> perform(
                        node.withSettings(
                                text.isEmpty()
                                        ? node.settings().without(key)
                                        : node.settings().with(key, text)),
                        gesture));
    }

    private void perform(Node changed, String gesture) {
        bench.session().perform(new Edit.ChangeNode(changed, "edit.trigger"), gesture);
    }
}
