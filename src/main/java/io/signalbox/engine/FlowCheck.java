package io.signalbox.engine;

import io.signalbox.access.Account;
import io.signalbox.access.PermissionGroup;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.Operation;
import io.signalbox.connector.TemplateText;
import io.signalbox.flow.Flow;
import io.signalbox.flow.Node;
import io.signalbox.flow.Problem;
import io.signalbox.flow.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Everything wrong with a flow, with the services and, where there is a workspace, its accounts taken into account.
public final class FlowCheck {
    private final Connectors connectors;
    private final Optional<Function<String, Optional<Account>>> accounts;
    private final Optional<Function<String, Optional<PermissionGroup>>> groups;
    private final Function<Account, List<TemplateText>> templates;

    private FlowCheck(
            Connectors connectors,
            Optional<Function<String, Optional<Account>>> accounts,
            Optional<Function<String, Optional<PermissionGroup>>> groups,
            Function<Account, List<TemplateText>> templates) {
        this.connectors = connectors;
        this.accounts = accounts;
        this.groups = groups;
        this.templates = templates;
    }

    /// For a flow file alone: whether its connections exist is not asked.
    public static FlowCheck ofFiles(Connectors connectors) {
        return new FlowCheck(connectors, Optional.empty(), Optional.empty(), _ -> List.of());
    }

    public static FlowCheck ofWorkspace(Connectors connectors, Function<String, Optional<Account>> accounts) {
        return new FlowCheck(connectors, Optional.of(accounts), Optional.empty(), _ -> List.of());
    }

    /// The same check, which also compares what the flow needs with what the groups of its connections give.
    public FlowCheck withGroups(Function<String, Optional<PermissionGroup>> known) {
        return new FlowCheck(connectors, accounts, Optional.of(known), templates);
    }

    /// The same check, which also compares messages with the templates that their accounts have.
    ///
    /// @param known the templates of an account; none where they are not known
    public FlowCheck withTemplates(Function<Account, List<TemplateText>> known) {
        return new FlowCheck(connectors, accounts, groups, known);
    }

    public List<Problem> in(Flow flow) {
        var found = new ArrayList<>(Problems.in(flow));
        var planner = new Planner(flow, connectors);
        for (var wire : flow.wires()) {
            if (!planner.goesAlong(wire)) {
                var node = flow.nodes().get(wire.to());
                var title = node == null || node.name().isBlank() ? wire.to().value() : node.name();
                found.add(Problem.error(wire.to(), "", "problem.lists", title));
            }
        }
        var services = new ServiceCheck(flow, connectors, accounts.orElse(_ -> Optional.empty()));
        for (var node : flow.nodes().values()) {
            services.in(node).stream()
                    .filter(problem -> !found.contains(problem))
                    .forEach(found::add);
            switch (node) {
                case Node.Source source -> checkService(source, Operation.Kind.READ, found);
                case Node.Connection connection -> {
                    checkService(connection, Operation.Kind.SEND, found);
                    templates(connection).addTo(found);
                }
                case Node.Trigger trigger -> checkTrigger(flow, trigger, found);
                case Node.Configuration configuration ->
                    flow.wiresTo(configuration.id()).stream()
                            .flatMap(wire -> flow.node(wire.from()).stream())
                            .filter(Node.Connection.class::isInstance)
                            .forEach(from -> templates(from).addTo(found, configuration));
            }
        }
        accounts.ifPresent(
                known -> groups.ifPresent(given -> new RightsCheck(connectors, known, given).addTo(flow, found)));
        return List.copyOf(found);
    }

    private void checkTrigger(Flow flow, Node.Trigger trigger, List<Problem> found) {
        switch (trigger.type()) {
            case "webhook" -> checkHook(trigger, found);
            case "schedule" -> checkSchedule(flow, trigger, found);
            case "poll" -> checkPoll(trigger, found);
            default -> {}
        }
    }

    private void checkHook(Node.Trigger trigger, List<Problem> found) {
        if (trigger.connection().isEmpty()) {
            found.add(Problem.error(trigger.id(), "connection", "problem.hook.connection", title(trigger)));
            return;
        }
        checkAccount(trigger, "", found);
        accounts.flatMap(known -> known.apply(trigger.connection()))
                .ifPresent(account -> HookGuard.verifier(trigger, account, connectors)
                        .filter(verifier -> !HookGuard.isReady(verifier, account))
                        .ifPresent(verifier -> {
                            var lacking = Stream.concat(verifier.needs().stream(), verifier.needsValue().stream())
                                    .findFirst()
                                    .orElse("secret");
                            var problem = Problem.error(
                                    trigger.id(), "connection", "problem.hook.secret", account.name(), lacking);
                            found.add(connectors
                                    .find(account.type())
                                    .map(connector -> problem.of(connector.getClass()))
                                    .orElse(problem));
                        }));
    }

