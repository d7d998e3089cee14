package io.signalbox.engine;

import io.signalbox.connector.Call;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Connector;
import io.signalbox.connector.Operation;
import io.signalbox.connector.Outcome;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.connector.Recall;
import io.signalbox.connector.Reply;
import io.signalbox.flow.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Carries one call to its end: signed, once more with a new token when the old one had run out, and page after page
/// where the answer comes in pages. Blocks for the wire.
final class Asking {
    private final SendGate gate;
    private final SignIn signIn;

    Asking(SendGate gate, SignIn signIn) {
        this.gate = gate;
        this.signIn = signIn;
    }

    /// How it ended.
    sealed interface Heard {
        record Said(Outcome outcome) implements Heard {}

        /// It surely did not get done.
        ///
        /// @param retry false when asking again would bring the same
        /// @param ill true when the service is to blame
        record Silent(String reason, String detail, boolean retry, boolean ill) implements Heard {}

        /// It was sent, and no answer came back.
        record Lost(String reason, String detail) implements Heard {}
    }

    /// @param plain not signed yet
    /// @param permit of the gate, for this call
    Heard ask(Connector connector, Call call, Outgoing plain, SendGate.Permit permit) {
        var talk = new Talk(connector, call, reads(connector, call) ? connector.paging(call) : Optional.empty());
        return talk.paging.isEmpty() ? talk.whole(plain, permit) : talk.paged(plain, permit, talk.paging.get());
    }

    /// What became of a call whose answer was lost, where the service can say so; empty when it must be made again.
    Optional<Heard> recall(Connector connector, Call call, SendGate.Permit permit) throws CallProblem {
        var recall = connector.recall(call);
        return recall.isEmpty()
                ? Optional.empty()
                : new Talk(connector, call, Optional.empty()).recalled(recall.get(), permit);
    }

    private static boolean reads(Connector connector, Call call) {
        return connector
                .spec()
                .operation(call.operation())
                .filter(operation -> operation.kind() == Operation.Kind.READ)
                .isPresent();
    }

    private sealed interface Got {}

    private record Came(Reply reply) implements Got {}

    private record Nothing(Heard end) implements Got {}

    /// One call with all its pages.
    private final class Talk {
        private final Connector connector;
        private final Call call;
        private final Optional<Paging> paging;
        /// A token may end before its time; one new one, then the service is believed.
        private boolean renewed;

        Talk(Connector connector, Call call, Optional<Paging> paging) {
            this.connector = connector;
            this.call = call;
            this.paging = paging;
        }

        Heard whole(Outgoing plain, SendGate.Permit permit) {
            return switch (fetch(plain, permit)) {
                case Nothing(var end) -> end;
                case Came(var reply) -> {
                    var outcome = connector.decode(call, reply);
                    if (outcome instanceof Outcome.SignInAgain && !renewed) {
                        renew();
                        yield whole(plain, permit);
                    }
                    yield new Heard.Said(outcome);
                }
            };
        }

        Optional<Heard> recalled(Recall recall, SendGate.Permit permit) {
            return switch (fetch(recall.question(), permit)) {
                case Nothing(Heard.Lost(var reason, var detail)) ->
                    Optional.of(new Heard.Silent(reason, detail, true, true));
                case Nothing(var end) -> Optional.of(end);
                case Came(var reply)
                when reply.isSuccess() -> recall.answer().apply(reply).map(Heard.Said::new);
                case Came(var reply) -> {
                    if (connector.decode(call, reply) instanceof Outcome.SignInAgain && !renewed) {
                        renew();
                        yield recalled(recall, permit);
                    }
                    // As long as nobody can say, it is not made a second time.
                    yield Optional.of(new Heard.Said(connector.decode(call, reply)));
                }
            };
        }

        Heard paged(Outgoing first, SendGate.Permit permit, Paging pages) {
            var rows = new ArrayList<Value>();
            var asked = new HashSet<Outgoing>();
            var request = first;
            var leave = permit;
            while (true) {
                asked.add(request);
                var got = fetch(request, leave);
                if (got instanceof Nothing(var end)) {
                    return end;
                }
                var reply = ((Came) got).reply();
                var found = pages.in(reply);
                if (found.isEmpty()) {
                    var outcome = connector.decode(call, reply);
                    if (outcome instanceof Outcome.SignInAgain && !renewed) {
                        renew();
                        continue;
                    }
                    boolean odd = outcome instanceof Outcome.Delivered && !rows.isEmpty();
                    return new Heard.Said(odd ? refused("reply-unreadable", request.url()) : outcome);
                }
                var page = new Paging.Page(request, reply, found.get().size(), rows.size());
                rows.addAll(found.get());
                if (rows.size() > pages.mostRows()) {
                    return new Heard.Said(refused("too-many-rows", Integer.toString(pages.mostRows())));
                }
                var next = pages.next().after(page);
                if (next.isEmpty()) {
                    return new Heard.Said(connector.decode(call, pages.joined(reply, rows)));
                }
                request = next.get();
                if (asked.size() >= pages.mostPages()) {
                    return new Heard.Said(refused("too-many-pages", Integer.toString(pages.mostPages())));
                }
                if (asked.contains(request) || !sameHost(first.url(), request.url())) {
                    return new Heard.Said(refused("page-elsewhere", request.url()));
                }
                var turn = gate.again(leave);
                if (turn.isEmpty()) {
                    return new Heard.Silent("page-held", call.account().name(), true, false);
                }
                leave = turn.get();
            }
        }

        private Got fetch(Outgoing plain, SendGate.Permit permit) {
            return switch (signIn.sign(connector.auth(call.account()), call.account(), plain)) {
                case SignIn.Signed.Denied(var reason, var detail, var retry) ->
                    new Nothing(new Heard.Silent(reason, detail, retry, retry));
                case SignIn.Signed.Ready(var ready) ->
                    switch (gate.send(permit, ready)) {
                        case Exchange.Answered(var reply) -> new Came(reply);
                        case Exchange.Unanswered(var reason, var detail, var retry) ->
                            new Nothing(new Heard.Silent(reason, detail, retry, retry));
                        case Exchange.Lost(var reason, var detail) -> new Nothing(new Heard.Lost(reason, detail));
                    };
            };
        }

        private void renew() {
            renewed = true;
            signIn.forget(call.account());
        }
    }

    private static Outcome refused(String reason, String detail) {
        return new Outcome.Refused(reason, detail);
    }

    /// Scheme, host and port alike: the account's sign-in goes with every page.
    private static boolean sameHost(String one, String other) {
        try {
            var first = URI.create(one);
            var second = URI.create(other);
            return List.of(first.getScheme(), first.getAuthority())
                    .equals(List.of(String.valueOf(second.getScheme()), String.valueOf(second.getAuthority())));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
