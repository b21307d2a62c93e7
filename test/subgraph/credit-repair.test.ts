/** Repair and objections: who reads them, which limits run, and that they agree with what became of the records. */
import {
  ENTERPRISE,
  PUBLIC_PENALTIES,
  startCredit,
  type CreditUnderTest,
  type Row,
  type ViewerName,
} from "./support/credit.js";

let credit: CreditUnderTest;
beforeAll(async () => {
  credit = await startCredit();
});
afterAll(() => credit.stack.stop());

const OTHERS = ["anonymous", "citizen-1", "citizen-2", "officer-2", "auditor-1", "app-open", "app-partner"] as const;
const ENTITLED = ["agent-1", "officer-1", "publisher-1", "supervisor-1"] as const;

const REPAIR = `no state appliedOn acceptedOn decidedOn decision evidence { kind title sha256 } deadline { dueOn state remaining basis }
  record { __typename ... on AdministrativePenalty { id publicityState } ... on ListEntry { id archived } } counterparty { id } authority { id }`;

describe("a repair case", () => {
  const NOT_FOUND = { repairCase: null };
  const byNo = (no: string, selection = REPAIR): string => `{ repairCase(no: "${no}") { ${selection} } }`;

  it.each(ENTITLED)("is whole for %s", async (viewer) => {
    const data = await credit.ask(byNo("XF-CF-GOLDEN-2"), viewer);
    expect(data["repairCase"]).toEqual({
      no: "XF-CF-GOLDEN-2",
      state: "DONE",
      appliedOn: "2026-05-31",
      acceptedOn: "2026-06-01",
      decidedOn: "2026-06-10",
      decision: expect.stringContaining("准予信用修复"),
      evidence: [
        { kind: "PERFORMANCE_PROOF", title: expect.any(String), sha256: "0".repeat(64) },
        { kind: "COMMITMENT_LETTER", title: expect.any(String), sha256: null },
      ],
      // Told within ten working days of the application: 1 to 5 and 8 to 12 June; told on the 11th.
      // Accepted on 1 June; fifteen working days, the Dragon Boat holiday on the 19th.
      deadline: {
        ...{ dueOn: "2026-06-23", state: "MET", remaining: null },
        basis: "市场监督管理信用修复管理办法（期限未经原文核实）",
      },
      record: { __typename: "AdministrativePenalty", id: "CF-GOLDEN-2", publicityState: "REPAIRED" },
      counterparty: { id: ENTERPRISE },
      authority: { id: "CN-USCC-11990101MB9000015E" },
    });
  });

  it.each(OTHERS)("is not found for %s: by number, as an entity, in lists and counts", async (viewer) => {
    const numbers = (await credit.rows("select no from repair_cases where no like 'XF-%-GOLDEN-%'")).map(
      ({ no }) => no as string,
    );
    expect(numbers.length).toBeGreaterThan(3);
    for (const no of numbers) {
      expect(await credit.ask(byNo(no, "no"), viewer)).toEqual(NOT_FOUND);
      const [hidden, unknown] = [
        await credit.stack.askSubgraph("credit", byNo(no), {}),
        await credit.stack.askSubgraph("credit", byNo("XF-NONE"), {}),
      ];
      expect(hidden.body).toEqual(unknown.body);
    }
    const entities = await credit.entities(
      numbers.map((no) => ({ __typename: "RepairCase", no })),
      "... on RepairCase { no }",
      viewer,
    );
    expect(entities).toEqual(numbers.map(() => null));
    const { organization } = await credit.ask(
      `{ organization(id: "${ENTERPRISE}") { repairCases(first: 100) { totalCount nodes { no } } repairable(first: 100) { totalCount nodes { id } }
        objections(first: 100) { totalCount nodes { no } } penalties(first: 100) { nodes { repairCases(first: 10) { totalCount nodes { no } } } } } }`,
      viewer,
    );
    const empty = { totalCount: 0, nodes: [] };
    expect(organization).toMatchObject({ repairCases: empty, repairable: empty, objections: empty });
    expect(organization.penalties.nodes.length).toBeGreaterThan(0);
    for (const { repairCases } of organization.penalties.nodes as Row[]) expect(repairCases).toEqual(empty);
  });

  it("of a person is the person's own, the authority's and the supervisor's", async () => {
    const seen = async (viewer: ViewerName): Promise<unknown> =>
      (await credit.ask(byNo("XF-CF-PERSON-4", "no"), viewer))["repairCase"];
    expect(await seen("citizen-1")).toEqual({ no: "XF-CF-PERSON-4" });
    expect(await seen("officer-1")).toEqual({ no: "XF-CF-PERSON-4" });
    for (const viewer of ["citizen-2", "agent-1", "officer-2", "anonymous"] as const)
      expect(await seen(viewer)).toBeNull();
  });

  it("is in the root list of each viewer exactly where SQL says it is the viewer's", async () => {
    const expected: Record<string, string> = {
      anonymous: "false",
      "citizen-1": "counterparty_hash = 'demo-subject-1'",
      "agent-1": "counterparty_uscc = '91990101MA9000011P'",
      "officer-1": "authority_uscc = '11990101MB9000015E'",
      "officer-2": "authority_uscc = '12990101MB90000236'",
      "supervisor-1": "division_code like '22%'",
      "auditor-1": "false",
      "app-partner": "false",
    };
    for (const [viewer, condition] of Object.entries(expected)) {
      const listed = await credit.all("repairCases", "no", viewer as ViewerName);
      const found = await credit.rows(`select no from repair_cases where ${condition} order by applied_on desc, no`);
      expect([viewer, listed.map(({ no }) => no)]).toEqual([viewer, found.map(({ no }) => no)]);
    }
  });

  it("takes its limits from the measures that govern its record, none of them confirmed", async () => {
    const query = `{ repairCase(no: "XF-CF-GOLDEN-4") { state repairRules { title since verified } deadline { dueOn state confirmed basis } } }`;
    const stands = async (): Promise<unknown> => (await credit.ask(query, "agent-1"))["repairCase"];
    const set = (table: string, values: object, key: object): Promise<unknown> =>
      credit.db(table).where(key).update(values);
    const [ofCase, ofRecord] = [{ no: "XF-CF-GOLDEN-4" }, { id: "CF-GOLDEN-4" }];
    const [facts] = await credit.rows(
      "select applied_on, accepted_on, extended from repair_cases where no = 'XF-CF-GOLDEN-4'",
    );
    expect(facts).toEqual({ applied_on: "2026-09-17", accepted_on: "2026-09-20", extended: false });
    const market = { title: "市场监督管理信用修复管理办法", since: "2025-12-25", verified: false };
    const ofMarket = { confirmed: false, basis: "市场监督管理信用修复管理办法（期限未经原文核实）" };
    // Accepted on Sunday 20 September, which is worked; fifteen: 21 to 24, 28 to 30 September, 8, 9, 10, 12 to 16 October.
    const running = {
      state: "ACCEPTED",
      repairRules: market,
      deadline: { dueOn: "2026-10-16", state: "RUNNING", ...ofMarket },
    };
    expect(await stands()).toEqual(running);
    // Its measures know no extension.
    await set("repair_cases", { extended: true }, ofCase);
    expect(await stands()).toEqual(running);
    await set("repair_cases", { extended: false, state: "APPLIED", accepted_on: null }, ofCase);
    expect(await stands()).toMatchObject({ deadline: { dueOn: "2026-09-20", state: "PROVISIONAL", ...ofMarket } });
    // The general ones: three working days, ten from the application, ten more; nobody is late by any of them.
    await set("penalties", { repair_system: null }, ofRecord);
    const general = { title: "信用修复管理办法", since: "2026-04-01", verified: true };
    const basis = "信用修复管理办法（国家发展和改革委员会令第36号，期限未经原文核实）";
    expect(await stands()).toEqual({
      ...{ state: "APPLIED", repairRules: general },
      deadline: { dueOn: "2026-09-21", state: "PROVISIONAL", confirmed: false, basis },
    });
    await set("repair_cases", { state: "ACCEPTED", accepted_on: "2026-09-20" }, ofCase);
    expect(await stands()).toMatchObject({ deadline: { dueOn: "2026-10-08", state: "RUNNING", basis } });
    await set("repair_cases", { extended: true }, ofCase);
    expect(await stands()).toMatchObject({ deadline: { dueOn: "2026-10-21", state: "RUNNING", basis } });
    await set("repair_cases", { extended: false }, ofCase);
    await set("penalties", { repair_system: "MARKET_SUPERVISION" }, ofRecord);
    // The list of abnormal operations is kept by market supervision.
    const { repairCase: ofList } = await credit.ask(
      `{ repairCase(no: "XF-MD-GOLDEN-1") { repairRules { title } } }`,
      "agent-1",
    );
    expect(ofList).toEqual({ repairRules: { title: market.title } });
  });

  it("shows what runs in its state, and nothing where it was revoked", async () => {
    const { repairCase: revoked } = await credit.ask(byNo("XF-CF-GOLDEN-6"), "agent-1");
    expect(revoked).toMatchObject({
      state: "REVOKED",
      deadline: null,
      record: { id: "CF-GOLDEN-6", publicityState: "PUBLISHED" },
    });
    const { repairCase: entry } = await credit.ask(byNo("XF-MD-GOLDEN-1"), "agent-1");
    expect(entry.record).toEqual({ __typename: "ListEntry", id: "MD-GOLDEN-1", archived: true });
  });

  it("says when the applicant was told the outcome, and whether the limit was extended", async () => {
    const told = await credit.all("repairCases", "no feedbackOn extended", "supervisor-1");
    const expected = await credit.rows(
      `select no, feedback_on::text as "feedbackOn", extended from repair_cases where division_code like '22%' order by applied_on desc, no`,
    );
    expect(told).toEqual(expected);
    expect(told.filter(({ feedbackOn }) => feedbackOn !== null).length).toBeGreaterThan(0);
    expect(new Set(told.map(({ extended }) => extended))).toEqual(new Set([true, false]));
  });

  it("in a year without a published calendar says PROVISIONAL", async () => {
    await credit.db.raw(
      "update repair_cases set applied_on = '2026-12-28', accepted_on = '2026-12-28' where no = 'XF-CF-GOLDEN-4'",
    );
    const { repairCase } = await credit.ask(byNo("XF-CF-GOLDEN-4"), "agent-1");
    await credit.db.raw(
      "update repair_cases set applied_on = '2026-09-17', accepted_on = '2026-09-20' where no = 'XF-CF-GOLDEN-4'",
    );
    expect(repairCase.deadline).toMatchObject({ dueOn: null, state: "PROVISIONAL", remaining: null });
  });

  it("has only the days that its state needs, and agrees with its record", async () => {
    const broken = await credit.rows(
      `select no from repair_cases where (state = 'APPLIED' and (accepted_on is not null or decided_on is not null))
        or (state = 'ACCEPTED' and (accepted_on is null or decided_on is not null)) or (state in ('DONE', 'REJECTED', 'REVOKED') and decided_on is null)
        or accepted_on < applied_on or decided_on < coalesce(accepted_on, applied_on) or feedback_on < decided_on`,
    );
    expect(broken).toEqual([]);
    const disagreeing = await credit.rows(
      `select c.no from repair_cases c join penalties p on p.id = c.record_id
        where (c.state = 'DONE' and (p.repaired_on is distinct from c.decided_on or p.republished_on is not null))
          or (c.state = 'REVOKED' and p.republished_on is null) or (c.state in ('APPLIED', 'ACCEPTED', 'REJECTED') and p.repaired_on is not null)`,
    );
    expect(disagreeing).toEqual([]);
    const states = await credit.rows("select distinct state from repair_cases order by 1");
    expect(states.map(({ state }) => state)).toEqual(["ACCEPTED", "APPLIED", "DONE", "REJECTED", "REVOKED"]);
  });
});

