package io.signalbox.app;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;

/// How to reach each screen of the window: one line a screen, in the order a person meets them.
final class Screens {
    /// Brings the window to a screen.
    @FunctionalInterface
    interface Way {
        void go(Easel easel) throws Exception;
    }

    private static final String FLOW = Rig.sample().id();

    private Screens() {}

    static Map<String, Way> all() {
        var all = new LinkedHashMap<String, Way>();
        all.putAll(pages());
        all.putAll(canvas());
        all.putAll(inspector());
        all.putAll(drawer());
        all.putAll(cards());
        return all;
    }

    private static Map<String, Way> pages() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("welcome", easel -> easel.run(() -> easel.studio().studio().showWelcome()));
        ways.put("flows", Screens::flows);
        ways.put("flow-cards", easel -> {
            flows(easel);
            easel.press("#flow-face-cards").await(".flow-card");
        });
        ways.put("rail-named", easel -> {
            flows(easel);
            easel.run(() -> easel.studio().book().change(now -> now.withHabits(habits -> habits.withNamed(true))));
        });
        ways.put("samples", easel -> {
            flows(easel);
            easel.pick("#flow-from", 5).await("#samples");
        });
        ways.put("connections", easel -> {
            var list = (ListView<?>) easel.press("#rail-connections").await("#connections");
            easel.run(() -> list.getItems().stream()
                    .map(Object::toString)
                    .filter(row -> row.contains("name=fracttal-main,"))
                    .findFirst()
                    .ifPresent(row -> list.getSelectionModel()
                            .select(list.getItems().stream()
                                    .map(Object::toString)
                                    .toList()
                                    .indexOf(row))));
        });
        ways.put("services", easel -> easel.press("#rail-connections").press("#connection-new"));
        ways.put(
                "connection",
                easel -> easel.press("#rail-connections")
                        .press("#connection-new")
                        .press("#service-fracttal"));
        ways.put(
                "new-group",
                easel -> easel.press("#rail-connections")
                        .press("#connection-new")
                        .press("#service-fracttal")
                        .press("#connection-group-new"));
        ways.put(
                "secret",
                easel -> easel.press("#rail-connections")
                        .press("#connection-new")
                        .press("#service-whatsapp")
                        .type("#setting-phone-number-id", "106540352242922")
                        .type("#setting-access-token", "EAAG-not-a-real-token-1234567890abcdef")
                        .press("#connection-save")
                        .await("#secret-card"));
        ways.put("events-page", easel -> easel.press("#rail-events"));
        ways.put("actions", easel -> easel.open(FLOW).page("trigger", "actions"));
        ways.put("groups-page", easel -> easel.press("#rail-groups"));
        ways.put("runs-page", easel -> easel.press("#rail-runs").click("#all-runs .table-cell"));
        ways.put("runs-chosen", easel -> runs(easel, 2));
        ways.put("runs-compared", easel -> runs(easel, 2).press("#runs-compare"));
        ways.put(
                "runs-data", easel -> runs(easel, 0).type("#runs-data", "marta").await("#runs-reached"));
        ways.put("servers-empty", easel -> easel.press("#rail-servers"));
        ways.put("settings-language", easel -> settings(easel, "language"));
        ways.put("settings-appearance", easel -> settings(easel, "appearance"));
        ways.put("settings-canvas", easel -> settings(easel, "canvas"));
        ways.put("settings-backup", easel -> settings(easel, "backup"));
        ways.put("settings-privacy", easel -> settings(easel, "privacy"));
        ways.put("settings-keys", easel -> settings(easel, "keys"));
        return ways;
    }

    private static Map<String, Way> canvas() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("flow", easel -> easel.open(FLOW));
        ways.put("sketch", easel -> easel.open(PictureFlows.SKETCHED));
        ways.put("outline", easel -> easel.open(PictureFlows.SKETCHED).outline(true));
        ways.put("search", easel -> easel.open(FLOW).press("#top-search").type("#search-field", "wo"));
        ways.put(
                "coach",
                easel -> easel.run(() -> easel.studio().studio().showWelcome())
                        .press("#welcome-coach")
                        .open(FLOW));
        return ways;
    }

    private static Map<String, Way> inspector() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("trigger", easel -> easel.open(FLOW).page("trigger", "general"));
        ways.put("conditions", Screens::conditions);
        ways.put("groups", easel -> easel.open(PictureFlows.SKETCHED).page("trigger", "conditions"));
        ways.put("why-not", easel -> conditions(easel).press("#condition-last-why"));
        ways.put("source", easel -> easel.open(FLOW).page("wo", "setup"));
        ways.put("service", easel -> easel.open(FLOW).page("send", "setup"));
        ways.put("map", easel -> easel.open(FLOW).page("fields", "setup"));
        ways.put(
                "sandbox-sent",
                easel -> easel.open(FLOW)
                        .page("fields", "setup")
                        .press("#sandbox-send")
                        .await("#sandbox-look"));
        ways.put("connection-output", easel -> easel.open(FLOW).page("send", "output"));
        ways.put("input", easel -> easel.open(FLOW).page("fields", "input"));
        ways.put("output", easel -> easel.open(FLOW).page("wo", "output"));
        ways.put("notes", easel -> easel.open(FLOW).page("fields", "notes"));
        ways.put("wire", easel -> easel.open(PictureFlows.SKETCHED).clickWire("trigger", "wo"));
        return ways;
    }

    private static Map<String, Way> drawer() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("runs", easel -> easel.open(FLOW).press("#tab-runs"));
        ways.put("past-run", easel -> easel.open(FLOW).press("#tab-runs").click("#runs .table-cell"));
        ways.put("arrivals", easel -> easel.open(FLOW).press("#tab-sandbox"));
        ways.put("problems", easel -> easel.open(PictureFlows.BROKEN).press("#tab-problems"));
        return ways;
    }

    private static Map<String, Way> cards() {
        var ways = new LinkedHashMap<String, Way>();
        ways.put("payload", easel -> easel.open(FLOW).click(".link-count"));
        ways.put("functions", easel -> easel.open(FLOW).page("fields", "setup").press("#map-functions-2"));
        ways.put("lookup", easel -> easel.open(FLOW).page("fields", "setup").press("#map-functions-3"));
        ways.put("sample", easel -> conditions(easel).pick("#condition-test", 0));
        ways.put(
                "sample-source",
                easel -> easel.open(FLOW)
                        .page("fields", "setup")
                        .expand("#map-values")
                        .pick("#map-source", 1));
        return ways;
    }

    static Easel conditions(Easel easel) throws Exception {
        return easel.open(FLOW).page("trigger", "conditions");
    }

    static void flows(Easel easel) throws Exception {
        easel.run(() -> easel.studio().studio().showFlows());
    }

    /// The runs of all flows, with the first few of them chosen.
    private static Easel runs(Easel easel, int chosen) throws Exception {
        easel.press("#rail-runs").await("#all-runs .table-cell");
        return easel.run(() -> ((TableView<?>) easel.studio().scene().lookup("#all-runs"))
                        .getSelectionModel()
                        .selectRange(0, chosen))
                .calm();
    }

    private static void settings(Easel easel, String part) throws Exception {
        easel.press("#rail-settings").press("#settings-" + part);
    }
}
