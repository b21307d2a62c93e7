/** Input that contradicts itself or is out of date, at the API: an empty list, PROVISIONAL, or history; never an error, never a guess. */
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";
import { insertCase, type Row } from "../subgraph/support/matters.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const ask = async (query: string, viewer: keyof typeof VIEWERS = "anonymous"): Promise<Row> => {
  const { status, body } = await stack.ask(query, { viewer });
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data;
};

describe("filters that contradict each other", () => {
  const PAGE = "{ nodes { __typename } pageInfo { hasNextPage endCursor } }";
  const NOTHING = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

  it.each([
    [
      "a period that ends before it begins",
      "licences",
      `{ validToFrom: "2026-10-01", validToUntil: "2026-12-31" }`,
      `{ validToFrom: "2026-12-31", validToUntil: "2026-10-01" }`,
    ],
    [
      "an authority of another division",
      "penalties",
      `{ division: "222401", authorityId: "CN-USCC-11990101MB9000015E" }`,
      `{ division: "220184", authorityId: "CN-USCC-11990101MB9000015E" }`,
    ],
    ["no state at all", "serviceMatters", `{ states: [IN_USE] }`, `{ states: [] }`],
    [
      "a year in which nothing can have been decided",
      "penalties",
      `{ division: "222401", year: 2026 }`,
      `{ division: "222401", year: 2090 }`,
    ],
    ["a division that no code stands for", "serviceMatters", `{ division: "222401" }`, `{ division: "990199" }`],
    [
      "a service that is not listed",
      "intermediaryProcurements",
      `{ states: [ARCHIVED] }`,
      `{ serviceCode: "NO-SUCH-SERVICE" }`,
    ],
  ])("%s: nothing, where either half finds something", async (_case, list, fits, contradicts) => {
    const { found, none } = await ask(
      `{ found: ${list}(first: 1, filter: ${fits}) ${PAGE} none: ${list}(first: 1, filter: ${contradicts}) ${PAGE} }`,
    );
    expect(found.nodes).toHaveLength(1);
    expect(none).toEqual(NOTHING);
  });
});

describe("a day in a year without a published calendar", () => {
  it("makes a deadline and its light PROVISIONAL: no day, no days left", async () => {
    await insertCase(stack.databases["matters"]!, "T-NEXT-YEAR", { accepted_on: "2026-12-20" });
    const { serviceCase, published, unpublished } = await ask(
      `{ serviceCase(caseNo: "T-NEXT-YEAR") { light deadline { dueOn state remaining light } statutoryDeadline { dueOn state } }
        published: workCalendar(year: 2026) { published } unpublished: workCalendar(year: 2027) { published holidays } }`,
      "citizen-1",
    );
    expect(serviceCase).toEqual({
      light: "PROVISIONAL",
      deadline: { dueOn: null, state: "PROVISIONAL", remaining: null, light: "PROVISIONAL" },
      statutoryDeadline: { dueOn: null, state: "PROVISIONAL" },
    });
    expect(published).toEqual({ published: true });
    expect(unpublished).toEqual({ published: false, holidays: [] });
  });

  it("is never MET by a case that was completed, nor counted as on time", async () => {
    const db = stack.databases["matters"]!;
    await insertCase(db, "T-NEXT-YEAR-DONE", {
      accepted_on: "2026-12-20",
      completed_on: "2026-12-28",
      ended_on: "2026-12-28",
      state: "COMPLETED",
    });
    const [{ matter_id: matter }] = (await db("service_cases")
      .where("case_no", "T-NEXT-YEAR-DONE")
      .select("matter_id")) as [{ matter_id: string }];
    await db("case_statistics").insert({
      scope: "MATTER",
      key: matter,
      year: 2027,
      completed: 9,
      overdue: 0,
      median_workdays: 3,
      suppressed: false,
    });
    const { body } = await stack.askSubgraph(
      "matters",
      `{ serviceCase(caseNo: "T-NEXT-YEAR-DONE") { light deadline { dueOn state light } matter { caseStats(year: 2027) { completed overdueRate medianWorkdays suppressed } } } }`,
      { viewer: VIEWERS["citizen-1"], asOf: new Date("2027-03-01T04:00:00Z") },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.serviceCase).toEqual({
      light: null,
      deadline: { dueOn: null, state: "PROVISIONAL", light: null },
      matter: { caseStats: { completed: 9, overdueRate: null, medianWorkdays: null, suppressed: false } },
    });
  });

  it("leaves open whether a publication was late", async () => {
    const { administrativeLicence } = await ask(
      `{ administrativeLicence(id: "XK-NO-CALENDAR") { publishedLate publicationDeadline { dueOn } } }`,
    );
    expect(administrativeLicence).toEqual({ publishedLate: null, publicationDeadline: { dueOn: null } });
  });
});

