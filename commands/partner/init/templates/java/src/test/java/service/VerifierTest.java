package service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The verifier takes what the gateway signs and refuses what was changed (vectors.json). */
class VerifierTest {
  private static final long SIGNED_AT = Instant.parse("2026-12-01T00:00:00Z").toEpochMilli();
  private final JsonNode given;
  private final Map<String, PublicKey> keys = new HashMap<>();

  VerifierTest() throws IOException, GeneralSecurityException {
    given = new ObjectMapper().readTree(Path.of("vectors.json").toFile());
    for (var key : given.path("keys").properties())
      if (key.getValue().path("kty").asText().equals("OKP")) keys.put(key.getKey(), Keys.publicKey(key.getValue()));
  }

  private Verifier verifierAt(long now, long since) {
    return new Verifier("heating", id -> Optional.ofNullable(keys.get(id)), () -> now, since);
  }

  private static Verifier.Request requestOf(JsonNode vector) {
    var headers = new HashMap<String, String>();
    vector.path("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
    byte[] body = vector.path("body").asText().getBytes(StandardCharsets.UTF_8);
    return new Verifier.Request(vector.path("method").asText(), vector.path("target").asText(), headers, body);
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @TestFactory
  Stream<DynamicTest> takesWhatIsSignedForPartners() {
    return each(given.path("vectors"))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.path("name").asText(),
                    () ->
                        assertEquals(
                            keys.containsKey(vector.path("keyId").asText()),
                            verifierAt(SIGNED_AT, SIGNED_AT).verify(requestOf(vector)).isPresent())));
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatWasChanged() {
    return each(given.path("refused"))
        .map(
            refused ->
                DynamicTest.dynamicTest(
                    refused.path("name").asText(),
                    () -> {
                      var change = refused.path("change");
                      ObjectNode changed = given.path("vectors").get(0).deepCopy();
                      for (var name : new String[] {"method", "target", "body"})
                        if (change.has(name)) changed.set(name, change.get(name));
                      if (change.has("headers")) changed.withObject("headers").setAll((ObjectNode) change.get("headers"));
                      var now = change.has("now") ? Instant.parse(change.get("now").asText()).toEpochMilli() : SIGNED_AT;
                      var verifier = verifierAt(now, 0);
                      for (int time = 1; time < change.path("times").asInt(1); time++)
                        assertTrue(verifier.verify(requestOf(changed)).isPresent());
                      assertTrue(verifier.verify(requestOf(changed)).isEmpty());
                    }));
  }

  @Test
  void refusesWhatWasSignedBeforeTheProcessBegan() {
    var vector = requestOf(given.path("vectors").get(0));
    assertTrue(verifierAt(SIGNED_AT + 1_000, SIGNED_AT + 1_000).verify(vector).isEmpty());
  }

  @Test
  void tellsWhatTheGatewayTells() {
    var told = verifierAt(SIGNED_AT, SIGNED_AT).verify(requestOf(given.path("vectors").get(0))).orElseThrow();
    assertEquals("OWNER", told.viewer().path("tiers").path(0).asText());
    assertEquals("2026-12-01T00:00:00.000Z", told.asOf());
  }

  @Test
  void keysAreKeptAndFetchedAtMostOnceAMinuteForAnUnknownId() {
    var now = new AtomicLong();
    var fetched = new AtomicInteger();
    var key = keys.get("vectors-ed25519");
    var found =
        new Keys(
            () -> {
              fetched.incrementAndGet();
              return Map.of("known", key);
            },
            now::get);
    assertEquals(Optional.of(key), found.find("known"));
    assertTrue(found.find("unknown").isEmpty());
    assertEquals(1, fetched.get());
    now.set(61_000);
    assertTrue(found.find("unknown").isEmpty());
    assertTrue(found.find("unknown").isEmpty());
    assertEquals(2, fetched.get());
    now.addAndGet(300_001);
    assertEquals(Optional.of(key), found.find("known"));
    assertEquals(3, fetched.get());
  }
}
