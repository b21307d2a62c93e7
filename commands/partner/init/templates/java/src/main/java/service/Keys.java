package service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** Public keys of the gateway: kept for five minutes, and fetched again, at most once a minute, when one is missing. */
public final class Keys {
  private static final long FRESH_MS = 5 * 60_000;

  /** A list that can not be fetched again is good for so long. */
  private static final long LONGEST_MS = 60 * 60_000;

  private static final long RETRY_MS = 60_000;

  /** Before there is any list. */
  private static final long FIRST_RETRY_MS = 1_000;

  /** What stands before the bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410). */
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final long NEVER = Long.MIN_VALUE / 2;

  private final Callable<Map<String, PublicKey>> load;
  private final LongSupplier nowMs;
  private Map<String, PublicKey> keys = Map.of();
  private long loadedAt = NEVER;
  private long triedAt = NEVER;

  /** Keys of the gateway at this address. */
  public Keys(String gateway) {
    this(() -> fetch(URI.create(gateway)), () -> System.nanoTime() / 1_000_000);
  }

  Keys(Callable<Map<String, PublicKey>> load, LongSupplier nowMs) {
    this.load = load;
    this.nowMs = nowMs;
  }

  /** The key of an id; of many requests at once one fetches. */
  public synchronized Optional<PublicKey> find(String id) {
    long now = nowMs.getAsLong();
    boolean isWanted = now - loadedAt > FRESH_MS || !keys.containsKey(id);
    if (isWanted && now - triedAt > (keys.isEmpty() ? FIRST_RETRY_MS : RETRY_MS)) {
      triedAt = now;
      refresh();
    }
    return nowMs.getAsLong() - loadedAt > LONGEST_MS ? Optional.empty() : Optional.ofNullable(keys.get(id));
  }

  private void refresh() {
    try {
      keys = load.call();
      loadedAt = nowMs.getAsLong();
    } catch (Exception error) {
      System.err.println("The gateway's keys can not be fetched: " + error);
    }
  }

  private static Map<String, PublicKey> fetch(URI gateway) throws IOException, InterruptedException, GeneralSecurityException {
    var address = gateway.resolve("/.well-known/http-message-signatures-directory");
    var client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(3)).build();
    var reply = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (reply.statusCode() != 200) throw new IOException(address + " answers " + reply.statusCode());
    var keys = new HashMap<String, PublicKey>();
    for (var jwk : new ObjectMapper().readTree(reply.body()).path("keys"))
      if (jwk.path("crv").asText().equals("Ed25519")) keys.put(jwk.path("kid").asText(), publicKey(jwk));
    return keys;
  }

  /** The key of a JWK (RFC 8037). */
  static PublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
    byte[] x = Base64.getUrlDecoder().decode(jwk.path("x").asText());
    byte[] encoded = ByteBuffer.allocate(PREFIX.length + x.length).put(PREFIX).put(x).array();
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
  }
}
