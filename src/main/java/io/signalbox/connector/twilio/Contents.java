package io.signalbox.connector.twilio;

import io.signalbox.access.Account;
import io.signalbox.connector.Address;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.connector.TemplateText.Button;
import io.signalbox.flow.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The contents of an account with what WhatsApp says of each, page by page.
///
/// The list's frame is the vendor's published example; that an approval stands in `approval_requests` is our reading,
/// and a content without one counts as not submitted.
public final class Contents implements TemplateList {
    /// Richest first: a content may have several forms, and a person sees the first that their channel can show.
    private static final List<String> FORMS = List.of(
            "whatsapp/card",
            "twilio/card",
            "twilio/call-to-action",
            "twilio/quick-reply",
            "twilio/list-picker",
            "twilio/media",
            "twilio/text");

    @Override
    public Outgoing ask(Account account, String page) {
        var address = Address.of(Twilio.or(account.value("content-url"), Twilio.CONTENT))
                .path("/v1/ContentAndApprovals");
        return Outgoing.get(page.isEmpty() ? address.query("PageSize", "100").toString() : address + "?" + page);
    }

    @Override
    public Answer read(Reply reply) {
        if (!reply.isSuccess() || !(reply.body().at("contents") instanceof Value.Items(var listed))) {
            return TemplateList.failed(TwilioError.of(reply));
        }
        return new Page(
                listed.stream().map(Contents::template).toList(),
                query(reply.body().at("meta").at("next_page_url").asText()));
    }

    /// Only what stands behind the question mark: credentials go nowhere but to the account's own address.
    private static Optional<String> query(String url) {
        int mark = url.indexOf('?');
        var query = mark < 0 ? "" : url.substring(mark + 1);
        boolean plain = query.chars()
                .allMatch(c -> (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || (c >= '0' && c <= '9')
                        || "=&_%.-~".indexOf(c) >= 0);
        return query.isEmpty() || !plain ? Optional.empty() : Optional.of(query);
    }

    /// One content as the vendor lists it.
    public static TemplateText template(Value content) {
        var types = content.at("types");
        var form = FORMS.stream()
                .map(types::at)
                .filter(type -> !type.isMissing())
                .findFirst()
                .orElse(Value.nothing());
        var sid = content.at("sid").asText();
        var name = content.at("friendly_name").asText();
        var approval = content.at("approval_requests").at("status");
        var above = new ArrayList<String>();
        form.at("media").asItems().forEach(media -> above.add(media.asText()));
        if (!form.at("title").isMissing()) {
            above.add(form.at("title").asText());
        }
        return new TemplateText(
                sid,
                name.isEmpty() ? sid : name,
                content.at("language").asText(),
                TemplateText.word(TemplateText.Status.values(), approval, TemplateText.Status.UNKNOWN),
                TemplateText.Head.TEXT,
                String.join("\n", above),
                form.at("body").asText(),
                (form.at("footer").isMissing() ? form.at("subtitle") : form.at("footer")).asText(),
                form.at("actions").asItems().stream().map(Contents::button).toList(),
                true);
    }

    private static Button button(Value action) {
        return switch (action.at("type").asText()) {
            case "URL" ->
                new Button(
                        Button.Kind.LINK,
                        action.at("title").asText(),
                        action.at("url").asText());
            case "PHONE_NUMBER" ->
                new Button(Button.Kind.CALL, action.at("title").asText(), "");
            case "COPY_CODE" -> new Button(Button.Kind.OTHER, action.at("title").asText(), "");
            default -> new Button(Button.Kind.REPLY, action.at("title").asText(), "");
        };
    }
}
