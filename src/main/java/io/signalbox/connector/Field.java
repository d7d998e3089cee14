package io.signalbox.connector;

import java.util.List;

/// One field of a form, for an account or for an operation. Label, hint and help are looked up by key in the
/// connector's bundle: `field.<key>`, `field.<key>.hint`. The set is closed: the form is one switch over it.
public sealed interface Field {
    String key();

    /// Names under which events and earlier replies usually carry it; none for most.
    default List<String> from() {
        return List.of();
    }

    boolean required();

    /// One line of text. `example` is shown greyed in the empty field.
    ///
    /// @param from names under which events and earlier replies usually carry it, best first: an empty field
    /// is preset from the first one found
    record Text(String key, boolean required, String example, List<String> from) implements Field {
        public Text {
            from = List.copyOf(from);
        }

        public Text(String key, boolean required, String example) {
            this(key, required, example, List.of());
        }
    }

    /// The name of a message template.
    ///
    /// @param language key of the field that says in which language; blank where a name means one language
    record Template(String key, String language, String example) implements Field {
        @Override
        public boolean required() {
            return true;
        }
    }

    /// An address: `https://…`. `preset` is used when left blank.
    record Url(String key, boolean required, String preset) implements Field {}

    /// Part of an address after the base. Every mapped value in it becomes exactly one segment.
    record UrlPath(String key, boolean required, String example) implements Field {}

    /// Goes to the vault; accounts only.
    record Secret(String key, boolean required) implements Field {}

    /// One of a few; each has the label `field.<key>.<option>`.
    record Choice(String key, List<String> options, String preset) implements Field {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public boolean required() {
            return false;
        }
    }

    record Flag(String key, boolean preset) implements Field {
        @Override
        public boolean required() {
            return false;
        }
    }

    /// To whom the message goes. A missing or impossible one suppresses the message. Of a list, each must be possible
    /// and is asked about by the gate.
    ///
    /// @param from as for a text
    /// @param required false for those who get a copy
    record Recipient(String key, List<String> from, Form form, boolean required) implements Field {
        /// What an address looks like.
        public enum Form {
            /// International digits.
            PHONE,
            /// One mail address or several, by commas.
            MAIL,
            /// Whatever the service itself calls a person, a group or a channel: any text on one line.
            NAME
        }

        public Recipient {
            from = List.copyOf(from);
        }

        public Recipient(String key, List<String> from, Form form) {
            this(key, from, form, true);
        }

        public Recipient(String key, List<String> from) {
            this(key, from, Form.PHONE, true);
        }
    }

    /// Several lines of text with chips, such as a message body.
    record LongText(String key, boolean required, int most) implements Field {}
}
