/** Figures of cases, comparisons and version differences through the gateway, against calculations of this file. */
import type { Knex } from "knex";
import days from "chinese-days";
import { startStack, type TestStack } from "../support/stack.js";
import { OWN_AGENCY, select, statementsDuring, type Row } from "./support/matters.js";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const workdays = new Map<string, boolean>();
const works = (day: string): boolean => {
  const known = workdays.get(day) ?? days.getDayDetail(day).work;
  workdays.set(day, known);
  return known;
};

interface Figures {
  completed: number;
  overdue: number;
  days: number[];
}

/** Completed cases, judged day by day. */
const judged = async (where: string): Promise<{ late: boolean; days: number; row: Row }[]> => {
  const rows = await select(
    db,
    `select c.*, m.catalog_code, c.completed_on::text as done, coalesce((select json_agg(json_build_object('from', from_on::text, 'to', to_on::text)) from special_procedures p where p.case_no = c.case_no and kind not in ('EXTENSION', 'OTHER')), '[]') as pauses,
      coalesce((select sum(extension_days) from special_procedures p where p.case_no = c.case_no and kind = 'EXTENSION'), 0)::int as extension
     from service_cases c join service_matters m on m.id = c.matter_id where c.completed_on is not null and ${where}`,
  );
  return rows.map((row) => {
    const stopped = (day: string): boolean => row["pauses"].some(({ from, to }: Row) => from <= day && day <= to);
    const unit = row["promised_unit"];
    let due = row["accepted_on"];
    for (let left = row["promised_amount"] + row["extension"]; left > 0;) {
      due = next(due);
      if (!stopped(due) && (unit === "D" || works(due))) left -= 1;
    }
    if (unit === "D") while (!works(due)) due = next(due);
    let days = 0;
    for (let day = row["accepted_on"]; day < row["done"];) {
      day = next(day);
      if (works(day) && !stopped(day)) days += 1;
    }
    return { late: row["done"] > due, days, row };
  });
};

const figuresBy = (cases: Awaited<ReturnType<typeof judged>>, key: string): Map<string, Figures> => {
  const groups = new Map<string, Figures>();
  for (const { late, days, row } of cases) {
    const group = groups.get(row[key]) ?? { completed: 0, overdue: 0, days: [] };
    groups.set(row[key], group);
    group.completed += 1;
    group.overdue += late ? 1 : 0;
    group.days.push(days);
  }
  return groups;
};

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

const shown = ({ completed, overdue, days }: Figures, year: number): Row => ({
  year,
  completed,
  medianWorkdays: median(days),
  overdueRate: Math.round((overdue / completed) * 10_000) / 10_000,
  suppressed: false,
});

const STATS = "{ year completed medianWorkdays overdueRate suppressed }";
const HIDDEN = { completed: null, medianWorkdays: null, overdueRate: null, suppressed: true };

