package io.signalbox.json;

/// A text that is no JSON, or more of it than is taken.
public final class JsonProblem extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;
    private final int line;
    private final int column;
    private final String detail;

    JsonProblem(String key, int line, int column, String detail) {
        super(key + " at " + line + ":" + column + " " + detail);
        this.key = key;
        this.line = line;
        this.column = column;
        this.detail = detail;
    }

    /// Of the sentence in this package's bundle; takes line, column and detail.
    public String key() {
        return key;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String detail() {
        return detail;
    }
}
