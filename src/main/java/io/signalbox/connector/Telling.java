package io.signalbox.connector;

import io.signalbox.access.Account;
import java.util.Optional;

/// A service that only tells: nothing is asked of it, so there is nothing to sign, to try or to read.
public interface Telling extends Connector {
    @Override
    default Auth auth(Account account) {
        return new Auth.None();
    }

    @Override
    default Optional<Outgoing> probe(Account account) {
        return Optional.empty();
    }

    @Override
    default Outgoing encode(Call call) throws CallProblem {
        throw new CallProblem("no-connector", call.operation());
    }

    @Override
    default Outcome decode(Call call, Reply reply) {
        return new Outcome.Refused("status", Integer.toString(reply.status()));
    }
}
