package io.signalbox.connector.http;

import io.signalbox.connector.Address;
import io.signalbox.connector.Call;
import io.signalbox.connector.LinkHeader;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Paging;
import io.signalbox.flow.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The ways in which services hand out a list page by page.
final class Pages {
    /// In the order in which they are offered.
    static final List<String> STYLES = List.of("none", "link", "cursor", "offset", "next-url");

    private Pages() {}

    static Optional<Paging> of(Call call) {
        var rows = call.text("page-rows").strip();
        var from = call.text("page-from").strip();
        var parameter = call.text("page-parameter").strip();
        return switch (call.text("paging")) {
            case "link" -> Optional.of(Paging.of(rows, page -> to(page, LinkHeader.next(page.reply()))));
            case "cursor" ->
                Optional.of(Paging.of(
                        rows,
                        page -> with(
                                page, parameter, at(page.reply().body(), from).asText())));
            case "offset" ->
                Optional.of(Paging.of(
                        rows, page -> offset(page, parameter, at(page.reply().body(), from))));
            case "next-url" ->
                Optional.of(Paging.of(
                        rows,
                        page -> to(
                                page, Optional.of(at(page.reply().body(), from).asText()))));
            default -> Optional.empty();
        };
    }

    private static Optional<Outgoing> to(Paging.Page page, Optional<String> address) {
        return address.filter(next -> !next.isBlank())
                .map(next -> page.asked().to(Address.resolved(page.asked().url(), next)));
    }

    private static Optional<Outgoing> with(Paging.Page page, String parameter, String value) {
        return value.isBlank() || parameter.isEmpty()
                ? Optional.empty()
                : Optional.of(page.asked().withQuery(parameter, value));
    }

    /// A total that is no number ends it: nobody asks for ever.
    private static Optional<Outgoing> offset(Paging.Page page, String parameter, Value total) {
        boolean more = page.rows() > 0
                && total instanceof Value.Decimal(var number)
                && BigDecimal.valueOf(page.all()).compareTo(number) < 0;
        return more ? with(page, parameter, Integer.toString(page.all())) : Optional.empty();
    }

    /// What stands at a dotted path; a number among the steps counts the items of a list.
    static Value at(Value body, String path) {
        var found = body;
        for (var step : path.isEmpty() ? new String[0] : path.split("\\.", -1)) {
            boolean index = !step.isEmpty() && step.length() < 6 && step.chars().allMatch(c -> c >= '0' && c <= '9');
            found = index && found instanceof Value.Items ? found.at(Integer.parseInt(step)) : found.at(step);
        }
        return found;
    }
}
