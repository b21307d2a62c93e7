/** Records found by their global ids: as their own query gives them, whoever asks and by both engines; what is hidden is null like what is not there. */
import { nodeTypes } from "../../platform/graphql/node-types.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { VISIBLE_RECORDS } from "../support/visible-records.js";
import { VIEWER_ORDER, hiddenFrom, idOf, rootField, selectionOf, unknownLike } from "../support/visibility.js";

const NODES = new Map(nodeTypes().map((node) => [node.type, node]));
const KEYED = VISIBLE_RECORDS.filter(({ type, key }) => key !== undefined && NODES.get(type)?.key === key);

let stack: TestStack;
let byApollo: TestStack["ask"];
beforeAll(async () => {
  stack = await startStack();
  byApollo = (await stack.another({ engine: "apollo" })).ask;
});
afterAll(() => stack.stop());

const globalIdOf = (type: string, id: string): string => (NODES.get(type)?.key === "id" ? id : `${type}:${id}`);

const asNode = (type: string, id: string, selection: string): string =>
  `node(id: ${JSON.stringify(globalIdOf(type, id))}) { __typename ... on ${type} { ${selection} } }`;

/** Whether anything was told beside data of another field than the first. */
const told = ({ body }: Answer): unknown => [body.errors, body.extensions];

describe("node", () => {
  it("is tried for records of many types", () =>
    expect(new Set(KEYED.map(({ type }) => type)).size).toBeGreaterThan(15));

  it.each(KEYED.map((record) => [record.name, record] as const))(
    "gives %s as its own query does, to every viewer",
    async (_name, record) => {
      const [id, selection] = [await idOf(stack, record), selectionOf(record)];
      const hidden = new Set(hiddenFrom(record));
      for (const viewer of VIEWER_ORDER) {
        const own = await stack.ask(`{ ${rootField(record, id, `__typename ${selection}`, "node")} }`, { viewer });
        const found = await stack.ask(`{ ${asNode(record.type, id, selection)} }`, { viewer });
        expect([viewer, found.body.data]).toEqual([viewer, own.body.data]);
        expect([viewer, found.body.extensions]).toEqual([viewer, own.body.extensions]);
        if (!hidden.has(viewer)) continue;
        const unknown = await stack.ask(`{ ${asNode(record.type, unknownLike(id), selection)} }`, { viewer });
        expect([viewer, found.body.data, told(found)]).toEqual([viewer, { node: null }, told(unknown)]);
      }
    },
  );

  it.each(KEYED.map((record) => [record.name, record] as const))("gives %s by both engines", async (_name, record) => {
    const query = `{ ${asNode(record.type, await idOf(stack, record), `id ${selectionOf(record)}`)} }`;
    for (const viewer of ["anonymous", "supervisor-1"]) {
      const answers = await Promise.all([stack.ask, byApollo].map((ask) => ask(query, { viewer })));
      const [one, other] = answers.map(({ status, body: { data, errors, extensions } }) => [
        status,
        data,
        errors?.map(({ message, path }) => [message, path]),
        extensions,
      ]);
      expect(one).toEqual(other);
    }
  });

  it.each([
    ["Division", '{ division(code: "222401") { id name } }', "division"],
    ["FundPolicy", '{ fundPolicy(policyCode: "FP-GD") { id name } }', "fundPolicy"],
    ["Organization", '{ organization(uscc: "91990101MA9000011P") { id name } }', "organization"],
  ])("of %s is found by the id that the record says", async (type, query, root) => {
    for (const ask of [stack.ask, byApollo]) {
      const { id, name } = (await ask(query)).body.data[root];
      const again = await ask("query ($id: ID!) { node(id: $id) { __typename id ... on Node { id } } }", {
        variables: { id },
      });
      expect(again.body).toEqual({ data: { node: { __typename: type, id } } });
      const named = await ask(`query ($id: ID!) { node(id: $id) { ... on ${type} { name } } }`, { variables: { id } });
      expect(named.body.data).toEqual({ node: { name } });
    }
  });

  it("written otherwise than the record's own is answered with the record's own", async () => {
    const allotmentNo = "吉财农指〔2026〕35号";
    const asked = `BudgetAllotment:${allotmentNo.replace("〔2026〕", "[2026]第0")}`;
    const own = { id: `BudgetAllotment:${allotmentNo}`, allotmentNo };
    for (const ask of [stack.ask, byApollo])
      expect(
        (
          await ask("query ($id: ID!) { node(id: $id) { id ... on BudgetAllotment { allotmentNo } } }", {
            variables: { id: asked },
          })
        ).body,
      ).toEqual({ data: { node: own } });
  });

  it("gives links of a record that are Nodes too", async () => {
    const query = `{ organization(uscc: "91990101MA9000011P") { division { id code name } } }`;
    for (const ask of [stack.ask, byApollo])
      expect((await ask(query)).body).toEqual({
        data: { organization: { division: { id: "Division:222401", code: "222401", name: "延吉市" } } },
      });
  });

  it.each([
    "",
    ":",
    "Division:",
    "Division:0",
    "Division:222401 ",
    "Division:222401000000",
    "WorkCalendar:x",
    "WorkCalendar:99999999999",
    "WorkCalendar:-1",
    "LegalBasis:nothing",
    "ServiceCase:😀",
    "Query:1",
    "__proto__:1",
    "constructor",
    "x".repeat(1_000),
    "'; drop table organizations; --",
  ])("%j stands for nothing", async (id) => {
    const { body } = await stack.ask("query ($id: ID!) { node(id: $id) { __typename } }", { variables: { id } });
    expect(body).toEqual({ data: { node: null } });
  });

  it("reads a key that is a number", async () => {
    const { body } = await stack.ask('{ node(id: "WorkCalendar:2026") { id ... on WorkCalendar { year } } }');
    expect(body).toEqual({ data: { node: { id: "WorkCalendar:2026", year: 2026 } } });
  });

  it("takes an id with its type where the type has ids of its own", async () => {
    const { body } = await stack.ask('{ node(id: "AdministrativePenalty:CF-GOLDEN-1") { __typename id } }');
    expect(body).toEqual({ data: { node: { __typename: "AdministrativePenalty", id: "CF-GOLDEN-1" } } });
  });

  it("refuses an id that two records have, which the reader may both know of", async () => {
    const copy = `insert into licences select (jsonb_populate_record(null::licences, to_jsonb(l) || '{"id": "CF-GOLDEN-1"}')).* from licences l where id in (select id from licences where published_on <= '2026-09-28' order by id limit 1)`;
    await stack.databases["credit"]!.raw(copy);
    const ambiguous = await stack.ask('{ node(id: "CF-GOLDEN-1") { __typename } }');
    expect(ambiguous.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "AMBIGUOUS_ID" });
    const named = await stack.ask('{ node(id: "AdministrativeLicence:CF-GOLDEN-1") { __typename id } }');
    expect(named.body).toEqual({ data: { node: { __typename: "AdministrativeLicence", id: "CF-GOLDEN-1" } } });
    await stack.databases["credit"]!.raw("delete from licences where id = 'CF-GOLDEN-1'");
  });
});

