/** Who sees which payment and which line of a subsidy: every viewer, every path, typed by hand from docs/reference/visibility.md#the-matrix. */
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
const only = async (sql: string): Promise<string> => (await rows<{ value: string }>(sql))[0]!.value;
const EVERYONE = Object.keys(VIEWERS) as Name[];
/** The raw answer, so that not-found and not-there can be compared to the byte. */
const raw = async (query: string, viewer: Name, variables?: object): Promise<string> =>
  JSON.stringify((await funds.stack.askSubgraph("funds", query, { viewer: VIEWERS[viewer], variables })).body);

describe("payments", () => {
  const numbers = async (): Promise<Record<"body" | "batch" | "few" | "person", string>> => ({
    body: await only(
      `select payment_no as value from payments where payee_subject = '91990101MA9000011P' and case_no is not null`,
    ),
    batch: await only(`select payment_no as value from subsidy_batches where batch_no = 'GD-2025-222401101201'`),
    few: await only(`select payment_no as value from subsidy_batches where batch_no = 'JY-2026-1季度-222404100201'`),
    person: await only(
      `select payment_no as value from payments where payee_subject = 'demo-subject-1' and case_no is not null`,
    ),
  });

  // few: three households of officer-2's scheme in 222404; person: citizen-1, paid by officer-1's agency in 222401.
  const SEEN: Readonly<Record<Name, readonly ("body" | "batch" | "few" | "person")[]>> = {
    anonymous: ["body", "batch"],
    "citizen-1": ["body", "batch", "person"],
    "citizen-2": ["body", "batch"],
    "agent-1": ["body", "batch"],
    "officer-1": ["body", "batch", "person"],
    "officer-2": ["body", "batch", "few"],
    "supervisor-1": ["body", "batch", "few", "person"],
    "auditor-1": ["body", "batch", "few", "person"],
    "publisher-1": ["body", "batch", "person"],
    "app-open": ["body", "batch"],
    "app-partner": ["body", "batch"],
  };

  it.each(EVERYONE)("are seen by %s at the root, as entities and below their allocation alike", async (viewer) => {
    const known = await numbers();
    const kinds = ["body", "batch", "few", "person"] as const;
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on Payment { paymentNo } } }`,
      viewer,
      { keys: kinds.map((kind) => ({ __typename: "Payment", paymentNo: known[kind] })) },
    );
    for (const [index, kind] of kinds.entries()) {
      const expected = SEEN[viewer].includes(kind) ? { paymentNo: known[kind] } : null;
      expect([viewer, kind, _entities[index]]).toEqual([viewer, kind, expected]);
      const { payment } = await ask(`query($no: ID!) { payment(paymentNo: $no) { paymentNo } }`, viewer, {
        no: known[kind],
      });
      expect([viewer, kind, payment]).toEqual([viewer, kind, expected]);
      const allocation = await only(`select allocation_id as value from payments where payment_no = '${known[kind]}'`);
      const { fundAllocation } = await ask(
        `query($id: ID!) { fundAllocation(id: $id) { payments(first: 100) { nodes { paymentNo } } } }`,
        viewer,
        { id: allocation },
      );
      const listed = fundAllocation.payments.nodes.map(({ paymentNo }: { paymentNo: string }) => paymentNo);
      expect([viewer, kind, listed.includes(known[kind])]).toEqual([viewer, kind, expected !== null]);
    }
  });

  it("to a person are exactly not found by those who may not know of them", async () => {
    const { person, few } = await numbers();
    const query = `query($no: ID!) { payment(paymentNo: $no) { paymentNo amount bank payeeHash payeeAccount payerUnit { id } } }`;
    for (const viewer of ["anonymous", "citizen-2", "agent-1", "officer-2", "app-open", "app-partner"] as const) {
      const nothing = await raw(query, viewer, { no: "ZF-NOT-THERE" });
      expect(await raw(query, viewer, { no: person })).toBe(nothing);
      if (viewer !== "officer-2") expect(await raw(query, viewer, { no: few })).toBe(nothing);
    }
  });

  it.each([
    ["anonymous", { bank: null, payeeHash: null, payeeAccount: null }],
    ["citizen-1", { bank: null, payeeHash: null, payeeAccount: "TAIL" }],
    ["officer-1", { bank: "吉林省农村信用社（演示）", payeeHash: null, payeeAccount: null }],
    ["publisher-1", { bank: "吉林省农村信用社（演示）", payeeHash: null, payeeAccount: null }],
    ["supervisor-1", { bank: "吉林省农村信用社（演示）", payeeHash: "demo-subject-1", payeeAccount: null }],
    ["auditor-1", { bank: "吉林省农村信用社（演示）", payeeHash: "demo-subject-1", payeeAccount: null }],
  ] as const)("to a person show %s no more than %j", async (viewer, fields) => {
    const { person } = await numbers();
    const tail = await only(`select account_tail as value from payments where payment_no = '${person}'`);
    expect(tail).toMatch(/^\d{4}$/);
    const { payment } = await ask(
      `query($no: ID!) { payment(paymentNo: $no) { bank payeeHash payeeAccount amount payeeKind payeeOrg { id } } }`,
      viewer,
      { no: person },
    );
    if (viewer === "anonymous") return expect(payment).toBeNull();
    expect(payment).toEqual({
      ...fields,
      payeeAccount: fields.payeeAccount === "TAIL" ? `****${tail}` : null,
      ...{ amount: "5000.00", payeeKind: "PERSON", payeeOrg: null },
    });
  });

  it("to a body show its account's tail to those who act for it, and its bank to the agency", async () => {
    const { body } = await numbers();
    const query = `query($no: ID!) { payment(paymentNo: $no) { bank payeeHash payeeAccount payeeOrg { id } } }`;
    const seen = async (viewer: Name) => (await ask(query, viewer, { no: body })).payment;
    expect((await seen("agent-1")).payeeAccount).toMatch(/^\*{4}\d{4}$/);
    for (const viewer of EVERYONE.filter((name) => name !== "agent-1"))
      expect([viewer, (await seen(viewer)).payeeAccount]).toEqual([viewer, null]);
    expect(await seen("officer-1")).toMatchObject({ bank: "吉林省农村信用社（演示）", payeeHash: null });
    expect(await seen("supervisor-1")).toMatchObject({ payeeHash: null });
    expect(await seen("anonymous")).toMatchObject({ bank: null, payeeOrg: { id: "CN-USCC-91990101MA9000011P" } });
  });

  it("of a batch tell what came back, which is one household's, to the agency and its supervisors alone", async () => {
    const { batch } = await numbers();
    const agency = await only(`select agency_uscc as value from payments where payment_no = '${batch}'`);
    const query = `query($no: ID!) { payment(paymentNo: $no) { amount returnedOn returnedAmount returnReason } }`;
    const officer = { ...VIEWERS["officer-1"], agencyUscc: agency };
    for (const viewer of [VIEWERS.anonymous, VIEWERS["citizen-2"], VIEWERS["app-partner"], VIEWERS["officer-1"]]) {
      const { body } = await funds.stack.askSubgraph("funds", query, { viewer, variables: { no: batch } });
      expect(body.data.payment).toMatchObject({ returnedOn: null, returnedAmount: null, returnReason: null });
    }
    for (const viewer of [officer, VIEWERS["supervisor-1"]]) {
      const { body } = await funds.stack.askSubgraph("funds", query, { viewer, variables: { no: batch } });
      expect(body.data.payment).toMatchObject({ returnedOn: "2025-06-05", returnReason: "收款账户状态异常" });
    }
  });

  it("that follow from a case are told to the one who was paid alone", async () => {
    const query = `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on ServiceCase { resultingPayments { paymentNo amount } } } }`;
    const of = async (viewer: Name, caseNo: string) =>
      (await ask(query, viewer, { keys: [{ __typename: "ServiceCase", caseNo }] }))._entities[0].resultingPayments;
    const person = await only(
      `select case_no as value from payments where payee_subject = 'demo-subject-1' and case_no is not null`,
    );
    const body = await only(
      `select case_no as value from payments where payee_subject = '91990101MA9000011P' and case_no is not null`,
    );
    for (const viewer of EVERYONE) {
      expect([viewer, (await of(viewer, person)).length]).toEqual([viewer, viewer === "citizen-1" ? 1 : 0]);
      expect([viewer, (await of(viewer, body)).length]).toEqual([viewer, viewer === "agent-1" ? 1 : 0]);
    }
    expect(await raw(query, "citizen-2", { keys: [{ __typename: "ServiceCase", caseNo: person }] })).toBe(
      await raw(query, "citizen-2", { keys: [{ __typename: "ServiceCase", caseNo: "none" }] }),
    );
  });
});

describe("rosters of villages", () => {
  const query = `query($policy: ID!, $village: ID!, $batch: ID!) { villageRoster(policyCode: $policy, villageCode: $village, batchNo: $batch) {
    batchNo recipientCount totalAmount publicityFrom publicityTo deadline { dueOn state } township { code }
    lines(first: 100) { nodes { lineNo recipientName amount } } } }`;
  const POSTED = { policy: "FP-GD", village: "222401101201", batch: "GD-2026-222401101201" };

  it("name everyone while they are posted, to anyone", async () => {
    const lines = await rows<{ line_no: number; recipient_name: string; amount_fen: bigint }>(
      `select line_no, recipient_name, amount_fen from subsidy_lines where batch_no = 'GD-2026-222401101201' order by line_no`,
    );
    for (const viewer of ["anonymous", "officer-2", "app-open"] as const) {
      const { villageRoster } = await ask(query, viewer, POSTED);
      expect(villageRoster).toMatchObject({
        recipientCount: lines.length,
        totalAmount: yuan(lines.reduce((sum, { amount_fen }) => sum + amount_fen, 0n)),
        // 21 September and seven working days: 25 to 27 September and 1 to 7 October are holidays.
        deadline: { dueOn: "2026-10-08", state: "RUNNING" },
        township: { code: "222401101" },
      });
      expect(villageRoster.lines.nodes).toEqual(
        lines.map((line) => ({
          lineNo: line.line_no,
          recipientName: line.recipient_name,
          amount: yuan(line.amount_fen),
        })),
      );
    }
    expect(lines.map(({ recipient_name }) => recipient_name)).toEqual(expect.arrayContaining(["张示例", "欧阳演示"]));
  });

  it("show minors by surname alone, even while they are posted", async () => {
    const { villageRoster } = await ask(query, "anonymous", {
      policy: "FP-YW",
      village: "222426100201",
      batch: "YW-2026-秋-222426100201",
    });
    expect(villageRoster.lines.nodes).toHaveLength(16);
    for (const { recipientName } of villageRoster.lines.nodes) expect(recipientName).toMatch(/^\p{Script=Han}\*+$/u);
  });

  it("are exactly not found afterwards, before, and under another policy or village, for everyone", async () => {
    const closed = { policy: "FP-GD", village: "222401101201", batch: "GD-2025-222401101201" };
    for (const viewer of EVERYONE) {
      const nothing = await raw(query, viewer, { ...POSTED, batch: "NOT-THERE" });
      expect(nothing).toBe('{"data":{"villageRoster":null}}');
      for (const asked of [
        closed,
        { ...POSTED, policy: "FP-DB" },
        { ...POSTED, village: "222401101202" },
        { policy: "FP-DB", village: "222401101201", batch: "DB-2026-08-222401101201" },
      ])
        expect(await raw(query, viewer, asked)).toBe(nothing);
    }
  });

  it("are there on the first and on the last day of the notice, and on no other", async () => {
    const posted = async (from: string, to: string): Promise<boolean> => {
      await funds
        .db("subsidy_batches")
        .where("batch_no", POSTED.batch)
        .update({ publicity_from: from, publicity_to: to });
      const { villageRoster } = await ask(query, "anonymous", POSTED);
      const { fundPolicy } = await ask(
        `{ fundPolicy(policyCode: "FP-GD") { publications(division: "222401101", first: 100) { nodes { batchNo roster { batchNo lines { nodes { recipientName } } } } } } }`,
      );
      const announced = fundPolicy.publications.nodes.find(
        ({ batchNo, roster }: { batchNo: string; roster: unknown }) => batchNo === POSTED.batch && roster !== null,
      );
      expect(announced !== undefined).toBe(villageRoster !== null);
      return villageRoster !== null;
    };
    expect(await posted("2026-09-28", "2026-10-08")).toBe(true);
    expect(await posted("2026-09-15", "2026-09-28")).toBe(true);
    expect(await posted("2026-09-29", "2026-10-12")).toBe(false);
    expect(await posted("2026-09-15", "2026-09-27")).toBe(false);
    await posted("2026-09-21", "2026-10-08");
  });

  it("refuse a village that is none", async () => {
    const { body } = await funds.stack.askSubgraph("funds", query, { variables: { ...POSTED, village: "222401" } });
    expect(body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("lines of subsidies", () => {
  const LINES = `nodes { batchNo lineNo amount state recipientName recipientHash payeeAccount policy { policyCode } }`;

  it("are a citizen's own under mySubsidies, and nobody else's", async () => {
    for (const [viewer, hash] of [
      ["citizen-1", "demo-subject-1"],
      ["citizen-2", "demo-subject-2"],
    ] as const) {
      const { mySubsidies } = await ask(`{ mySubsidies(first: 100) { ${LINES} } }`, viewer);
      const own = await rows<{ batch_no: string; line_no: number; recipient_name: string; account_tail: string }>(
        `select l.* from subsidy_lines l join subsidy_batches b using (batch_no) where recipient_hash = '${hash}' order by publicity_from desc, batch_no desc`,
      );
      expect(own.length).toBeGreaterThan(2);
      expect(
        mySubsidies.nodes.map((node: Record<string, unknown>) => [
          node["batchNo"],
          node["lineNo"],
          node["recipientName"],
          node["payeeAccount"],
          node["recipientHash"],
        ]),
      ).toEqual(own.map((row) => [row.batch_no, row.line_no, row.recipient_name, `****${row.account_tail}`, null]));
    }
    for (const viewer of EVERYONE.filter((name) => !name.startsWith("citizen")))
      expect([viewer, (await ask(`{ mySubsidies { nodes { batchNo } } }`, viewer)).mySubsidies.nodes]).toEqual([
        viewer,
        [],
      ]);
  });

  it("tell the state of the day: posted, paid, sent back, paid again", async () => {
    const { mySubsidies } = await ask(
      `{ mySubsidies(first: 100) { nodes { batchNo state paidOn returnedOn payment { payeeKind } repayment { payeeKind paidOn } } } }`,
      "citizen-2",
    );
    const of = (batchNo: string) => mySubsidies.nodes.find((node: { batchNo: string }) => node.batchNo === batchNo);
    expect(of("GD-2026-222401101201")).toMatchObject({ state: "VILLAGE_PUBLICITY", paidOn: null, payment: null });
    expect(of("DB-2026-08-222401101201")).toMatchObject({ state: "PAID", payment: { payeeKind: "BATCH" } });
    expect(of("GD-2025-222401101201")).toMatchObject({
      state: "REPAID",
      returnedOn: "2025-06-05",
      repayment: { payeeKind: "PERSON", paidOn: "2025-06-20" },
    });
  });

  const subsidies = async (viewer: Name, filter = "first: 100") =>
    (await ask(`{ subsidyPayments(${filter}) { ${LINES} pageInfo { hasNextPage endCursor } } }`, viewer))
      .subsidyPayments;

  it("are for officers those of their own scheme, with names and without hashes", async () => {
    for (const [viewer, uscc] of [
      ["officer-1", "11990101MB9000015E"],
      ["publisher-1", "11990101MB9000015E"],
      ["officer-2", "12990101MB90000236"],
    ] as const) {
      const { nodes } = await subsidies(viewer);
      const own = await rows<{ batch_no: string; recipient_name: string }>(
        `select batch_no, recipient_name from subsidy_lines join subsidy_batches using (batch_no) where agency_uscc = '${uscc}' order by publicity_from desc, batch_no desc, line_no`,
      );
      expect(own.length).toBeGreaterThan(0);
      expect(nodes.map((node: Record<string, unknown>) => [node["batchNo"], node["recipientName"]])).toEqual(
        own.map((row) => [row.batch_no, row.recipient_name]),
      );
      for (const node of nodes) expect([node.recipientHash, node.payeeAccount]).toEqual([null, null]);
    }
  });

  it("are for supervisors and finance auditors all of their division, with hashes and without names", async () => {
    const [all] = await rows<{ n: bigint }>(`select count(*) as n from subsidy_lines`);
    for (const viewer of ["supervisor-1", "auditor-1"] as const) {
      let seen = 0n;
      for (let after = ""; ;) {
        const { nodes, pageInfo } = await subsidies(viewer, `first: 100${after === "" ? "" : `, after: "${after}"`}`);
        seen += BigInt(nodes.length);
        for (const node of nodes) {
          expect(node.recipientHash).toMatch(/^demo-/);
          expect([node.recipientName, node.payeeAccount]).toEqual([null, null]);
        }
        if (!pageInfo.hasNextPage) break;
        after = pageInfo.endCursor;
      }
      expect(seen).toBe(all!.n);
    }
  });

  it("are nothing for the public, enterprises and integrators, whatever they filter by", async () => {
    for (const viewer of ["anonymous", "agent-1", "app-open", "app-partner"] as const)
      for (const filter of [
        "first: 100",
        `policyCode: "FP-DB"`,
        `batchNo: "GD-2025-222401101201"`,
        `villageCode: "222401101201"`,
      ])
        expect((await subsidies(viewer, filter)).nodes).toEqual([]);
    expect(
      await raw(
        `{ subsidyPayments(batchNo: "GD-2025-222401101201") { nodes { batchNo } pageInfo { hasNextPage } } }`,
        "app-partner",
      ),
    ).toBe(
      await raw(
        `{ subsidyPayments(batchNo: "NOT-THERE") { nodes { batchNo } pageInfo { hasNextPage } } }`,
        "app-partner",
      ),
    );
    // An officer of another county's agency sees nothing of this scheme, by any filter.
    expect((await subsidies("officer-2", `policyCode: "FP-CY"`)).nodes).toEqual([]);
  });

  it("appear above the village as figures alone, and nothing is told of one to four persons", async () => {
    const figures = async (policy: string, by: string) =>
      (
        await ask(
          `{ fundPolicy(policyCode: "${policy}") { sensitive subsidyFigures(year: 2026, by: ${by}, first: 100) { nodes { division { code } recipients totalAmount suppressed } } } }`,
        )
      ).fundPolicy;
    for (const [by, length] of [
      ["COUNTY", 6],
      ["TOWNSHIP", 9],
    ] as const) {
      const { sensitive, subsidyFigures } = await figures("FP-DB", by);
      const expected = await rows<{ code: string; n: bigint; fen: bigint }>(
        `select left(village_code, ${length}) as code, count(distinct recipient_hash) as n, sum(l.amount_fen)::bigint as fen
         from subsidy_lines l join subsidy_batches b using (batch_no) join payments p using (payment_no)
         left join payments r on r.payment_no = l.repaid_payment_no
         where b.policy_code = 'FP-DB' and p.paid_on between '2026-01-01' and '2026-09-28' and (l.returned_on is null or r.paid_on <= '2026-09-28')
         group by 1 order by 1`,
      );
      expect(sensitive).toBe(true);
      expect(expected.length).toBeGreaterThan(1);
      expect(subsidyFigures.nodes).toEqual(
        expected.map(({ code, n, fen }) => ({
          division: { code },
          recipients: Number(n),
          totalAmount: yuan(fen),
          suppressed: false,
        })),
      );
    }
    const { subsidyFigures } = await figures("FP-JY", "PREFECTURE");
    expect(subsidyFigures.nodes).toEqual([
      { division: { code: "222400" }, recipients: null, totalAmount: null, suppressed: true },
    ]);
  });

  it("are found by no search for a name", async () => {
    const { fundPolicies, fundProjects } = await ask(
      `{ fundPolicies(search: "欧阳演示") { nodes { policyCode } } fundProjects(search: "欧阳演示") { nodes { projectCode } } }`,
      "supervisor-1",
    );
    expect([fundPolicies.nodes, fundProjects.nodes]).toEqual([[], []]);
    const [column] = await rows(
      `select count(*)::int as n from information_schema.columns where table_schema = 'funds' and table_name like 'subsidy_%' and data_type = 'tsvector'`,
    );
    expect(column).toEqual({ n: 0 });
  });

  it("have no figures for a year without payments", async () => {
    const { fundPolicy } = await ask(
      `{ fundPolicy(policyCode: "FP-DB") { subsidyFigures(year: 1999) { nodes { recipients } } } }`,
    );
    expect(fundPolicy.subsidyFigures.nodes).toEqual([]);
  });
});
