package service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The service: GraphQL behind a check of the gateway's signature, and a health check. */
public final class Main {
  /** Largest body that is read, in bytes. */
  private static final int MOST_BYTES = 1024 * 1024;

  private static final ObjectMapper JSON = new ObjectMapper();

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    var environment = System.getenv();
    var keys = new Keys(environment.get("GATEWAY_URL"));
    var verifier = new Verifier("{{name}}", keys::find);
    var schema = new Schema();
    var host = environment.getOrDefault("HOST", "127.0.0.1");
    int port = Integer.parseInt(environment.getOrDefault("PORT", "4100"));
    var server = HttpServer.create(new InetSocketAddress(host, port), 0);
    server.setExecutor(Executors.newFixedThreadPool(16));
    server.createContext("/", exchange -> answer(exchange, 404, Map.of()));
    server.createContext("/healthz", exchange -> answer(exchange, 200, Map.of("status", "ok")));
    server.createContext("/graphql", exchange -> graphql(exchange, verifier, schema));
    server.start();
    System.out.println("{{name}} answers at http://" + host + ":" + port + "/graphql");
  }

  /** Answers 401 before anything parses the body, unless the gateway signed it. */
  private static void graphql(HttpExchange exchange, Verifier verifier, Schema schema) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      answer(exchange, 413, error("The body is too long."));
      return;
    }
    var uri = exchange.getRequestURI();
    var target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    var told = verifier.verify(new Verifier.Request(exchange.getRequestMethod(), target, headersOf(exchange), body));
    if (told.isEmpty()) {
      answer(exchange, 401, error("The request is not signed by the gateway."));
      return;
    }
    JsonNode asked = JSON.readTree(body);
    answer(exchange, 200, schema.execute(asked, told.get()));
  }

  /** Names in small letters; a header that came twice has both values, which no signature covers. */
  private static Map<String, String> headersOf(HttpExchange exchange) {
    return exchange.getRequestHeaders().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().toLowerCase(Locale.ROOT), entry -> String.join(", ", entry.getValue())));
  }

  private static Map<String, Object> error(String sentence) {
    return Map.of("errors", java.util.List.of(Map.of("message", sentence)));
  }

  private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