describe("what has another name or code by now", () => {
  it("an old division code resolves with its successor, and a new one with its predecessor", async () => {
    const { old, now } = await ask(
      `{ old: division(code: "220381") { name validTo replacedBy { code name parent { name } } }
        now: division(code: "220184") { name validFrom predecessors { code parent { name } } asOf(on: "2019-07-01") { code } } }`,
    );
    expect(old).toEqual({
      name: "公主岭市",
      validTo: expect.stringMatching(/^2020-05-/),
      replacedBy: { code: "220184", name: "公主岭市", parent: { name: "长春市" } },
    });
    expect(now).toMatchObject({
      predecessors: [{ code: "220381", parent: { name: "四平市" } }],
      asOf: { code: "220381" },
    });
  });

  it("a record shows the division of its own day through another service", async () => {
    const { administrativePenalty } = await ask(
      `{ administrativePenalty(id: "CF-RENAMED-220381") { decisionDate division { code } divisionThen { name division { code } } } }`,
    );
    expect(administrativePenalty).toEqual({
      decisionDate: "2024-07-01",
      division: { code: "220381" },
      divisionThen: { name: "公主岭市", division: { code: "220184" } },
    });
  });

  it("a merged agency is found by its former name's code and leads to its successor, with the matters of that one", async () => {
    const { organization } = await ask(
      `{ organization(id: "CN-USCC-11990101MB9000015E") { name predecessors { id name status mergedOn successor { name serviceMatters(first: 1) { nodes { id } } } } } }`,
    );
    const trade = organization.predecessors.find(({ name }: Row) => name.includes("工商行政管理局"));
    expect(trade).toMatchObject({
      status: "ABOLISHED",
      mergedOn: "2019-01-15",
      successor: { name: organization.name },
    });
    expect(trade.successor.serviceMatters.nodes).toHaveLength(1);
    const again = await ask(`{ organization(id: "${trade.id}") { name successor { name } } }`);
    expect(again["organization"]).toEqual({ name: trade.name, successor: { name: organization.name } });
  });
});

describe("null where an argument is optional", () => {
  it.each([
    [
      "a variable at an argument with a default",
      `query($n: Int) { organizations(first: $n) { nodes { id } } }`,
      { n: null },
      `{ organizations { nodes { id } } }`,
    ],
    ["a literal there", `{ organizations(first: null) { nodes { id } } }`, {}, `{ organizations { nodes { id } } }`],
    [
      "a variable with a default of its own",
      `query($n: Int = 2) { organizations(first: $n) { nodes { id } } }`,
      { n: null },
      `{ organizations { nodes { id } } }`,
    ],
    [
      "an order",
      `query($o: OrganizationOrder) { organizations(orderBy: $o, first: 2) { nodes { id } } }`,
      { o: null },
      `{ organizations(first: 2) { nodes { id } } }`,
    ],
    [
      "a cursor",
      `{ negativeList(after: null, first: 2) { nodes { type field } } }`,
      {},
      `{ negativeList(first: 2) { nodes { type field } } }`,
    ],
    [
      "an agency",
      `query($a: ID) { negativeList(agency: $a, reason: null, first: 2) { totalCount } }`,
      { a: null },
      `{ negativeList(first: 2) { totalCount } }`,
    ],
    [
      "a field of a filter",
      `query($f: PenaltyFilter) { penalties(first: 2, filter: $f) { nodes { id } } }`,
      { f: { year: null, division: null } },
      `{ penalties(first: 2) { nodes { id } } }`,
    ],
    [
      "a variable within a filter",
      `query($y: Int) { penalties(first: 2, filter: { year: $y, severity: null }) { nodes { id } } }`,
      { y: null },
      `{ penalties(first: 2) { nodes { id } } }`,
    ],
    [
      "a default of null",
      `query($y: Int = null) { penalties(first: 2, filter: { year: $y }) { nodes { id } } }`,
      {},
      `{ penalties(first: 2) { nodes { id } } }`,
    ],
  ])("is as if it were not there: %s", async (_case, query, variables, plain) => {
    const [given, left] = [await stack.ask(query, { variables }), await stack.ask(plain)];
    expect(given.body).toEqual(left.body);
    expect(given.body.errors).toBeUndefined();
  });

  it("is refused where the argument must be given", async () => {
    const { body } = await stack.ask(`query($c: ID = "a") { fundPolicy(policyCode: $c) { name } }`, {
      variables: { c: null },
    });
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: "BAD_USER_INPUT", argument: "policyCode", rule: "REQUIRED" },
    ]);
  });
});

