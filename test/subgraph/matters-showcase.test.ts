/** The showcase queries 2, 6 and 9 as their readers run them, against independent SQL, with bounded work. */
import type { Knex } from "knex";
import { showcaseRequest } from "../support/showcase.js";
import { startStack, type TestStack } from "../support/stack.js";
import type { VIEWERS } from "../support/viewers.js";
import { insertCase, select, statementsDuring, type Row } from "./support/matters.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const run = async (name: string, viewer: keyof typeof VIEWERS, variables: Row = {}): Promise<Row> => {
  const { query } = showcaseRequest(name);
  const { status, body } = await stack.ask(query, { viewer, variables });
  expect([status, body.errors]).toEqual([200, undefined]);
  return body.data as Row;
};

describe("showcase 2: my cases, clock, light, licence", () => {
  it("lists what citizen-1 applied for, with clocks and the licence", async () => {
    const { me } = await run("my-cases", "citizen-1");
    const expected = await select(
      db,
      `select c.case_no, c.state, m.task_name, l.certificate_number from service_cases c join service_matters m on m.id = c.matter_id left join electronic_licences l on l.case_no = c.case_no
       where c.subject = 'demo-subject-1' and c.state in ('ACCEPTED', 'REVIEW', 'SUSPENDED', 'COMPLETED', 'DELIVERED', 'RATED') order by c.opened_on desc, c.case_no`,
    );
    expect(
      me.cases.nodes.map((node: Row) => [
        node["caseNo"],
        node["state"],
        node["matter"].taskName,
        node["electronicLicence"]?.certificateNumber ?? null,
      ]),
    ).toEqual(expected.map((row) => [row["case_no"], row["state"], row["task_name"], row["certificate_number"]]));
    expect(
      me.cases.nodes.map(({ deadline }: Row) => [deadline.state, deadline.light, deadline.dueOn, deadline.remaining]),
    ).toEqual([
      ["RUNNING", "YELLOW", "2026-09-29", 1],
      ["SUSPENDED", null, null, null],
      ["MET", null, "2026-03-18", null],
    ]);
    expect(me.cases.nodes[2].steps.map(({ name }: Row) => name)).toEqual(["受理", "审核", "审批", "办结", "送达"]);
  });
});

describe("showcase 6: red lights today", () => {
  it("lists them by division and case, with agency and bad rating, to a supervisor", async () => {
    const { division } = await run("red-lights", "supervisor-1", { division: "222401", first: 100 });
    const numbers = division.alerts.nodes.map(({ case: { caseNo } }: Row) => caseNo);
    const ordered = await select(
      db,
      "select case_no from service_cases where case_no = any(?) order by division_code, case_no",
      [numbers],
    );
    expect(numbers).toEqual(ordered.map((row) => row["case_no"]));
    expect(numbers).toContain("22240120260910000001");
    const bad = await select(db, "select case_no, stars from service_ratings where stars <= 2 and case_no = any(?)", [
      numbers,
    ]);
    for (const { case: found } of division.alerts.nodes) {
      const expected = bad.filter((row) => row["case_no"] === found.caseNo).slice(0, 1);
      expect(found.ratings.nodes.map(({ stars }: Row) => stars)).toEqual(expected.map(({ stars }) => stars));
      expect(found.matter.dept.name).toContain("延吉市");
    }
    expect(division.alertCounts.red).toBe(division.alerts.nodes.length);
  });

  it("shows the public the counts, and no alert", async () => {
    const { division } = await run("red-lights", "anonymous", { division: "222401", first: 100 });
    expect(division.alerts.nodes).toEqual([]);
    expect(division.alertCounts.red).toBeGreaterThan(0);
  });
});

describe("showcase 9: promise against practice", () => {
  it("sets what agencies promise beside what they do", async () => {
    const { catalogueItem } = await run("promise-against-practice", "anonymous", {
      catalogCode: "220131001000",
      division: "220000",
      first: 100,
    });
    const expected = await select(
      db,
      `select m.id, s.completed, s.overdue, s.suppressed from service_matters m left join case_statistics s on s.scope = 'MATTER' and s.key = m.id and s.year = 2026
       where m.catalog_code = '220131001000' and m.status = 'PUBLISHED' order by m.task_name, m.id`,
    );
    const nodes = catalogueItem.implementations.nodes as Row[];
    expect(nodes.map(({ caseStats }) => caseStats.suppressed)).toEqual(
      expected.map(({ suppressed }) => suppressed ?? true),
    );
    expect(nodes.map(({ caseStats }) => caseStats.completed)).toEqual(
      expected.map(({ completed, suppressed }) => (suppressed === false ? completed : null)),
    );
    expect(nodes.some(({ caseStats }) => !caseStats.suppressed)).toBe(true);
    expect(nodes.some(({ ratingAverage }) => ratingAverage !== null)).toBe(true);
  });
});

describe("the work of these queries", () => {
  it.each([
    ["my-cases", "citizen-1", {}, 4, 4],
    ["red-lights", "supervisor-1", { division: "222400" }, 6, 6],
    ["promise-against-practice", "anonymous", { catalogCode: "220131001000", division: "220000" }, 4, 4],
  ] as const)("%s is bounded, and the same for 10 and 100 rows", async (name, viewer, variables, statements, most) => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => insertCase(db, `T-${name}-${index}`, { opened_on: "2026-09-28" })),
    );
    const measure = async (first: number): Promise<number[]> => {
      const before = await stack.subgraphRequests();
      const count = await statementsDuring(db, () => run(name, viewer, { ...variables, first }));
      return [count, (await stack.subgraphRequests()) - before];
    };
    const ten = await measure(10);
    expect(await measure(100)).toEqual(ten);
    expect(ten[0]).toBeLessThanOrEqual(statements);
    expect(ten[1]).toBeLessThanOrEqual(most);
  });
});
