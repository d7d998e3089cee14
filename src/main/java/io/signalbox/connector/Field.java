package io.signalbox.connector;

import java.util.List;

/// One field of a form, for an account or for an operation. Label, hint and help are looked up by key in the
/// connector's bundle: `field.<key>`, `field.<key>.hint`. The set is closed: the form is one switch over it.
public sealed interface Field {
    String key();

    boolean required();

    /// One line of text. `example` is shown greyed in the empty field.
    record Text(String key, boolean required, String example) implements Field {}

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

    /// To whom the message goes: international digits. A missing or impossible one suppresses the message.
    record Recipient(String key) implements Field {
        @Override
        public boolean required() {
            return true;
        }
    }

    /// Several lines of text with chips, such as a message body.
    record LongText(String key, boolean required, int most) implements Field {}
}
