package io.signalbox.flow;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// An immutable map that keeps its order and shares what stayed the same with the map it was made from: a box that is
/// dragged costs as much in a flow of thousands as in one of ten.
///
/// @param <K> the keys, never null
/// @param <V> the values, never null
public final class OrderedMap<K, V> extends AbstractMap<K, V> implements SequencedMap<K, V> {
    /// So many changed values are held beside the shared ones, and a quarter of these, before all are copied.
    private static final int BESIDE = 64;

    private final SequencedMap<K, V> shared;
    /// Other values for keys of `shared`.
    private final Map<K, V> changed;

    private OrderedMap(SequencedMap<K, V> shared, Map<K, V> changed) {
        this.shared = shared;
        this.changed = changed;
    }

    /// The map itself where it is one of these already.
    public static <K, V> OrderedMap<K, V> copyOf(Map<K, V> map) {
        return map instanceof OrderedMap<K, V> ordered ? ordered : owning(new LinkedHashMap<>(map));
    }

    /// @param made for this alone: nobody changes it afterwards
    static <K, V> OrderedMap<K, V> owning(SequencedMap<K, V> made) {
        return new OrderedMap<>(Collections.unmodifiableSequencedMap(made), Map.of());
    }

    /// These values in place of those it has; keys it has not come at its end.
    public OrderedMap<K, V> with(Map<K, V> values) {
        if (shared.keySet().containsAll(values.keySet())) {
            var more = new HashMap<>(changed);
            more.putAll(values);
            if (more.size() <= BESIDE + shared.size() / 4) {
                return new OrderedMap<>(shared, more);
            }
        }
        var copy = new LinkedHashMap<>(this);
        copy.putAll(values);
        return owning(copy);
    }

    public OrderedMap<K, V> without(K key) {
        var copy = new LinkedHashMap<>(this);
        copy.remove(key);
        return owning(copy);
    }

    /// The keys that only one of the two has, and those with another value; quick where one was made from the other.
    public static <K, V> Set<K> differing(Map<K, V> one, Map<K, V> other) {
        var differing = new LinkedHashSet<K>();
        if (one instanceof OrderedMap<K, V> a && other instanceof OrderedMap<K, V> b && a.sharesWith(b)) {
            differing.addAll(a.changed.keySet());
            differing.addAll(b.changed.keySet());
        } else {
            differing.addAll(one.keySet());
            differing.addAll(other.keySet());
        }
        differing.removeIf(key -> Objects.equals(one.get(key), other.get(key)));
        return differing;
    }

    /// True when both have the same keys in the same order, because one was made from the other. Which instance they
    /// share is what is asked: comparing the maps would cost what sharing saves.
    @SuppressWarnings("ReferenceEquality")
    public boolean sharesWith(OrderedMap<K, V> other) {
        return shared == other.shared;
    }

    /// What it and all maps that share with it were made from.
    public OrderedMap<K, V> origin() {
        return changed.isEmpty() ? this : new OrderedMap<>(shared, Map.of());
    }

    /// The keys that have another value than in its [#origin].
    public Set<K> unshared() {
        return Collections.unmodifiableSet(changed.keySet());
    }

    @Override
    public @Nullable V get(Object key) {
        var own = changed.get(key);
        return own == null ? shared.get(key) : own;
    }

    @Override
    public boolean containsKey(Object key) {
        return shared.containsKey(key);
    }

    @Override
    public int size() {
        return shared.size();
    }

    @Override
    public Set<K> keySet() {
        return shared.keySet();
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return changed.isEmpty() ? shared.entrySet() : new Entries();
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        if (changed.isEmpty()) {
            shared.forEach(action);
        } else {
            super.forEach(action);
        }
    }

    @Override
    public SequencedMap<K, V> reversed() {
        return (changed.isEmpty() ? shared : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(this)))
                .reversed();
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(@Nullable Object other) {
        if (other instanceof OrderedMap<?, ?> map && map.shared == shared) {
            return changed.keySet().stream().allMatch(key -> Objects.equals(get(key), map.get(key)))
                    && map.changed.keySet().stream().allMatch(key -> Objects.equals(get(key), map.get(key)));
        }
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    private final class Entries extends AbstractSet<Entry<K, V>> {
        @Override
        public int size() {
            return shared.size();
        }

        @Override
        public Iterator<Entry<K, V>> iterator() {
            var all = shared.entrySet().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return all.hasNext();
                }

                @Override
                public Entry<K, V> next() {
                    var entry = all.next();
                    var own = changed.get(entry.getKey());
                    return own == null ? entry : Map.entry(entry.getKey(), own);
                }
            };
        }
    }
}