describe("figures of a year", () => {
  it("of every catalogue item are those of a day-by-day calculation", async () => {
    const { body } = await stack.ask(
      `{ catalogueItems(first: 100) { nodes { catalogCode caseStats(year: 2026) ${STATS} } } }`,
    );
    const expected = figuresBy(await judged("c.completed_on >= '2026-01-01'"), "catalog_code");
    let suppressed = 0;
    for (const { catalogCode, caseStats } of body.data.catalogueItems.nodes) {
      if (caseStats.suppressed) suppressed += 1;
      else expect([catalogCode, caseStats]).toEqual([catalogCode, shown(expected.get(catalogCode)!, 2026)]);
    }
    expect(suppressed).toBeGreaterThan(0);
    expect(suppressed).toBeLessThan(body.data.catalogueItems.nodes.length);
    expect([...expected.values()].some(({ overdue }) => overdue > 0)).toBe(true);
  });

  it("of matters and their agency, in either year", async () => {
    const { body } = await stack.ask(
      `query($uscc: USCC!) { organization(uscc: $uscc) { this: caseStats(year: 2026) ${STATS} last: caseStats(year: 2025) ${STATS}
        serviceMatters(first: 100) { nodes { id this: caseStats(year: 2026) ${STATS} last: caseStats(year: 2025) ${STATS} } } } }`,
      { variables: { uscc: OWN_AGENCY.uscc } },
    );
    for (const [alias, year] of [
      ["this", 2026],
      ["last", 2025],
    ] as const) {
      const cases = await judged(`c.dept_id = '${OWN_AGENCY.id}' and extract(year from c.completed_on) = ${year}`);
      expect(body.data.organization[alias]).toEqual(shown(figuresBy(cases, "dept_id").get(OWN_AGENCY.id)!, year));
      const byMatter = figuresBy(cases, "matter_id");
      let seen = 0;
      for (const { id, [alias]: stats } of body.data.organization.serviceMatters.nodes) {
        const group = byMatter.get(id);
        if (stats.suppressed) expect(stats).toEqual({ year, ...HIDDEN });
        else {
          expect(stats).toEqual(shown(group!, year));
          expect(group!.completed).toBeGreaterThanOrEqual(5);
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(0);
    }
  });

  it("are hidden alike where nothing, one and four cases were completed", async () => {
    const { body } = await stack.ask(`{ organization(uscc: "12990101MB90000236") { caseStats(year: 2026) ${STATS} } }`);
    expect(body.data.organization.caseStats).toEqual({ year: 2026, ...HIDDEN });
    const [small] = await select(
      db,
      "select key from case_statistics where scope = 'MATTER' and year = 2026 and completed between 1 and 4 order by key limit 1",
    );
    const one = await stack.ask(`query($id: ID!) { serviceMatter(id: $id) { caseStats(year: 2026) ${STATS} } }`, {
      variables: { id: small!["key"] },
    });
    expect(one.body.data.serviceMatter.caseStats).toEqual({ year: 2026, ...HIDDEN });
  });

  it("leave no remainder below five between a total and its shown parts", async () => {
    for (const column of ["dept_id", "catalog_code"]) {
      const [worst] = await select(
        db,
        `select min(rest) as least from (select sum(s.completed) filter (where s.suppressed) as rest from case_statistics s join service_matters m on m.id = s.key and s.scope = 'MATTER'
           join case_statistics t on t.key = m.${column} and t.year = s.year and not t.suppressed group by m.${column}, s.year) as rests where rest > 0`,
      );
      expect(Number(worst!["least"])).toBeGreaterThanOrEqual(5);
    }
  });

  it("refuse a year that is none, and are hidden for one without cases", async () => {
    const bad = await stack.ask(`{ organization(uscc: "${OWN_AGENCY.uscc}") { caseStats(year: 26) { completed } } }`);
    expect(bad.body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", rule: "YEAR" });
    const none = await stack.ask(`{ organization(uscc: "${OWN_AGENCY.uscc}") { caseStats(year: 2011) ${STATS} } }`);
    expect(none.body.data.organization.caseStats).toEqual({ year: 2011, ...HIDDEN });
  });
});

describe("a comparison of one catalogue item", () => {
  const query = `query($first: Int!, $after: String) { division(code: "220000") { matterComparison(catalogCode: "220131001000", first: $first, after: $after) {
    nodes { promisedDays statutoryDays visits feeCount materialCount requiredMaterialCount caseStats(year: 2026) { completed suppressed } matter { id dept { name division { name } } } }
    pageInfo { hasNextPage endCursor } } } }`;

  it("lays all agencies of the province side by side, the shortest promise first", async () => {
    const expected = await select(
      db,
      `select id, (content->'promised'->>'amount')::int as promised, (content->'statutory'->>'amount')::int as statutory, visits, jsonb_array_length(content->'materials') as materials, jsonb_array_length(content->'fees') as fees
       from service_matters where catalog_code = '220131001000' and status = 'PUBLISHED' and task_state = 'IN_USE' order by 2, 1`,
    );
    const all: Row[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await stack.ask(query, { variables: { first: 3, after } });
      expect(body.errors).toBeUndefined();
      const { nodes, pageInfo } = body.data.division.matterComparison;
      all.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(
      all.map((row) => [
        row["matter"].id,
        row["promisedDays"],
        row["statutoryDays"],
        row["visits"],
        row["materialCount"],
        row["feeCount"],
      ]),
    ).toEqual(
      expected.map((row) => [
        row["id"],
        row["promised"],
        row["statutory"],
        row["visits"],
        row["materials"],
        row["fees"],
      ]),
    );
    expect(all.length).toBeGreaterThan(5);
    expect(all.every(({ matter }) => matter.dept.division.name)).toBe(true);
  });

  it("costs the same number of statements for 3 and for 100 rows, and leaves drafts out even for their agency", async () => {
    const run = (first: number) => async (): Promise<void> =>
      expect((await stack.ask(query, { variables: { first } })).body.errors).toBeUndefined();
    expect([await statementsDuring(db, run(3)), await statementsDuring(db, run(100))]).toEqual([2, 2]);
    const [mine] = await select(
      db,
      "select id from service_matters where catalog_code = '220131001000' and dept_uscc = ? order by id limit 1",
      [OWN_AGENCY.uscc],
    );
    await db("service_matters").where("id", mine!["id"]).update({ status: "DRAFT" });
    const { body } = await stack.ask(query, { viewer: "officer-1", variables: { first: 100 } });
    await db("service_matters").where("id", mine!["id"]).update({ status: "PUBLISHED" });
    expect(body.data.division.matterComparison.nodes.map(({ matter }: Row) => matter.id)).not.toContain(mine!["id"]);
  });
});

describe("a version difference", () => {
  let golden: string;
  beforeAll(async () => {
    const [row] = await select(
      db,
      "select id from service_matters where division_code = '222401' and task_name = '食品经营许可'",
    );
    golden = row!["id"];
  });
  const difference = async (id: string, from: number, to: number): Promise<Row | null> => {
    const { body } = await stack.ask(
      `query($id: ID!, $from: Int!, $to: Int!) { serviceMatter(id: $id) { versionDifference(from: $from, to: $to) { from to changes { field kind oldValue newValue } } } }`,
      { variables: { id, from, to } },
    );
    expect(body.errors).toBeUndefined();
    return body.data.serviceMatter.versionDifference;
  };

  it("says what changed between versions 3 and 4", async () => {
    expect(await difference(golden, 3, 4)).toEqual({
      from: 3,
      to: 4,
      changes: [
        { field: "materials[经办人身份证复印件]", kind: "REMOVED", oldValue: "经办人身份证复印件", newValue: null },
        { field: "materials[食品经营许可申请表].copies", kind: "CHANGED", oldValue: "2", newValue: "1" },
        { field: "promised.amount", kind: "CHANGED", oldValue: "12", newValue: "10" },
        { field: "steps[审核].workingDays", kind: "CHANGED", oldValue: "8", newValue: "6" },
      ],
    });
  });

  it("names materials that came and went, and turns round with its arguments", async () => {
    const forth = (await difference(golden, 2, 4))!["changes"] as Row[];
    const back = (await difference(golden, 4, 2))!["changes"] as Row[];
    expect(forth).toContainEqual({
      field: "materials[单位介绍信]",
      kind: "REMOVED",
      oldValue: "单位介绍信",
      newValue: null,
    });
    expect(back.map(({ field, oldValue, newValue }) => [field, newValue, oldValue])).toEqual(
      forth.map(({ field, oldValue, newValue }) => [field, oldValue, newValue]),
    );
  });

  it("is empty between a version and itself, and nothing where a version does not exist", async () => {
    expect(await difference(golden, 4, 4)).toEqual({ from: 4, to: 4, changes: [] });
    expect(await difference(golden, 4, 5)).toBeNull();
    expect(await difference(golden, 0, 4)).toBeNull();
  });

  it("costs one statement for a whole list", async () => {
    const query = `query($first: Int!) { serviceMatters(first: $first) { nodes { versionDifference(from: 1, to: 2) { changes { field } } } } }`;
    const run = (first: number) => async (): Promise<void> =>
      expect((await stack.ask(query, { variables: { first } })).body.errors).toBeUndefined();
    expect([await statementsDuring(db, run(10)), await statementsDuring(db, run(90))]).toEqual([2, 2]);
  });
});
