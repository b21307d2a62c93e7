import com.netflix.graphql.dgs.client.CustomGraphQLClient;
import com.netflix.graphql.dgs.client.GraphQLClient;
import com.netflix.graphql.dgs.client.GraphQLResponse;
import com.netflix.graphql.dgs.client.HttpResponse;
import com.netflix.graphql.dgs.client.codegen.GraphQLQueryRequest;
import graph.client.OrganizationGraphQLQuery;
import graph.client.OrganizationProjectionRoot;
import graph.types.AdministrativePenalty;
import graph.types.Organization;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An organisation's penalties with the DGS client: typed, and what is withheld says why. */
public final class Main {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  public static void main(String[] args) {
    var url = args.length > 0 ? args[0] : "http://localhost:4000/graphql";
    var uscc = args.length > 1 ? args[1] : "91990101MA9000011P";
    var request =
        new GraphQLQueryRequest(
            OrganizationGraphQLQuery.newRequest().uscc(uscc).build(),
            new OrganizationProjectionRoot<>().id().name().contact().penalties(null, 2, null).nodes().id().fine());
    GraphQLClient client = new CustomGraphQLClient(url, (to, headers, body) -> post(to, body));
    var answer = client.executeQuery(request.serialize());
    var organization = answer.extractValueAsObject("organization", Organization.class);
    var fines =
        organization.getPenalties().getNodes().stream()
            .filter(Objects::nonNull)
            .map(AdministrativePenalty::getFine)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var contact = reasonAt(answer, List.of("organization", "contact"));
    new PrintStream(System.out, true, StandardCharsets.UTF_8)
        .printf("{\"name\":\"%s\",\"fines\":\"¥%,.2f\",\"contact\":\"%s\"}%n", organization.getName(), fines, contact);
  }

  /** The reason for which the value at a path is withheld, by the notices of the answer. */
  private static String reasonAt(GraphQLResponse answer, List<String> path) {
    Map<String, List<Map<String, Object>>> extensions = answer.getParsed().read("$.extensions");
    return extensions.getOrDefault("withheld", List.of()).stream()
        .filter(notice -> path.equals(notice.get("path")))
        .map(notice -> (String) notice.get("reason"))
        .findFirst()
        .orElse("shown");
  }

  private static HttpResponse post(String url, String body) {
    var request =
        HttpRequest.newBuilder(URI.create(url))
            .header("content-type", "application/json")
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
