/** Descriptions of REST over the graph as it is: the showcase is valid OpenAPI 3.1, and its answers are what their schemas say. */
import { readdirSync, readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { buildSchema } from "graphql";
import { openApiOf } from "../../../gateway/doors/rest/openapi.js";
import { SHARED_SCHEMAS } from "../../../gateway/doors/rest/openapi-parts.js";
import { operationsOf } from "../../../gateway/doors/operations.js";
import { projectPath } from "../../../platform/config/index.js";
import { documentIdOf, type NamedDocument } from "../../../platform/documents/index.js";

const schema = buildSchema(readFileSync(projectPath("schema/public.graphql"), "utf8"));
const folder = projectPath("schema/operations");
const named = (operation: string, text: string): NamedDocument => ({ operation, id: documentIdOf(text), text });
const SHOWCASE = readdirSync(folder)
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => named(file.replace(/\W/g, "_"), readFileSync(`${folder}/${file}`, "utf8")));
const describeApp = (...documents: NamedDocument[]): Record<string, unknown> =>
  openApiOf({
    ...{ app: "portal", schema, issuerUrl: "http://localhost:8080/realms/gov" },
    operations: operationsOf(documents, schema),
  });

interface Described {
  readonly paths: Record<
    string,
    Record<"get" | "post", { parameters: unknown[]; requestBody: unknown; responses: never }>
  >;
  readonly components: { readonly schemas: Record<string, Record<string, unknown>> };
}

interface Variant {
  readonly properties: Record<string, { readonly enum: readonly string[] }>;
  readonly required: readonly string[];
}
interface AnyDescribed {
  readonly paths: {
    readonly "/Any": {
      readonly get: {
        readonly responses: {
          readonly "200": {
            readonly content: {
              readonly "application/json": {
                readonly schema: {
                  readonly properties: {
                    readonly data: {
                      readonly properties: {
                        readonly node: { readonly anyOf: readonly [{ readonly anyOf: readonly Variant[] }, object] };
                      };
                    };
                  };
                };
              };
            };
          };
        };
      };
    };
  };
}

it("describes the showcase in valid OpenAPI", async () => {
  const described = describeApp(...SHOWCASE);
  expect(await new Validator().validate(described)).toEqual({ valid: true });
  const { paths, components } = described as unknown as Described;
  expect(Object.keys(paths)).toHaveLength(SHOWCASE.length);
  expect(components.schemas["Money"]).toMatchObject({ type: "string", pattern: String.raw`^-?\d+(\.\d{1,2})?$` });
  expect(components.schemas["Date"]).toMatchObject({ type: "string", format: "date" });
});

it("has names of its own for what no type of the graph is", () => {
  expect(Object.keys(SHARED_SCHEMAS).filter((name) => schema.getType(name))).toEqual([]);
});

it("describes a write by its input, which is the body of a POST", async () => {
  const [verb, input] = ["makeCommitment", "MakeCommitmentInput"];
  const described = describeApp(
    named("Write", `mutation Write($input: ${input}!) { ${verb}(input: $input) { __typename } }`),
  );
  expect(await new Validator().validate(described)).toEqual({ valid: true });
  const { paths, components } = described as unknown as Described;
  expect(Object.keys(paths["/Write"]!)).toEqual(["post"]);
  expect(paths["/Write"]!.post.requestBody).toMatchObject({
    required: true,
    content: {
      "application/json": {
        schema: { properties: { input: { $ref: `#/components/schemas/${input}` } }, required: ["input"] },
      },
    },
  });
  expect(components.schemas[input]).toMatchObject({ type: "object", additionalProperties: false });
});

it("says of each type of an interface what is selected of it, and what may be left out", () => {
  const text = `query Any($id: ID!, $all: Boolean!) { node(id: $id) { __typename id
    ... on Division { code name @include(if: $all) } ...Law } }
    fragment Law on LegalBasis { named: docNo }`;
  const { paths } = describeApp(named("Any", text)) as unknown as AnyDescribed;
  const { anyOf } =
    paths["/Any"].get.responses["200"].content["application/json"].schema.properties.data.properties.node;
  const [{ anyOf: variants }, otherwise] = anyOf;
  expect(otherwise).toEqual({ type: "null" });
  const of = (type: string): (typeof variants)[number] =>
    variants.find(({ properties }) => properties["__typename"]!.enum.includes(type))!;
  expect(of("Division").required).toEqual(["__typename", "id", "code"]);
  expect(Object.keys(of("Division").properties)).toEqual(["__typename", "id", "code", "name"]);
  expect(of("LegalBasis").required).toEqual(["__typename", "id", "named"]);
  expect(of("Organization").required).toEqual(["__typename", "id"]);
});

it("leaves out what the graph no longer has, and subscriptions", () => {
  const documents = [named("Gone", "query Gone { nothing }"), named("Live", "subscription Live { __typename }")];
  expect([...operationsOf(documents, schema)]).toEqual([]);
});
