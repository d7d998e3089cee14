package io.signalbox.designer.canvas;

import io.signalbox.designer.canvas.CanvasInput.Carry;
import io.signalbox.designer.canvas.CanvasInput.Confirm;
import io.signalbox.designer.canvas.CanvasInput.Drag;
import io.signalbox.designer.canvas.CanvasInput.Escape;
import io.signalbox.designer.canvas.CanvasInput.Pick;
import io.signalbox.designer.canvas.CanvasInput.Press;
import io.signalbox.designer.canvas.CanvasInput.Release;
import io.signalbox.designer.canvas.CanvasInput.Turn;
import io.signalbox.designer.canvas.CanvasInput.WireFrom;
import io.signalbox.designer.canvas.Reaction.Effect;
import io.signalbox.flow.NodeId;
import io.signalbox.flow.Point;
import io.signalbox.flow.Wire;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/// What the mouse, or the keyboard in its place, is in the middle of. Pure: input in, next gesture and effects out.
public sealed interface Gesture
        permits Gesture.Idle, Gesture.Pressed, Gesture.Panning, Gesture.Marquee, Dragging, Placing, Linking, Wiring {
    /// So many pixels of the screen may a hand tremble before a click becomes a drag.
    double TREMBLE = 4;

    /// What was pressed.
    sealed interface Grip {
        record Ground() implements Grip {}

        record Body(NodeId node) implements Grip {}

        record Exit(NodeId node) implements Grip {}

        record Line(Wire wire) implements Grip {}

        /// A node or note of which a copy is to be dragged.
        record Twin(NodeId node) implements Grip {}

        /// The title of a group, by which all of it is moved.
        record Title(Frame frame) implements Grip {}
    }

    Reaction after(CanvasInput input, Sight sight);

    static Gesture idle() {
        return new Idle();
    }

    /// The wire that would take up what is held, if it were let go now.
    default Optional<Wire> opens(Sight sight) {
        return switch (this) {
            case Dragging dragging -> dragging.over();
            case Placing placing -> placing.over(sight);
            case Idle _, Pressed _, Linking _, Wiring _, Panning _, Marquee _ -> Optional.empty();
        };
    }

    /// True for the node at which a wire would end if it were let go now.
    default boolean targets(NodeId node) {
        return switch (this) {
            case Linking linking -> linking.target().filter(node::equals).isPresent();
            case Wiring wiring -> wiring.target().equals(node);
            case Idle _, Pressed _, Dragging _, Placing _, Panning _, Marquee _ -> false;
        };
    }

    /// True for a node at which the wire being drawn may not end.
    default boolean refuses(NodeId node, Sight sight) {
        return switch (this) {
            case Linking linking -> !linking.from().equals(node) && !sight.isLegal(linking.from(), node);
            case Wiring wiring ->
                !wiring.from().equals(node) && !wiring.targets().contains(node);
            case Idle _, Pressed _, Dragging _, Placing _, Panning _, Marquee _ -> false;
        };
    }

    /// The key that picks a node as the wire's end; blank for none.
    default String number(NodeId node) {
        int place = this instanceof Wiring wiring ? wiring.targets().indexOf(node) : -1;
        return place < 0 || place > 8 ? "" : Integer.toString(place + 1);
    }

    /// Nothing is held.
    record Idle() implements Gesture {
        @Override
        public Reaction after(CanvasInput input, Sight sight) {
            return switch (input) {
                case Press press when press.pans() -> Reaction.of(new Panning(press.screen()));
                case Press press -> pressed(press, sight);
                case Carry carry -> new Placing(carry.item(), carry.at(), false, carry.id()).after(carry, sight);
                case WireFrom(var from) -> wireFrom(from, sight);
                case Drag _, Release _, Turn _, Pick _, Confirm _, Escape _ -> Reaction.of(this);
            };
        }

        private static Reaction pressed(Press press, Sight sight) {
            var grip = gripAt(press, sight);
            var held = new Pressed(grip, press.at(), press.toggles(), press.id());
            return switch (grip) {
                case Grip.Body(var node)
                when press.toggles() -> Reaction.of(held, new Effect.Select(toggled(sight.selection(), node)));
                case Grip.Body(var node)
                when !sight.selection().contains(node) ->
                    Reaction.of(held, new Effect.ChooseWire(Optional.empty()), Effect.Select.only(node));
                case Grip.Twin(var node)
                when !sight.selection().contains(node) ->
                    Reaction.of(held, new Effect.ChooseWire(Optional.empty()), Effect.Select.only(node));
                case Grip.Title(var frame) ->
                    Reaction.of(
                            held,
                            new Effect.ChooseWire(Optional.empty()),
                            new Effect.Select(frame.members(sight.flow())));
                case Grip.Line(var wire) ->
                    Reaction.of(held, Effect.Select.nothing(), new Effect.ChooseWire(Optional.of(wire)));
                case Grip.Body _, Grip.Exit _, Grip.Ground _, Grip.Twin _ -> Reaction.of(held);
            };
        }

        private static Reaction wireFrom(NodeId from, Sight sight) {
            var targets = sight.legalTargets(from);
            return targets.isEmpty()
                    ? Reaction.of(idle(), new Effect.Say("canvas.wire.nowhere"))
                    : Reaction.of(new Wiring(from, targets, 0));
        }

        private static Grip gripAt(Press press, Sight sight) {
            var at = press.at();
            Optional<Grip> exit = sight.exitAt(at).map(Grip.Exit::new);
            Optional<Grip> body = sight.nodeAt(at).map(press.alt() ? Grip.Twin::new : Grip.Body::new);
            Optional<Grip> line = sight.wireAt(at).map(Grip.Line::new);
            Optional<Grip> title = sight.titleAt(at).map(Grip.Title::new);
            return exit.or(() -> body).or(() -> line).or(() -> title).orElse(new Grip.Ground());
        }

        private static SequencedSet<NodeId> toggled(SequencedSet<NodeId> selection, NodeId node) {
            var changed = new LinkedHashSet<>(selection);
            if (!changed.remove(node)) {
                changed.add(node);
            }
            return changed;
        }
    }

    /// The button is down; whether this is a click is not yet known.
    record Pressed(Grip grip, Point at, boolean toggles, String id) implements Gesture {
        @Override
        public Reaction after(CanvasInput input, Sight sight) {
            return switch (input) {
                case Drag drag when isTrembling(drag.at(), sight) -> Reaction.of(this);
                case Drag drag when grip instanceof Grip.Twin(var node) -> Twins.dragged(node, at, id, drag, sight);
                case Drag drag -> begin(sight).after(drag, sight);
                case Release _ -> clicked(sight);
                case Escape _ -> Reaction.of(idle());
                case Press _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
            };
        }

        private boolean isTrembling(Point now, Sight sight) {
            return Math.hypot(now.x() - at.x(), now.y() - at.y()) * sight.zoom() < TREMBLE;
        }

        private Gesture begin(Sight sight) {
            return switch (grip) {
                case Grip.Ground _ -> new Marquee(at, at, toggles ? sight.selection() : new LinkedHashSet<>());
                case Grip.Exit(var node) -> new Linking(node, at, Optional.empty(), Optional.empty());
                case Grip.Line _ -> idle();
                case Grip.Body(var node) -> Dragging.of(node, at, id, sight);
                case Grip.Twin(var node) -> Dragging.of(node, at, id, sight);
                case Grip.Title(var frame) ->
                    Dragging.of(frame.members(sight.flow()).getFirst(), at, id, sight);
            };
        }

        private Reaction clicked(Sight sight) {
            return switch (grip) {
                case Grip.Ground _
                when !toggles -> Reaction.of(idle(), Effect.Select.nothing(), new Effect.ChooseWire(Optional.empty()));
                case Grip.Body(var node)
                when !toggles && sight.selection().size() > 1 -> Reaction.of(idle(), Effect.Select.only(node));
                case Grip.Exit(var node) -> Reaction.of(idle(), Effect.Select.only(node));
                case Grip.Ground _, Grip.Body _, Grip.Line _, Grip.Twin _, Grip.Title _ -> Reaction.of(idle());
            };
        }
    }

    /// The view follows the mouse.
    record Panning(Point last) implements Gesture {
        @Override
        public Reaction after(CanvasInput input, Sight sight) {
            return switch (input) {
                case Drag drag ->
                    Reaction.of(
                            new Panning(drag.screen()),
                            new Effect.Pan(
                                    drag.screen().x() - last.x(), drag.screen().y() - last.y()));
                case Release _, Escape _ -> Reaction.of(idle());
                case Press _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
            };
        }
    }

    /// A frame is drawn; what it touches is chosen, beside what was chosen before.
    record Marquee(Point start, Point end, SequencedSet<NodeId> before) implements Gesture {
        public Marquee {
            before = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(before));
        }

        Area area() {
            return Area.between(start, end);
        }

        @Override
        public Reaction after(CanvasInput input, Sight sight) {
            return switch (input) {
                case Drag drag -> {
                    var wider = new Marquee(start, drag.at(), before);
                    var chosen = new LinkedHashSet<>(before);
                    chosen.addAll(sight.touching(wider.area()));
                    yield Reaction.of(wider, new Effect.ChooseWire(Optional.empty()), new Effect.Select(chosen));
                }
                case Release _ -> Reaction.of(idle());
                case Escape _ -> Reaction.of(idle(), new Effect.Select(before));
                case Press _, Carry _, WireFrom _, Turn _, Pick _, Confirm _ -> Reaction.of(this);
            };
        }
    }
}
