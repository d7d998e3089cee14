package io.signalbox.designer.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.signalbox.connector.Connectors;
import io.signalbox.designer.Speech;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.Language;
import io.signalbox.flow.Layout;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Note;
import io.signalbox.flow.Point;
import io.signalbox.json.FlowJson;
import io.signalbox.json.UnreadableFlow;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A flow as a picture: whole, well-formed whatever it is called, and with nothing beyond its edge.
final class FlowPictureTest {
    private static final Connectors CONNECTORS = Connectors.found();

    static List<Path> shipped() throws IOException {
        try (var files = Files.list(Path.of("flows"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void every_shipped_flow_is_drawn_whole_in_every_language(Path file) throws Exception {
        var flow = read(file);
        for (var language : Language.values()) {
            var root = drawn(flow, language);
            assertEquals(language.tag(), root.getAttribute("lang"));
            assertEquals(flow.name(), elements(root, "title").getFirst().getTextContent());
            var titles = elements(root, "title").stream()
                    .map(Element::getTextContent)
                    .toList();
            for (var node : flow.nodes().values()) {
                assertTrue(titles.stream().anyMatch(title -> title.contains(node.name())), node.name());
            }
            assertEquals(flow.nodes().size(), groups(root, "node").size());
            assertEquals(flow.wires().size(), groups(root, "wire").size());
            assertEquals(List.of(), beyondTheEdge(root));
        }
    }

    /// The kinds have the colours of the light theme, and a box says by which service it works.
    @Test
    void a_box_shows_kind_service_and_what_is_asked_of_it() throws Exception {
        var picture = FlowPicture.of(sample(), CONNECTORS, Speech.in(Language.EN));
        for (var colour : List.of("#8250df", "#0969da", "#1a7f37", "#9a6700")) {
            assertTrue(picture.contains("fill=\"" + colour + "\""), colour);
        }
        var words = words(parsed(picture));
        assertTrue(words.containsAll(List.of("Get work order", "Fracttal One", "Find a work order")), words.toString());
        assertTrue(words.containsAll(List.of("New work order", "Work orders › New WO", "2 conditions")));
    }

    @Test
    void a_place_too_long_for_the_line_of_what_happens_there_has_its_own() throws Exception {
        var words = words(drawn(sample(), Language.ES));
        assertTrue(words.containsAll(List.of("Órdenes de trabajo", "Nueva OT")), words.toString());
    }

    @Test
    void wires_say_when_they_are_followed() throws Exception {
        var root = drawn(read(Path.of("flows", "workplace-bot.signalbox.json")), Language.EN);
        var words = String.join(" ", words(root));
        assertTrue(words.contains("if Text starts with OT-"), words);
        assertTrue(words.contains("if Payload starts with TAKE_"), words);
        assertTrue(words.contains("otherwise"), words);
        var failing =
                String.join(" ", words(drawn(read(Path.of("flows", "whatsapp-answer.signalbox.json")), Language.ES)));
        assertTrue(failing.contains("si falla"), failing);
    }

    /// One file that needs no other: no script, no font, no picture from elsewhere.
    @Test
    void it_points_to_nothing_outside_itself() throws Exception {
        var picture = FlowPicture.of(sample(), CONNECTORS, Speech.in(Language.EN));
        assertFalse(picture.contains("href"), picture);
        assertEquals(1, picture.split("://", -1).length - 1, "the name of SVG itself alone");
        assertEquals(
                Set.of("svg", "title", "desc", "defs", "pattern", "g", "rect", "path", "circle", "text"),
                Set.copyOf(elements(parsed(picture), "*").stream()
                        .map(Element::getTagName)
                        .toList()));
    }

    @Test
    void a_flow_without_places_is_tidied() throws Exception {
        for (var file : shipped()) {
            var flow = read(file).withLayout(Layout.empty());
            var root = drawn(flow, Language.EN);
            var places = groups(root, "node").stream()
                    .map(box -> box.getAttribute("transform"))
                    .toList();
            assertEquals(flow.nodes().size(), Set.copyOf(places).size(), places.toString());
            assertEquals(List.of(), beyondTheEdge(root));
        }
    }

    @Test
    void whatever_it_is_called_the_picture_is_well_formed_and_says_so() throws Exception {
        var hostile = "<script>alert(\"1\")</script> & ]]> 'Bombä' 🚰 \uD800\u0000\u0007\uFFFE";
        var shown = "<script>alert(\"1\")</script> & ]]> 'Bombä' 🚰 ";
        var flow = sample().withName(hostile).withDescription(hostile, Language.ES, sample().zone());
        for (var node : List.copyOf(flow.nodes().values())) {
            flow = flow.withNode(node.withName(hostile));
        }
        var note = new NodeId("note");
        var group = Group.of(new NodeId("group"), hostile, new LinkedHashSet<>(List.of(note)));
        flow = flow.withLayout(flow.layout()
                .withNote(Note.of(note, hostile + "\n" + hostile + "\n\n" + "x".repeat(500), new Point(-900, -40)))
                .withGroup(group));
        var root = drawn(flow, Language.EN);
        assertEquals(shown, elements(root, "title").getFirst().getTextContent());
        assertEquals(shown, elements(root, "desc").getFirst().getTextContent());
        assertEquals(List.of(), elements(root, "script"));
        assertEquals(List.of(), beyondTheEdge(root));
        assertTrue(words(root).stream().anyMatch(words -> words.startsWith("<script>")), "the name is seen");
    }

    @Test
    void an_empty_flow_is_a_picture_too() throws Exception {
        var root = drawn(Flow.empty("new-flow", "", Language.EN, sample().zone()), Language.EN);
        assertEquals("new-flow", elements(root, "title").getFirst().getTextContent());
        assertEquals(List.of(), groups(root, "node"));
    }

    @Test
    void a_node_that_is_off_and_a_service_that_is_unknown_are_seen() throws Exception {
        var flow = sample();
        var wo = flow.node(new NodeId("wo")).orElseThrow();
        var root = drawn(flow.withNode(wo.withOff(true).withService("teletype", "", "")), Language.EN);
        var words = words(root);
        assertTrue(words.contains("Off"), words.toString());
        assertTrue(words.stream().anyMatch(line -> line.startsWith("“teletype”")), words.toString());
    }

    @Test
    void words_are_shortened_to_their_room_and_wrapped_between_words() {
        var letters = new Lettering(12, false);
        for (var text :
                List.of("Replace the main bearing of pump 14", "W".repeat(40), "🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰🚰", "")) {
            assertTrue(letters.width(letters.shortened(text, 100)) <= 100, text);
            var lines = letters.wrapped(text, 100);
            assertTrue(lines.stream().allMatch(line -> letters.width(line) <= 100), lines.toString());
            assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
        }
        assertEquals(List.of("Replace the", "main bearing"), letters.wrapped("Replace the main bearing", 80));
    }

    private static Flow sample() throws IOException {
        return read(Path.of("flows", "new-work-order-to-whatsapp.signalbox.json"));
    }

    private static Flow read(Path file) throws IOException {
        try {
            return FlowJson.read(Files.readString(file));
        } catch (UnreadableFlow broken) {
            throw new IllegalArgumentException(file.toString(), broken);
        }
    }

    private static Element drawn(Flow flow, Language language) throws Exception {
        var root = parsed(FlowPicture.of(flow, CONNECTORS, Speech.in(language)));
        assertEquals("svg", root.getTagName());
        return root;
    }

    private static Element parsed(String picture) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)))
                .getDocumentElement();
    }

