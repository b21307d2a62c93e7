/** Statistics of credit: late publication counted in working days by hand-typed holidays, counts equal to rows, nothing repaired. */
import { showcaseRequest } from "../support/showcase.js";
import { PUBLIC_PENALTIES, startCredit, type CreditUnderTest, type Row, type ViewerName } from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

/** Days off of 2026 and make-up days, typed from the State Council's arrangement (docs/reference/time-limits.md#the-calendar). */
const HOLIDAYS = `('2026-01-01'::date),('2026-01-02'),('2026-02-16'),('2026-02-17'),('2026-02-18'),('2026-02-19'),('2026-02-20'),('2026-02-23'),('2026-04-06'),
  ('2026-05-01'),('2026-05-04'),('2026-05-05'),('2026-06-19'),('2026-09-25'),('2026-10-01'),('2026-10-02'),('2026-10-05'),('2026-10-06'),('2026-10-07')`;
const MAKEUP = `('2026-01-04'::date),('2026-02-14'),('2026-02-28'),('2026-05-09'),('2026-09-20'),('2026-10-10')`;

/** Working days of 2026, numbered; a second calendar beside the product's. */
const CALENDAR = `calendar as (select day, row_number() over (order by day) as n from (
    select d::date as day from generate_series('2026-01-01'::date, '2026-12-31'::date, '1 day') d
    where (extract(isodow from d) < 6 and d::date not in (select * from (values ${HOLIDAYS}) h)) or d::date in (select * from (values ${MAKEUP}) m)) w)`;

/** Due day of a decision: the working day that is `over` working days later. */
const dueOn = (over: number): string =>
  `(select c.day from calendar c where c.n = (select count(*) from calendar b where b.day <= p.decision_date) + ${over})`;

const LATE = `late(overWorkdays: OVER) { count provisional byAuthority { authority { id name } count worstDays samples { id docNo decisionDate publishedOn } } }`;
const statsOf = async (
  over: number,
  viewer: ViewerName = "anonymous",
  division = "222400",
  year = 2026,
): Promise<Row> =>
  (
    await credit.ask(
      `{ division(code: "${division}") { penaltyStats(year: ${year}) { year total bySeverity { severity count } correctionRate ${LATE.replace("OVER", String(over))} } } }`,
      viewer,
    )
  )["division"].penaltyStats as Row;

describe("the calendar of this test", () => {
  it("gives the golden days", async () => {
    const [row] = await credit.rows(
      `with ${CALENDAR} select (select count(*)::int from calendar) as days,
        (select ${dueOn(7)} from (select '2026-05-06'::date as decision_date) p) as a, (select ${dueOn(7)} from (select '2026-02-12'::date as decision_date) p) as b,
        (select ${dueOn(5)} from (select '2026-09-28'::date as decision_date) p) as c`,
    );
    expect(row).toEqual({ days: 248, a: "2026-05-14", b: "2026-02-28", c: "2026-10-10" });
  });
});

