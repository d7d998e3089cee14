package io.signalbox.designer.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.access.Account;
import io.signalbox.connector.Calls;
import io.signalbox.designer.PatientRobot;
import io.signalbox.edit.Edit;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Settings;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What people bring from a vendor's page: a body with mistakes, a template's text, a service that was closed.
@ExtendWith(ApplicationExtension.class)
final class DocumentationTest {
    private static final String PASTED = """
            {
              “campaign_id”: “c”, // from Braze
              "recipients": [{"external_user_id": "<external_id>", "trigger_properties": {"body": "Hi"}}],
              "broadcast": false,
            }""";

    private final MemoryAccounts accounts = new MemoryAccounts();
    private Bench bench;

    @Start
    void open(Stage stage) {
        bench = PanelBench.of(
                PanelFlow.flow(Condition.always(), List.of(MapRow.of("campaign_id", Expression.literal("mine")))),
                accounts);
        var panel = new FieldMapPanel(bench, PanelFlow.FIELDS);
        PanelSheet.dress(panel);
        Shown.on(stage, bench, panel, 480, 800);
    }

    private void service(PatientRobot robot, String type, String operation, Settings settings) {
        var node = Wired.connection(bench, PanelFlow.FIELDS).orElseThrow();
        robot.interact(() -> bench.session()
                .perform(
                        new Edit.ChangeNode(
                                node.withService(type, "", operation).withSettings(settings), "edit.service"),
                        ""));
    }

    private List<MapRow> rows() {
        return ((Node.Configuration) bench.flow().node(PanelFlow.FIELDS).orElseThrow()).fields();
    }

    @Test
    void a_body_from_documentation_is_repaired_in_sight_and_becomes_fields(PatientRobot robot) {
        assertFalse(robot.lookup("#map-body").query().isVisible());
        service(robot, "http", "post", Settings.empty());
        assertTrue(robot.lookup("#map-body").query().isVisible());
        robot.interact(() -> robot.lookup("#map-body").queryAs(Button.class).fire());
        var area = (JsonArea) bench.overlay().lookup(".json-area");
        robot.interact(() -> area.replaceText(PASTED));

        var told = Shown.words(robot, "#json-repairs");
        assertTrue(told.startsWith("This looks like JSON with 4 mistakes:"), told);
        assertTrue(
                told.contains("Line 2, column 3: quotation marks that JSON does not know: “campaign_id” becomes"),
                told);
        assertTrue(told.contains("a comment: // from Braze is left out"), told);
        assertTrue(robot.lookup("#body-take").query().isDisabled());

        robot.interact(() -> robot.lookup("#json-repair").queryAs(Button.class).fire());
        assertFalse(robot.lookup("#json-repairs").query().isVisible());
        robot.interact(() -> robot.lookup("#body-take").queryAs(Button.class).fire());
        assertEquals(
                List.of(
                        MapRow.of("campaign_id", Expression.literal("mine")),
                        MapRow.of("recipients.0.external_user_id", Expression.literal("")),
                        MapRow.of("recipients.0.trigger_properties.body", Expression.literal("Hi")),
                        MapRow.of("broadcast", Expression.literal(Value.of(false)))),
                rows());
    }

    @Test
    void json_that_is_whole_is_offered_no_repair(PatientRobot robot) {
        service(robot, "http", "post", Settings.empty());
        robot.interact(() -> robot.lookup("#map-body").queryAs(Button.class).fire());
        var area = (JsonArea) bench.overlay().lookup(".json-area");
        robot.interact(() -> area.replaceText("{\"a.b\": 1, \"c\": [1, true]}"));
        assertFalse(robot.lookup("#json-repairs").query().isVisible());
        assertEquals(
                "Makes 2 fields. No field can be made of a.b: the name has a dot in it or is empty.",
                robot.lookup("#body-told").queryLabeled().getText());
        robot.interact(() -> area.replaceText("{\"a\": 1 \"b\": 2}"));
        assertFalse(robot.lookup("#json-repairs").query().isVisible());
    }

    @Test
    void the_text_of_a_template_tells_the_fields(PatientRobot robot) {
        service(
                robot,
                "walkme",
                "notify-users",
                Settings.empty().with("template-text", "###OPP_NAME_ATTRIBUTE### is yours: ##URL##"));
        assertEquals("1 of 2 mapped", Shown.words(robot, "#map-counter"));
        robot.interact(() -> robot.lookup("#map-auto").queryAs(Button.class).fire());
        assertEquals(
                List.of("campaign_id", "OPP_NAME_ATTRIBUTE", "URL"),
                rows().stream().map(MapRow::to).toList());
    }

    @Test
    void a_body_reads_back_as_what_it_was() {
        var body = Calls.json("{\"a\":{\"b\":[1,{\"c\":\"x\"}]},\"d\":true,\"e\":null,\"f\":\"<id>\",\"g\":{}}");
        var read = BodyRows.of(body);
        Value made = Value.Fields.empty();
        for (var row : read.rows()) {
            if (!row.from().isBlank()) {
                made = Value.put(made, List.of(row.to().split("\\.", -1)), ((Expression.Literal) row.from()).value());
            }
        }
        assertEquals(Calls.json("{\"a\":{\"b\":[1,{\"c\":\"x\"}]},\"d\":true}"), made);
        assertEquals(
                List.of("e", "f"),
                read.rows().stream()
                        .filter(row -> row.from().isBlank())
                        .map(MapRow::to)
                        .toList());
    }

    @Test
    void a_closed_service_is_offered_to_who_asks_and_says_when_it_closed(PatientRobot robot) {
        var chosen = new ArrayList<String>();
        var tiles =
                new ServiceTiles(bench, connector -> chosen.add(connector.spec().id()));
        assertTrue(Optional.ofNullable(tiles.lookup("#service-workplace")).isEmpty());
        robot.interact(() -> ((CheckBox) tiles.lookup("#connection-closed")).fire());
        robot.interact(() -> ((Button) tiles.lookup("#service-workplace")).fire());
        assertEquals(List.of("workplace"), chosen);
        robot.interact(() -> new ConnectionDialog(bench, "workplace", _ -> {}).open());
        assertTrue(robot.lookup("#connection-retired").queryLabeled().getText().contains("31 August 2025"));
    }

    @Test
    void a_closed_service_is_in_the_form_only_where_a_connection_to_it_was_made(PatientRobot robot) {
        var spec = bench.connectors().find("workplace").orElseThrow().spec();
        assertFalse(bench.offers(spec, ""));
        assertTrue(bench.offers(spec, "workplace"));
        accounts.save(new Account("bot", "workplace", new LinkedHashMap<>(), Set.of(), true), Map.of());
        robot.interact(() -> bench.accounts().refresh(failure -> {
            throw new IllegalStateException(failure);
        }));
        assertTrue(bench.offers(spec, ""));
        assertEquals(Optional.empty(), bench.closed("whatsapp"));
        assertTrue(bench.closed("workplace").orElse("").contains("31 August 2025"));
    }
}
