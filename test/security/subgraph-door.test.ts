/** The door of a subgraph, which no framework guards: what is not signed, no operation, too large or packed is refused before it is work. */
import { gzipSync } from "node:zlib";
import { request } from "undici";
import { createGatewayKey, parseGatewayKeys, signContext } from "../../platform/auth/index.js";
import { createDatabase } from "../../platform/database/index.js";
import { NO_CODE_KEYS } from "../../platform/domain/index.js";
import { loadPolicy } from "../../platform/disclosure/table/index.js";
import { startSubgraph, type RunningSubgraph } from "../../platform/subgraph/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { cloneDatabase, PATIENT, type TestDatabase } from "../support/database.js";
import { TEST_NOW } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

const keys = parseGatewayKeys(createGatewayKey("test"))("reference");
let copy: TestDatabase;
let service: RunningSubgraph;

beforeAll(async () => {
  copy = await cloneDatabase();
  service = await startSubgraph(
    SUBGRAPHS.find(({ name }) => name === "reference")!,
    {
      host: "127.0.0.1",
      port: 0,
      db: createDatabase({
        url: copy.urlOf("reference"),
        applicationName: "door",
        schema: "reference",
        poolMax: 2,
        ...PATIENT,
      }),
      contextKeys: keys,
      cursorSecret: "test",
      codeKeys: NO_CODE_KEYS,
      policy: loadPolicy(),
      log: createLogger({ name: "door", level: "silent" }),
    },
  );
});
afterAll(async () => {
  await service.stop();
  await copy.drop();
});

interface Told {
  readonly status: number;
  readonly body: { readonly data?: unknown; readonly errors?: readonly { readonly extensions: unknown }[] };
}

/** Sends bytes with a good signature over exactly these. */
const send = async (
  body: Buffer | string,
  { method = "POST", path = "/graphql", headers = {} }: { method?: string; path?: string; headers?: object } = {},
): Promise<Told> => {
  const context = {
    subgraph: "reference",
    viewer: VIEWERS.anonymous,
    asOf: TEST_NOW.toISOString(),
    requestId: "door",
  };
  const response = await request(new URL(path, service.url), {
    method: method as "POST",
    headers: { ...signContext({ context, method, path, body }, keys), ...headers },
    body,
  });
  const text = await response.body.text();
  return { status: response.statusCode, body: text === "" ? {} : (JSON.parse(text) as Told["body"]) };
};

/** Status, and each code once. */
const codesOf = ({ status, body }: Told): unknown => [
  ...new Set([status, ...(body.errors ?? []).map(({ extensions }) => (extensions as { code: string }).code)]),
];
const operation = (query: string, more: object = {}): string => JSON.stringify({ query, ...more });

describe("a signed request", () => {
  it("is answered, again and again from the same document", async () => {
    for (let time = 0; time < 3; time++) {
      const { status, body } = await send(operation('{ division(code: "222401") { name } }'));
      expect([status, body]).toEqual([200, { data: { division: { name: "延吉市" } } }]);
    }
  });

  it.each([
    ["a list of operations", JSON.stringify([{ query: "{ __typename }" }])],
    ["no query", JSON.stringify({ variables: {} })],
    ["variables that are a list", operation("{ __typename }", { variables: [1] })],
    ["a name that is a number", operation("{ __typename }", { operationName: 7 })],
    ["no JSON", "{"],
    ["nothing", ""],
    ["more than four mebibytes", operation(`{ __typename } #${"x".repeat(4 * 1024 * 1024)}`)],
  ])("with %s is refused", async (_what, body) => {
    expect(codesOf(await send(body))).toEqual([400, "BAD_USER_INPUT"]);
  });

  it("whose body is packed is refused, whatever it would unpack to", async () => {
    const packed = gzipSync(operation("{ __typename }"));
    expect(codesOf(await send(packed, { headers: { "content-encoding": "gzip" } }))).toEqual([400, "BAD_USER_INPUT"]);
  });

  it.each([
    ["a document that is none", "{", [400, "GRAPHQL_PARSE_FAILED"]],
    ["a field that there is not", "{ nothing }", [400, "GRAPHQL_VALIDATION_FAILED"]],
    ["the schema", "{ __schema { queryType { name } } }", [400, "GRAPHQL_VALIDATION_FAILED"]],
    ["an operation by a name that it has not", "query A { __typename }", [400, "BAD_USER_INPUT"]],
  ])("that asks for %s is refused with its code", async (_what, query, told) => {
    expect(codesOf(await send(operation(query, { operationName: "B" })))).toEqual(told);
  });

  it("that leaves a variable out is told so, without the value of another", async () => {
    const query = "query Q($code: DivisionCode!, $other: Int) { division(code: $code) { name(first: $other) } }";
    expect(codesOf(await send(operation(query)))).toEqual([400, "GRAPHQL_VALIDATION_FAILED"]);
    const told = await send(operation("query Q($code: DivisionCode!) { division(code: $code) { name } }"));
    expect(codesOf(told)).toEqual([400, "BAD_USER_INPUT"]);
  });
});

describe("[E01] a request without a good signature", () => {
  it("is 401, over whatever bytes and by whatever method", async () => {
    expect(codesOf(await send(operation("{ __typename }"), { headers: { signature: "none" } }))).toEqual([
      401,
      "UNAUTHENTICATED",
    ]);
    for (const method of ["GET", "PUT", "DELETE"]) {
      const response = await request(service.url, { method: method as "GET" });
      expect(response.statusCode).toBe(401);
      await response.body.dump();
    }
  });

  it("gets nothing where there is no door", async () => {
    for (const path of ["/", "/graphql/more", "/livezz", "/constructor"]) {
      const response = await request(new URL(path, service.url));
      expect([path, response.statusCode]).toEqual([path, 404]);
      await response.body.dump();
    }
  });
});