describe("late publication of penalties", () => {
  it.each([7, 0, 15])("over %i working days is, by authority, what independent SQL finds", async (over) => {
    const { late } = await statsOf(over);
    const expected = await credit.rows(
      `with ${CALENDAR} select p.authority_id as id, count(*)::int as count, max(p.published_on - p.decision_date)::int as worst
        from ${PUBLIC_PENALTIES} and p.division_code like '2224%' and p.decision_date between '2026-01-01' and '2026-12-31' and p.published_on > ${dueOn(over)}
        group by 1 order by count desc, id`,
    );
    expect(
      late.byAuthority.map(({ authority, count, worstDays }: Row) => ({ id: authority.id, count, worst: worstDays })),
    ).toEqual(expected);
    expect(late.count).toBe(expected.reduce((sum, { count }) => sum + (count as number), 0));
    expect(late.count).toBeGreaterThan(0);
    expect(late.provisional).toBe(0);
  });

  it("gives at most three samples an authority, the latest ones, all of them public records", async () => {
    const { late } = await statsOf(0);
    const open = new Map(
      (await credit.rows(`select p.id, p.doc_no, p.decision_date, p.published_on from ${PUBLIC_PENALTIES}`)).map(
        (row) => [row["id"], row],
      ),
    );
    for (const { count, worstDays, samples } of late.byAuthority as Row[]) {
      expect(samples).toHaveLength(Math.min(3, count));
      const days = samples.map(
        ({ decisionDate, publishedOn }: Row) => (Date.parse(publishedOn) - Date.parse(decisionDate)) / 86_400_000,
      );
      expect(days).toEqual([...days].sort((a, b) => b - a));
      expect(days[0]).toBe(worstDays);
      for (const { id, docNo, decisionDate, publishedOn } of samples)
        expect(open.get(id)).toEqual({ id, doc_no: docNo, decision_date: decisionDate, published_on: publishedOn });
    }
    expect(late.byAuthority.some(({ count }: Row) => count > 3)).toBe(true);
  });

  it("counts the unpublished ones for supervisors, and those never to be published for nobody", async () => {
    const { late } = await statsOf(7, "supervisor-1");
    const expected = await credit.rows(
      `with ${CALENDAR} select count(*)::int as n, count(*) filter (where p.published_on is null)::int as unpublished from penalties p
        where p.division_code like '22%' and p.decision_date between '2026-01-01' and '2026-12-31' and coalesce(p.published_on, '2026-09-28') > ${dueOn(7)}
          and not p.counterparty_minor and p.severity_rule_id <> 'L23-MINOR' and (p.published_on is not null or p.withdrawn_on is null)`,
    );
    expect(late.count).toBe(expected[0]!["n"]);
    expect(expected[0]!["unpublished"]).toBeGreaterThan(0);
  });

  it("is late from the day after the last day in time, and not before", async () => {
    const count = async (published: string): Promise<number> => {
      await credit.db.raw(`update penalties set published_on = ? where id = 'CF-GOLDEN-1'`, [published]);
      return (await statsOf(7))["late"].count as number;
    };
    // Decided 2026-05-06: seven working days end on the 14th (docs/reference/time-limits.md#golden-days).
    const [inTime, after] = [await count("2026-05-14"), await count("2026-05-15")];
    await count("2026-05-11");
    expect(after).toBe(inTime + 1);
  });

  it("never counts a minor's record that is rightly unpublished", async () => {
    const before = (await statsOf(7, "supervisor-1"))["late"].count;
    await credit.db.raw(`update penalties set published_on = null where id = 'CF-AGE-UNKNOWN-1'`);
    const after = (await statsOf(7, "supervisor-1"))["late"].count;
    await credit.db.raw(`update penalties set published_on = '2026-06-15' where id = 'CF-AGE-UNKNOWN-1'`);
    expect(after).toBe(before);
  });

  it("answers a year without calendar as provisional, and says so, never a guess", async () => {
    const { division } = await credit.ask(
      `{ division(code: "222401") { licenceStats(year: 2009) { total late { count provisional byAuthority { count } } } penaltyStats(year: 2027) { total late { count provisional } } } }`,
    );
    expect(division).toEqual({
      licenceStats: { total: 1, late: { count: 0, provisional: 1, byAuthority: [] } },
      penaltyStats: { total: 0, late: { count: 0, provisional: 0 } },
    });
  });

  it.each([-1, 61])("refuses %i working days", async (over) => {
    const { body } = await credit.stack.ask(
      `{ division(code: "222401") { penaltyStats(year: 2026) { late(overWorkdays: ${over}) { count } } } }`,
    );
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("counts", () => {
  it.each([
    "anonymous",
    "citizen-1",
    "agent-1",
    "officer-1",
    "officer-2",
    "supervisor-1",
    "auditor-1",
    "app-partner",
  ] as const)("equal the rows that the same caller gets, for %s (C5)", async (viewer) => {
    for (const division of ["222401", "222404", "220000"]) {
      for (const year of [2024, 2026]) {
        const listed = await credit.all(
          `penalties| filter: { division: "${division}", year: ${year} }`,
          "severity",
          viewer,
        );
        const { total, bySeverity } = await statsOf(7, viewer, division, year);
        expect([viewer, division, year, total]).toEqual([viewer, division, year, listed.length]);
        expect(bySeverity).toEqual(
          ["MINOR", "GENERAL", "SERIOUS"].map((severity) => ({
            severity,
            count: listed.filter((node) => node["severity"] === severity).length,
          })),
        );
      }
    }
  });

  it("of licences equal rows too, by division and by matter", async () => {
    const [matter] = await credit.rows(
      `select matter_id as id from licences where matter_id is not null and decision_date between '2025-01-01' and '2025-12-31' group by 1 having bool_or(revoked) order by count(*) desc limit 1`,
    );
    const [late] = await credit.rows(
      `select id, published_on::text as day from licences where division_code = '222406' and not counterparty_minor and published_on is not null
        and decision_date between '2025-01-01' and '2025-12-31' order by id limit 1`,
    );
    await credit.db.raw(`update licences set published_on = decision_date + 40 where id = ?`, [late!["id"]]);
    const figures = `year total valid revoked late { count }`;
    const { division, serviceMatter } = await credit.ask(
      `{ division(code: "222406") { licenceStats(year: 2025) { ${figures} } } serviceMatter(id: "${matter!["id"]}") { outcomeLicences(year: 2025) { ${figures} } } }`,
    );
    const counted = async (condition: string): Promise<Row> =>
      (
        await credit.rows(
          `select 2025 as year, count(*)::int as total, count(*) filter (where revoked)::int as revoked,
            count(*) filter (where not revoked and valid_from <= '2026-09-28' and coalesce(valid_to, 'infinity') >= '2026-09-28')::int as valid from licences
            where ${condition} and published_on <= '2026-09-28' and not counterparty_minor and decision_date between '2025-01-01' and '2025-12-31'`,
        )
      )[0]!;
    expect(division.licenceStats).toMatchObject(await counted("division_code = '222406'"));
    expect(serviceMatter.outcomeLicences).toMatchObject(await counted(`matter_id = '${matter!["id"]}'`));
    expect(serviceMatter.outcomeLicences.revoked).toBeGreaterThan(0);
    expect(division.licenceStats.late.count).toBeGreaterThan(0);
    await credit.db.raw(`update licences set published_on = ? where id = ?`, [late!["day"], late!["id"]]);
  });
});

describe("the figures of an authority", () => {
  const AUTHORITY = "CN-USCC-11990101MB9000015E";
  const figures = `id penaltyDecisionStats(year: 2026) { year total correctionRate bySeverity { severity count } late { count byAuthority { authority { id } } } }
    licenceDecisionStats(year: 2025) { total revoked }`;
  const statsOfAuthority = async (viewer: ViewerName): Promise<Row> =>
    (await credit.ask(`{ organization(id: "${AUTHORITY}") { ${figures} } }`, viewer))["organization"] as Row;

  it.each(["anonymous", "agent-1", "officer-1", "supervisor-1"] as const)(
    "equal the rows of its decisions that %s gets (C5)",
    async (viewer) => {
      const listed = await credit.all(
        `penalties| filter: { authorityId: "${AUTHORITY}", year: 2026 }`,
        "severity",
        viewer,
      );
      const licences = await credit.all(`licences| filter: { authorityId: "${AUTHORITY}", year: 2025 }`, "id", viewer);
      const { penaltyDecisionStats, licenceDecisionStats } = await statsOfAuthority(viewer);
      expect(penaltyDecisionStats).toMatchObject({ year: 2026, total: listed.length });
      for (const { severity, count } of penaltyDecisionStats.bySeverity as Row[])
        expect([severity, count]).toEqual([severity, listed.filter((row) => row["severity"] === severity).length]);
      expect(licenceDecisionStats.total).toBe(licences.length);
      expect(listed.length).toBeGreaterThan(0);
      expect(licences.length).toBeGreaterThan(0);
    },
  );

  it("count late what it decided alone, and give its share of objections found right", async () => {
    const { penaltyDecisionStats: stats } = await statsOfAuthority("supervisor-1");
    const [late] = await credit.rows(
      `with ${CALENDAR} select count(*)::int as n from penalties p where p.authority_id = '${AUTHORITY}'
        and p.decision_date between '2026-01-01' and '2026-12-31' and coalesce(p.published_on, '2026-09-28') > ${dueOn(7)}
        and not p.counterparty_minor and p.severity_rule_id <> 'L23-MINOR' and (p.published_on is not null or p.withdrawn_on is null)`,
    );
    expect(stats.late.count).toBe(late!["n"]);
    expect(late!["n"]).toBeGreaterThan(0);
    expect(stats.late.byAuthority).toEqual([{ authority: { id: AUTHORITY } }]);
    const [rate] = await credit.rows(
      `select count(*)::int as n, avg((outcome = 'CORRECTED')::int)::float as rate from objections where authority_id = '${AUTHORITY}'
        and decided_on between '2026-01-01' and '2026-09-28' and record_id not in (select id from penalties where counterparty_minor or severity_rule_id = 'L23-MINOR'
          or (repaired_on <= '2026-09-28' and (republished_on is null or republished_on > '2026-09-28')))`,
    );
    expect(stats.correctionRate).toEqual(rate!["n"] < 5 ? null : expect.closeTo(rate!["rate"], 10));
  });

  it("take the same statements for 200 bodies as for two", async () => {
    const bodies = (await credit.stack.databases["reference"]!("organizations")
      .select("id")
      .orderBy("id")
      .limit(200)) as {
      id: string;
    }[];
    const references = bodies.map(({ id }) => ({ __typename: "Organization", id }));
    const cost = (count: number): Promise<number> =>
      credit.statementsDuring(() =>
        credit.entities(references.slice(0, count), `... on Organization { ${figures} }`, "supervisor-1"),
      );
    expect(await cost(200)).toBe(await cost(2));
  });
});

describe("penalties by authority", () => {
  it.each(["anonymous", "supervisor-1"] as const)("are for %s the rows of the list, most first", async (viewer) => {
    const { division } = await credit.ask(
      `{ division(code: "220000") { penaltyStats(year: 2026) { total byAuthority { authority { id } count bySeverity { severity count } } } } }`,
      viewer,
    );
    const { total, byAuthority } = division.penaltyStats as Row;
    const counted = new Map<string, Row>();
    const rows = await credit.all(
      `penalties| filter: { division: "220000", year: 2026 }`,
      "severity authority { id }",
      viewer,
    );
    for (const { severity, authority } of rows) {
      const own = counted.get(authority.id) ?? { id: authority.id, count: 0, MINOR: 0, GENERAL: 0, SERIOUS: 0 };
      counted.set(authority.id, { ...own, count: own["count"] + 1, [severity]: own[severity] + 1 });
    }
    const expected = [...counted.values()].sort((a, b) => b["count"] - a["count"] || (a["id"] < b["id"] ? -1 : 1));
    expect(
      byAuthority.map(({ authority, count, bySeverity }: Row) => ({
        id: authority.id,
        count,
        ...Object.fromEntries(bySeverity.map((row: Row) => [row["severity"], row["count"]])),
      })),
    ).toEqual(expected);
    expect(byAuthority.reduce((sum: number, { count }: Row) => sum + count, 0)).toBe(total);
    expect(expected.length).toBeGreaterThan(1);
  });
});

describe("the correction rate", () => {
  const expectedRate = async (prefix: string): Promise<{ n: number; rate: number }> =>
    (
      await credit.rows(
        `select count(*)::int as n, avg((outcome = 'CORRECTED')::int)::float as rate from objections o where division_code like '${prefix}%'
          and decided_on between '2026-01-01' and '2026-09-28' and record_id not in (select id from penalties where counterparty_minor or severity_rule_id = 'L23-MINOR'
            or (repaired_on <= '2026-09-28' and (republished_on is null or republished_on > '2026-09-28')))`,
      )
    )[0] as { n: number; rate: number };

  it("is the share of decided objections that were found right", async () => {
    const expected = await expectedRate("222401");
    expect(expected.n).toBeGreaterThanOrEqual(5);
    expect((await statsOf(7, "anonymous", "222401"))["correctionRate"]).toBeCloseTo(expected.rate, 10);
  });

  it("is not told for fewer than five", async () => {
    // Four decided objections in a county that has none.
    expect((await expectedRate("222426")).n).toBe(0);
    const add = (from: number, to: number): Promise<unknown> =>
      credit.db.raw(
        `insert into objections (no, authority_id, authority_uscc, division_code, record_kind, record_id, state, statement, filed_on, accepted_on, decided_on, outcome)
          select 'YY-FEW-' || n, 'CN-X', 'X', '222426', 'LICENCE', 'XK-NONE-' || n, 'NOTIFIED', '演示', '2026-03-02', '2026-03-03', '2026-03-10', 'UPHELD' from generate_series(${from}, ${to}) n`,
      );
    await add(1, 4);
    const four = (await statsOf(7, "supervisor-1", "222426"))["correctionRate"];
    await add(5, 5);
    const five = (await statsOf(7, "supervisor-1", "222426"))["correctionRate"];
    await credit.db.raw(`delete from objections where no like 'YY-FEW-%'`);
    expect([four, five]).toEqual([null, 0]);
  });

  it("does not move where a record is repaired: its objection leaves for everybody (C4)", async () => {
    await credit.db.raw(
      `insert into objections (no, counterparty_id, authority_id, authority_uscc, division_code, record_kind, record_id, state, statement, filed_on, accepted_on, decided_on, outcome)
        select 'YY-TEST', counterparty_id, authority_id, authority_uscc, division_code, 'PENALTY', id, 'NOTIFIED', '演示', '2026-03-02', '2026-03-03', '2026-03-10', 'UPHELD' from penalties where id = 'CF-GOLDEN-2'`,
    );
    for (const viewer of ["anonymous", "app-partner", "supervisor-1"] as const) {
      const with_ = (await statsOf(7, viewer, "222401"))["correctionRate"];
      expect(with_).toBeCloseTo((await expectedRate("222401")).rate, 10);
    }
    const [all] = await credit.rows(
      `select avg((outcome = 'CORRECTED')::int)::float as rate from objections where division_code = '222401' and decided_on between '2026-01-01' and '2026-09-28'`,
    );
    await credit.db.raw(`delete from objections where no = 'YY-TEST'`);
    expect(all!["rate"]).not.toBeCloseTo((await expectedRate("222401")).rate, 10);
  });
});

describe("the work of statistics", () => {
  it("is the same for 200 divisions as for two", async () => {
    const codes = Array.from({ length: 200 }, (_, index) => ({
      __typename: "Division",
      code: String(222_400 + index),
    }));
    const selection = `... on Division { penaltyStats(year: 2026) { total correctionRate byAuthority { count } late { count byAuthority { samples { id } } } } licenceStats(year: 2026) { total late { count } } }`;
    const cost = (count: number): Promise<number> =>
      credit.statementsDuring(() => credit.entities(codes.slice(0, count), selection, "supervisor-1"));
    expect([await cost(200), await cost(2)]).toEqual([6, 6]);
  });
});

describe("the showcase queries of credit", () => {
  const run = (name: string, viewer: ViewerName, more: Row = {}): Promise<Row> => {
    const { query, variables } = showcaseRequest(name);
    return credit.ask(query, viewer, { ...variables, ...more });
  };

  it("4: one code tells the agent all that is on record, and the public what is public", async () => {
    const [own, open] = [await run("our-credit", "agent-1"), await run("our-credit", "anonymous")];
    const repairable = own["organization"].repairable.nodes as Row[];
    expect(own["organization"].creditOverview.penalties).toBe(10);
    expect(repairable.map(({ repairEligibleOn }) => repairEligibleOn)).toContain("2026-08-06");
    expect(own["organization"].repairCases.nodes.map(({ state }: Row) => state).sort()).toEqual([
      "ACCEPTED",
      "DONE",
      "DONE",
      "REVOKED",
    ]);
    expect(own["organization"].creditEvaluation.level).toBe("GOOD");
    const expected = await credit.rows(
      `select p.doc_no as "docNo" from ${PUBLIC_PENALTIES} and p.counterparty_uscc = '91990101MA9000011P' order by p.decision_date desc, p.id`,
    );
    expect(open["organization"].penalties.nodes.map(({ docNo }: Row) => ({ docNo }))).toEqual(expected);
    expect(open["organization"]).toMatchObject({ repairable: { nodes: [] }, repairCases: { nodes: [] } });
    expect(open["organization"].penalties.nodes.every(({ authority }: Row) => authority.name)).toBe(true);
  });

  it("7: late publication, by authority with its name", async () => {
    const { division } = await run("late-publication", "supervisor-1");
    const { late } = await statsOf(7, "supervisor-1");
    expect(division.penaltyStats.late.count).toBe(late.count);
    expect(
      division.penaltyStats.late.byAuthority.every(({ authority }: Row) => authority.name.includes("市场监督管理局")),
    ).toBe(true);
  });

  it.each(["our-credit", "late-publication"])("%s costs the same for 10 and for 100 rows", async (name) => {
    const cost = (first: number): Promise<number> =>
      credit.statementsDuring(() =>
        run(name, "supervisor-1", name === "our-credit" ? { first } : { year: first === 10 ? 2024 : 2026 }),
      );
    expect(await cost(10)).toBe(await cost(100));
  });
});
