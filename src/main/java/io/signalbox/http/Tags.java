package io.signalbox.http;

import io.signalbox.engine.StoredFlow;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;
import io.signalbox.json.FlowJson;
import java.util.Optional;

/// Versions of flows as ETags: who changes a flow says which version the change was made from, so that nobody's work
/// is overwritten unseen.
///
/// @param texts of this package
record Tags(Texts texts) {

    static Answer marked(Answer answer, StoredFlow flow) {
        return answer.with("ETag", quoted(FlowJson.identity(flow.flow())))
                .with("Signalbox-State", flow.live().isPresent() ? "on" : "off");
    }

    /// The refusal of a change that names no version, or not the one that is there; empty when it may be made.
    Optional<Answer> missing(Asked asked, Optional<StoredFlow> stored) {
        var based = asked.header("if-match");
        if (stored.isEmpty()) {
            return based.isPresent() ? Optional.of(conflict(asked, stored)) : Optional.empty();
        }
        if (based.isEmpty()) {
            boolean mustBeNew = asked.header("if-none-match").isPresent();
            return Optional.of(
                    mustBeNew
                            ? conflict(asked, stored)
                            : Answer.problem(428, texts.text("http.428"), texts.text("http.if-match")));
        }
        return isBasedOn(asked, stored.get()) ? Optional.empty() : Optional.of(conflict(asked, stored));
    }

    /// True when the request names this version, or none at all.
    boolean isBasedOn(Asked asked, StoredFlow stored) {
        return asked.header("if-match")
                .map(Tags::unquoted)
                .filter(tag -> !tag.equals("*") && !tag.equals(FlowJson.identity(stored.flow())))
                .isEmpty();
    }

    /// 412, with the ids of both versions.
    Answer conflict(Asked asked, Optional<StoredFlow> stored) {
        var theirs = stored.map(flow -> FlowJson.identity(flow.flow())).orElse("");
        var more = Value.fields("current", Value.of(theirs))
                .with(
                        "given",
                        Value.of(asked.header("if-match").map(Tags::unquoted).orElse("")));
        var answer = Answer.problem(412, more, texts.text("http.412"), texts.text("http.changed"));
        return theirs.isEmpty() ? answer : answer.with("ETag", quoted(theirs));
    }

    static String unquoted(String tag) {
        return tag.replace("\"", "").strip();
    }

    static String quoted(String tag) {
        return "\"" + tag + "\"";
    }
}
