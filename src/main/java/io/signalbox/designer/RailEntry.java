package io.signalbox.designer;

/// One place of the program, as the rail on the left offers it.
///
/// @param id short and stable, such as `flows`
/// @param icon a name of `icons.properties`
/// @param key text key of its name
/// @param last true to stand at the lower end
/// @param open shows the place
public record RailEntry(String id, String icon, String key, boolean last, Runnable open) {}
