package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// One thing a service can be asked to do.
///
/// @param fields what the node's form asks
/// @param maps true when the rows of a configuration go into the call
/// @param freeText true when the receiving service allows it only shortly after the person wrote to us
/// @param example a decoded reply, for pickers that have no sample
public record Operation(String id, Kind kind, List<Field> fields, boolean maps, boolean freeText, Value example) {
    public enum Kind {
        /// Changes nothing out there: repeated freely.
        READ,
        /// Makes something happen: intent is stored before it goes out.
        SEND
    }

    public Operation {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String key) {
        return fields.stream().filter(field -> field.key().equals(key)).findFirst();
    }

    /// The key of the field that names the recipient.
    public Optional<String> recipient() {
        return fields.stream()
                .filter(Field.Recipient.class::isInstance)
                .map(Field::key)
                .findFirst();
    }
}