    private static void checkSchedule(Flow flow, Node.Trigger trigger, List<Problem> found) {
        var own = trigger.settings().text("zone");
        var zone = own.isBlank() ? Optional.of(flow.locality().zone()) : Schedule.zone(own);
        if (zone.isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.zone", "problem.schedule.zone", own));
        }
        var cron = trigger.settings().text("cron");
        if (Schedule.of(cron, zone.orElse(flow.locality().zone())).isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.cron", "problem.schedule.cron", cron));
        }
    }

    private void checkPoll(Node.Trigger trigger, List<Problem> found) {
        var settings = trigger.settings();
        var service = settings.text("service");
        if (service.isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.service", "problem.service.none", title(trigger)));
        } else if (connectors.find(service).isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.service", "problem.service.unknown", service));
        } else {
            checkPolled(trigger, service, settings.text("operation"), found);
        }
        if (trigger.connection().isEmpty()) {
            found.add(Problem.error(trigger.id(), "connection", "problem.connection.none", title(trigger)));
        } else if (!service.isEmpty()) {
            checkAccount(trigger, service, found);
            checkHub(trigger, found);
        }
        if (Poll.minutes(settings.text("every")).isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.every", "problem.poll.every", settings.text("every")));
        }
        if (settings.text("key").isBlank()) {
            found.add(Problem.error(trigger.id(), "settings.key", "problem.poll.key", title(trigger)));
        }
    }

    private void checkPolled(Node.Trigger trigger, String service, String name, List<Problem> found) {
        var operation = connectors.operation(service, name);
        if (operation.isEmpty()) {
            found.add(Problem.error(trigger.id(), "settings.operation", "problem.operation.none", title(trigger)));
        } else if (operation.get().kind() != Operation.Kind.READ) {
            found.add(Problem.error(trigger.id(), "settings.operation", "problem.operation.kind", name));
        } else {
            connectors
                    .find(service)
                    .ifPresent(connector -> checkFilled(trigger, operation.get(), connector.getClass(), found));
        }
    }

    private static String title(Node node) {
        return node.name().isBlank() ? node.id().value() : node.name();
    }

    /// What a node's account has under the name that the node gives.
    private TemplateCheck templates(Node node) {
        return new TemplateCheck(
                connectors,
                node,
                accounts.flatMap(known -> known.apply(node.connection()))
                        .filter(account -> account.type().equals(node.type()))
                        .map(templates)
                        .orElse(List.of()));
    }

    private void checkService(Node node, Operation.Kind kind, List<Problem> found) {
        if (node.type().isEmpty()) {
            return;
        }
        var connector = connectors.find(node.type());
        if (connector.isEmpty()) {
            found.add(Problem.error(node.id(), "type", "problem.service.unknown", node.type()));
            return;
        }
        checkAccount(node, node.type(), found);
        if (kind == Operation.Kind.READ) {
            checkHub(node, found);
        }
        if (node.operation().isEmpty()) {
            return;
        }
        var operation = connectors.operation(node.type(), node.operation());
        if (operation.isEmpty()) {
            found.add(Problem.error(node.id(), "operation", "problem.operation.unknown", node.operation(), node.type())
                    .of(connector.get().getClass()));
            return;
        }
        if (kind == Operation.Kind.READ && operation.get().kind() != kind) {
            found.add(Problem.error(node.id(), "operation", "problem.operation.kind", node.operation())
                    .of(connector.get().getClass()));
        }
        checkSettings(node, operation.get(), connector.get().getClass(), found);
    }

    private static void checkSettings(Node node, Operation operation, Class<?> service, List<Problem> found) {
        checkFilled(node, operation, service, found);
        for (var key : node.settings().values().keySet()) {
            if (operation.field(key).isEmpty()) {
                found.add(Problem.warning(node.id(), "settings." + key, "problem.setting.unknown", key));
            }
        }
    }

    private static void checkFilled(Node node, Operation operation, Class<?> service, List<Problem> found) {
        for (var field : operation.fields()) {
            var setting = node.settings().get(field.key());
            if (field.required() && setting.map(value -> value.isBlank()).orElse(true)) {
                found.add(Problem.error(node.id(), "settings." + field.key(), "problem.setting.required", field.key())
                        .of(service));
            }
        }
    }

    private void checkAccount(Node node, String type, List<Problem> found) {
        var name = node.connection();
        if (accounts.isEmpty() || name.isEmpty()) {
            return;
        }
        boolean known = accounts.get()
                .apply(name)
                .filter(account -> type.isEmpty() || account.type().equals(type))
                .isPresent();
        if (!known) {
            var problem = Problem.error(node.id(), "connection", "problem.account.unknown", name, type);
            found.add(connectors
                    .find(type)
                    .map(connector -> problem.of(connector.getClass()))
                    .orElse(problem));
        }
    }

    /// Flows may read only with a connection that was opened to them.
    private void checkHub(Node node, List<Problem> found) {
        accounts.flatMap(known -> known.apply(node.connection()))
                .filter(account -> !account.hub())
                .ifPresent(account ->
                        found.add(Problem.error(node.id(), "connection", "problem.account.hub", account.name())));
    }
}
