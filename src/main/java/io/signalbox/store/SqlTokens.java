package io.signalbox.store;

import io.signalbox.access.Audit;
import io.signalbox.access.Scope;
import io.signalbox.access.Secret;
import io.signalbox.access.Token;
import io.signalbox.access.Tokens;
import io.signalbox.flow.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Tokens by the hash of their text. Asked for every event, so they are held in memory and in the table.
public final class SqlTokens implements Tokens {
    private static final String PREFIX = "sbx_";

    private final Database database;
    private final SqlAudit audit;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<String, Token> byHash = new ConcurrentHashMap<>();

    private record Row(String hash, Token token) {}

    public SqlTokens(Database database, SqlAudit audit, SecureRandom random, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        database.read("reading the tokens", statements -> statements.list("select * from token", SqlTokens::read))
                .forEach(row -> byHash.put(row.hash(), row.token()));
    }

    private static Row read(ResultSet row) throws SQLException {
        Set<Scope> scopes = Arrays.stream(row.getString("scopes").split(" ", -1))
                .flatMap(scope -> Scope.of(scope).stream())
                .collect(Collectors.toSet());
        return new Row(
                HexFormat.of().formatHex(row.getBytes("hash")),
                new Token(
                        row.getString("name"), scopes, Statements.instant(row, "created_at"), row.getString("ending")));
    }

    @Override
    public Optional<Secret> create(String name, Set<Scope> scopes) {
        var bits = new byte[32];
        random.nextBytes(bits);
        var text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        var token = new Token(name, scopes, clock.instant(), text.substring(text.length() - 4));
        var hash = hash(text);
        var scopeKeys = scopes.stream().map(Scope::key).sorted().collect(Collectors.joining(" "));
        var line = audit.line(new Audit.Deed("token.create", name, "", SqlAudit.hash(Value.of(scopeKeys))));
        boolean made = database.journal().write("storing the token " + name, statements -> {
            if (statements
                    .first("select 1 from token where name = ?", row -> 1, name)
                    .isPresent()) {
                return false;
            }
            line.add(statements);
            return statements.update(
                            "insert into token (name, hash, scopes, ending, created_at) values (?, ?, ?, ?, ?)",
                            name,
                            hash,
                            scopeKeys,
                            token.ending(),
                            token.createdAt())
                    > 0;
        });
        if (!made) {
            return Optional.empty();
        }
        byHash.put(HexFormat.of().formatHex(hash), token);
        return Optional.of(new Secret(text));
    }

    @Override
    public List<Token> all() {
        return byHash.values().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    @Override
    public boolean revoke(String name) {
        var line = audit.line(Audit.Deed.of("token.revoke", name));
        boolean removed = database.journal().write("revoking the token " + name, statements -> {
            boolean known = statements.update("delete from token where name = ?", name) > 0;
            if (known) {
                line.add(statements);
            }
            return known;
        });
        byHash.values().removeIf(token -> token.name().equals(name));
        return removed;
    }

    // The hash, not the token, is compared, and nobody can steer its bytes: how long a look-up takes tells nothing.
    @Override
    public Optional<Token> find(String text) {
        return Optional.ofNullable(byHash.get(HexFormat.of().formatHex(hash(text))));
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java has SHA-256", absent);
        }
    }
}
