/** The demonstration cases keep every invariant, hold the awkward ones, leak nothing and come out the same each time: by SQL alone. */
import "reflect-metadata";
import type { Knex } from "knex";
import { createWorld } from "../../infra/local/world.js";
import { startStack, type TestStack } from "../support/stack.js";
import { clearMatters, seedMatters } from "../../subgraphs/matters/seeds/seed.js";
import { select } from "./support/matters.js";

const world = createWorld("small");
let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const PAUSING = "('HEARING','BIDDING','AUCTION','INSPECTION','TEST','QUARANTINE','APPRAISAL','EXPERT_REVIEW')";
const OPEN_PAUSE = `exists (select from special_procedures p where p.case_no = c.case_no and p.kind in ${PAUSING} and p.to_on is null)`;
const DONE = "('COMPLETED', 'DELIVERED', 'RATED')";

describe("invariants of the seeded cases", () => {
  it.each([
    [
      "a case has no version",
      "not exists (select from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version)",
    ],
    [
      "a case does not apply the version of its day",
      "c.applied_on is not null and not exists (select from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version and v.valid_from <= c.applied_on and coalesce(v.valid_to, '9999-01-01') >= c.applied_on)",
    ],
    [
      "a promise is not that of the version",
      `exists (select from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version and v.content->'promised'->>'unit' = 'WORKING_DAY'
        and ((v.content->'promised'->>'amount')::int, 'WD') is distinct from (c.promised_amount, c.promised_unit))`,
    ],
    [
      "an agency is not that of the matter",
      "not exists (select from service_matters m where m.id = c.matter_id and m.dept_id = c.dept_id and m.dept_uscc = c.dept_uscc and m.division_code = c.division_code)",
    ],
    [
      "a running case was not accepted, or without a number",
      "c.state in ('ACCEPTED', 'REVIEW', 'SUSPENDED', 'DECIDED') and (c.accepted_on is null or c.acceptance_no is null or c.ended_on is not null)",
    ],
    [
      "a completed case lacks a day",
      `c.state in ${DONE} and (c.completed_on is null or c.ended_on is distinct from c.completed_on or c.accepted_on is null or c.granted is null)`,
    ],
    ["a case is completed in a state that is not", `c.completed_on is not null and c.state not in ${DONE}`],
    [
      "days run backwards",
      "c.applied_on > c.accepted_on or c.accepted_on > c.completed_on or c.ended_on > '2026-09-28' or c.ended_on < c.applied_on",
    ],
    [
      "an applicant is in correction without having been told, or told before the application",
      "(c.state = 'CORRECTION' and c.notice_on is null) or c.notice_on < c.applied_on or c.notice_on > '2026-09-28'",
    ],
    ["SUSPENDED is not an open procedure", `(c.state = 'SUSPENDED') <> ${OPEN_PAUSE}`],
    [
      "an unaccepted case was not told why and what to do",
      "c.state = 'NOT_ACCEPTED' and (c.content->'result'->>'reasons' is null or c.content->'result'->>'remedy' is null)",
    ],
    [
      "a refusal has neither reasons nor an alert",
      "c.granted = false and c.content->'result'->>'reasons' is null and not exists (select from monitor_alerts a where a.case_no = c.case_no and a.kind = 'NO_REASONS')",
    ],
    [
      "a granted licensing case has no licence",
      `c.granted and c.task_type = 'LICENSING_01' and not exists (select from electronic_licences l where l.case_no = c.case_no)`,
    ],
    [
      "a licence has no granted case",
      "not coalesce(c.granted, false) and exists (select from electronic_licences l where l.case_no = c.case_no)",
    ],
    [
      "a rated case has no rating",
      "c.state = 'RATED' and not exists (select from service_ratings r where r.case_no = c.case_no and not r.by_default)",
    ],
  ])("never: %s", async (_name, broken) => {
    const [row] = await select(
      db,
      `select count(*)::int as n, min(case_no) as example from service_cases c where ${broken}`,
    );
    expect(row).toEqual({ n: 0, example: null });
  });

  it.each([
    [
      "a procedure lies outside its case",
      "special_procedures p join service_cases c using (case_no)",
      "p.from_on < c.accepted_on or p.to_on < p.from_on or p.to_on > coalesce(c.ended_on, '2026-09-28')",
    ],
    [
      "an alert is of another agency than its case",
      "monitor_alerts a join service_cases c using (case_no)",
      "a.dept_id <> c.dept_id or a.division_code <> c.division_code or a.raised_on > '2026-09-28'",
    ],
    [
      "a rating is of another applicant, or of the future",
      "service_ratings r join service_cases c using (case_no)",
      "r.subject <> c.subject or r.dept_uscc <> c.dept_uscc or r.matter_id <> c.matter_id or r.rated_on > '2026-09-28' or r.rated_on < c.completed_on",
    ],
    [
      "a bad rating is not followed up, or a good one is",
      "service_ratings r",
      "(r.stars <= 2) <> (r.rectification_state is not null)",
    ],
    [
      "a rectification is closed without a call-back",
      "service_ratings r",
      "r.rectification_state = 'CLOSED' and (r.called_back_on is null or r.rectified_on is null)",
    ],
    [
      "a shown comment names its writer",
      "service_ratings r join service_cases c using (case_no)",
      "position(c.applicant_name in r.shown_comment) > 0",
    ],
    [
      "a licence is another's",
      "electronic_licences l join service_cases c using (case_no)",
      "l.subject <> c.subject or l.holder_name <> c.applicant_name or l.issued_on <> c.completed_on",
    ],
  ])("never: %s", async (_name, from, broken) => {
    const [row] = await select(db, `select count(*)::int as n from ${from} where ${broken}`);
    expect(row!["n"]).toBe(0);
  });

  it("are all cases of the world, and two drafts", async () => {
    const numbers = await select(db, "select case_no, state from service_cases");
    const drafts = numbers.filter(({ state }) => state === "DRAFT");
    expect(drafts).toHaveLength(2);
    expect(new Set(numbers.filter(({ state }) => state !== "DRAFT").map((row) => row["case_no"]))).toEqual(
      new Set(world.cases.map(({ caseNo }) => caseNo)),
    );
  });
});

