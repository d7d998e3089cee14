package io.signalbox.sandbox;

import io.signalbox.flow.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where the vendors tell what happens, and how: signed by each, in the background, again after a while when nobody
/// took it. Safe for threads.
public final class Hooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final int TRIES = 5;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final OkHttpClient client = new OkHttpClient.Builder()
            .followRedirects(false)
            .callTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, List<Hook>> byVendor = new ConcurrentHashMap<>();
    private final Faults faults;

    Hooks(Faults faults) {
        this.faults = faults;
    }

    /// @param secret by which its calls are signed; what it is depends on the vendor
    /// @param verifyToken that the vendor shows once, where it does
    public record Hook(String url, String secret, String verifyToken) {}

    /// A call to a hook.
    ///
    /// @param headers without its content type
    public record Told(String contentType, Map<String, String> headers, String body) {
        public Told {
            headers = Map.copyOf(headers);
        }
    }

    /// Makes the call for one hook: the secret it signs with, and at some vendors the address, are part of it.
    @FunctionalInterface
    public interface Telling {
        Told to(Hook hook);
    }

    /// Reads `{"vendor", "url", "secret"?, "verifyToken"?}`; false when it makes no sense.
    boolean register(Value wish) {
        var url = wish.at("url").asText();
        var vendor = wish.at("vendor").asText();
        if (vendor.isBlank() || !url.startsWith("http")) {
            return false;
        }
        register(
                vendor,
                new Hook(url, wish.at("secret").asText(), wish.at("verifyToken").asText()));
        return true;
    }

    void register(String vendor, Hook hook) {
        byVendor.merge(vendor, List.of(hook), (old, added) -> {
            var both = new ArrayList<>(old);
            both.removeIf(known -> known.url().equals(hook.url()));
            both.addAll(added);
            return List.copyOf(both);
        });
    }

    void clear() {
        byVendor.clear();
    }

    int tell(String vendor, Telling telling) {
        return tell(vendor, "", telling);
    }

    /// @param url the one hook meant, with a query of its own; blank for all
    int tell(String vendor, String url, Telling telling) {
        int mark = url.indexOf('?');
        var plain = mark < 0 ? url : url.substring(0, mark);
        var hooks = byVendor.getOrDefault(vendor, List.of()).stream()
                .filter(hook -> url.isEmpty() || hook.url().equals(plain))
                .map(hook -> url.isEmpty() ? hook : new Hook(url, hook.secret(), hook.verifyToken()))
                .toList();
        for (var hook : hooks) {
            var told = telling.to(hook);
            var fault = faults.next(vendor + "-hook");
            // Twice, as vendors do that heard the first answer too late.
            int copies = fault.filter(Faults.Fault::repeats).isPresent() ? 2 : 1;
            var delay = fault.map(Faults.Fault::delay).orElse(Duration.ZERO);
            for (int copy = 0; copy < copies; copy++) {
                Thread.startVirtualThread(() -> deliver(vendor, hook, told, delay));
            }
        }
        return hooks.size();
    }

    private void deliver(String vendor, Hook hook, Told told, Duration delay) {
        try {
            Thread.sleep(delay);
            for (int tried = 1; tried <= TRIES; tried++) {
                var refusal = refusal(hook, told);
                if (refusal.isEmpty()) {
                    return;
                }
                LOG.debug("{} was not heard: {}", vendor, refusal.get());
                Thread.sleep(BETWEEN.multipliedBy(tried));
            }
            LOG.warn("{} gave up telling", vendor);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<String> refusal(Hook hook, Told told) {
        var type = told.contentType().isBlank() ? null : MediaType.get(told.contentType());
        var request = new Request.Builder()
                .url(hook.url())
                .post(RequestBody.create(told.body().getBytes(StandardCharsets.UTF_8), type));
        told.headers().forEach(request::header);
        try (var response = client.newCall(request.build()).execute()) {
            return response.isSuccessful() ? Optional.empty() : Optional.of(Integer.toString(response.code()));
        } catch (IOException failure) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }
}