describe("what may be repaired", () => {
  it("is what is in publicity, past its least publicity, not barred and not applied for, for the agent", async () => {
    const expected = await credit.rows(
      `select p.id from ${PUBLIC_PENALTIES} and p.counterparty_id = '${ENTERPRISE}' and p.republished_on is null
        and (p.decision_date + make_interval(months => r.min_months))::date <= '2026-09-28'
        and p.id not in (select record_id from repair_cases where state in ('APPLIED', 'ACCEPTED')) order by p.decision_date desc, p.id`,
    );
    const { organization } = await credit.ask(
      `{ organization(id: "${ENTERPRISE}") { repairable(first: 100) { totalCount nodes { id repairEligibleOn } } } }`,
      "agent-1",
    );
    expect(organization.repairable.nodes.map(({ id }: Row) => id)).toEqual(expected.map(({ id }) => id));
    expect(organization.repairable.nodes).toContainEqual({ id: "CF-GOLDEN-1", repairEligibleOn: "2026-08-06" });
    expect(organization.repairable.totalCount).toBe(expected.length);
  });

  it("is the agent's own alone, not another enterprise's", async () => {
    const [other] = await credit.rows(
      `select p.counterparty_id as id from ${PUBLIC_PENALTIES} and p.counterparty_id <> '${ENTERPRISE}' and p.republished_on is null
        and (p.decision_date + make_interval(months => r.min_months))::date <= '2026-09-28'
        and p.id not in (select record_id from repair_cases where state in ('APPLIED', 'ACCEPTED')) limit 1`,
    );
    const query = `{ organization(id: "${other!["id"]}") { repairable(first: 10) { nodes { id } } } }`;
    expect((await credit.ask(query, "supervisor-1"))["organization"].repairable.nodes.length).toBeGreaterThan(0);
    expect((await credit.ask(query, "agent-1"))["organization"].repairable.nodes).toEqual([]);
  });
});

