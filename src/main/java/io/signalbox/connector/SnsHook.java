package io.signalbox.connector;

import io.signalbox.flow.Value;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Amazon SNS: members of the body signed with a key whose certificate lies at Amazon. Whoever has an account there can
/// make such messages, so the connection names the topic that may.
record SnsHook() implements Verifier {
    private static final List<String> NOTICE =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> SUBSCRIPTION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
    private static final String TOPIC = "topic-arn";

    @Override
    public String key() {
        return "sns";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public List<String> needsValue() {
        return List.of(TOPIC);
    }

    @Override
    public Judgement judge(HookCall call, HookKeys keys) {
        var read = call.isGet() ? Optional.<Value>empty() : call.read();
        if (read.isEmpty() || keys.value(TOPIC).isBlank()) {
            return new Refused();
        }
        var body = read.get();
        boolean notice = body.at("Type").equals(Value.of("Notification"));
        boolean genuine = Hmac.same(keys.value(TOPIC), body.at("TopicArn").asText())
                && isAmazon(body.at("SigningCertURL").asText(), true)
                && isSigned(body, notice ? NOTICE : SUBSCRIPTION, keys);
        if (!genuine) {
            return new Refused();
        }
        if (notice) {
            return new Genuine();
        }
        var url = body.at("SubscribeURL").asText();
        boolean confirms = body.at("Type").equals(Value.of("SubscriptionConfirmation")) && isAmazon(url, false);
        return confirms ? new Confirm(url) : new Refused();
    }

    private static boolean isSigned(Value body, List<String> members, HookKeys keys) {
        var algorithm = switch (body.at("SignatureVersion").asText()) {
            case "1" -> "SHA1withRSA";
            case "2" -> "SHA256withRSA";
            default -> "";
        };
        if (algorithm.isEmpty()) {
            return false;
        }
        var signed = new StringBuilder();
        for (var member : members) {
            var value = body.at(member);
            if (!value.isMissing()) {
                signed.append(member).append('\n').append(value.asText()).append('\n');
            }
        }
        var text = body.at("Signature").asText();
        try {
            var signature = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(signature).equals(text)) {
                return false;
            }
            var certificate = keys.fetch(body.at("SigningCertURL").asText());
            if (certificate.isEmpty()) {
                return false;
            }
            var verification = Signature.getInstance(algorithm);
            verification.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Hmac.utf8(certificate.get())))
                    .getPublicKey());
            verification.update(Hmac.utf8(signed.toString()));
            return verification.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    /// Amazon's own hosts for this service, in plain spelling.
    static boolean isAmazon(String url, boolean certificate) {
        try {
            var uri = new URI(url);
            var host = uri.getHost();
            return "https".equals(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && uri.getPort() == -1
                    && uri.getRawFragment() == null
                    && host != null
                    && isAmazonHost(host)
                    && (!certificate
                            || (uri.getRawPath() != null && uri.getRawPath().endsWith(".pem")));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    /// `sns.<region>.amazonaws.com`, in China with `.cn` behind it.
    private static boolean isAmazonHost(String host) {
        var parts = host.toLowerCase(Locale.ROOT).split("\\.", -1);
        var tail = List.of(parts).subList(Math.min(2, parts.length), parts.length);
        return Arrays.stream(parts).noneMatch(String::isEmpty)
                && parts.length >= 4
                && parts[0].equals("sns")
                && parts[1].length() >= 3
                && parts[1].chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')
                && (tail.equals(List.of("amazonaws", "com")) || tail.equals(List.of("amazonaws", "com", "cn")));
    }

    @Override
    public List<HookItem> items(HookCall call, Value body) {
        return List.of(new HookItem(
                HookItem.identity(body.at("MessageId").asText()),
                "",
                HookItem.time(body.at("Timestamp").asText()),
                body));
    }
}
