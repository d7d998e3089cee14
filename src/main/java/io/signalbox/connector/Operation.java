package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// One thing a service can be asked to do.
///
/// @param fields what the node's form asks
/// @param maps true when the rows of a configuration go into the call
/// @param freeText true when the receiving service allows it only shortly after the person wrote to us
/// @param needs what the service's own permissions must allow: rights as [io.signalbox.access.Permission] writes them,
/// such as `work_orders:see`, where it keeps permission groups, else as the service names it; empty where it has none
/// @param example a decoded reply, for pickers that have no sample
public record Operation(
        String id, Kind kind, List<Field> fields, boolean maps, boolean freeText, List<String> needs, Value example) {
    public enum Kind {
        /// Changes nothing out there: repeated freely.
        READ,
        /// Makes something happen: intent is stored before it goes out.
        SEND
    }

    public Operation {
        fields = List.copyOf(fields);
        needs = List.copyOf(needs);
    }

    /// One that fetches.
    public static Operation read(String id, List<Field> fields, Value example) {
        return new Operation(id, Kind.READ, fields, false, false, List.of(), example);
    }

    /// One that makes something happen from its settings alone.
    public static Operation send(String id, List<Field> fields, Value example) {
        return new Operation(id, Kind.SEND, fields, false, false, List.of(), example);
    }

    /// The same, with the rows of a configuration.
    public Operation mapped() {
        return new Operation(id, kind, fields, true, freeText, needs, example);
    }

    /// The same, allowed only shortly after the person wrote to us.
    public Operation inReply() {
        return new Operation(id, kind, fields, maps, true, needs, example);
    }

    /// The same, for whoever has these permissions.
    public Operation needing(String... permissions) {
        return new Operation(id, kind, fields, maps, freeText, List.of(permissions), example);
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
