/** Projects, notices, budgets, performance and assistance: the published element sets, limits and bands, and what is not told. */
import { VIEWERS } from "../support/viewers.js";
import { startFunds, yuan, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

type Name = keyof typeof VIEWERS;
const ask: FundsUnderTest["ask"] = (...asked) => funds.ask(...asked);
const rows: FundsUnderTest["rows"] = (...asked) => funds.rows(...asked);
const statementsDuring: FundsUnderTest["statementsDuring"] = (work) => funds.statementsDuring(work);
const EVERYONE = Object.keys(VIEWERS) as Name[];

describe("a project", () => {
  it("shows the published element set, with its money by level out of the book", async () => {
    const { fundProject } = await ask(
      `{ fundProject(projectCode: "XM-222403-2026-001") { name category state nextStates site { code } content periodFrom periodTo
        owner { id } contractor { id } responsiblePerson policy { policyCode } funding { level amount } assigned paid
        procurement { method contractNo contractAmount } beneficiaries { households persons poorHouseholds } benefitMechanism targets results
        progress acceptedOn acceptance complaintChannel payments { nodes { amount paidOn payeeOrg { id } } }
        publications { nodes { kind level amount isOpen objectionsCount deadline { dueOn state } } } } }`,
    );
    const [builder] = await rows<{ contractor_id: string }>(
      `select contractor_id from fund_projects where project_code = 'XM-222403-2026-001'`,
    );
    expect(fundProject).toMatchObject({
      ...{
        name: "敦化市水稻育秧大棚建设项目",
        category: "INDUSTRY",
        state: "PUBLIC_NOTICE_GIVEN",
        nextStates: ["EVALUATED"],
      },
      ...{ site: { code: "222403" }, owner: { id: "CN-USCC-93990101NA9000019M" }, policy: { policyCode: "FP-XC" } },
      contractor: { id: builder!.contractor_id },
      funding: [
        { level: "CENTRAL", amount: "15000000.00" },
        { level: "COUNTY", amount: "2000000.00" },
      ],
      ...{ assigned: "17000000.00", paid: "17000000.00", progress: 100, complaintChannel: "12317" },
      procurement: { method: "公开招标", contractAmount: "17000000.00" },
      beneficiaries: { households: 420, persons: 1130, poorHouseholds: 96 },
    });
    for (const [field, value] of Object.entries(fundProject)) expect([field, value]).not.toEqual([field, null]);
    expect(fundProject.payments.nodes.map(({ amount, paidOn }: Record<string, string>) => [amount, paidOn])).toEqual([
      ["6000000.00", "2026-08-03"],
      ["2000000.00", "2026-05-11"],
      ["9000000.00", "2026-05-11"],
    ]);
    // Decided on 25 March, published on 2 April; fifteen working days end on 16 April, Qingming off.
    expect(fundProject.publications.nodes).toEqual([
      {
        ...{ kind: "PUBLIC_NOTICE", level: "COUNTY", amount: "17000000.00", isOpen: true, objectionsCount: 0 },
        deadline: { dueOn: "2026-04-16", state: "MET" },
      },
      { kind: "PUBLICITY", level: "COUNTY", amount: "17000000.00", isOpen: false, objectionsCount: 0, deadline: null },
    ]);
  });

  it("names the cases of its approval to those alone who may know of them", async () => {
    const seen: Readonly<Record<Name, string>> = {
      anonymous: "false",
      "citizen-1": "false",
      "citizen-2": "false",
      "agent-1": "subject = '91990101MA9000011P'",
      "officer-1": "agency_uscc = '11990101MB9000015E'",
      "officer-2": "false",
      "supervisor-1": "true",
      "auditor-1": "false",
      "publisher-1": "agency_uscc = '11990101MB9000015E'",
      "app-open": "false",
      "app-partner": "false",
    };
    for (const viewer of EVERYONE) {
      const { fundProject } = await ask(
        `{ fundProject(projectCode: "XM-222401-2026-001") { approvalCases { caseNo } } }`,
        viewer,
      );
      const expected = await rows<{ no: string }>(
        `select case_no as no from project_cases where project_code = 'XM-222401-2026-001' and ${seen[viewer]} order by 1`,
      );
      expect([viewer, fundProject.approvalCases]).toEqual([viewer, expected.map(({ no }) => ({ caseNo: no }))]);
      expect(expected.length > 0).toBe(seen[viewer] !== "false");
    }
  });

  it("is found by name, place, state, policy, owner and contractor; contradictions find nothing", async () => {
    const list = async (asked: string): Promise<string[]> =>
      (await ask(`{ fundProjects(first: 100, ${asked}) { nodes { projectCode } } }`)).fundProjects.nodes.map(
        ({ projectCode }: { projectCode: string }) => projectCode,
      );
    const sql = async (where: string): Promise<string[]> =>
      (
        await rows<{ project_code: string }>(
          `select project_code from fund_projects where ${where} order by period_from desc, project_code desc`,
        )
      ).map(({ project_code }) => project_code);
    expect(await list(`search: "育秧大棚"`)).toEqual(["XM-222403-2026-001"]);
    expect(await list(`filter: { division: "222403" }`)).toEqual(await sql(`division_code like '222403%'`));
    expect(await list(`filter: { state: STARTED, policyCode: "FP-XC" }`)).toEqual(
      await sql(`state = 'STARTED' and policy_code = 'FP-XC'`),
    );
    const [golden] = await rows<{ owner: string; contractor: string }>(
      `select owner_id as owner, contractor_id as contractor from fund_projects where project_code = 'XM-222403-2026-001'`,
    );
    const { owner, contractor } = golden!;
    expect(await list(`filter: { contractor: "${contractor}" }`)).toEqual(await sql(`contractor_id = '${contractor}'`));
    const owned = await list(`filter: { owner: "${owner}", division: "222403" }`);
    expect(owned).toEqual(await sql(`owner_id = '${owner}' and division_code like '222403%'`));
    expect(owned).toContain("XM-222403-2026-001");
    expect(await list(`filter: { owner: "${contractor}", contractor: "${owner}" }`)).toEqual([]);
    expect(await list(`filter: { division: "110000", state: STARTED }`)).toEqual([]);
  });

  it.each([
    `funding { amount } paid approvalCases { caseNo } payments(first: 5) { nodes { amount allocation { id } policy { name } } }`,
    `publications(first: 5) { nodes { deadline { state } allotment { amount } project { name } roster { batchNo } } }`,
    `performance { weight } evaluations { score band scores { score target { name } } }`,
  ])("and all below it are read in as many statements for 200 keys as for each once: %s", async (fields) => {
    const codes = (await rows<{ code: string }>(`select project_code as code from fund_projects`)).map(
      ({ code }) => code,
    );
    const query = `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on FundProject { name ${fields} } } }`;
    const read = (count: number) => () =>
      ask(query, "supervisor-1", {
        keys: Array.from({ length: count }, (_, index) => ({
          __typename: "FundProject",
          projectCode: codes[index % codes.length],
        })),
      });
    const one = await statementsDuring(read(codes.length));
    expect(await statementsDuring(read(200))).toBe(one);
    expect(one).toBeLessThanOrEqual(6);
  });
});

describe("lists and links", () => {
  it.each([
    [
      "payments of allocations",
      `fundPolicy(policyCode: "FP-GD") { flow(year: 2026, first: $first) { nodes { id payments(first: 5) { nodes { amount policy { name } allocation { id } } } } } }`,
    ],
    [
      "notices of a policy",
      `fundPolicy(policyCode: "FP-DB") { publications(first: $first) { nodes { title isOpen deadline { state } roster { totalAmount lines { nodes { amount } } } } } }`,
    ],
    [
      "own-scheme lines",
      `subsidyPayments(policyCode: "FP-DB", first: $first) { nodes { amount policy { name } payment { amount } agency { id } } }`,
    ],
    [
      "budgets",
      `budgetDisclosures(first: $first) { nodes { year publishedLate deadline { dueOn } tables { kind lines { amount } } unit { id budgetDisclosures(first: 3) { nodes { id } } fundsReceived(year: 2026) { totalAmount payments(first: 3) { nodes { amount } } } } } }`,
    ],
    [
      "allotments",
      `budgetAllotments(filter: { year: 2025 }, first: $first) { nodes { adjustments { amount } publications { nodes { title } } performance { weight } evaluations { band } reconciliation { rules { ok } } } }`,
    ],
    [
      "figures",
      `fundPolicy(policyCode: "FP-DB") { subsidyFigures(year: 2026, by: TOWNSHIP, first: $first) { nodes { recipients division { code } } } }`,
    ],
  ])("%s cost as many statements for 100 rows as for 10", async (_name, selection) => {
    const query = `query($first: Int!) { ${selection} }`;
    const measure = (first: number) => statementsDuring(() => ask(query, "supervisor-1", { first }));
    const ten = await measure(10);
    expect(await measure(100)).toBe(ten);
    expect(ten).toBeLessThanOrEqual(12);
  });

  it("of entities cost the same for 200 keys as for 20", async () => {
    for (const [type, key, table, fields] of [
      ["Payment", "paymentNo", "payments", "amount bank policy { name } allocation { allotment { fundName } }"],
      ["BudgetDisclosure", "id", "budget_disclosures", "publishedLate tables { lines { amount } }"],
      ["PerformanceEvaluation", "id", "performance_evaluations", "score band"],
      [
        "Organization",
        "id",
        "fund_projects",
        "fundsReceived(year: 2026) { totalAmount payments { nodes { amount } } } budgetDisclosures { nodes { year } }",
      ],
      ["ServiceCase", "caseNo", "project_cases", "resultingPayments { amount }"],
      ["Division", "code", "fund_projects", "assistanceFigures { category households }"],
    ] as const) {
      const column = {
        paymentNo: "payment_no",
        id: type === "Organization" ? "owner_id" : "id",
        caseNo: "case_no",
        code: "division_code",
      }[key];
      const keys = (await rows<{ key: string }>(`select ${column} as key from ${table} order by 1`)).map(
        (row) => row.key,
      );
      const read = (count: number) => () =>
        ask(
          `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on ${type} { ${fields} } } }`,
          "supervisor-1",
          {
            keys: Array.from({ length: count }, (_, index) => ({ __typename: type, [key]: keys[index % keys.length] })),
          },
        );
      const one = await statementsDuring(read(20));
      expect([type, await statementsDuring(read(200))]).toEqual([type, one]);
    }
  });
});

describe("budgets and final accounts", () => {
  const UNIT = "11990101MB9000015E";

  it("have nine tables, empty ones too, and agree with the stored lines", async () => {
    const { budgetDisclosure } = await ask(
      `{ budgetDisclosure(id: "BD-${UNIT}-2026-YS") { year kind unit { id } narrative { heading } tables { number kind lines { side code name heading amount } } } }`,
    );
    expect(budgetDisclosure).toMatchObject({ year: 2026, kind: "BUDGET", unit: { id: `CN-USCC-${UNIT}` } });
    expect(budgetDisclosure.tables.map(({ number, kind }: Record<string, unknown>) => [number, kind])).toEqual([
      [1, "TOTAL"],
      [2, "INCOME"],
      [3, "EXPENDITURE"],
      [4, "APPROPRIATION_TOTAL"],
      [5, "GENERAL_BUDGET"],
      [6, "GENERAL_BASIC"],
      [7, "GOVERNMENT_MANAGED_FUND"],
      [8, "STATE_CAPITAL"],
      [9, "THREE_PUBLIC"],
    ]);
    const stored = await rows<{ table_no: number; fen: bigint; n: number }>(
      `select table_no, sum(amount_fen)::bigint as fen, count(*)::int as n from budget_table_lines where disclosure_id = 'BD-${UNIT}-2026-YS' group by table_no order by table_no`,
    );
    for (const { number, lines } of budgetDisclosure.tables) {
      const row = stored.find(({ table_no }) => table_no === number);
      const fen = (lines as { amount: string }[]).reduce(
        (sum, { amount }) => sum + BigInt(amount.replace(".", "")),
        0n,
      );
      expect([number, lines.length, fen]).toEqual([number, row?.n ?? 0, row?.fen ?? 0n]);
    }
    expect(budgetDisclosure.tables[7].lines).toEqual([]);
  });

  it("are late from the day after the twentieth, a holiday moving it on, published or not", async () => {
    const put = (id: string, approved: string, published: string | null) =>
      funds.db("budget_disclosures").insert({
        ...{
          id,
          unit_id: `CN-USCC-${UNIT}`,
          unit_uscc: UNIT,
          division_code: "222401",
          year: Number(id.slice(-4)),
          kind: "BUDGET",
        },
        ...{ replied_on: approved, published_on: published },
      });
    // 5 September and twenty days is 25 September, a holiday until the 27th; 28 September is a Monday.
    await put("T-2001", "2026-09-05", "2026-09-28");
    await put("T-2002", "2026-09-04", "2026-09-25");
    await put("T-2003", "2026-09-03", "2026-09-24");
    await put("T-2004", "2026-09-03", null);
    await put("T-2005", "2026-09-08", null);
    const { a, b, c, d, e } = await ask(
      `{ ${["a", "b", "c", "d", "e"].map((alias, index) => `${alias}: budgetDisclosure(id: "T-200${index + 1}") { publishedOn publishedLate deadline { dueOn state basis } }`).join(" ")} }`,
      "officer-1",
    );
    expect(a).toEqual({
      publishedOn: "2026-09-28",
      publishedLate: false,
      deadline: { dueOn: "2026-09-28", state: "MET", basis: "预算法 第十四条第二款" },
    });
    expect([b.publishedLate, b.deadline.dueOn]).toEqual([true, "2026-09-24"]);
    expect([c.publishedLate, c.deadline.dueOn]).toEqual([true, "2026-09-23"]);
    expect([d.publishedOn, d.publishedLate, d.deadline.state]).toEqual([null, true, "LATE"]);
    expect([e.publishedLate, e.deadline.state]).toEqual([false, "RUNNING"]);
  });

  it("are known before their publication to the unit and those who supervise it alone, on every path", async () => {
    const seen: Readonly<Record<Name, boolean>> = {
      anonymous: false,
      "citizen-1": false,
      "citizen-2": false,
      "agent-1": false,
      "officer-1": true,
      "officer-2": false,
      "supervisor-1": true,
      "auditor-1": true,
      "publisher-1": true,
      "app-open": false,
      "app-partner": false,
    };
    await funds.db("budget_disclosures").insert({
      ...{
        id: "T-DRAFT",
        unit_id: `CN-USCC-${UNIT}`,
        unit_uscc: UNIT,
        division_code: "222401",
        year: 2030,
        kind: "BUDGET",
      },
      ...{ replied_on: "2026-09-20", published_on: "2026-09-29" },
    });
    for (const viewer of EVERYONE) {
      const { budgetDisclosure, budgetDisclosures, _entities } = await ask(
        `query($keys: [_Any!]!) { budgetDisclosure(id: "T-DRAFT") { id publishedOn } budgetDisclosures(filter: { year: 2030 }) { nodes { id } }
          _entities(representations: $keys) { ... on BudgetDisclosure { id } ... on Organization { budgetDisclosures(first: 100) { nodes { id } } } } }`,
        viewer,
        {
          keys: [
            { __typename: "BudgetDisclosure", id: "T-DRAFT" },
            { __typename: "Organization", id: `CN-USCC-${UNIT}` },
          ],
        },
      );
      const paths = [
        budgetDisclosure !== null,
        budgetDisclosures.nodes.length === 1,
        _entities[0] !== null,
        _entities[1].budgetDisclosures.nodes.some(({ id }: { id: string }) => id === "T-DRAFT"),
      ];
      expect([viewer, new Set(paths)]).toEqual([viewer, new Set([seen[viewer]])]);
      if (budgetDisclosure !== null) expect(budgetDisclosure.publishedOn).toBeNull();
    }
  });
});

describe("performance", () => {
  it("sums scores to bands by their least score", async () => {
    const evaluations = await rows<{ id: string; score: number }>(
      `select e.id, sum(s.score)::int as score from performance_evaluations e join evaluation_scores s on s.evaluation_id = e.id where evaluated_on <= '2026-09-28' group by e.id order by e.id`,
    );
    expect(evaluations.length).toBeGreaterThan(5);
    for (const [index, score] of [90, 89, 80, 79, 60, 59].entries()) {
      const { id } = evaluations[index]!;
      // All of the score on the first target; the check against its weight is the agency's.
      await funds.db.raw(
        `update evaluation_scores set score = case when target_id = (select min(target_id) from evaluation_scores where evaluation_id = ?) then ? else 0 end where evaluation_id = ?`,
        [id, score, id],
      );
      const { performanceEvaluation } = await ask(
        `query($id: ID!) { performanceEvaluation(id: $id) { score band scores { target { weight } } } }`,
        "anonymous",
        { id },
      );
      expect([performanceEvaluation.score, performanceEvaluation.band]).toEqual([
        score,
        ["EXCELLENT", "GOOD", "GOOD", "FAIR", "FAIR", "POOR"][index],
      ]);
      const weights = performanceEvaluation.scores.map(({ target }: { target: { weight: number } }) => target.weight);
      expect(weights.reduce((sum: number, weight: number) => sum + weight, 0)).toBe(100);
    }
  });

  it("of a draft allotment exists for those alone who know of the draft", async () => {
    await funds.db("performance_evaluations").insert({
      ...{ id: "PE-DRAFT", allotment_no: "延市财企指〔2026〕19号", evaluator: "SELF", evaluated_on: "2026-09-25" },
    });
    const seen = async (viewer: Name): Promise<boolean> =>
      (await ask(`{ performanceEvaluation(id: "PE-DRAFT") { id } }`, viewer)).performanceEvaluation !== null;
    expect([
      await seen("anonymous"),
      await seen("officer-1"),
      await seen("officer-2"),
      await seen("auditor-1"),
    ]).toEqual([false, true, false, true]);
  });
});

describe("assistance", () => {
  it("has a standard for each category, and nothing of a household", async () => {
    const { assistanceStandards } = await ask(
      `{ assistanceStandards { category criterion procedure exit publicity } }`,
    );
    expect(assistanceStandards.map(({ category }: { category: string }) => category)).toEqual([
      "AT_RISK_OF_POVERTY",
      "UNSTABLE_OUT_OF_POVERTY",
      "AT_THE_EDGE",
      "SUDDEN_HARDSHIP",
      "SUBSISTENCE_ALLOWANCE",
      "EXTREME_POVERTY",
    ]);
    expect(assistanceStandards.every(({ procedure }: { procedure: string[] }) => procedure.length >= 4)).toBe(true);
  });

  it("counts households down to the township, and tells nothing of one to four", async () => {
    const codes = ["222400", "222401", "222401101", "222424105", "222402100"];
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Division { code assistanceFigures { category households persons suppressed } } } }`,
      "anonymous",
      { keys: codes.map((code) => ({ __typename: "Division", code })) },
    );
    const expected = await rows<{ code: string; category: string; n: number; persons: number }>(
      `select code, category, count(*)::int as n, sum(size)::int as persons from unnest(array['2224', '222401', '222401101', '222424105', '222402100']) as code
       join assistance_targets on village_code like code || '%' where identified_on <= '2026-09-28' and (exited_on is null or exited_on > '2026-09-28') group by code, category`,
    );
    const small = await rows<{ code: string; category: string }>(
      `select left(village_code, length) as code, category from assistance_targets cross join unnest(array[6, 9]) as length
       where identified_on <= '2026-09-28' and (exited_on is null or exited_on > '2026-09-28') group by 1, 2 having count(*) < 5`,
    );
    /** True where a group of one to four lies below or beside the place, and could be computed from the figure. */
    const gives = (code: string, category: string): boolean => {
      const place = code.replace(/00$/, "");
      const above = place.slice(0, place.length === 9 ? 6 : 4);
      const beside = (other: string): boolean => other.length === place.length && other.startsWith(above);
      return small.some(
        (other) =>
          other.category === category && other.code !== place && (other.code.startsWith(place) || beside(other.code)),
      );
    };
    let suppressed = 0;
    for (const { code, assistanceFigures } of _entities) {
      for (const figure of assistanceFigures) {
        const row = expected.find((entry) => entry.code === code.replace(/00$/, "") || entry.code === code)!;
        const own = expected.find(
          (entry) =>
            (entry.code === code || (code === "222400" && entry.code === "2224")) && entry.category === figure.category,
        );
        expect(row).toBeDefined();
        const few = own !== undefined && (own.n < 5 || (figure.suppressed && gives(code, figure.category)));
        suppressed += few ? 1 : 0;
        expect([code, figure]).toEqual([
          code,
          {
            category: figure.category,
            households: few ? null : (own?.n ?? 0),
            persons: few ? null : (own?.persons ?? 0),
            suppressed: few,
          },
        ]);
      }
    }
    expect(suppressed).toBeGreaterThan(0);
  });

  it("tells nothing of a village", async () => {
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Division { assistanceFigures { households } } } }`,
      "supervisor-1",
      { keys: [{ __typename: "Division", code: "222401101201" }] },
    );
    expect(_entities).toEqual([{ assistanceFigures: [] }]);
  });
});

