/** Bulk exports: the rows of a list in parts whose bytes can be checked, as nobody reads them, charged to who asks, and refused whole where they are refused. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { until } from "../support/one-subgraph.js";
import { startStack, TEST_NOW, type TestStack } from "../support/stack.js";
import { VIEWERS } from "../support/viewers.js";

interface Part {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly lines: readonly string[];
  readonly errors: readonly { readonly extensions: Readonly<Record<string, unknown>> }[];
}

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({
    viewers: { "app-small": { ...VIEWERS["app-open"], clientId: "app-small", username: "service-account-app-small" } },
  });
});
afterAll(() => stack.stop());

const post = async (body: object | string, viewer?: string, url = stack.url): Promise<Part> => {
  const response = await fetch(`${url}/bulk`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      ...(viewer === undefined ? {} : { authorization: `Bearer ${viewer}.test.test` }),
    },
  });
  const { status, headers } = response;
  const bytes = Buffer.from(await response.arrayBuffer());
  if (status !== 200) {
    const { errors } = JSON.parse(bytes.toString("utf8")) as Part;
    return { status, headers, text: "", lines: [], errors };
  }
  expect(headers.get("repr-digest")).toBe(`sha-256=:${createHash("sha256").update(bytes).digest("base64")}:`);
  const text = gunzipSync(bytes).toString("utf8");
  return { status, headers, text, lines: text.split(/\r?\n/).slice(0, -1), errors: [] };
};
const refusalOf = ({ status, errors }: Part): unknown[] => [
  status,
  errors[0]?.extensions["code"],
  errors[0]?.extensions["reason"] ?? errors[0]?.extensions["rule"],
];

const LICENCES = "{ licences { nodes { id docNo counterpartyName authority { name } } } }";

/** All rows, page by page, as a client of GraphQL reads them. */
const pageByPage = async (list: string, selection: string): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for (let after: string | null = null; ;) {
    const { body }: Awaited<ReturnType<TestStack["ask"]>> = await stack.ask(
      `query ($after: String) { ${list}(first: 100, after: $after) { nodes ${selection} pageInfo { hasNextPage endCursor } } }`,
      { variables: { after } },
    );
    rows.push(...(body.data[list].nodes as unknown[]));
    if (!body.data[list].pageInfo.hasNextPage) return rows;
    after = body.data[list].pageInfo.endCursor as string;
  }
};

