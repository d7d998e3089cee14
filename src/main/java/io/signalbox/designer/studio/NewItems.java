package io.signalbox.designer.studio;

import io.signalbox.designer.canvas.Decorations.Link;
import java.util.HashMap;
import java.util.Map;

/// What a real run sent over its wires since it was last looked at. FX thread only.
final class NewItems {
    private String run = "";
    private Map<Link, Integer> before = Map.of();

    /// @param id of the run; one that was not looked at last is new as a whole
    /// @param passed how many items went over each wire so far
    Map<Link, Integer> of(String id, Map<Link, Integer> passed) {
        var known = id.equals(run) ? before : Map.<Link, Integer>of();
        run = id;
        before = Map.copyOf(passed);
        var more = new HashMap<Link, Integer>();
        passed.forEach((link, count) -> more.put(link, Math.max(0, count - known.getOrDefault(link, 0))));
        return more;
    }
}
