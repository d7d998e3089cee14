package io.signalbox.engine.gate;

import io.signalbox.flow.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the gate keeps, without a disk.
public final class Memory implements GateStore, Contacts {
    private final Map<String, Sent> sent = new HashMap<>();
    private final Map<String, List<Entry>> consents = new HashMap<>();
    private final Map<String, Instant> heard = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private Value rules = Value.nothing();
    private int questions;
    private int released;

    /// How often the store was asked or written for a call.
    public int questions() {
        return questions;
    }

    public int released() {
        return released;
    }

    public void done(String run, String step) {
        done.add(run + step);
    }

    @Override
    public Value rules() {
        return rules;
    }

    @Override
    public void save(Value changed) {
        rules = changed;
    }

    @Override
    public boolean count(Sent message, int most) {
        questions++;
        var key = message.run() + message.step() + message.address();
        long others = sent.entrySet().stream()
                .filter(one -> !one.getKey().equals(key)
                        && one.getValue().address().equals(message.address())
                        && one.getValue().day().equals(message.day()))
                .count();
        if (others >= most) {
            return false;
        }
        sent.put(key, message);
        return true;
    }

    @Override
    public boolean isDone(String run, String step) {
        questions++;
        return done.contains(run + step);
    }

    @Override
    public void release(Set<String> held, Instant now) {
        released++;
    }

    @Override
    public Optional<Instant> lastHeardFrom(String address) {
        return Optional.ofNullable(heard.get(address));
    }

    @Override
    public Consent consent(String address) {
        var known = consents.getOrDefault(address, List.of());
        return known.isEmpty() ? Consent.UNKNOWN : known.getLast().consent();
    }

    @Override
    public void heard(String address, Instant at, Wish wish) {
        heard.put(address, at);
        switch (wish) {
            case STOP -> record(address, new Entry(at, Consent.WITHDRAWN, "message", "recipient"));
            case START -> record(address, new Entry(at, Consent.GIVEN, "message", "recipient"));
            case NOTHING -> {}
        }
    }

    @Override
    public void record(String address, Entry entry) {
        consents.computeIfAbsent(address, _ -> new ArrayList<>()).add(entry);
    }

    @Override
    public List<Entry> history(String address) {
        return consents.getOrDefault(address, List.of());
    }

    @Override
    public List<Said> said(long before, int limit) {
        throw new UnsupportedOperationException("no rule asks for everybody");
    }

    @Override
    public boolean forget(String address) {
        boolean known = heard.remove(address) != null;
        return consents.remove(address) != null || known;
    }
}
