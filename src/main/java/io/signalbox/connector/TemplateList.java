package io.signalbox.connector;

import io.signalbox.access.Account;
import java.util.List;
import java.util.Optional;

/// How a service is asked which message templates an account has. Pure, as all of a connector.
public interface TemplateList {
    /// The request for one page.
    ///
    /// @param page blank for the first, else what the page before named
    /// @throws CallProblem when the account lacks what the request needs
    Outgoing ask(Account account, String page) throws CallProblem;

    /// Never throws.
    Answer read(Reply reply);

    sealed interface Answer {}

    /// @param next what the next page is asked by; empty on the last one
    record Page(List<TemplateText> templates, Optional<String> next) implements Answer {
        public Page {
            templates = List.copyOf(templates);
        }
    }

    /// @param reason text key as of an outcome
    record Failed(String reason, String detail) implements Answer {}

    /// The failure in a reply that is no page.
    static Failed failed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var reason, var detail) -> new Failed(reason, detail);
            case Outcome.TryLater(var reason, var detail, var _) -> new Failed(reason, detail);
            case Outcome.SignInAgain(var reason, var detail) -> new Failed(reason, detail);
            case Outcome.Delivered(var output, var _) -> new Failed("status", output.asText());
        };
    }
}
