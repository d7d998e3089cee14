package io.signalbox.sandbox.rules;

import com.google.auto.service.AutoService;
import io.signalbox.access.Account;
import io.signalbox.flow.Value;
import io.signalbox.sandbox.Answer;
import io.signalbox.sandbox.Asked;
import io.signalbox.sandbox.Shipped;
import io.signalbox.sandbox.StandIn;
import io.signalbox.sandbox.Vendor;
import io.signalbox.sandbox.World;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The service that thinks, at `/rules/answer?text=…`: no vendor's, but what stands where a company has an AI or a
/// set of rules. Answers `{"topic", "answer", "handover"}`; what it cannot answer it hands over to a person, for whom
/// tickets are taken at `/http/desk`.
@AutoService(Vendor.class)
public final class RulesVendor implements Vendor {
    @Override
    public String name() {
        return "rules";
    }

    @Override
    public StandIn open(World world) {
        var rules = Shipped.json(RulesVendor.class, "rules.json").asItems();
        return asked -> answer(rules, asked);
    }

    @Override
    public List<Sample> samples(String sandbox) {
        return List.of(http("rules-main", sandbox + "/rules"), http("desk-main", sandbox + "/http/desk"));
    }

    private static Sample http(String name, String base) {
        return new Sample(Account.of(name, "http", Map.of("base-url", base, "auth", "none")), Map.of());
    }

    private static Answer answer(List<Value> rules, Asked asked) {
        var text = asked.query().getOrDefault("text", "");
        if (!asked.path().equals(List.of("answer")) || text.isBlank()) {
            return Answer.problem(404, "ask /answer?text=…");
        }
        var words = plain(text);
        var found = rules.stream()
                .filter(rule -> rule.at("words").asItems().stream()
                        .anyMatch(word -> words.contains(plain(word.asText()))))
                .findFirst()
                .orElse(rules.getLast());
        return Answer.of(
                200,
                Value.fields("topic", found.at("topic"), "answer", found.at("answer"))
                        .with("handover", Value.of(found.at("handover").asText().equals("true"))));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
