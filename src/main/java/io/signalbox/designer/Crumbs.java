package io.signalbox.designer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Where one is: Flows › folder › … › flow. All but the last lead there. Unlike the bar of ControlsFX it lets names
/// give
/// way where room is scarce.
final class Crumbs extends HBox {
    private final Button flows = new Button();
    private final Label place = new Label();
    private Consumer<String> open = _ -> {};
    /// The folder of the flow that is shown; empty while another place is.
    private Optional<String> shown = Optional.empty();

    Crumbs(Words words) {
        getStyleClass().add("crumbs");
        setAlignment(Pos.CENTER_LEFT);
        flows.setId("crumb-flows");
        flows.getStyleClass().addAll("flat", "crumb");
        flows.textProperty().bind(words.bound("top.flows"));
        flows.setMinWidth(USE_PREF_SIZE);
        flows.setOnAction(_ -> open.accept(""));
        place.setId("crumb-name");
        WholeTip.on(place).getStyleClass().addAll("strong", "crumb-current");
    }

    /// @param folder told what is to be opened, blank for all flows
    void setOnOpen(Consumer<String> folder) {
        open = folder;
    }

    /// @param folder names from the outermost on, parted by slashes; blank for none
    void showFlow(String folder, String name) {
        place.textProperty().unbind();
        place.setText(name);
        // Told at every edit of the flow, few of which move it.
        if (!Optional.of(folder).equals(shown)) {
            shown = Optional.of(folder);
            getChildren().setAll(parts(folder));
        }
    }

    private List<Node> parts(String folder) {
        var parts = new ArrayList<Node>();
        parts.add(flows);
        var path = "";
        for (var name : folder.isEmpty() ? new String[0] : folder.split("/", -1)) {
            path += path.isEmpty() ? name : "/" + name;
            parts.add(into());
            parts.add(folder(path, name, parts.size() / 2));
        }
        parts.add(into());
        parts.add(place);
        return parts;
    }

    /// A place other than a flow stands alone: its name is no link.
    void showAlone(ObservableValue<String> name) {
        place.textProperty().bind(name);
        shown = Optional.empty();
        getChildren().setAll(place);
    }

    private Button folder(String path, String name, int depth) {
        var button = WholeTip.on(new Folder(name));
        button.setId("crumb-folder-" + depth);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "crumb", "crumb-folder");
        button.setOnAction(_ -> open.accept(path));
        return button;
    }

    private static Icon into() {
        return Icon.of("right", "icon-14");
    }

    /// Gives way like the name of the flow, but not until nothing can be read.
    private static final class Folder extends Button {
        /// In em.
        private static final double LEAST = 6;

        Folder(String name) {
            super(name);
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.min(prefWidth(height), LEAST * getFont().getSize());
        }
    }
}
