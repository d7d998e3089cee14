package io.signalbox.json;

import io.signalbox.flow.Texts;
import java.util.ArrayList;
import java.util.List;

/// A text that is not a flow: what, where, and in which node and field.
public final class UnreadableFlow extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final int line;
    private final int column;
    private final String node;
    private final String field;
    private final transient List<String> arguments;

    UnreadableFlow(String key, int line, int column, String node, String field, List<String> arguments) {
        super("%s at %d:%d node %s field %s %s".formatted(key, line, column, node, field, arguments));
        this.key = key;
        this.line = line;
        this.column = column;
        this.node = node;
        this.field = field;
        this.arguments = List.copyOf(arguments);
    }

    public String key() {
        return key;
    }

    /// From 1.
    public int line() {
        return line;
    }

    /// From 1.
    public int column() {
        return column;
    }

    /// The node's id; blank outside a node.
    public String node() {
        return node;
    }

    /// The member's name; blank when it is the whole text.
    public String field() {
        return field;
    }

    /// `Line 14, column 9, node send, field operation: unknown node kind “foo”.`
    public String text(Texts texts) {
        var where = new ArrayList<String>();
        where.add(texts.text("where.line", line, column));
        if (!node.isEmpty()) {
            where.add(texts.text("where.node", node));
        }
        if (!field.isEmpty()) {
            where.add(texts.text("where.field", field));
        }
        return String.join(", ", where) + ": " + texts.text(key, arguments.toArray());
    }
}
