package io.signalbox.connector.braze;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;

/// The `recipients` of a campaign: each exactly one of external id, alias and e-mail address, with the trigger
/// properties of the rows, and never none.
final class Recipients {
    static final String EXTERNAL = "external-user-id";
    static final String ALIAS = "user-alias";
    static final String MAIL = "email";
    static final List<String> KINDS = List.of(EXTERNAL, ALIAS, MAIL);

    /// Those by which a message that is made in the call itself finds a profile.
    static final List<String> PROFILES = List.of(EXTERNAL, ALIAS);

    private Recipients() {}

    /// The people of a message that is made in the call itself.
    static Value.Fields named(Call call) throws CallProblem {
        if (!call.text("recipient-kind").equals(ALIAS)) {
            return Value.fields("external_user_ids", Value.texts(addresses(call)));
        }
        var aliases = new ArrayList<Value>();
        for (var address : addresses(call)) {
            aliases.add(alias(call, address));
        }
        return Value.fields("user_aliases", new Value.Items(aliases));
    }

    private static Value.Fields alias(Call call, String name) throws CallProblem {
        var label = call.text("alias-label").strip();
        if (label.isEmpty()) {
            throw new CallProblem("alias.label");
        }
        return Value.fields("alias_name", Value.of(name), "alias_label", Value.of(label));
    }

    static Value.Items of(Call call) throws CallProblem {
        var properties = Value.Fields.empty();
        var attributes = Value.Fields.empty();
        for (var row : call.fields().fields().entrySet()) {
            var attribute = BrazeRules.attribute(row.getKey());
            var name = attribute.orElse(row.getKey());
            if (!BrazeRules.isName(name)) {
                throw new CallProblem("property.name", name);
            }
            if (attribute.isPresent()) {
                attributes = attributes.with(name, row.getValue());
            } else {
                properties = properties.with(name, row.getValue());
            }
        }
        boolean anybody = call.text("existing-only").equals("false");
        if (anybody && attributes.isEmpty()) {
            throw new CallProblem("attributes.needed");
        }
        var recipients = new ArrayList<Value>();
        for (var address : addresses(call)) {
            var recipient = person(call, address, anybody);
            if (!properties.isEmpty()) {
                recipient = recipient.with("trigger_properties", properties);
            }
            if (anybody) {
                recipient = recipient.with("send_to_existing_only", Value.of(false));
            }
            if (!attributes.isEmpty()) {
                recipient = recipient.with("attributes", attributes);
            }
            recipients.add(recipient);
        }
        return new Value.Items(recipients);
    }

    private static Value.Fields person(Call call, String address, boolean anybody) throws CallProblem {
        return switch (call.text("recipient-kind")) {
            case ALIAS -> {
                var alias = alias(call, address);
                if (anybody) {
                    throw new CallProblem("alias.existing");
                }
                yield Value.fields("user_alias", alias);
            }
            // An address may belong to several profiles: the one updated last is meant.
            case MAIL ->
                Value.fields(
                        "email", Value.of(address), "prioritization", Value.items(Value.of("most_recently_updated")));
            default -> Value.fields("external_user_id", Value.of(address));
        };
    }

    /// Each once. Nobody is refused: without recipients a campaign would go to its whole audience.
    static List<String> addresses(Call call) throws CallProblem {
        var addresses = call.settings().at("to").asItems().stream()
                .map(item -> item.asText().strip())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        if (addresses.isEmpty()) {
            throw new CallProblem("recipients.none");
        }
        if (addresses.size() > BrazeRules.MOST_RECIPIENTS) {
            throw new CallProblem("recipients.many", Integer.toString(addresses.size()));
        }
        return addresses;
    }
}
