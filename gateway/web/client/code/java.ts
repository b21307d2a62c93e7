/** An operation in Java, with the DGS client: the file src/main/java/Exported.java of the recipe. */
import type { Asked } from "./asked.js";

/** Text as it stands in a text block (Java Language Specification 17, 3.10.6): no escape, and no end of the block. */
const blockOf = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(/"{3,}/g, (quotes) => quotes.replaceAll('"', '\\"'))
    .replaceAll(/^/gm, "      ");

/** The file. */
export const java = ({ text, variables, url }: Asked): string => `import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.netflix.graphql.dgs.client.CustomGraphQLClient;
import com.netflix.graphql.dgs.client.GraphQLClient;
import com.netflix.graphql.dgs.client.HttpResponse;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

public final class Exported {
  private static final String OPERATION =
      """
${blockOf(text)}
      """;
  private static final String VARIABLES =
      """
${blockOf(JSON.stringify(variables))}
      """;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] args) throws IOException {
    GraphQLClient client = new CustomGraphQLClient(${JSON.stringify(url)}, (to, headers, body) -> post(to, body));
    var variables = new ObjectMapper().readValue(VARIABLES, new TypeReference<Map<String, Object>>() {});
    var answer = client.executeQuery(OPERATION, variables);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(answer.getJson());
  }

  private static HttpResponse post(String url, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
            .header("accept", "application/graphql-response+json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      return new HttpResponse(response.statusCode(), response.body());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException("The graph did not answer.", failure);
    }
  }
}
`;