describe("awkward cases", () => {
  it.each([
    ["suspended ones", "service_cases where state = 'SUSPENDED'", 5],
    ["suspensions that ended", `special_procedures where kind in ${PAUSING} and to_on is not null`, 20],
    ["extensions", "special_procedures where kind = 'EXTENSION' and extension_days > 0", 10],
    ["withdrawn ones", "service_cases where state = 'WITHDRAWN'", 10],
    ["ones passed on or returned", "service_cases where state in ('TRANSFERRED', 'RETURNED')", 10],
    ["ones that wait for a correction", "service_cases where state = 'CORRECTION'", 3],
    ["refusals without reasons", "service_cases where granted = false and content->'result'->>'reasons' is null", 1],
    [
      "old versions",
      "service_cases c join service_matters m on m.id = c.matter_id where c.matter_version < m.version",
      10,
    ],
    [
      "bad ratings still being put right after months",
      "service_ratings where rectification_state = 'RECTIFYING' and rated_on < '2026-08-01'",
      1,
    ],
    ["ratings by default", "service_ratings where by_default", 10],
    ["comments that must not be shown", "service_ratings where moderation = 'BLOCKED' and comment is not null", 10],
    ["licences that expired", "electronic_licences where valid_to < '2026-09-28'", 5],
    ["licences that were revoked", "electronic_licences where revoked_on is not null", 5],
    ["escalated alerts", "monitor_alerts where state = 'ESCALATED'", 1],
  ])("include %s", async (_name, from, least) => {
    const [row] = await select(db, `select count(*)::int as n from ${from}`);
    expect(row!["n"]).toBeGreaterThanOrEqual(least);
  });
});

describe("personal data", () => {
  it("identity numbers are nowhere, phones and addresses only with their case", async () => {
    const columns = await select(
      db,
      "select table_name, column_name from information_schema.columns where table_schema = 'matters' and data_type in ('text', 'jsonb', 'ARRAY')",
    );
    const offending = async (pattern: string, allowed: readonly string[]): Promise<string[]> => {
      const places: string[] = [];
      for (const { table_name: table, column_name: column } of columns) {
        if (allowed.includes(column)) continue;
        const found = await select(db, `select 1 from "${table}" t where t."${column}"::text ~ ? limit 1`, [pattern]);
        if (found.length > 0) places.push(`${table}.${column}`);
      }
      return places;
    };
    // All numbers of the world begin so, all phones and addresses too.
    expect(world.persons.every(({ idNumber }) => /^9901011970/.test(idNumber))).toBe(true);
    expect(world.persons.every(({ phone, address }) => /^1990000/.test(phone) && /演示路/.test(address))).toBe(true);
    expect(await offending("9901011970", [])).toEqual([]);
    expect(await offending("1990000|演示路", ["contact_phone", "contact_address"])).toEqual([]);
    const [kept] = await select(
      db,
      "select count(*) filter (where contact_phone ~ '^1990000')::int as phones, count(*) filter (where contact_address ~ '演示路')::int as addresses from service_cases",
    );
    expect([kept!["phones"] > 0, kept!["addresses"] > 0]).toEqual([true, true]);
    expect(columns.length).toBeGreaterThan(60);
  });
});

describe("the seed", () => {
  it("gives the same rows each time", async () => {
    const tables = [
      "service_matters",
      "service_matter_versions",
      "service_cases",
      "special_procedures",
      "monitor_alerts",
      "service_ratings",
      "electronic_licences",
      "case_statistics",
      "rating_statistics",
    ];
    const digest = async (): Promise<unknown[]> =>
      Promise.all(
        tables.map(
          async (table) =>
            (await select(db, `select md5(string_agg(t::text, '' order by t::text)) as md5 from "${table}" t`))[0],
        ),
      );
    const before = await digest();
    await db.transaction(async (trx) => {
      await clearMatters(trx);
      await seedMatters(trx, createWorld("small"));
    });
    expect(await digest()).toEqual(before);
  });
});
