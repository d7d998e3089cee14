package io.signalbox.designer.panel;

/// Lets the person say where a text is to be kept as a file.
@FunctionalInterface
public interface Saving {
    void save(String suggestedName, String text);
}