describe("nodes", () => {
  const ask = (ids: readonly string[], how = stack.ask): Promise<Answer> =>
    how("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", { variables: { ids } });
  const division = { __typename: "Division", id: "Division:222401" };
  const penalty = { __typename: "AdministrativePenalty", id: "CF-GOLDEN-1" };

  it("gives records of several services in the order of their ids, also twice, and null for others", async () => {
    const nodes = [division, penalty, null, division];
    for (const how of [stack.ask, byApollo])
      expect((await ask(["Division:222401", "CF-GOLDEN-1", "CF-NONE", "Division:222401"], how)).body).toEqual({
        data: { nodes },
      });
  });

  it("takes 1 to 200, of which 50 need not name their type", async () => {
    const bare = Array.from({ length: 50 }, (_, index) => (index === 49 ? "CF-GOLDEN-1" : `X-${index}`));
    const named = Array.from({ length: 150 }, () => "Division:222401");
    const many = await ask([...bare, ...named]);
    expect(many.body.errors).toBeUndefined();
    expect(many.body.data.nodes.slice(49)).toEqual([penalty, ...named.map(() => division)]);
    for (const ids of [[], [...bare, "X-50"], [...bare, ...named, "Division:222401"]])
      expect((await ask(ids)).body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "ids" });
  });

  it("is charged for the ids that are given", async () => {
    const cost = async (query: string, variables = {}): Promise<unknown> =>
      (await stack.ask(query, { variables, headers: { "x-cost": "show" } })).body.extensions?.["cost"];
    const two = await cost('{ nodes(ids: ["Division:222401", "Division:22"]) { id } }');
    expect(two).toMatchObject({ nodes: 2 });
    const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    expect(await cost(query, { ids: ["Division:222401", "Division:22"] })).toMatchObject({ nodes: 2 });
    expect(await cost('query ($ids: [ID!]! = ["Division:22"]) { nodes(ids: $ids) { id } }')).toMatchObject({
      nodes: 1,
    });
  });

  it("says of no record that it is not there while its service does not answer, and gives the others", async () => {
    const query = `{ nodes(ids: ["Division:222401", "AdministrativePenalty:CF-GOLDEN-1"]) { __typename id } }`;
    const { body } = await stack.askWithout("credit", query);
    expect(body.data).toEqual({ nodes: [division, null] });
    expect(body.errors?.map(({ path, extensions }) => [path, extensions["code"]])).toEqual([
      [["nodes", 1], "UPSTREAM_UNAVAILABLE"],
    ]);
  });
});