    private static List<Element> elements(Element root, String name) {
        var list = root.getElementsByTagName(name);
        var found = new ArrayList<Element>();
        if (name.equals("*")) {
            found.add(root);
        }
        IntStream.range(0, list.getLength()).forEach(at -> found.add((Element) list.item(at)));
        return found;
    }

    private static List<Element> groups(Element root, String style) {
        return elements(root, "g").stream()
                .filter(group ->
                        List.of(group.getAttribute("class").split(" ", -1)).contains(style))
                .toList();
    }

    private static List<String> words(Element root) {
        return elements(root, "text").stream().map(Element::getTextContent).toList();
    }

    /// Boxes and words that a viewer would cut off.
    private static List<String> beyondTheEdge(Element root) {
        var numbers = root.getAttribute("viewBox").split(" ", -1);
        assertEquals(root.getAttribute("width"), numbers[2]);
        assertEquals(root.getAttribute("height"), numbers[3]);
        var edge = new Area(number(numbers[0]), number(numbers[1]), number(numbers[2]), number(numbers[3]));
        var beyond = new ArrayList<String>();
        for (var name : List.of("rect", "text")) {
            for (var element : elements(root, name)) {
                var area = area(element);
                if (area.x() < edge.x()
                        || area.y() < edge.y()
                        || area.right() > edge.right()
                        || area.bottom() > edge.bottom()) {
                    beyond.add(name + " " + area + " " + element.getTextContent());
                }
            }
        }
        return beyond;
    }

    private static Area area(Element element) {
        double x = number(element.getAttribute("x"));
        double y = number(element.getAttribute("y"));
        for (var at = element.getParentNode(); at instanceof Element parent; at = parent.getParentNode()) {
            var place = parent.getAttribute("transform");
            if (place.startsWith("translate(")) {
                var by = place.substring(10, place.indexOf(')')).split(" ", -1);
                x += number(by[0]);
                y += number(by[1]);
            }
        }
        if (element.getTagName().equals("rect")) {
            return new Area(x, y, number(element.getAttribute("width")), number(element.getAttribute("height")));
        }
        var letters = new Lettering(
                number(element.getAttribute("font-size")),
                element.getAttribute("font-weight").equals("600"));
        double width = letters.width(element.getTextContent());
        double left = element.getAttribute("text-anchor").equals("middle") ? x - width / 2 : x;
        return new Area(left, y - letters.size(), width, letters.size());
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
