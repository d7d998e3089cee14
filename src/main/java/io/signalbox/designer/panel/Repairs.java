package io.signalbox.designer.panel;

import io.signalbox.access.Account;
import io.signalbox.access.Permission;
import io.signalbox.connector.Field;
import io.signalbox.edit.Edit;
import io.signalbox.engine.Fixes;
import io.signalbox.engine.Known;
import io.signalbox.flow.Expression;
import io.signalbox.flow.Fix;
import io.signalbox.flow.FunctionCall;
import io.signalbox.flow.MapRow;
import io.signalbox.flow.Node;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Path;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Scope;
import io.signalbox.flow.Value;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Offers to set problems right with what workspace and sample know, and does it as one undoable step.
final class Repairs {
    private static final int ADDRESS_BYTES = 24;

    private final Bench bench;

    Repairs(Bench bench) {
        this.bench = bench;
    }

    /// Empty when only a person can say what is meant.
    Optional<Fix> of(Problem problem) {
        return new Fixes(bench.connectors(), new Sampled()).of(bench.flow(), problem);
    }

    /// What it would do, in a person's words: paths are named as everywhere else.
    String text(Fix fix) {
        return fix.text(bench.flow(), bench.words().flowTexts());
    }

    void apply(Fix fix) {
        switch (fix.change()) {
            case Fix.Change.Allow(var group, var right) ->
                bench.groups()
                        .find(group)
                        .flatMap(known -> Permission.parse(right).map(given -> known.with(given, true)))
                        .ifPresent(changed -> bench.groups().save(changed, bench.preview()::refresh, Repairs::failed));
            case Fix.Change.OpenHub(var name) ->
                bench.accounts()
                        .find(name)
                        .ifPresent(account -> bench.accounts()
                                .save(
                                        account.with(Account.HUB, ""),
                                        Map.of(),
                                        bench.preview()::refresh,
                                        Repairs::failed));
            case Fix.Change.ShowConnection(var name) ->
                bench.accounts()
                        .find(name)
                        .ifPresent(account -> new ConnectionDialog(
                                        bench, account, _ -> bench.preview().refresh())
                                .open());
            case Fix.Change.PutNode _, Fix.Change.DropNode _, Fix.Change.Rewire _ ->
                bench.session().perform(new Edit.Repair(fix), "");
        }
    }

    private static void failed(Exception failure) {
        throw new IllegalStateException("setting the workspace right", failure);
    }

    private final class Sampled implements Known {
        @Override
        public List<Account> accounts() {
            return bench.accounts().allProperty().get();
        }

        @Override
        public Value at(Path path) {
            Optional<Scope> scope = bench.preview().model().scope(bench.flow());
            return scope.map(sample -> sample.at(path)).orElse(Value.nothing());
        }

        @Override
        public Optional<Expression> proposal(NodeId node, String place) {
            var choices = FieldChoice.of(bench, FieldChoice.rootsBefore(bench.flow(), node));
            var found = bench.flow().node(node);
            if (found.isPresent() && found.get() instanceof Node.Configuration map && place.startsWith("fields.")) {
                int row = Integer.parseInt(place.substring("fields.".length()));
                return filled(AutoMap.of(bench, node).filled(map.fields()).get(row));
            }
            var key = place.substring(place.indexOf('.') + 1);
            boolean recipient = found.flatMap(each -> bench.connectors().operation(each.type(), each.operation()))
                    .flatMap(operation -> operation.field(key))
                    .filter(Field.Recipient.class::isInstance)
                    .isPresent();
            return recipient
                    ? phone(choices)
                    : filled(AutoMap.of(bench, node)
                            .filled(List.of(MapRow.of(key, Expression.literal(""))))
                            .getFirst());
        }

        private static Optional<Expression> filled(MapRow row) {
            return Optional.of(row.from()).filter(value -> !value.isBlank());
        }

        private Optional<Expression> phone(List<FieldChoice> choices) {
            var words = Arrays.asList(bench.text("automap.phone").split(", ", -1));
            return choices.stream()
                    .filter(choice -> !choice.sample().isMissing())
                    .filter(choice -> words.stream()
                            .anyMatch(word -> choice.path()
                                    .toString()
                                    .toLowerCase(Locale.ROOT)
                                    .contains(word)))
                    .findFirst()
                    .map(choice ->
                            new Expression.Reference(choice.path(), List.of(FunctionCall.parse("phone-digits"))));
        }

        @Override
        public Optional<String> freshHook() {
            var bytes = new byte[ADDRESS_BYTES];
            bench.random().nextBytes(bytes);
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
    }
}
