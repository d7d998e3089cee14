package io.signalbox.app;

import io.signalbox.flow.Problem;
import io.signalbox.flow.Texts;
import io.signalbox.flow.Value;

/// A problem as scripts and people read it.
final class ProblemView {
    private ProblemView() {}

    /// @param file or flow id
    /// @param repair what would set it right by itself; blank where only a person can say what is meant
    static Value.Fields of(String file, Problem problem, String repair, Texts words) {
        return Value.fields("file", Value.of(file), "severity", Value.of(problem.isError() ? "error" : "warning"))
                .with("node", Value.of(problem.node().map(id -> id.value()).orElse("")))
                .with("field", Value.of(problem.field()))
                .with("text", Value.of(problem.text(words)))
                .with("fix", Value.of(problem.fix(words)))
                .with("repair", Value.of(repair));
    }

    /// One line: `flow.json: node send, settings.to: “Recipient” is empty. Fill it in.`, then in brackets the change
    /// that
    /// would set it right.
    static String line(Value problem) {
        var line = new StringBuilder(problem.at("file").asText());
        line.append(": ").append(problem.at("severity").asText());
        if (!problem.at("node").isMissing()) {
            line.append(", ").append(problem.at("node").asText());
        }
        if (!problem.at("field").isMissing()) {
            line.append(", ").append(problem.at("field").asText());
        }
        line.append(": ").append(problem.at("text").asText());
        if (!problem.at("fix").isMissing()) {
            line.append(' ').append(problem.at("fix").asText());
        }
        if (!problem.at("repair").isMissing()) {
            line.append(" [").append(problem.at("repair").asText()).append(']');
        }
        return line.toString();
    }
}
