package io.signalbox.connector;

/// How calls are signed. Holds keys of secret fields, never a secret: the engine adds it last.
public sealed interface Auth {
    record None() implements Auth {}

    /// `Authorization: Bearer <secret>`.
    record Bearer(String secretField) implements Auth {}

    record Basic(String user, String secretField) implements Auth {}

    /// A header of the service's own that carries the secret.
    record Header(String name, String secretField) implements Auth {}

    /// The whole address is the secret, as with incoming webhooks: what the connector wrote is only how it begins, and
    /// all that a person ever sees of it.
    record Address(String secretField) implements Auth {}

    /// Standard Webhooks: the header `webhook-id` is there already, time and signature are added.
    record Signed(String secretField) implements Auth {}

    /// OAuth 2.0 client credentials: key and secret by HTTP Basic to `tokenUrl`, then the token as bearer until it
    /// expires.
    ///
    /// @param otherUrl asked when nothing is found at `tokenUrl`; blank: there is no other
    /// @param scope what the token is to allow; blank where the service asks for none
    /// @param refreshField of a secret that stands for a person's consent: where it is set, the token is bought with
    /// it;
    /// blank where the service knows no such thing
    record ClientCredentials(
            String tokenUrl, String key, String secretField, String otherUrl, String scope, String refreshField)
            implements Auth {
        public ClientCredentials(String tokenUrl, String key, String secretField) {
            this(tokenUrl, key, secretField, "");
        }

        public ClientCredentials(String tokenUrl, String key, String secretField, String otherUrl) {
            this(tokenUrl, key, secretField, otherUrl, "");
        }

        public ClientCredentials(String tokenUrl, String key, String secretField, String otherUrl, String scope) {
            this(tokenUrl, key, secretField, otherUrl, scope, "");
        }
    }

    /// Hawk with SHA-256: every request is signed with its time and a word never used before. The secret does not
    /// leave; the body is not part of the signature.
    record Hawk(String id, String secretField) implements Auth {}

    /// A bearer token, and in the address the proof that its bearer knows the app's secret: `appsecret_time` in seconds
    /// and `appsecret_proof`, the HMAC-SHA256 of `token|seconds` in hexadecimal digits. Good for five minutes.
    record AppProof(String tokenField, String secretField) implements Auth {}
}
