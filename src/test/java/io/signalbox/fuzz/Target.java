package io.signalbox.fuzz;

import io.signalbox.access.Secret;
import io.signalbox.connector.Address;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connectors;
import io.signalbox.connector.HookCall;
import io.signalbox.connector.HookKeys;
import io.signalbox.connector.Reply;
import io.signalbox.connector.RetryAfter;
import io.signalbox.connector.Verifier;
import io.signalbox.engine.EventForms;
import io.signalbox.engine.EventProblem;
import io.signalbox.engine.FlowCheck;
import io.signalbox.engine.Schedule;
import io.signalbox.flow.Condition;
import io.signalbox.flow.Language;
import io.signalbox.flow.Locality;
import io.signalbox.flow.Path;
import io.signalbox.flow.PhoneNumber;
import io.signalbox.flow.Scope;
import io.signalbox.flow.SyntaxException;
import io.signalbox.flow.Template;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import io.signalbox.json.UnreadableFlow;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reader of what comes from outside. [#read] returns whatever it is given: an exception is a finding, and so is a
/// promise that does not hold.
enum Target {
    JSON("{\"a\":[1,-2.50,\"é\\n\",true,null,{\"b\":{}}]}", "[1e5,\"\\ud83d\\ude00\"]") {
        @Override
        void read(String text, byte[] bytes) {
            try {
                var value = Json.parse(bytes);
                check(Json.parse(Json.write(value)).equals(value), "what is written reads back the same");
            } catch (JsonProblem told) {
                check(told.line() >= 1 && told.column() >= 0, "a place is told");
            }
        }
    },
    FLOW(
            "{\"format\":\"signalbox.flow/1\",\"id\":\"f\",\"nodes\":[{\"id\":\"trigger\",\"kind\":\"trigger\",\"type\":\"schedule\",\"settings\":{\"cron\":\"0 7 * * 1\"},\"when\":{\"all\":[{\"path\":\"trigger.data.x\",\"op\":\"eq\",\"value\":1}]}},{\"id\":\"s\",\"kind\":\"source\",\"type\":\"http\",\"connection\":\"c\",\"operation\":\"get\",\"settings\":{\"path\":{\"template\":\"/a/{{ trigger.data.x | upper }}\"}},\"each\":\"s.rows\"}],\"wires\":[{\"from\":\"trigger\",\"to\":\"s\"}],\"layout\":{\"s\":{\"x\":1,\"y\":2}}}",
            "{\"format\":\"signalbox.flow/2\"}") {
        @Override
        void read(String text, byte[] bytes) {
            try {
                var flow = FlowJson.read(text);
                FlowCheck.ofFiles(CONNECTORS).in(flow);
                check(FlowJson.read(FlowJson.write(flow)).equals(flow), "what is written reads back the same");
            } catch (UnreadableFlow told) {
                check(!String.valueOf(told.getMessage()).isEmpty(), "it is told why");
            }
        }
    },
    EVENT(
            "{\"id\":\"1\",\"module\":\"tasks\",\"submodule\":\"work_orders\",\"event\":\"new_wo\",\"occurredAt\":\"2026-11-21T14:03:11Z\",\"data\":{\"x\":1}}",
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/p\",\"type\":\"a.b.c\",\"time\":\"2026-11-21T14:03:11Z\"}") {
        @Override
        void read(String text, byte[] bytes) {
            try {
                var event = EventForms.sample(Json.parse(bytes)).accepted("id", Instant.EPOCH);
                Json.write(event.asValue());
                event.subject();
            } catch (JsonProblem | EventProblem told) {
                check(!String.valueOf(told).isEmpty(), "it is told why");
            }
        }
    },
    TEMPLATE(
            "a {{ trigger.data.x | date:'dd/MM/yyyy':'Europe/Paris' | default:'-' }} {{{{ b",
            "{{ wo[0][\"a b\"].c | replace:a:b }}") {
        @Override
        void read(String text, byte[] bytes) {
            try {
                var template = Template.parse(text);
                check(Template.parse(template.toString()).equals(template), "what is written reads back the same");
                for (var part : template.parts()) {
                    if (part instanceof Template.Slot slot) {
                        slot.evaluate(scope(Value.of(text)));
                    }
                }
            } catch (SyntaxException told) {
                check(told.key().startsWith("syntax."), "it is told why");
            }
        }
    },
    CONDITION(
            "{\"all\":[{\"path\":\"trigger.data\",\"op\":\"matches\",\"value\":\"^a(b|c)*$\"},{\"any\":[{\"path\":\"trigger.data\",\"op\":\"lastN\",\"value\":3}]}]}",
            "{\"path\":\"trigger.data\",\"op\":\"between\",\"value\":[1,\"2026-11-21\"],\"as\":\"date\"}") {
        @Override
        void read(String text, byte[] bytes) {
            var file =
                    "{\"format\":\"signalbox.flow/1\",\"id\":\"f\",\"nodes\":[{\"id\":\"trigger\",\"kind\":\"trigger\",\"type\":\"event\",\"when\":"
                            + text + "}],\"wires\":[]}";
            try {
                var condition = FlowJson.read(file).triggers().getFirst().when();
                for (var value : List.of(Value.of(text), Value.nothing(), Value.of(7), Value.items(Value.of("a")))) {
                    var scope = scope(value);
                    check(condition.holdsFor(scope) == condition.explain(scope).holds(), "both ways decide alike");
                }
                Condition always = Condition.always();
                check(always.holdsFor(scope(Value.nothing())), "nothing asked, nothing refused");
            } catch (UnreadableFlow told) {
                check(!String.valueOf(told.getMessage()).isEmpty(), "it is told why");
            }
        }
    },
    ADDRESS("a/b?c#d", "../../%2e%2e/admin", "@evil.example") {
        @Override
        void read(String text, byte[] bytes) {
            try {
                var url = Address.of("https://api.example.com/v1")
                        .segment(text)
                        .query("q", text)
                        .toString();
                var uri = URI.create(url);
                check("api.example.com".equals(uri.getHost()) && uri.getPort() == -1, "the host stays");
                check(uri.getRawPath().startsWith("/v1/"), "the prefix stays");
                check(uri.getRawPath().indexOf('/', 4) < 0, "one value, one segment: " + url);
            } catch (CallProblem told) {
                check(!told.key().isEmpty(), "it is told why");
            }
        }
    },
    VERIFIER(
            "{\"Type\":\"Notification\",\"TopicArn\":\"t\",\"SignatureVersion\":\"1\",\"Signature\":\"AAAA\",\"SigningCertURL\":\"https://sns.us-east-1.amazonaws.com/x.pem\"}",
            "v1,AAAA v1,%%%",
            "From=1&Body=%C3%B1&=&&x") {
        @Override
        void read(String text, byte[] bytes) {
            for (var key : Verifier.keys()) {
                var verifier = Verifier.of(key, Optional.empty()).orElseThrow();
                for (var method : List.of("GET", "POST")) {
                    var call = call(method, text, bytes);
                    var judgement = verifier.judge(call, KEYS);
                    check(!(judgement instanceof Verifier.Genuine), key + " believed " + text);
                    check(judgement instanceof Verifier.Refused || method.equals("GET"), key + " answered " + text);
                }
                try {
                    verifier.items(call("POST", text, bytes), Json.parse(bytes));
                } catch (JsonProblem _) {
                    // As it should be: who is believed may still say nothing that can be read.
                }
            }
        }
    },
    RETRY_AFTER("120", "Wed, 21 Oct 2026 07:28:00 GMT", "-1") {
        @Override
        void read(String text, byte[] bytes) {
            for (var header : List.of("Retry-After", "X-RateLimit-Reset")) {
                var wait = RetryAfter.in(new Reply(429, Map.of(header, text, "Date", text), Value.nothing()));
                check(
                        wait.filter(time -> time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0)
                                .isEmpty(),
                        "a wait of " + wait);
            }
        }
    },
    PHONE("+55 (11) 99999-1234", "0033 6 12 34 56 78", "٠١٢٣") {
        @Override
        void read(String text, byte[] bytes) {
            for (var country : List.of("", "55", "33", text)) {
                PhoneNumber.digits(text, country)
                        .ifPresent(digits -> check(
                                digits.chars().allMatch(c -> c >= '0' && c <= '9') && digits.length() <= 20, digits));
            }
            PhoneNumber.readable(text);
            PhoneNumber.isPossible(text);
        }
    },
    CRON("0 7 * * 1-5", "*/10 0-5,7 1,15 JAN-DEC MON", "59 23 31 12 *") {
        @Override
        void read(String text, byte[] bytes) {
            Schedule.of(text, ZoneId.of("Europe/Paris")).ifPresent(schedule -> {
                var runs = schedule.next(Instant.parse("2026-10-24T12:00:00Z"), 5);
                for (int at = 1; at < runs.size(); at++) {
                    check(runs.get(at).isAfter(runs.get(at - 1)), "time goes on: " + runs);
                }
            });
            Schedule.zone(text);
        }
    };

    private static final Connectors CONNECTORS = Connectors.found();

    private static final HookKeys KEYS = new HookKeys() {
        @Override
        public Optional<Secret> secret(String... fields) {
            return Optional.of(new Secret("c2VjcmV0LXRoYXQtbm9ib2R5LWd1ZXNzZXM="));
        }

        @Override
        public String value(String field) {
            return field.equals("topic-arn") ? "t" : "";
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public Optional<String> fetch(String url) {
            return Optional.of("-----BEGIN CERTIFICATE-----\n" + url + "\n-----END CERTIFICATE-----\n");
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // The list is.
    private final List<String> seeds;

    Target(String... seeds) {
        this.seeds = List.of(seeds);
    }

    /// Good ones to begin with.
    List<String> seeds() {
        return seeds;
    }

    abstract void read(String text, byte[] bytes);

    final void read(byte[] bytes) {
        read(new String(bytes, StandardCharsets.UTF_8), bytes);
    }

    private static void check(boolean holds, String promise) {
        if (!holds) {
            throw new AssertionError(promise);
        }
    }

    private static Scope scope(Value data) {
        return new Scope() {
            @Override
            public Value at(Path path) {
                return data;
            }

            @Override
            public Locality locality() {
                return Locality.of(Language.FR, ZoneOffset.UTC);
            }

            @Override
            public Instant now() {
                return Instant.EPOCH;
            }
        };
    }

    /// Everything that a verifier looks at is the same hostile text.
    private static HookCall call(String method, String text, byte[] bytes) {
        var headers = Map.of(
                "authorization", text,
                "x-api-key", text,
                "x-hub-signature-256", text,
                "x-twilio-signature", text,
                "x-slack-signature", text,
                "x-slack-request-timestamp", "0",
                "webhook-id", text,
                "webhook-timestamp", "0",
                "webhook-signature", text,
                "x-okta-verification-challenge", text);
        var query =
                Map.of("hub.mode", "subscribe", "hub.challenge", text, "hub.verify_token", text, "bodySHA256", text);
        return new HookCall(method, "https://plant.example/hooks/x?" + text, headers, query, bytes, () -> {
            try {
                return Optional.of(Json.parse(bytes));
            } catch (JsonProblem _) {
                return Optional.empty();
            }
        });
    }
}
