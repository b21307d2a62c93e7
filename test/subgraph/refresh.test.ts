/** Refresh of figures: rows that come later show after it and not before, two at once do not disturb each other, and readers see no gap. */
import { prepareDatabases } from "../../commands/prepare.js";
import { SUBGRAPHS } from "../../schema/subgraph-definitions.js";
import { createFindings } from "../../subgraphs/intermediary/finding/migrations/20261128233000_create_findings.js";
import { nameIntermediaries } from "../../subgraphs/intermediary/migrations/20261129130000_name_intermediaries.js";
import { startStack, type TestStack } from "../support/stack.js";
import { OWN_AGENCY, insertCase, select, type Row } from "./support/matters.js";

const TODAY = "2026-09-28";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const refresh = (...asked: Parameters<TestStack["refresh"]>): Promise<boolean> => stack.refresh(...asked);

const ask = async (id: string, selection: string): Promise<Row> => {
  const { body } = await stack.ask(`query($id: ID!) { organization(id: $id) { ${selection} } }`, { variables: { id } });
  expect(body.errors).toBeUndefined();
  return body.data.organization;
};

describe("refresh of figures", () => {
  it("shows cases that were completed since, and not those of a later day", async () => {
    const completed = async (): Promise<number> =>
      (await ask(OWN_AGENCY.id, "caseStats(year: 2026) { completed }"))["caseStats"].completed;
    const counted = async (until: string): Promise<number> =>
      (
        await select(
          stack.databases["matters"]!,
          "select count(*)::int as n from service_cases where dept_id = ? and completed_on between '2026-01-01' and ?",
          [OWN_AGENCY.id, until],
        )
      )[0]!["n"];
    const before = await completed();
    expect(before).toBe(await counted(TODAY));
    for (const [index, day] of ["2026-03-16", "2026-03-17", TODAY].entries()) {
      await insertCase(stack.databases["matters"]!, `T-REFRESH-${index}`, {
        state: "COMPLETED",
        granted: true,
        completed_on: day,
        ended_on: day,
      });
    }
    expect(await completed()).toBe(before);
    expect(await refresh("matters")).toBe(true);
    expect(await completed()).toBe(before + 3);
    await refresh("matters", "2026-09-27");
    expect(await completed()).toBe(await counted("2026-09-27"));
    expect(await counted("2026-09-27")).toBeLessThan(before + 3);
  });

  it("counts an engagement of an intermediary that came since", async () => {
    const db = stack.databases["intermediary"]!;
    const [intermediary] = await select(
      db,
      "select intermediary_id as id, completed::int as completed from intermediary_figures order by intermediary_id limit 1",
    );
    const profile = async (): Promise<number> =>
      (await ask(intermediary!["id"], "intermediaryProfile { completedCount }"))["intermediaryProfile"].completedCount;
    expect(await profile()).toBe(intermediary!["completed"]);
    await db.raw(
      `insert into engagements (intermediary_id, service_code, working_days, promised_days, price_fen, completed_on)
       select intermediary_id, service_code, working_days, promised_days, price_fen, ? from engagements where intermediary_id = ? limit 1`,
      [TODAY, intermediary!["id"]],
    );
    expect(await profile()).toBe(intermediary!["completed"]);
    await refresh("intermediary");
    expect(await profile()).toBe(intermediary!["completed"] + 1);
  });

  it("runs twice at once, one after the other, with the same figures", async () => {
    const db = stack.databases["matters"]!;
    const figures = (): Promise<Row[]> => select(db, "select * from case_statistics order by scope, key, year");
    await refresh("matters");
    const once = await figures();
    expect(once.length).toBeGreaterThan(10);
    expect(await Promise.all([refresh("matters"), refresh("matters"), refresh("matters")])).toEqual([true, true, true]);
    expect(await figures()).toEqual(once);
  });

  it("waits for a refresh that another process runs, and leaves the old figures readable meanwhile", async () => {
    const db = stack.databases["matters"]!;
    const other = await db.transaction();
    await other.raw("select pg_advisory_xact_lock(hashtextextended('govgraph.refresh.matters', 0))");
    let done = false;
    const waiting = refresh("matters").then(() => (done = true));
    for (;;) {
      const locks = await select(db, "select from pg_locks where locktype = 'advisory' and not granted");
      if (locks.length > 0) break;
    }
    expect(done).toBe(false);
    expect((await ask(OWN_AGENCY.id, "caseStats(year: 2026) { completed }"))["caseStats"].completed).toBeGreaterThan(5);
    await other.commit();
    await waiting;
    expect(done).toBe(true);
  });

  it("follows migrations: a table of figures that is new holds them at once, and a migrate without migrations changes none", async () => {
    const db = stack.databases["intermediary"]!;
    // As of the day on which the test runs: what is split stays so, whatever ends until then.
    const splits = (): Promise<Row[]> =>
      select(db, "select finding_id from intermediary_findings where rule = 'SPLIT_SERVICE'");
    const urls = Object.fromEntries(SUBGRAPHS.map(({ name }) => [name, stack.database.urlOf(name)]));
    const before = await splits();
    expect(before).toHaveLength(1);
    for (const step of [nameIntermediaries, createFindings]) {
      await step.down(db);
      await db("schema_migrations").where({ name: step.name }).delete();
    }
    await prepareDatabases({ urls });
    expect(await splits()).toEqual(before);
    await db("intermediary_findings").delete();
    await prepareDatabases({ urls });
    expect(await splits()).toEqual([]);
    await refresh("intermediary");
  });

  it("is nothing for a service that precomputes nothing", async () => {
    expect(await refresh("reference")).toBe(false);
  });
});
