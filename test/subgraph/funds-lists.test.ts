/** Lists of funds by owner, department, lateness and band, codes of a year, and the unit of an allotment, by independent SQL. */
import { VIEWERS } from "../support/viewers.js";
import { startFunds, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

type Name = keyof typeof VIEWERS;
const DAY = "2026-09-28";

/** The keys of a list, over all its pages. */
const keysOf = async (field: string, args: string, key: string, viewer: Name = "anonymous"): Promise<string[]> => {
  const keys: string[] = [];
  for (let after: string | null = null; ;) {
    const data: Record<
      string,
      { nodes: Record<string, string>[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
    > = await funds.ask(
      `query($after: String) { ${field}(first: 50, after: $after${args === "" ? "" : `, ${args}`}) { nodes { ${key} } pageInfo { hasNextPage endCursor } } }`,
      viewer,
      { after },
    );
    const { nodes, pageInfo } = data[field]!;
    keys.push(...nodes.map((node) => node[key]!));
    if (!pageInfo.hasNextPage) return keys;
    after = pageInfo.endCursor;
  }
};
const sqlKeys = async (sql: string): Promise<string[]> =>
  (await funds.rows<{ key: string }>(sql)).map(({ key }) => key);

describe("projects", () => {
  it.each(["owner", "contractor"])("are found by %s, by id and by credit code", async (role) => {
    const parties = await sqlKeys(
      `select ${role}_id as key from fund_projects where ${role}_id is not null group by 1 order by count(*) desc, 1 limit 3`,
    );
    expect(parties.length).toBeGreaterThan(1);
    for (const id of parties) {
      const expected = await sqlKeys(
        `select project_code as key from fund_projects where ${role}_id = '${id}' order by period_from desc, project_code desc`,
      );
      for (const asked of [id, id.replace("CN-USCC-", "")])
        expect(await keysOf("fundProjects", `filter: { ${role}: "${asked}" }`, "projectCode")).toEqual(expected);
    }
  });

  it("of nobody are none", async () => {
    for (const asked of ["", "CN-USCC-", "x", "91990101MA9000011X"])
      expect(await keysOf("fundProjects", `filter: { contractor: "${asked}" }`, "projectCode")).toEqual([]);
  });
});

describe("policies", () => {
  it("are found by the department in charge and by a day in force, first and last day included", async () => {
    const [{ dept, first, last }] = (await funds.rows<{ dept: string; first: string; last: string }>(
      `select (select min(competent_dept_id) from fund_policies) as dept, min(valid_from)::text as first,
         min(valid_to)::text as last from fund_policies`,
    )) as [{ dept: string; first: string; last: string | null }];
    expect(await keysOf("fundPolicies", `filter: { competentDept: "${dept}" }`, "policyCode")).toEqual(
      await sqlKeys(`select policy_code as key from fund_policies where competent_dept_id = '${dept}' order by 1`),
    );
    for (const day of [first, DAY, "1990-01-01", ...(last === null ? [] : [last])]) {
      const found = await keysOf("fundPolicies", `filter: { inForceOn: "${day}" }`, "policyCode");
      expect([day, found]).toEqual([
        day,
        await sqlKeys(
          `select policy_code as key from fund_policies
           where daterange(valid_from, valid_to, '[]') @> date '${day}' order by 1`,
        ),
      ]);
      expect(found.length > 0).toBe(day !== "1990-01-01");
    }
  });
});

describe("budgets and final accounts", () => {
  it.each(["anonymous", "supervisor-1"] as const)(
    "are late or not, just as each of them says, and nothing is lost: %s",
    async (viewer) => {
      const late = await keysOf("budgetDisclosures", "filter: { publishedLate: true }", "id", viewer);
      const others = await keysOf("budgetDisclosures", "filter: { publishedLate: false }", "id", viewer);
      const all = await keysOf("budgetDisclosures", "", "id", viewer);
      expect([...late, ...others].sort()).toEqual([...all].sort());
      expect(Math.min(late.length, others.length)).toBeGreaterThan(0);
      for (const [ids, publishedLate] of [
        [late, true],
        [others, false],
      ] as const)
        for (const id of ids)
          expect([
            id,
            (await funds.ask(`{ budgetDisclosure(id: "${id}") { publishedLate } }`, viewer)).budgetDisclosure,
          ]).toEqual([id, { publishedLate }]);
      // Whoever is late is so by more than twenty days; a limit that ends on a day off moves by a few.
      const [{ n }] = (await funds.rows<{ n: number }>(
        `select count(*)::int as n from budget_disclosures where id in (${late.map((id) => `'${id}'`).join(", ")})
         and least(coalesce(published_on, '${DAY}'), '${DAY}') - replied_on <= 20`,
      )) as [{ n: number }];
      expect(n).toBe(0);
      const sure = await sqlKeys(
        `select id as key from budget_disclosures where published_on <= '${DAY}' and published_on - replied_on > 31`,
      );
      expect(late).toEqual(expect.arrayContaining(sure));
    },
  );

  it("narrow together with year and kind in two statements", async () => {
    const list = () => keysOf("budgetDisclosures", "filter: { publishedLate: true, year: 2025, kind: BUDGET }", "id");
    expect(await funds.statementsDuring(list)).toBe(2);
    const late = await keysOf("budgetDisclosures", "filter: { publishedLate: true }", "id");
    const ids = late.map((id) => `'${id}'`).join(", ");
    expect(await list()).toEqual(
      await sqlKeys(
        `select id as key from budget_disclosures where year = 2025 and kind = 'BUDGET' and id in (${ids}) order by id desc`,
      ),
    );
  });
});

describe("evaluations", () => {
  const BANDS = { EXCELLENT: [90, 101], GOOD: [80, 90], FAIR: [60, 80], POOR: [-1, 60] } as const;
  const expectedOf = (condition: string, [from, below]: readonly [number, number]): Promise<string[]> =>
    sqlKeys(
      `select e.id as key from performance_evaluations e left join evaluation_scores s on s.evaluation_id = e.id
       where evaluated_on <= '${DAY}' and ${condition}
       group by e.id having coalesce(sum(score), 0) >= ${from} and coalesce(sum(score), 0) < ${below} order by evaluated_on desc, e.id desc`,
    );
  const PUBLIC =
    "(allotment_no is null or allotment_no not in (select allotment_no from allotments where state = 'DRAFT'))";

  it("are listed by band, latest first; those of drafts for whoever knows of the draft", async () => {
    await funds.rows(
      `insert into performance_evaluations (id, allotment_no, evaluator, evaluated_on)
       select 'PE-DRAFT', min(allotment_no), 'SELF', '2026-03-21' from allotments where state = 'DRAFT'`,
    );
    for (const [band, range] of Object.entries(BANDS)) {
      const found = await keysOf("performanceEvaluations", `band: ${band}`, "id");
      expect([band, found]).toEqual([band, await expectedOf(PUBLIC, range)]);
      expect(await keysOf("performanceEvaluations", `band: ${band}`, "id", "supervisor-1")).toEqual(
        await expectedOf("true", range),
      );
    }
    expect(await keysOf("performanceEvaluations", "band: POOR", "id", "supervisor-1")).toContain("PE-DRAFT");
    expect(await keysOf("performanceEvaluations", "", "id")).toEqual(await expectedOf(PUBLIC, [-1, 101]));
  });

  it("name what they are about and take as many statements for fifty as for one", async () => {
    const read = (first: number) => () =>
      funds.ask(
        `{ performanceEvaluations(first: ${first}) { nodes { id band scores { score } allotment { allotmentNo } project { projectCode } } } }`,
      );
    const { performanceEvaluations } = await read(50)();
    expect(performanceEvaluations.nodes.length).toBeGreaterThan(1);
    for (const { id, allotment, project } of performanceEvaluations.nodes)
      expect(id).toBe(`PE-${allotment?.allotmentNo ?? project.projectCode}`);
    expect(await funds.statementsDuring(read(50))).toBeLessThanOrEqual(4);
  });
});

describe("codes of a year", () => {
  it("change their name with the year, have a parent, and are paged", async () => {
    const name = async (year: number): Promise<string | undefined> =>
      (
        await funds.ask(`{ classifications(year: ${year}, kind: FUNCTION, under: "21305") { nodes { code name } } }`)
      ).classifications.nodes.find(({ code }: { code: string }) => code === "21305")?.name;
    expect(await name(2020)).toBe("扶贫");
    expect(await name(2026)).toBe("巩固脱贫攻坚成果衔接乡村振兴");
    const codes = await keysOf("classifications", "year: 2026, kind: FUNCTION", "code");
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.length).toBeGreaterThan(1_000);
    const { classifications } = await funds.ask(
      `{ classifications(year: 2026, kind: FUNCTION, under: "213", first: 100) { nodes { code parent { code name parent { code } } } } }`,
    );
    const parents = new Map<string, { code: string; name: string; parent?: { code: string } | null } | null>(
      classifications.nodes.map(({ code, parent }: { code: string; parent: never }) => [code, parent]),
    );
    expect(parents.get("213")).toBeNull();
    expect(parents.get("2130504")).toEqual({
      ...{ code: "21305", name: "巩固脱贫攻坚成果衔接乡村振兴" },
      parent: { code: "213" },
    });
    expect(parents.get("2130122")?.code).toBe("21301");
  });

  it("hold every code that the book uses, and are none for a year without a table", async () => {
    for (const [kind, column] of [
      ["FUNCTION", "function_code"],
      ["GOVERNMENT_ECONOMIC", "gov_econ_code"],
      ["DEPARTMENT_ECONOMIC", "dept_econ_code"],
    ] as const) {
      const used = await sqlKeys(
        `select distinct ${column} as key from allotments where fiscal_year = 2026 and ${column} is not null`,
      );
      expect(await keysOf("classifications", `year: 2026, kind: ${kind}`, "code")).toEqual(
        expect.arrayContaining(used),
      );
      expect(await keysOf("classifications", `year: 1999, kind: ${kind}`, "code")).toEqual([]);
    }
  });
});

describe("the unit of an allotment", () => {
  it("is the one organisation that received all of it, and nobody where others received too", async () => {
    const parts = await funds.rows<{ key: string; units: string[] }>(
      `select h.allotment_no as key, array_agg(distinct coalesce(c.to_organization_id, 'other')) as units
       from allocations h left join allocations c on c.parent_id = h.id join allotments i on i.allotment_no = h.allotment_no
       where h.is_head and i.state <> 'DRAFT'
         and (c.id is null or c.allotment_no not in (select allotment_no from allotments where state = 'DRAFT')) group by 1 order by 1`,
    );
    const read = () =>
      funds.ask(
        `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on BudgetAllotment { toUnit { id } } } }`,
        "anonymous",
        { keys: parts.slice(0, 200).map(({ key }) => ({ __typename: "BudgetAllotment", allotmentNo: key })) },
      );
    const { _entities } = await read();
    const expected = parts
      .slice(0, 200)
      .map(({ units }) => ({ toUnit: units.length === 1 && units[0] !== "other" ? { id: units[0] } : null }));
    expect(_entities).toEqual(expected);
    expect(new Set(expected.map(({ toUnit }) => toUnit === null)).size).toBe(2);
    expect(await funds.statementsDuring(read)).toBe(2);
  });

  it("does not tell of a draft that is being made out of it", async () => {
    const [one] = await funds.rows<{ key: string; head: string; unit: string }>(
      `select h.allotment_no as key, min(h.id) as head, min(c.to_organization_id) as unit from allocations h join allocations c on c.parent_id = h.id
       where h.is_head group by 1 having count(distinct c.to_organization_id) = 1 and count(c.to_organization_id) = count(*) order by 1 limit 1`,
    );
    const [draft] = await funds.rows<{ id: string; parent: string }>(
      `select a.id, a.parent_id as parent from allocations a join allotments i using (allotment_no) where i.state = 'DRAFT' and a.is_head and a.parent_id is not null limit 1`,
    );
    await funds.rows(`update allocations set parent_id = ? where id = ?`, [one!.head, draft!.id]);
    const { budgetAllotment } = await funds.ask(
      `query($no: DocumentNumber!) { budgetAllotment(allotmentNo: $no) { toUnit { id } } }`,
      "anonymous",
      { no: one!.key },
    );
    await funds.rows(`update allocations set parent_id = ? where id = ?`, [draft!.parent, draft!.id]);
    expect(budgetAllotment).toEqual({ toUnit: { id: one!.unit } });
  });
});
