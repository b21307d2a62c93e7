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
    ["a service that is not listed", "marketProjects", `{ states: [ARCHIVED] }`, `{ serviceCode: "NO-SUCH-SERVICE" }`],
  ])("%s: nothing, where either half finds something", async (_case, list, fits, contradicts) => {
    const { found, none } = await ask(
      `{ found: ${list}(first: 1, filter: ${fits}) ${PAGE} none: ${list}(first: 1, filter: ${contradicts}) ${PAGE} }`,
    );
    expect(found.nodes).toHaveLength(1);
    expect(none).toEqual(NOTHING);
  });
});

describe("a day in a year without a published calendar", () => {
  it("makes a deadline PROVISIONAL: no day, no light, no days left", async () => {
    await insertCase(stack.databases["matters"]!, "T-NEXT-YEAR", { accepted_on: "2026-12-20" });
    const { serviceCase, published, unpublished } = await ask(
      `{ serviceCase(projectNo: "T-NEXT-YEAR") { light deadline { dueOn state remaining light } statutoryDeadline { dueOn state } }
        published: workCalendar(year: 2026) { published } unpublished: workCalendar(year: 2027) { published holidays } }`,
      "citizen-1",
    );
    expect(serviceCase).toEqual({
      light: null,
      deadline: { dueOn: null, state: "PROVISIONAL", remaining: null, light: null },
      statutoryDeadline: { dueOn: null, state: "PROVISIONAL" },
    });
    expect(published).toEqual({ published: true });
    expect(unpublished).toEqual({ published: false, holidays: [] });
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
