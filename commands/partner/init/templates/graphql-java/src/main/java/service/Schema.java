package service;

import static graphql.schema.idl.TypeRuntimeWiring.newTypeWiring;

import com.apollographql.federation.graphqljava.Federation;
import com.apollographql.federation.graphqljava._Entity;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import service.Dwellings.Dwelling;

/** The schema with its resolvers, in graphql-java. */
final class Schema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final GraphQL graphql;

  /** The schema of schema.graphql. */
  Schema() {
    var wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                newTypeWiring("Query")
                    .dataFetcher("dwelling", asked -> Dwellings.find(asked.getArgument("id")).orElse(null))
                    .dataFetcher("dwellings", asked -> Dwellings.list(asked.getArgumentOrDefault("first", 20))))
            // Another service knows its name: the id is all that it takes.
            .type(
                newTypeWiring("Dwelling")
                    .dataFetcher("keeper", asked -> Map.of("id", "CN-USCC-" + asked.<Dwelling>getSource().keeperUscc())))
            .build();
    graphql =
        GraphQL.newGraphQL(
                Federation.transform(readSdl(), wiring)
                    .fetchEntities(Schema::entities)
                    .resolveEntityType(asked -> asked.getSchema().getObjectType(asked.getObject() instanceof Dwelling ? "Dwelling" : "Organization"))
                    .build())
            .build();
  }

  /** Answers one question; resolvers find what the gateway tells under `told` in their GraphQL context. */
  Map<String, Object> execute(JsonNode asked, Verifier.Told told) {
    var input =
        ExecutionInput.newExecutionInput(asked.path("query").asText())
            .operationName(asked.path("operationName").asText(null))
            .graphQLContext(Map.of("told", told));
    if (asked.path("variables").isObject())
      input.variables(JSON.convertValue(asked.path("variables"), new TypeReference<Map<String, Object>>() {}));
    return graphql.execute(input.build()).toSpecification();
  }

  private static List<Object> entities(DataFetchingEnvironment asked) {
    List<Map<String, Object>> representations = asked.getArgument(_Entity.argumentName);
    return representations.stream()
        .map(one -> "Dwelling".equals(one.get("__typename")) ? (Object) Dwellings.find(String.valueOf(one.get("id"))).orElse(null) : one)
        .toList();
  }

  private static String readSdl() {
    try {
      return Files.readString(Path.of("schema.graphql"));
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
