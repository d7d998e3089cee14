package io.signalbox.app;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.signalbox.access.Account;
import io.signalbox.access.Scope;
import io.signalbox.connector.Connectors;
import io.signalbox.flow.EventCatalogue;
import io.signalbox.flow.EventExamples;
import io.signalbox.flow.Flow;
import io.signalbox.json.Json;
import io.signalbox.sandbox.Sandbox;
import io.signalbox.sandbox.Vendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Task 3: task 2 in a workspace that has neither a connection to Fracttal nor a permission group. Both are made where
/// the flow needs them.
final class Task03ConnectionTest extends UsabilityTask {
    @Override
    void prepare(Rig workspace) throws Exception {
        super.prepare(workspace);
        var accounts = workspace.workspace().accounts();
        accounts.all().stream()
                .filter(account -> account.type().equals("fracttal"))
                .forEach(account -> accounts.remove(account.name()));
    }

    @Override
    void begin(StudioRig window) {
        window.studio().showFlows();
    }

    private Flow built() {
        return rig().workspace().flows().find("new-flow").orElseThrow().flow();
    }

    private Account fracttal() {
        return rig().workspace().accounts().find("fracttal").orElseThrow();
    }

    /// What the stand-in for Fracttal knows.
    private Vendor.Sample known() {
        return Sandbox.samples(rig().sandbox().url()).stream()
                .filter(sample -> sample.account().type().equals("fracttal"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_flow_is_built_with_its_connection_and_its_permission_group() throws Exception {
        var hands = hands();
        hands.click("#flow-new");
        hands.pick("#trigger-event", "Tasks › Work orders › New WO");
        Rig.await(() -> built().samples().size() == 1);
        hands.click("#tab-conditions").click("#add-condition");
        hands.clickIn("#field-list", "Responsible");
        hands.type("Marta Jaramillo");
        hands.click("#node-person");

        int connection = hands.done().size();
        hands.pick("#setting-account", "+ New connection");
        int group = hands.done().size();
        hands.click("#connection-group-new").pick("#group-dialog-preset", "WhatsApp notifications");
        hands.click("#group-dialog-save");
        Rig.await(() -> rig().workspace().groups().all().size() == 1);
        int grouped = hands.done().size();
        // The keyboard goes on where something is missing.
        Rig.await(() -> studio().focused().equals("setting-client-id"), studio()::focused);
        hands.type(known().account().value("client-id"));
        var secret = requireNonNull(known().secrets().get("client-secret"));
        hands.click("#setting-client-secret").type(secret.value());
        hands.click("#connection-save").click("#secret-copy-client-secret").click("#secret-close");
        Rig.await(() -> rig().workspace().accounts().find("fracttal").isPresent());
        var made = hands.done();

        hands.click("#node-whatsapp").click("#template-wo_assigned-en");
        hands.click("#node-message").click("#map-auto");
        hands.press(KeyCode.F5).click("#make-live");
        Rig.await(() -> rig().executor().live().isOn("new-flow"));

        Hands.within("Task 3, the permission group", made.subList(group, grouped), 4);
        var parts = new ArrayList<>(made.subList(connection, group));
        parts.addAll(made.subList(grouped, made.size()));
        Hands.within("Task 3, the connection", parts, 9);
        hands.within("Task 3, build a flow with its connection and its permission group", 33);
        sends();
    }

    /// What was built and typed is right: pointed at the stand-in instead of Fracttal, it reads and sends.
    private void sends() throws Exception {
        assertEquals("WhatsApp notifications", fracttal().group());
        assertEquals(
                List.of(), Wiring.check(rig().workspace(), Connectors.found()).in(built()));
        var at = known().account();
        var pointed = Stream.of("base-url", "token-url", "sign-in")
                .reduce(fracttal(), (account, key) -> account.with(key, at.value(key)), (_, last) -> last);
        rig().workspace().accounts().save(pointed, Map.of());
        var entry = EventCatalogue.find("tasks", "work_orders", "new_wo").orElseThrow();
        var token = rig().token(Scope.EVENTS);
        assertEquals(
                202,
                rig().call("POST", "/events", token, Json.write(EventExamples.of(entry)))
                        .statusCode());
        rig().settled();
        assertEquals(1, rig().sandbox().messages().size());
    }
}