describe("the schedule of repair", () => {
  const expected = (condition: string): Promise<Row[]> =>
    credit.rows(
      `select p.id, to_char(p.decision_date + make_interval(months => r.min_months), 'YYYY-MM-DD') as "repairEligibleOn" from ${PUBLIC_PENALTIES}
        and ${condition} and p.republished_on is null and p.id not in (select record_id from repair_cases where state in ('APPLIED', 'ACCEPTED'))
        order by 2, p.id`,
    );

  it.each([
    ["agent-1", "p.counterparty_uscc = '91990101MA9000011P'"],
    ["citizen-1", "p.counterparty_hash = 'demo-subject-1'"],
    ["anonymous", "false"],
    ["officer-1", "false"],
    ["supervisor-1", "false"],
    ["app-partner", "false"],
  ] as const)("of %s lists what is the viewer's own, soonest repairable first", async (viewer, condition) => {
    const listed = await credit.all("repairSchedule", "id repairEligibleOn", viewer);
    expect(listed).toEqual(await expected(condition));
    expect(listed.length > 0).toBe(condition !== "false");
  });

  it("of a body is for its agent, the authority and supervisors, and holds what is not repairable yet", async () => {
    const query = `{ organization(id: "${ENTERPRISE}") { repairSchedule(first: 100) { totalCount nodes { id repairEligibleOn } } } }`;
    const nodes = await expected(`p.counterparty_id = '${ENTERPRISE}'`);
    expect(nodes.some(({ repairEligibleOn }) => repairEligibleOn > "2026-09-28")).toBe(true);
    for (const viewer of ENTITLED)
      expect((await credit.ask(query, viewer))["organization"].repairSchedule).toEqual({
        totalCount: nodes.length,
        nodes,
      });
    for (const viewer of OTHERS)
      expect((await credit.ask(query, viewer))["organization"].repairSchedule).toEqual({ totalCount: 0, nodes: [] });
  });

  it("goes on from page to page", async () => {
    const page = async (after: string | null): Promise<Row> =>
      (
        await credit.ask(
          "query($after: String) { repairSchedule(first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }",
          "agent-1",
          { after },
        )
      )["repairSchedule"] as Row;
    const first = await page(null);
    const second = await page(first["pageInfo"].endCursor as string);
    const nodes = await expected(`p.counterparty_id = '${ENTERPRISE}'`);
    expect([...first["nodes"], ...second["nodes"]]).toEqual(nodes.slice(0, 2).map(({ id }) => ({ id })));
  });
});