describe("what an organisation received", () => {
  it("is what was paid to it, returns taken off, in fen and without floating point", async () => {
    const expected = await rows<{ id: string; fen: bigint; n: number }>(
      `select payee_org_id as id, sum(y.amount_fen - coalesce(y.returned_fen, 0))::bigint as fen, count(*)::int as n
       from payments y join allocations a on a.id = y.allocation_id join allotments i using (allotment_no)
       where payee_org_id is not null and fiscal_year = 2026 and paid_on <= '2026-09-28' group by 1 order by 1 limit 50`,
    );
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Organization { fundsReceived(year: 2026) { totalAmount paymentCount } } } }`,
      "anonymous",
      { keys: expected.map(({ id }) => ({ __typename: "Organization", id })) },
    );
    expect(_entities).toEqual(
      expected.map(({ fen, n }) => ({ fundsReceived: { totalAmount: yuan(fen), paymentCount: n } })),
    );
  });

  it("shows what an issuer added to an allotment and took back", async () => {
    const { added, back } = await ask(
      `{ added: budgetAllotment(allotmentNo: "延市财企指〔2026〕7号") { adjustments { kind amount on } reconciliation { issued difference } }
         back: budgetAllotment(allotmentNo: "延州财农指〔2026〕12号") { adjustments { kind } } }`,
    );
    expect(added).toEqual({
      adjustments: [{ kind: "ADDED", amount: "100000.00", on: "2026-06-30" }],
      reconciliation: { issued: "700000.00", difference: "0.00" },
    });
    expect(back.adjustments).toEqual([]);
  });
});
