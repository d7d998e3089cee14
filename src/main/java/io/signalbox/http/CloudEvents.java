package io.signalbox.http;

import io.signalbox.engine.EventProblem;
import io.signalbox.flow.Value;
import io.signalbox.json.Json;
import io.signalbox.json.JsonProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.TreeMap;

/// The three ways in which a CloudEvent comes over HTTP, each turned into the one object that the event forms read.
final class CloudEvents {
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final String PREFIX = "ce-";

    private CloudEvents() {}

    /// True when the attributes stand in headers and the body is the data alone.
    static boolean isBinary(Asked asked) {
        return asked.header("ce-specversion").isPresent()
                && !asked.contentType().startsWith("application/cloudevents");
    }

    /// In binary mode the content type is that of the data, and only JSON can be data of ours.
    static boolean hasKnownData(Asked asked) {
        return asked.body().isEmpty() || isJson(asked.contentType());
    }

    /// The event whose attributes stand in headers.
    static Value binary(Asked asked) throws JsonProblem {
        var members = new LinkedHashMap<String, Value>();
        for (var header : new TreeMap<>(asked.headers()).entrySet()) {
            if (header.getKey().startsWith(PREFIX)) {
                members.put(header.getKey().substring(PREFIX.length()), Value.of(decoded(header.getValue())));
            }
        }
        if (!asked.body().isEmpty()) {
            members.put("data", Json.parse(asked.body().bytes()));
        }
        return new Value.Fields(members);
    }

    /// The same event with its data plain, where it stands as base64.
    static Value plain(Value event) throws EventProblem {
        var fields = event.asFields();
        if (!fields.has("specversion") || fields.at("data_base64").isMissing()) {
            return fields.has("specversion") && fields.has("data_base64") ? fields.without("data_base64") : event;
        }
        var type = fields.at("datacontenttype").asText();
        if (!fields.at("data").isMissing() || !(type.isEmpty() || isJson(essence(type)))) {
            throw new EventProblem("event.base64", "data_base64");
        }
        try {
            var bytes = Base64.getDecoder().decode(fields.at("data_base64").asText());
            return fields.without("data_base64").with("data", Json.parse(bytes));
        } catch (IllegalArgumentException | JsonProblem _) {
            throw new EventProblem("event.base64", "data_base64");
        }
    }

    private static String essence(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /// Header values carry what is not plain ASCII as percent-encoded UTF-8; a plus is a plus.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
