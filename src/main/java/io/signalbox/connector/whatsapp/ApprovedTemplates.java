package io.signalbox.connector.whatsapp;

import io.signalbox.access.Account;
import io.signalbox.connector.CallProblem;
import io.signalbox.connector.Outgoing;
import io.signalbox.connector.Reply;
import io.signalbox.connector.TemplateList;
import io.signalbox.connector.TemplateText;
import io.signalbox.connector.TemplateText.Button;
import io.signalbox.flow.Value;
import java.util.List;
import java.util.Optional;

/// The templates of a WhatsApp Business account, page by page.
public final class ApprovedTemplates implements TemplateList {
    /// As many as the vendor gives at most on a page.
    private static final String PAGE = "100";

    @Override
    public Outgoing ask(Account account, String page) throws CallProblem {
        var business = account.value("business-account-id");
        if (business.isBlank()) {
            throw new CallProblem("business-account");
        }
        var address = WhatsApp.address(account)
                .segment(business)
                .path("/message_templates")
                .query("fields", "name,language,status,category,parameter_format,components")
                .query("limit", PAGE);
        return Outgoing.get((page.isEmpty() ? address : address.query("after", page)).toString());
    }

    @Override
    public Answer read(Reply reply) {
        if (!reply.isSuccess() || !(reply.body().at("data") instanceof Value.Items(var listed))) {
            return TemplateList.failed(WhatsApp.failure(reply));
        }
        var paging = reply.body().at("paging");
        var after = paging.at("cursors").at("after").asText();
        return new Page(
                listed.stream().map(ApprovedTemplates::template).toList(),
                paging.at("next").isMissing() || after.isEmpty() ? Optional.empty() : Optional.of(after));
    }

    /// One template as the vendor lists it.
    public static TemplateText template(Value listed) {
        var head = part(listed, "HEADER");
        var name = listed.at("name").asText();
        return new TemplateText(
                name,
                name,
                listed.at("language").asText(),
                TemplateText.word(TemplateText.Status.values(), listed.at("status"), TemplateText.Status.UNKNOWN),
                TemplateText.word(TemplateText.Head.values(), head.at("format"), TemplateText.Head.TEXT),
                head.at("text").asText(),
                part(listed, "BODY").at("text").asText(),
                part(listed, "FOOTER").at("text").asText(),
                buttons(part(listed, "BUTTONS").at("buttons").asItems()),
                false);
    }

    private static Value part(Value listed, String type) {
        return listed.at("components").asItems().stream()
                .filter(component -> component.at("type").asText().equalsIgnoreCase(type))
                .findFirst()
                .orElse(Value.nothing());
    }

    private static List<Button> buttons(List<Value> listed) {
        return listed.stream()
                .map(button -> new Button(
                        switch (button.at("type").asText().toUpperCase(java.util.Locale.ROOT)) {
                            case "URL" -> Button.Kind.LINK;
                            case "QUICK_REPLY" -> Button.Kind.REPLY;
                            case "PHONE_NUMBER" -> Button.Kind.CALL;
                            case "COPY_CODE" -> Button.Kind.CODE;
                            default -> Button.Kind.OTHER;
                        },
                        button.at("text").asText(),
                        button.at("url").asText()))
                .toList();
    }
}
