package io.signalbox.designer.canvas;

import io.signalbox.flow.Flow;
import io.signalbox.flow.Group;
import io.signalbox.flow.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// A group as it stands on the canvas: around all its members, with a strip for its title above them.
record Frame(Group group, Area area) {
    private static final double AROUND = 16;
    private static final double TITLE = 32;

    /// Every group that has something to stand around, in the flow's order.
    static List<Frame> of(Flow flow, Map<NodeId, Area> areas) {
        var frames = new ArrayList<Frame>();
        for (var group : flow.layout().groups().values()) {
            group.members().stream()
                    .flatMap(member -> Optional.ofNullable(areas.get(member)).stream())
                    .reduce(Area::with)
                    .map(inner -> inner.grown(AROUND))
                    .map(around -> new Area(around.x(), around.y() - TITLE, around.width(), around.height() + TITLE))
                    .ifPresent(area -> frames.add(new Frame(group, area)));
        }
        return frames;
    }

    /// Where it is taken to be moved.
    Area title() {
        return new Area(area.x(), area.y(), area.width(), TITLE);
    }

    /// What of it is still in the flow.
    SequencedSet<NodeId> members(Flow flow) {
        var there = new LinkedHashSet<>(group.members());
        there.removeIf(member -> !flow.has(member));
        return there;
    }
}
