package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.Decorations.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javafx.animation.AnimationTimer;

/// Moves the dots of runs along their wires. While none is under way no timer runs. FX thread only.
final class Dots implements AutoCloseable {
    private final BiConsumer<Link, List<Double>> place;
    private final List<Going> going = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            move(TimeUnit.NANOSECONDS.toMillis(now));
        }
    };

    /// @param begun on the timer's clock, in milliseconds; negative until its first picture
    private record Going(Traffic traffic, long begun) {}

    /// @param place told of each wire how far its dots are; of one whose dots have arrived that it has none
    Dots(BiConsumer<Link, List<Double>> place) {
        this.place = place;
    }

    /// Lets these set out beside those that are under way.
    void run(Traffic traffic) {
        if (!traffic.items().isEmpty()) {
            going.add(new Going(traffic, -1));
            timer.start();
        }
    }

    boolean isRunning() {
        return !going.isEmpty();
    }

    /// All are gone at once.
    void stop() {
        timer.stop();
        var gone = links();
        going.clear();
        gone.forEach(link -> place.accept(link, List.of()));
    }

    private Set<Link> links() {
        var links = new HashSet<Link>();
        going.forEach(each -> links.addAll(each.traffic().items().keySet()));
        return links;
    }

    private void move(long now) {
        going.replaceAll(each -> each.begun() < 0 ? new Going(each.traffic(), now) : each);
        var links = links();
        going.removeIf(each -> each.traffic().isOver(now - each.begun()));
        for (var link : links) {
            place.accept(
                    link,
                    going.stream()
                            .flatMap(each -> each.traffic().on(link, now - each.begun()).stream())
                            .toList());
        }
        if (going.isEmpty()) {
            timer.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
