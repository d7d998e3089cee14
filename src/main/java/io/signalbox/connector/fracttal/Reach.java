package io.signalbox.connector.fracttal;

import io.signalbox.connector.Call;
import io.signalbox.connector.Outcome;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where a message reaches a person: the first of three numbers that can be one, as international digits. Who has none
/// is stood in for: by a deputy, then by whoever of a group and a shift can be reached, last by a number that is always
/// the same. People who are not active are passed over.
final class Reach {
    /// In the order in which messages are best sent to them.
    private static final List<String> NUMBERS = List.of("sms", "telephone", "telephone_2");

    private Reach() {}

    /// @param member of the person that held it
    private record Line(String member, String digits) {}

    /// With `phone`: the first number that is filled, as it was typed.
    static Value.Fields withPhone(Value.Fields person) {
        return NUMBERS.stream()
                .map(person::at)
                .filter(number -> !number.isMissing())
                .findFirst()
                .map(number -> person.with("phone", number))
                .orElse(person);
    }

    /// The recipient, with `phone` as digits and `via`, which says how it was found. Nobody at all is no failure: a
    /// message without recipient is held back and says so.
    static Outcome of(Call call, List<Value> rows) {
        var country = call.text("country-code").strip();
        var found = Stream.<Step>of(
                        new Step("responsible", is("code", call.text("code"))),
                        new Step("responsible", is("full_name", call.text("responsible-name"))),
                        new Step("deputy", is("code", call.text("deputy"))),
                        new Step("group", team(call)))
                .flatMap(step -> reached(rows, step, country).stream())
                .findFirst();
        var fallback = PhoneNumber.digits(call.text("fallback-number").strip(), country);
        return new Outcome.Delivered(
                found.or(() -> fallback.map(digits ->
                                Value.fields("phone", Value.of(digits)).with("via", Value.of("fallback"))))
                        .orElseGet(() -> nobody(call, rows)),
                "");
    }

    private record Step(String via, Predicate<Value> fits) {}

    private static Value.Fields nobody(Call call, List<Value> rows) {
        var known = rows.stream()
                .filter(is("code", call.text("code")).or(is("full_name", call.text("responsible-name"))))
                .findFirst();
        return known.map(Value::asFields)
                .orElseGet(Value.Fields::empty)
                .with("phone", Value.nothing())
                .with("via", Value.of("nobody"));
    }

    private static Optional<Value.Fields> reached(List<Value> rows, Step step, String country) {
        return rows.stream()
                .filter(Reach::isActive)
                .filter(step.fits())
                .flatMap(person -> number(person, country)
                        .map(number -> person.asFields()
                                .with("phone", Value.of(number.digits()))
                                .with("phone_from", Value.of(number.member()))
                                .with("via", Value.of(step.via())))
                        .stream())
                .findFirst();
    }

    /// False for blank: nobody is called so.
    private static Predicate<Value> is(String member, String wanted) {
        var plain = plain(wanted);
        return person -> !plain.isEmpty() && plain(person.at(member).asText()).equals(plain);
    }

    private static Predicate<Value> team(Call call) {
        var group = call.text("group");
        var shift = call.text("shift");
        Predicate<Value> of = is("groups_1_description", group).or(is("groups_2_description", group));
        Predicate<Value> on = is("description_work_shifts", shift);
        if (group.isBlank()) {
            return on;
        }
        return shift.isBlank() ? of : of.and(on);
    }

    private static Optional<Line> number(Value person, String country) {
        return NUMBERS.stream()
                .flatMap(member ->
                        PhoneNumber.digits(person.at(member).asText(), country)
                                .map(digits -> new Line(member, digits))
                                .stream())
                .findFirst();
    }

    /// Active people whom no message reaches, with what they have and why it is of no use.
    static List<Value> without(List<Value> rows, String country) {
        return rows.stream()
                .filter(Reach::isActive)
                .filter(person -> number(person, country.strip()).isEmpty())
                .<Value>map(person -> {
                    var typed = NUMBERS.stream()
                            .map(member -> person.at(member).asText().strip())
                            .filter(text -> !text.isEmpty())
                            .toList();
                    return Value.fields("code", person.at("code"))
                            .with("full_name", person.at("full_name"))
                            .with("numbers", Value.texts(typed))
                            .with("why", Value.of(typed.isEmpty() ? "none" : "unusable"))
                            .with("description_work_shifts", person.at("description_work_shifts"))
                            .with("groups_1_description", person.at("groups_1_description"));
                })
                .toList();
    }

    /// Who is not said to be inactive.
    private static boolean isActive(Value person) {
        return !person.at("active").asText().equalsIgnoreCase("false");
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
