package io.signalbox.flow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Values, paths and function calls by chance, the same for the same seed: ordinary ones with the odd nasty one
/// between.
public final class Dice {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a",
            "Ana Souza",
            "ANA SOUZA",
            "José",
            "JOSE",
            "OT-1496",
            "1",
            "1.50",
            "-3",
            "1e3",
            "12 34",
            "2026-11-21T14:03:11.204671+00:00",
            "2026-11-22",
            "2026-11-22 08:00:00",
            "2026-02-30",
            "true",
            "null",
            "// Plant A / Line 2 /",
            "Plant A",
            "{{ x }}",
            "{{{{",
            "}}",
            "{",
            "it's",
            "a|b",
            "a:b",
            "\\",
            "\"",
            "'",
            "+55 (11) 99999-1234",
            "٠١٢٣",
            "فاطمة الزهراء",
            "🔧 pump",
            "🔧",
            "ﬁ",
            "İ",
            "ß",
            "\u0000",
            "\n",
            "1e999999999",
            "dd/MM/yyyy",
            "America/Bogota",
            "priority",
            "(",
            "[a-z]+",
            "a".repeat(300));
    private static final List<String> NAMES = List.of(
            "name",
            "code",
            "a name",
            "wo_folio",
            "naïve",
            "数",
            "a.b",
            "a\"b",
            "\\",
            "",
            "0",
            "path",
            "literal",
            "a|b",
            "a}}b",
            "it's",
            "x-y",
            "$",
            "🔧");

    private final Random random;

    public Dice(long seed) {
        random = new Random(seed);
    }

    public int below(int end) {
        return random.nextInt(end);
    }

    public boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    public <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> List<T> list(int most, IntFunction<T> make) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(make).toList();
    }

    public String text() {
        return of(TEXTS);
    }

    /// Of a member of an object.
    public String name() {
        return of(NAMES);
    }

    public BigDecimal number() {
        return switch (below(5)) {
            case 0 -> BigDecimal.valueOf(below(7) - 3L);
            case 1 -> BigDecimal.valueOf(random.nextInt(), 3);
            case 2 -> new BigDecimal("1E+400");
            case 3 -> new BigDecimal("1.50");
            default -> BigDecimal.valueOf(random.nextLong());
        };
    }

    public Value value() {
        return value(2);
    }

    private Value value(int deep) {
        return switch (below(deep > 0 ? 10 : 7)) {
            case 0 -> Value.nothing();
            case 1 -> Value.of(oneIn(2));
            case 2, 3 -> new Value.Decimal(number());
            case 4, 5, 6 -> Value.of(text());
            case 7 -> new Value.Items(list(4, _ -> value(deep - 1)));
            default -> fields(deep);
        };
    }

    public Value.Fields fields(int deep) {
        var fields = Value.Fields.empty();
        for (int n = below(4); n > 0; n--) {
            fields = fields.with(of(NAMES), value(deep - 1));
        }
        return fields;
    }

    public Path path(List<NodeId> roots) {
        var path = new Path(of(roots), List.of());
        for (int n = below(4); n > 0; n--) {
            path = oneIn(4) ? path.index(below(1_000)) : path.member(of(NAMES));
        }
        return path;
    }

    public FunctionCall call() {
        var function = of(List.of(Function.values()));
        int count = function.fewestArguments() + below(function.mostArguments() - function.fewestArguments() + 1);
        var arguments = new ArrayList<String>();
        for (int n = 0; n < count; n++) {
            arguments.add(text());
        }
        return new FunctionCall(function, arguments);
    }

    public Template template(List<NodeId> roots) {
        var parts = new ArrayList<Template.Part>();
        for (int n = below(5); n > 0; n--) {
            parts.add(oneIn(2) ? new Template.Plain(text()) : new Template.Slot(path(roots), list(2, _ -> call())));
        }
        return new Template(parts);
    }
}
