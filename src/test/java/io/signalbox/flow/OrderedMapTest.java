package io.signalbox.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OrderedMapTest {
    @Test
    void whatever_is_done_it_says_the_same_as_a_linked_map() {
        var random = new Random(7);
        var expected = new LinkedHashMap<Integer, Integer>();
        for (int key = 0; key < 40; key++) {
            expected.put(key, 0);
        }
        var map = OrderedMap.copyOf(expected);
        var earlier = new ArrayList<OrderedMap<Integer, Integer>>();
        for (int step = 0; step < 2_000; step++) {
            int key = random.nextInt(60);
            if (random.nextInt(10) == 0) {
                expected.remove(key);
                map = map.without(key);
            } else {
                var values = new LinkedHashMap<>(Map.of(key, step));
                values.put(random.nextInt(40), -step);
                expected.putAll(values);
                map = map.with(values);
            }
            assertEquals(expected, map);
            assertEquals(expected.hashCode(), map.hashCode());
            assertEquals(List.copyOf(expected.entrySet()), List.copyOf(map.entrySet()));
            assertEquals(
                    List.copyOf(expected.reversed().keySet()),
                    List.copyOf(map.reversed().keySet()));
            earlier.add(map);
            var other = earlier.get(random.nextInt(earlier.size()));
            assertEquals(new LinkedHashMap<>(other).equals(expected), other.equals(map));
            assertEquals(OrderedMap.differing(new LinkedHashMap<>(other), expected), OrderedMap.differing(other, map));
        }
    }

    @Test
    void what_is_ordered_already_is_not_copied() {
        var map = OrderedMap.copyOf(Map.of("a", 1));
        assertSame(map, OrderedMap.copyOf(map));
        var moved = map.with(Map.of("a", 2));
        assertEquals(Set.of("a"), moved.unshared());
        assertEquals(map, moved.origin());
        assertFalse(moved.equals(map));
    }
}
