package io.signalbox.designer;

/// What is new at a place of the program, beside its icon on the rail.
///
/// @param badge a short count; blank for none
/// @param live true for a dot: something is going on there
/// @param spoken the same in words, said behind the place's name; blank when there is nothing to say
public record RailMark(String badge, boolean live, String spoken) {
    public static RailMark none() {
        return new RailMark("", false, "");
    }
}
