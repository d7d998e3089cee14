package io.signalbox.flow;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/// Where a flow lies among the others, and the words it is found by. No part of what it does.
///
/// @param folder names from the outermost on, parted by slashes: `Plant A/Alerts`; empty for none
/// @param tags each once
public record Filing(String folder, List<String> tags) {
    private static final Filing NONE = new Filing("", List.of());

    public Filing {
        tags = List.copyOf(tags);
        if (!folder.equals(tidyFolder(folder)) || !tags.equals(tidyTags(tags))) {
            throw new IllegalArgumentException("folder '%s', tags %s".formatted(folder, tags));
        }
    }

    public static Filing none() {
        return NONE;
    }

    /// As a person or a file writes it: blanks around names and empty ones are left out.
    public static Filing of(String folder, List<String> tags) {
        return new Filing(tidyFolder(folder), tidyTags(tags));
    }

    private static String tidyFolder(String folder) {
        return Arrays.stream(folder.split("/", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining("/"));
    }

    private static List<String> tidyTags(List<String> tags) {
        var tidy = new LinkedHashSet<String>();
        tags.stream().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tidy::add);
        return List.copyOf(tidy);
    }

    /// True for the folder itself and every one below it; everything lies in the one without a name.
    public boolean isIn(String other) {
        return other.isEmpty() || folder.equals(other) || folder.startsWith(other + "/");
    }
}
