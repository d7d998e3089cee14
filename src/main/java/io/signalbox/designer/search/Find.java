package io.signalbox.designer.search;

import io.signalbox.flow.Folded;
import java.util.Arrays;
import java.util.List;

/// One thing that can be found.
///
/// @param kind what it is, such as “Command”, in the person's language
/// @param icon by name
/// @param title its name
/// @param detail what tells it from others of the name, and is searched too; such as its service
/// @param keys that do the same; blank for none
/// @param go opens or does it
public record Find(String kind, String icon, String title, String detail, String keys, Runnable go) {

    /// The ones that hold every word, those whose title begins with the first word before the others.
    public static List<Find> matching(List<Find> all, String typed) {
        var wanted = Arrays.stream(Folded.of(typed.strip()).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (wanted.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(find -> find.holds(wanted))
                .sorted((one, other) -> Integer.compare(one.rank(wanted), other.rank(wanted)))
                .toList();
    }

    private boolean holds(List<String> wanted) {
        var text = Folded.of(title + " " + kind + " " + detail);
        return wanted.stream().allMatch(text::contains);
    }

    private int rank(List<String> wanted) {
        var name = Folded.of(title.strip());
        if (name.startsWith(wanted.getFirst())) {
            return 0;
        }
        return wanted.stream().allMatch(name::contains) ? 1 : 2;
    }
}