describe("text that no service is asked with", () => {
  const search = (text: string): [string, object] => [
    `query($s: String) { organizations(search: $s) { nodes { id } } }`,
    { s: text },
  ];
  it.each<[string, [string, object], string, string]>([
    ["a variable that is too long", search("x".repeat(1_001)), "search", "TEXT_LENGTH"],
    ["U+0000", search("a\u0000b"), "search", "TEXT_NULL_CHARACTER"],
    ["half a pair", search("a\ud800"), "search", "TEXT_NOT_WELL_FORMED"],
    ["the other half", search("\udc00a"), "search", "TEXT_NOT_WELL_FORMED"],
    ["a literal", [`{ organizations(search: "a\\u0000b") { nodes { id } } }`, {}], "search", "TEXT_NULL_CHARACTER"],
    [
      "an id",
      [`query($c: ID!) { fundPolicy(policyCode: $c) { name } }`, { c: "\u0000" }],
      "policyCode",
      "TEXT_NULL_CHARACTER",
    ],
    [
      "a field of a filter",
      [
        `query($f: FundPolicyFilter) { fundPolicies(filter: $f) { nodes { name } } }`,
        { f: { competentDept: "\u0000" } },
      ],
      "filter.competentDept",
      "TEXT_NULL_CHARACTER",
    ],
    [
      "an item of a list below the root, in a fragment",
      [
        `query($i: [ID!]) { serviceMatters(first: 1) { nodes { ...M } } } fragment M on ServiceMatter { materials(situation: $i) { name } }`,
        { i: ["ok", "\u0000"] },
      ],
      "situation",
      "TEXT_NULL_CHARACTER",
    ],
    [
      "a cursor that is too long",
      [`query($s: String) { organizations(after: $s) { nodes { id } } }`, { s: "x".repeat(8_193) }],
      "after",
      "TEXT_LENGTH",
    ],
  ])("%s", async (_case, [query, variables], argument, rule) => {
    const before = await stack.subgraphRequests();
    const { body } = await stack.ask(query, { variables });
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([{ code: "BAD_USER_INPUT", argument, rule }]);
    expect(await stack.subgraphRequests()).toBe(before);
  });

  it("is let through at its longest", async () => {
    const [query, variables] = search("延".repeat(1_000));
    expect((await stack.ask(query, { variables })).body.errors).toBeUndefined();
    const cursor = await stack.ask(`query($s: String) { organizations(after: $s) { nodes { id } } }`, {
      variables: { s: "x".repeat(8_192) },
    });
    expect(cursor.body.errors?.[0]?.extensions["rule"]).toBe("CURSOR");
  });
});

describe("a search for nothing", () => {
  it.each([
    ["organizations", ""],
    ["serviceMatters", ""],
    ["serviceBundles", ""],
    ["catalogueItems", ""],
    ["publicInstitutionServices", ""],
    ["intermediaryServices", ""],
    ["fundPolicies", ""],
    ["fundProjects", ""],
    ["legalBases", ""],
    ["serviceMatters", "  \u3000"],
  ])("in %s (%p) is no search", async (list, text) => {
    const [none, empty] = [
      await stack.ask(`{ ${list}(first: 5) { nodes { __typename } totalCount pageInfo { endCursor hasNextPage } } }`),
      await stack.ask(
        `query($s: String) { ${list}(first: 5, search: $s) { nodes { __typename } totalCount pageInfo { endCursor hasNextPage } } }`,
        { variables: { s: text } },
      ),
    ];
    const known = ({ body }: typeof none): unknown => {
      const { nodes, totalCount, pageInfo } = body.data[list];
      return [nodes, totalCount, pageInfo.hasNextPage];
    };
    expect(known(empty)).toEqual(known(none));
    expect(none.body.data[list].nodes.length).toBeGreaterThan(0);
  });
});
