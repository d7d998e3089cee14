package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The wording of a message template in one language, its places written `{{1}}` or `{{name}}`.
///
/// @param name what a message is sent with: at Meta the template's name, at Twilio the content's SID
/// @param title what people call it; the name where it has no other
/// @param language as the vendor writes it: `pt_BR`
/// @param status what the vendor says of it
/// @param head what stands above the text
/// @param header the words above the text; blank when it has none, or a picture
/// @param footer blank when it has none
/// @param flat one numbering for the whole template; else header and buttons have places of their own
public record TemplateText(
        String name,
        String title,
        String language,
        Status status,
        Head head,
        String header,
        String body,
        String footer,
        List<Button> buttons,
        boolean flat) {
    /// Whether a message can be made from it now.
    public enum Status {
        APPROVED,
        PENDING,
        REJECTED,
        /// For a while, since recipients disliked it.
        PAUSED,
        DISABLED,
        /// Never handed in to be approved, or in a state that has no word here.
        UNKNOWN
    }

    /// What stands above the text: words, or something to look at that each message names by its link.
    public enum Head {
        TEXT,
        IMAGE,
        VIDEO,
        DOCUMENT;

        /// The row that names the link: `header.image`.
        public String target() {
            return "header." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param url blank for all but a link; may end in `{{1}}`
    public record Button(Kind kind, String text, String url) {
        /// What pressing it does.
        public enum Kind {
            LINK,
            REPLY,
            CALL,
            /// Copies a code that each message brings.
            CODE,
            OTHER
        }

        /// A link, or with a blank address a reply.
        public Button(String text, String url) {
            this(url.isEmpty() ? Kind.REPLY : Kind.LINK, text, url);
        }
    }

    public TemplateText {
        buttons = List.copyOf(buttons);
    }

    /// An approved one whose header, if any, is words.
    public TemplateText(String name, String language, String header, String body, String footer, List<Button> buttons) {
        this(name, name, language, Status.APPROVED, Head.TEXT, header, body, footer, buttons, false);
    }

    /// The rows that fill every place, in the order a person reads: `header.1` or `header.image`, `1`, `2`,
    /// `button.0`.
    public SequencedSet<String> targets() {
        var targets = new LinkedHashSet<String>();
        if (head != Head.TEXT) {
            targets.add(head.target());
        }
        filled(header, place -> noted(targets, headed(place)));
        filled(body, place -> noted(targets, place));
        for (int index = 0; index < buttons.size(); index++) {
            targets.addAll(targetsOf(index));
        }
        return targets;
    }

    /// The rows that fill the places of a button; none for one that is always the same.
    ///
    /// @param index of the button, from 0
    public SequencedSet<String> targetsOf(int index) {
        var targets = new LinkedHashSet<String>();
        var button = buttons.get(index);
        var target = "button." + index;
        filled(button.url(), place -> noted(targets, flat ? place : target));
        if (button.kind() == Button.Kind.CODE) {
            targets.add(target + ".code");
        }
        return targets;
    }

    /// Rows that a message may have beside those: what comes back when a reply button is pressed, a document's name.
    public SequencedSet<String> options() {
        var options = new LinkedHashSet<String>();
        if (head == Head.DOCUMENT) {
            options.add("header.filename");
        }
        for (int index = 0; index < buttons.size() && !flat; index++) {
            if (buttons.get(index).kind() == Button.Kind.REPLY) {
                options.add("button." + index + ".payload");
            }
        }
        return options;
    }

    /// True for a Content SID, by which Twilio calls a template: `HX` and 32 hexadecimal digits.
    public static boolean isContentSid(String name) {
        return name.length() == 34
                && name.startsWith("HX")
                && name.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    /// The place that a row fills: a row may say how it is to be read, as in `2.currency`.
    public static String place(String row) {
        for (var kind : List.of(".currency", ".date_time")) {
            if (row.endsWith(kind)) {
                return row.substring(0, row.length() - kind.length());
            }
        }
        return row;
    }

    /// As the recipient sees it. A place without a row stays written as it is, so that a preview shows what is
    /// missing.
    ///
    /// @param rows by target, as a configuration's map
    public TemplateText filledWith(Value.Fields rows) {
        var filledButtons = Stream.iterate(0, index -> index + 1)
                .limit(buttons.size())
                .map(index -> new Button(
                        buttons.get(index).kind(),
                        buttons.get(index).text(),
                        filled(buttons.get(index).url(), place -> row(rows, flat ? place : "button." + index, place))))
                .toList();
        return new TemplateText(
                name,
                title,
                language,
                status,
                head,
                filled(header, place -> row(rows, headed(place), place)),
                filled(body, place -> row(rows, place, place)),
                footer,
                filledButtons,
                flat);
    }

    /// Header, body, footer and buttons, one below the other.
    public String asText() {
        var links = buttons.stream()
                .map(button -> "[" + button.text() + "]" + (button.url().isEmpty() ? "" : " " + button.url()));
        return Stream.concat(Stream.of(header, body, footer), links)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// As it is kept.
    public Value.Fields asValue() {
        return Value.fields("name", Value.of(name), "title", Value.of(title))
                .with("language", Value.of(language))
                .with("status", Value.of(status.name()))
                .with("head", Value.of(head.name()))
                .with("header", Value.of(header))
                .with("body", Value.of(body))
                .with("footer", Value.of(footer))
                .with(
                        "buttons",
                        new Value.Items(buttons.stream()
                                .<Value>map(button -> Value.fields(
                                                "kind", Value.of(button.kind().name()))
                                        .with("text", Value.of(button.text()))
                                        .with("url", Value.of(button.url())))
                                .toList()))
                .with("flat", Value.of(flat));
    }

    /// Read from what [#asValue] made.
    public static TemplateText of(Value kept) {
        return new TemplateText(
                kept.at("name").asText(),
                kept.at("title").asText(),
                kept.at("language").asText(),
                word(Status.values(), kept.at("status"), Status.UNKNOWN),
                word(Head.values(), kept.at("head"), Head.TEXT),
                kept.at("header").asText(),
                kept.at("body").asText(),
                kept.at("footer").asText(),
                kept.at("buttons").asItems().stream()
                        .map(button -> new Button(
                                word(Button.Kind.values(), button.at("kind"), Button.Kind.OTHER),
                                button.at("text").asText(),
                                button.at("url").asText()))
                        .toList(),
                kept.at("flat") instanceof Value.Truth(var truth) && truth);
    }

    /// The constant that a word names, in capitals or not.
    public static <E extends Enum<E>> E word(E[] all, Value said, E other) {
        for (var each : all) {
            if (each.name().equalsIgnoreCase(said.asText())) {
                return each;
            }
        }
        return other;
    }

    private String headed(String place) {
        return flat ? place : "header." + place;
    }

    private static String row(Value.Fields rows, String target, String place) {
        for (var row : List.of(target, target + ".currency", target + ".date_time")) {
            if (!rows.at(row).isMissing()) {
                return rows.at(row).asText();
            }
        }
        return "{{" + place + "}}";
    }

    private static String noted(SequencedSet<String> targets, String target) {
        targets.add(target);
        return "";
    }

    private static String filled(String text, UnaryOperator<String> place) {
        var filled = new StringBuilder(text.length() + 64);
        int at = 0;
        int open = text.indexOf("{{");
        while (open >= 0) {
            int close = text.indexOf("}}", open);
            if (close < 0) {
                break;
            }
            filled.append(text, at, open)
                    .append(place.apply(text.substring(open + 2, close).strip()));
            at = close + 2;
            open = text.indexOf("{{", at);
        }
        return filled.append(text, at, text.length()).toString();
    }
}
