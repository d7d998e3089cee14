package io.signalbox.engine;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The three state tables as Mermaid diagrams, for the README.
public final class StateDiagram {
    private StateDiagram() {}

    /// All three, each under its name.
    public static String all() {
        return String.join(
                "\n",
                of("Event", EventState.values(), EventState::next, EventState::isDurable),
                of("Run", RunState.values(), RunState::next, RunState::isDurable),
                of("Step", StepState.values(), StepState::next, StepState::isDurable));
    }

    private static <S extends Enum<S>> String of(
            String name, S[] states, Function<S, Set<S>> next, Predicate<S> durable) {
        var derived =
                Arrays.stream(states).filter(durable.negate()).map(Enum::name).collect(Collectors.joining(", "));
        var ways = Arrays.stream(states)
                .flatMap(from -> next.apply(from).isEmpty()
                        ? Stream.of("    " + from + " --> [*]")
                        : next.apply(from).stream().sorted().map(to -> "    " + from + " --> " + to))
                .collect(Collectors.joining("\n"));
        return """
                **%s** (derived, never stored: %s)

                ```mermaid
                stateDiagram-v2
                    [*] --> %s
                %s
                ```
                """.formatted(name, derived, states[0], ways);
    }
}
