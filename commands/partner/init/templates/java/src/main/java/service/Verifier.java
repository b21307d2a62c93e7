package service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verifies that a request comes from the gateway: HTTP Message Signatures (RFC 9421, RFC 9530) in the one form in which it signs. */
public final class Verifier {
  /** A request as it came: path and query as in the request line, names of headers in small letters, bytes of the body before anything parses them. */
  public record Request(String method, String target, Map<String, String> headers, byte[] body) {}

  /** What the gateway tells with a request, signed: what may be known of the viewer, an id to log under, and day and time for rules of the domain. */
  public record Told(JsonNode viewer, String requestId, String asOf) {}

  private static final List<String> FIELDS =
      List.of(
          "content-type",
          "content-digest",
          "govgraph-audience",
          "govgraph-viewer",
          "govgraph-request-id",
          "govgraph-as-of",
          "govgraph-policy",
          "govgraph-deadline",
          "govgraph-language");
  private static final String COVERED =
      Stream.concat(Stream.of("@method", "@path", "@query"), FIELDS.stream())
          .map(name -> '"' + name + '"')
          .collect(Collectors.joining(" "));
  private static final Pattern INPUT =
      Pattern.compile(
          "sig1=(\\(([^)]*)\\);created=([0-9]{10});expires=([0-9]{10});nonce=\"([A-Za-z0-9_-]{12,64})\";"
              + "keyid=\"([a-z0-9-]{1,64})\";tag=\"govgraph\")");
  private static final Pattern SIGNATURE = Pattern.compile("sig1=:([A-Za-z0-9+/]{86}==):");

  /** Longest life of a signature, how far the gateway's clock may run ahead, and how long a nonce is kept. */
  private static final long LIFETIME_S = 60;

  private static final long SKEW_MS = 5_000;
  private static final long NONCE_MS = 66_000;

  /** More nonces than this are not remembered, and then none is taken. */
  private static final int MOST_NONCES = 500_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String audience;
  private final Function<String, Optional<PublicKey>> keyOf;
  private final LongSupplier nowMs;
  private final long firstSecond;
  private final LinkedHashMap<String, Long> seen = new LinkedHashMap<>();

  /** A verifier for the subgraph of this name, from now on: a process before this one may have taken what was signed before. */
  public Verifier(String audience, Function<String, Optional<PublicKey>> keyOf) {
    this(audience, keyOf, System::currentTimeMillis, System.currentTimeMillis());
  }

  Verifier(String audience, Function<String, Optional<PublicKey>> keyOf, LongSupplier nowMs, long sinceMs) {
    this.audience = audience;
    this.keyOf = keyOf;
    this.nowMs = nowMs;
    this.firstSecond = sinceMs / 1_000;
  }

  /** What the gateway tells, or nothing where the answer is 401. */
  public Optional<Told> verify(Request request) {
    var headers = request.headers();
    var input = INPUT.matcher(headers.getOrDefault("signature-input", ""));
    var signature = SIGNATURE.matcher(headers.getOrDefault("signature", ""));
    if (!input.matches() || !signature.matches() || !input.group(2).equals(COVERED)) return Optional.empty();
    long created = Long.parseLong(input.group(3));
    long expires = Long.parseLong(input.group(4));
    if (!isInTime(created, expires) || !headers.keySet().containsAll(FIELDS)) return Optional.empty();
    if (!headers.get("govgraph-audience").equals(audience)) return Optional.empty();
    if (!headers.get("content-digest").equals(digestOf(request.body()))) return Optional.empty();
    var key = keyOf.apply(input.group(6));
    if (key.isEmpty()) return Optional.empty();
    byte[] given = Base64.getDecoder().decode(signature.group(1));
    if (!isSignedBy(key.get(), baseOf(request, input.group(1)), given)) return Optional.empty();
    // The wait for a key may have outlived the signature.
    if (!isInTime(created, expires) || !isNew(input.group(5))) return Optional.empty();
    try {
      var viewer = JSON.readTree(new String(Base64.getUrlDecoder().decode(headers.get("govgraph-viewer")), StandardCharsets.UTF_8));
      return Optional.of(new Told(viewer, headers.get("govgraph-request-id"), headers.get("govgraph-as-of")));
    } catch (JsonProcessingException error) {
      return Optional.empty();
    }
  }

  private static String baseOf(Request request, String params) {
    int mark = request.target().indexOf('?');
    var path = mark < 0 ? request.target() : request.target().substring(0, mark);
    var query = mark < 0 ? "?" : request.target().substring(mark);
    var base = new StringBuilder("\"@method\": " + request.method() + "\n\"@path\": " + path + "\n\"@query\": " + query + "\n");
    for (var name : FIELDS) base.append('"').append(name).append("\": ").append(request.headers().get(name)).append('\n');
    return base.append("\"@signature-params\": ").append(params).toString();
  }

  private boolean isInTime(long created, long expires) {
    long now = nowMs.getAsLong();
    return created >= firstSecond
        && created * 1_000 <= now + SKEW_MS
        && now <= expires * 1_000
        && expires - created <= LIFETIME_S;
  }

  private synchronized boolean isNew(String nonce) {
    long now = nowMs.getAsLong();
    var oldest = seen.values().iterator();
    while (oldest.hasNext() && now - oldest.next() > NONCE_MS) oldest.remove();
    if (seen.size() >= MOST_NONCES) return false;
    return seen.putIfAbsent(nonce, now) == null;
  }

  private static String digestOf(byte[] body) {
    try {
      return "sha-256=:" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body)) + ":";
    } catch (GeneralSecurityException error) {
      throw new IllegalStateException(error);
    }
  }

  private static boolean isSignedBy(PublicKey key, String base, byte[] signature) {
    try {
      var verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(base.getBytes(StandardCharsets.UTF_8));
      return verifier.verify(signature);
    } catch (GeneralSecurityException error) {
      return false;
    }
  }
}