describe("an objection", () => {
  it("shows on the record that it is pending, for everybody, and nothing else", async () => {
    for (const viewer of ["anonymous", "app-partner"] as const) {
      const data = await credit.ask(
        `{ administrativePenalty(id: "CF-GOLDEN-8") { objectionPending } objection(no: "YY-CF-GOLDEN-8") { no } }`,
        viewer,
      );
      expect(data).toEqual({ administrativePenalty: { objectionPending: true }, objection: null });
    }
    const flagged = (await credit.all("penalties", "id objectionPending", "supervisor-1")).filter(
      ({ objectionPending }) => objectionPending,
    );
    const expected = await credit.rows(
      "select record_id as id from objections where state = 'INVESTIGATING' and record_kind = 'PENALTY' order by 1",
    );
    expect(flagged.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(expected.length).toBeGreaterThan(2);
  });

  it.each(ENTITLED)("is whole for %s", async (viewer) => {
    const data = await credit.ask(
      `{ a: objection(no: "YY-CF-GOLDEN-8") { state statement filedOn acceptedOn outcome deadline { dueOn state } record { ... on AdministrativePenalty { id } } counterparty { id } }
        b: objection(no: "YY-CF-GOLDEN-5") { state outcome decidedOn deadline { state } record { ... on AdministrativePenalty { publicityState } } } }`,
      viewer,
    );
    expect(data).toEqual({
      a: {
        state: "INVESTIGATING",
        statement: expect.any(String),
        filedOn: "2026-09-21",
        acceptedOn: "2026-09-23",
        outcome: null,
        // 15 working days after 23 September: 24, 28 to 30 September, 8 to 10, 12 to 16, 19 to 21 October.
        deadline: { dueOn: "2026-10-21", state: "RUNNING" },
        record: { id: "CF-GOLDEN-8" },
        counterparty: { id: ENTERPRISE },
      },
      b: {
        state: "NOTIFIED",
        outcome: "CORRECTED",
        decidedOn: "2026-05-19",
        deadline: { state: "MET" },
        record: { publicityState: "WITHDRAWN" },
      },
    });
  });

  it("is not found for others, by number, as an entity and in lists", async () => {
    const numbers = (await credit.rows("select no from objections")).map(({ no }) => no as string);
    const own: Partial<Record<ViewerName, string[]>> = { "citizen-2": ["YY-CF-PERSON-2"] };
    for (const viewer of OTHERS) {
      const entities = await credit.entities(
        numbers.map((no) => ({ __typename: "Objection", no })),
        "... on Objection { no }",
        viewer,
      );
      const known = entities.flatMap((entity) => (entity === null ? [] : [entity["no"]]));
      const listed = (await credit.all("objections", "no", viewer)).map(({ no }) => no);
      expect([viewer, known, listed]).toEqual([viewer, own[viewer] ?? [], own[viewer] ?? []]);
    }
    expect((await credit.all("objections", "no", "agent-1")).map(({ no }) => no)).toEqual(
      (
        await credit.rows(
          "select no from objections where counterparty_uscc = '91990101MA9000011P' order by filed_on desc, no",
        )
      ).map(({ no }) => no),
    );
  });

  it("has an outcome exactly where it was decided, and the days that its state needs", async () => {
    const broken = await credit.rows(
      `select no from objections where (outcome is null) <> (decided_on is null) or (state in ('CORRECTED', 'UPHELD', 'NOTIFIED')) <> (outcome is not null)
        or (state = 'FILED') <> (accepted_on is null) or accepted_on < filed_on or decided_on < accepted_on`,
    );
    expect(broken).toEqual([]);
  });
});
