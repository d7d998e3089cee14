package io.signalbox.connector.walkme;

import io.signalbox.connector.Draft;
import io.signalbox.connector.Finding;
import io.signalbox.connector.Finding.Mend;
import io.signalbox.connector.Names;
import io.signalbox.flow.Expression;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the vendor's page says in two ways, and what WalkMe would refuse or pass over in silence.
final class WalkMeCheck {
    private final Draft draft;
    private final List<Finding> found = new ArrayList<>();

    WalkMeCheck(Draft draft) {
        this.draft = draft;
    }

    List<Finding> all() {
        kind(draft.typed("kind"), "settings.kind", better -> new Mend.Put("kind", better));
        date("start-at");
        date("end-at");
        if (draft.typed("system").indexOf(',') >= 0) {
            found.add(Finding.error("settings.system", "problem.systems"));
        }
        users();
        for (int at = 0; at < draft.rows().size(); at++) {
            row(at, draft.rows().get(at));
        }
        places();
        return List.copyOf(found);
    }

    private void kind(String typed, String field, Function<Expression, Mend> mend) {
        var plain = WalkMeRules.kind(typed);
        if (typed.isBlank() || plain.filter(typed::equals).isPresent()) {
            return;
        }
        found.add(
                plain.isPresent()
                        ? Finding.warning(field, "problem.kind.case", typed, plain.get())
                                .mended(mend.apply(Expression.literal(plain.get())))
                        : Finding.error(field, "problem.kind", typed)
                                .mended(mend.apply(Expression.literal(WalkMeRules.KINDS.getFirst()))));
    }

    private void date(String setting) {
        var typed = draft.typed(setting);
        if (!typed.isBlank() && WalkMeRules.time(typed).isEmpty()) {
            found.add(Finding.error("settings." + setting, "problem.date", typed));
        }
    }

    private void users() {
        var typed = draft.settings()
                .get("users")
                .filter(Expression.Literal.class::isInstance)
                .map(value -> ((Expression.Literal) value).value())
                .orElse(Value.nothing());
        int count = typed.asItems().size();
        if (count > WalkMeRules.MOST_USERS) {
            found.add(Finding.error("settings.users", "problem.users.many", Integer.toString(count)));
        } else if (count > WalkMeRules.FEW_USERS) {
            found.add(Finding.warning("settings.users", "problem.users.few", Integer.toString(count)));
        } else if (typed instanceof Value.Text(var text) && text.indexOf(',') >= 0) {
            found.add(Finding.error("settings.users", "problem.users.comma"));
        }
    }

    private void row(int at, MapRow row) {
        var typed = Draft.typed(row.from());
        if (row.to().equals(Notification.MEMBER + "notificationType")) {
            kind(typed, "fields." + at, better -> new Mend.Fill(at, better));
        }
        if (row.to().startsWith(Notification.MEMBER)
                && !Notification.MEMBERS.containsKey(row.to().substring(Notification.MEMBER.length()))) {
            found.add(Finding.error(
                    "fields." + at, "problem.member", row.to(), String.join(", ", Notification.MEMBERS.keySet())));
        }
        if (row.to().indexOf('#') >= 0) {
            var better = WalkMeRules.withoutHashes(row.to());
            found.add(Finding.error("fields." + at, "problem.hashes", row.to(), better)
                    .mended(new Mend.Rename(at, better)));
        }
        var link = typed.isBlank() ? beginning(row.from()) : typed;
        if (WalkMeRules.isBareLink(row.to(), link)) {
            var better = "https://" + link.strip();
            var finding = Finding.warning("fields." + at, "problem.link", link, better);
            found.add(typed.isBlank() ? finding : finding.mended(new Mend.Fill(at, Expression.literal(better))));
        }
    }

    /// What a composed value begins with, whatever it is filled with.
    private static String beginning(Expression value) {
        return value instanceof Expression.Filled filled
                        && filled.template().parts().getFirst() instanceof Template.Plain(var text)
                ? text
                : "";
    }

    /// Against the places of the template, when somebody pasted its text: a key that is none is passed over, and the
    /// place stays as it is written for everybody to see.
    private void places() {
        var wanted =
                List.copyOf(WalkMeRules.places(draft.typed("template-text")).keySet());
        if (wanted.isEmpty()) {
            return;
        }
        var mapped = draft.rows().stream()
                .map(MapRow::to)
                .map(WalkMeRules::withoutHashes)
                .toList();
        for (int at = 0; at < mapped.size(); at++) {
            var name = mapped.get(at);
            if (name.isEmpty() || name.startsWith(Notification.MEMBER) || wanted.contains(name)) {
                continue;
            }
            var near = Names.nearest(name, wanted, mapped);
            var finding = Finding.error(
                    "fields." + at,
                    near.isPresent() ? "problem.place.near" : "problem.place.unknown",
                    name,
                    near.orElse(String.join(", ", wanted)));
            int row = at;
            found.add(near.map(better -> finding.mended(new Mend.Rename(row, better)))
                    .orElse(finding));
        }
        var missing = wanted.stream()
                .filter(place -> !mapped.contains(place)
                        && mapped.stream()
                                .noneMatch(name -> !wanted.contains(name)
                                        && Names.nearest(name, wanted, mapped)
                                                .filter(place::equals)
                                                .isPresent()))
                .toList();
        if (!missing.isEmpty()) {
            found.add(Finding.warning("fields", "problem.place.missing", String.join(", ", missing)));
        }
    }
}
