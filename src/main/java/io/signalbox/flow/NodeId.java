package io.signalbox.flow;

/// A node's name for machines: `[a-z][a-z0-9-]{0,63}`. References go by it, so renaming a node breaks nothing.
public record NodeId(String value) implements Comparable<NodeId> {
    public NodeId {
        if (!isValid(value)) {
            throw new SyntaxException("syntax.id", 0, value);
        }
    }

    public static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > 64 || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