describe("a bulk export", () => {
  it("gives the rows that pages give, in their order, and says what a manifest says", async () => {
    const part = await post({ query: LICENCES });
    expect(part.lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      await pageByPage("licences", "{ id docNo counterpartyName authority { name } }"),
    );
    expect(part.lines.length).toBeGreaterThan(100);
    expect(Object.fromEntries(part.headers)).toMatchObject({
      "content-type": "application/gzip",
      "govgraph-rows": String(part.lines.length),
      "govgraph-as-of": TEST_NOW.toISOString(),
      "cache-control": "no-store, no-transform",
    });
    expect(part.headers.get("govgraph-next")).toBeNull();
  });

  it("shows the public view to whoever asks, and says how much of it is withheld by which rule", async () => {
    const query = "{ organizations { nodes { uscc creditEvaluation { level } } } }";
    const [nobody, partner] = await Promise.all([post({ query }), post({ query }, "app-partner")]);
    expect(partner.text).toBe(nobody.text);
    expect(nobody.lines.every((line) => (JSON.parse(line) as any).creditEvaluation?.level == null)).toBe(true); // eslint-disable-line @typescript-eslint/no-explicit-any
    expect(nobody.headers.get("govgraph-withheld")).toMatch(/^"CreditEvaluation\.level";n=[1-9]\d*$/);
  });

  it("gives CSV with a column for each value, lists as JSON, and headings in the first part alone", async () => {
    const query = `query ($code: DivisionCode) { serviceMatters(filter: { division: $code }) {
        nodes { id taskName promised { ...A } needed: materials { name } } } }
      fragment A on TimeLimit { amount ... on TimeLimit { unit amount } }`;
    const part = await post({ query, format: "csv", variables: {} });
    const [headings, first] = part.lines;
    expect(headings).toBe("id,taskName,promised.amount,promised.unit,needed");
    expect(first).toMatch(/^CN-[^,]+,[^,]+,\d*,[A-Z_]*,"\[\{""name"":/);
    expect(part.headers.get("govgraph-rows")).toBe(String(part.lines.length - 1));
  });

  it.each([
    ["a single record", "{ me { username } }"],
    ["two lists", "{ licences { nodes { id } } penalties { nodes { id } } }"],
    ["a page of its own", "{ licences(first: 5) { nodes { id } } }"],
    ["a place of its own", '{ licences(after: "x") { nodes { id } } }'],
    ["edges", "{ licences { edges { node { id } } } }"],
    ["a count", "{ licences { totalCount nodes { id } } }"],
    ["nodes by another name", "{ licences { rows: nodes { id } } }"],
    ["what may be left out", "query ($x: Boolean!) { licences @skip(if: $x) { nodes { id } } }"],
    ["a fragment of the root", "{ ...R } fragment R on Query { licences { nodes { id } } }"],
    ["a mutation", "mutation { retireApp(input: {}) { app { clientId } } }"],
    ["no such list", "{ nothing { nodes { id } } }"],
    ["a schema", "{ __schema { types { name } } }"],
    ["records by key", '{ nodes(ids: ["x"]) { id } }'],
  ])("refuses %s", async (_what, query) => {
    expect(refusalOf(await post({ query, variables: { x: true } }))).toEqual([400, "BAD_USER_INPUT", "BULK_QUERY"]);
  });

  it("refuses what GraphQL refuses, with its codes", async () => {
    expect(refusalOf(await post({ query: "{ licences { nodes { nothing } } }" }))).toEqual([
      ...[400, "GRAPHQL_VALIDATION_FAILED", undefined],
    ]);
    expect(refusalOf(await post({ query: "{ licences { nodes { id } " }))[1]).toBe("GRAPHQL_PARSE_FAILED");
    const cycle = "{ licences { nodes { ...A } } } fragment A on AdministrativeLicence { ...A }";
    expect(refusalOf(await post({ query: cycle, format: "csv" }))[1]).toBe("GRAPHQL_VALIDATION_FAILED");
    const variable = "query ($bulkAfter: String) { licences { nodes { id } } }";
    expect(refusalOf(await post({ query: variable }))[1]).toBe("GRAPHQL_VALIDATION_FAILED");
    const many =
      "{ organizations { nodes { penalties(first: 100) { nodes { id } } licences(first: 100) { nodes { id } } a: licences(first: 100) { nodes { id } } } } }";
    expect(refusalOf(await post({ query: many }))).toEqual([400, "LIMIT_EXCEEDED", "NODES"]);
    expect(refusalOf(await post({ query: LICENCES, format: "xml" }))).toEqual([400, "BAD_USER_INPUT", "PARAMETERS"]);
    expect(refusalOf(await post("[]"))).toEqual([400, "BAD_USER_INPUT", "BATCH"]);
    expect(refusalOf(await post({ query: LICENCES }, "nobody-knows"))[1]).toBe("UNAUTHENTICATED");
    expect((await fetch(`${stack.url}/bulk?query=x`)).status).toBe(405);
    const receipted = await fetch(`${stack.url}/bulk`, {
      ...{ method: "POST", body: JSON.stringify({ query: LICENCES }) },
      headers: { "content-type": "application/json", "x-receipt": "sign" },
    });
    const { errors } = (await receipted.json()) as { errors: Part["errors"] };
    expect([receipted.status, errors[0]!.extensions["reason"]]).toEqual([400, "RECEIPT"]);
  });

  it("executes nothing less where a preview or parts are asked for", async () => {
    const response = await fetch(`${stack.url}/bulk`, {
      method: "POST",
      body: JSON.stringify({ query: "{ licences { nodes { id ... @defer { docNo } } } }" }),
      headers: {
        "content-type": "application/json",
        accept: "multipart/mixed;deferSpec=20220824",
        "x-access": "preview",
      },
    });
    const [line = ""] = gunzipSync(Buffer.from(await response.arrayBuffer()))
      .toString("utf8")
      .split("\n");
    expect(JSON.parse(line)).toEqual({ id: expect.any(String), docNo: expect.any(String) });
  });

  it("goes on where its quota ended, from the place and nowhere else, as of its first moment, until its day is over", async () => {
    let now = TEST_NOW;
    const quotas = { anonymous: 350, signedIn: 350 };
    const { gateway } = await stack.another({ rate: { quotas, store: undefined }, clock: () => now });
    const query = "{ licences { nodes { id docNo } } }";
    const first = await post({ query }, undefined, gateway.url);
    expect(first.status).toBe(200);
    const place = first.headers.get("govgraph-next")!;
    expect(first.lines.length).toBeGreaterThanOrEqual(100);
    const over = await post({ query, place }, undefined, gateway.url);
    expect(refusalOf(over)).toEqual([429, "RATE_LIMITED", "RATE"]);
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(0);

    now = new Date(TEST_NOW.getTime() + 60_000);
    const rest = await post({ query, place }, "app-open", gateway.url);
    expect(rest.headers.get("govgraph-as-of")).toBe(TEST_NOW.toISOString());
    const again = await post({ query, place }, "app-partner", gateway.url);
    expect(again.text).toBe(rest.text);
    const all = [...first.lines, ...rest.lines];
    const whole = (await pageByPage("licences", "{ id docNo }")).map((row) => JSON.stringify(row));
    expect(all).toEqual(whole.slice(0, all.length));

    const ask = (more: object) => post({ query, place, ...more }, "publisher-1", gateway.url);
    expect(refusalOf(await ask({ query: "{ licences { nodes { id } } }" }))).toEqual([400, "BAD_USER_INPUT", "CURSOR"]);
    expect(refusalOf(await ask({ format: "csv" }))).toEqual([400, "BAD_USER_INPUT", "CURSOR"]);
    expect(refusalOf(await ask({ place: "x" }))).toEqual([400, "BAD_USER_INPUT", "CURSOR"]);
    expect(refusalOf(await ask({ place: `${place.split(".")[0]!}.x` }))[1]).toBe("BAD_USER_INPUT");
    now = new Date(TEST_NOW.getTime() + 86_400_000);
    expect(refusalOf(await ask({}))).toEqual([400, "BAD_USER_INPUT", "CURSOR_EXPIRED"]);
  });

  it("takes of a registered app's own quota, a minute's and a day's", async () => {
    await stack.databases["reference"]!("apps").insert({
      ...{ client_id: "app-small", name: "演示应用", purpose: "演示", state: "APPROVED", requested_on: "2026-03-02" },
      ...{ approved_on: "2026-03-09", points_a_minute: 60_000, points_a_day: 350, contact_name: "示例联系人" },
      ...{ owner_uscc: "91990101MA9000011P", agency_uscc: "11990101MB9000015E", division_code: "222401" },
      ...{ contact_email: "apps@example.invalid", redirect_uris: [], scopes: [] },
    });
    const query = "{ licences { nodes { id docNo } } }";
    const part = await post({ query }, "app-small");
    expect(part.headers.get("ratelimit-policy")).toBe('"app-minute";q=60000;w=60, "app-day";q=350;w=86400');
    const place = part.headers.get("govgraph-next");
    expect(place).not.toBeNull();
    const over = await post({ query, place }, "app-small");
    expect(refusalOf(over)).toEqual([429, "RATE_LIMITED", "RATE"]);
    // A minute would have refilled by then: it is the day that is used up.
    expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(60);
  });

  it("keeps the place of a part that its client has not taken, and gives it back when the client leaves", async () => {
    const query = "{ penalties { nodes { id } } }";
    const refusedTo = async (viewer: string): Promise<boolean> => {
      const part = await post({ query }, viewer);
      return part.status === 429 && part.errors[0]!.extensions["reason"] === "BULK_PARTS";
    };
    // Parts that wait behind an answer without end are made, and not taken.
    const { hostname, port } = new URL(stack.url);
    const reader = connect(Number(port), hostname);
    const request = (path: string, body: object, accept: string): string => {
      const text = JSON.stringify(body);
      const headers = ["host: x", "authorization: Bearer app-open.test.test", "content-type: application/json"];
      return `POST ${path} HTTP/1.1\r\n${headers.join("\r\n")}\r\naccept: ${accept}\r\ncontent-length: ${text.length}\r\n\r\n${text}`;
    };
    reader.write(
      request("/graphql", { query: 'subscription { lights(code: "222401") { code } }' }, "text/event-stream"),
    );
    const [head] = (await once(reader, "data")) as [Buffer];
    expect(head.toString()).toContain("text/event-stream");
    // One of them may find no place beside the request that looks.
    await until(() => {
      reader.write(request("/bulk", { query }, "*/*"));
      return refusedTo("app-open");
    });
    for (let time = 0; time < 3; time += 1) expect((await post({ query }, "app-partner")).status).toBe(200);
    expect(await refusedTo("app-open")).toBe(true);
    reader.destroy();
    await until(async () => !(await refusedTo("app-open")));
  });

  it("gives no rows where a service of theirs does not answer", async () => {
    const { gateway } = await stack.another({
      subgraphs: new Map(
        stack.subgraphs.map(({ name, url }) => [name, name === "reference" ? "http://127.0.0.1:1/graphql" : url]),
      ),
    });
    expect(refusalOf(await post({ query: LICENCES }, undefined, gateway.url))).toEqual([
      ...[502, "UPSTREAM_UNAVAILABLE", undefined],
    ]);
  });
});
