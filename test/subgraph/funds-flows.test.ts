/** Where funds go: flows, drafts on every path, lists and batches. */
import type { VIEWERS } from "../support/viewers.js";
import { GOLDEN, RECONCILIATION, startFunds, yuan, type FundsUnderTest } from "./support/funds.js";

let funds: FundsUnderTest;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(() => funds.stack.stop());

const ask: FundsUnderTest["ask"] = (...asked) => funds.ask(...asked);
const rows: FundsUnderTest["rows"] = (...asked) => funds.rows(...asked);
const statementsDuring: FundsUnderTest["statementsDuring"] = (work) => funds.statementsDuring(work);

describe("flows", () => {
  it("of a policy to a township are the way there and nothing else", async () => {
    const { fundPolicy } = await ask(
      `{ fundPolicy(policyCode: "FP-XC") { flow(year: 2026, toVillage: "222424105") { nodes { from { code } amount parent { id }
        recipient { ... on Division { code } ... on Organization { id } } } } } }`,
    );
    expect(fundPolicy.flow.nodes.map(({ recipient, amount }: Record<string, unknown>) => [recipient, amount])).toEqual([
      [{ code: "222400" }, "6000000.00"],
      [{ code: "222424" }, "4000000.00"],
      [{ code: "222424105" }, "1800000.00"],
      [{ id: "CN-USCC-N2990101MF900001X8" }, "1500000.00"],
    ]);
  });

  it("of many divisions are read in one statement, whatever their number, and page without gaps", async () => {
    const query = `query($keys: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $keys) { ... on Division {
      code fundFlows(year: 2026, direction: IN, first: $first, after: $after) { nodes { id paid balance } pageInfo { hasNextPage endCursor } } fundBalance(year: 2026) } } }`;
    const keys = (codes: readonly string[]) => codes.map((code) => ({ __typename: "Division", code }));
    const read =
      (codes: readonly string[], first = 5) =>
      () =>
        ask(query, "anonymous", { keys: keys(codes), first });
    const one = await statementsDuring(read(["222403"]));
    const many = await statementsDuring(read(["222401", "222403", "222404", "222424", "222400"], 50));
    expect([one, many]).toEqual([3, 3]);

    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const [division] = (await ask(query, "anonymous", { keys: keys(["222400"]), first: 3, after }))._entities;
      ids.push(...division.fundFlows.nodes.map(({ id }: { id: string }) => id));
      if (!division.fundFlows.pageInfo.hasNextPage) break;
      after = division.fundFlows.pageInfo.endCursor;
    }
    const expected = await rows<{ id: string }>(
      `select a.id from allocations a join allotments i using (allotment_no) where a.to_division = '222400' and i.fiscal_year = 2026
       and i.state <> 'DRAFT' order by a.decided_on desc, a.id desc`,
    );
    expect(ids).toEqual(expected.map(({ id }) => id));
  });

  it("give divisions the balance of their account and organisations what they were paid", async () => {
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) {
        ... on Division { fundBalance(year: 2026) } ... on Organization { fundsReceived(year: 2026) { year totalAmount paymentCount allocations } } } }`,
      "anonymous",
      {
        keys: [
          { __typename: "Division", code: "222400" },
          { __typename: "Organization", id: "CN-USCC-N2990101MF900001X8" },
          { __typename: "Organization", id: "CN-USCC-NOBODY" },
        ],
      },
    );
    const [{ balance }] = (await rows<{ balance: bigint }>(
      `select sum(case direction when 'DEBIT' then amount_fen else -amount_fen end)::bigint as balance from postings
       where account = '222400' and lineage in (select allotment_no from allotments where fiscal_year = 2026)`,
    )) as [{ balance: bigint }];
    expect(_entities).toEqual([
      { fundBalance: yuan(balance) },
      { fundsReceived: { year: 2026, totalAmount: "1000000.00", paymentCount: 2, allocations: 1 } },
      { fundsReceived: { year: 2026, totalAmount: "0.00", paymentCount: 0, allocations: 0 } },
    ]);
  });

  it("refuse a depth of 7 and a cursor of another list", async () => {
    const depth = await funds.stack.askSubgraph(
      "funds",
      `{ budgetAllotment(allotmentNo: "${GOLDEN}") { downstream(depth: 7) { nodes { id } } } }`,
    );
    expect(depth.body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
    const { budgetAllotments } = await ask(`{ budgetAllotments(first: 1) { pageInfo { endCursor } } }`);
    const foreign = await funds.stack.askSubgraph(
      "funds",
      `query($after: String) { budgetAllotment(allotmentNo: "${GOLDEN}") { downstream(after: $after) { nodes { id } } } }`,
      { variables: { after: budgetAllotments.pageInfo.endCursor } },
    );
    expect(foreign.body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});

describe("drafts", () => {
  const query = `query($keys: [_Any!]!) {
    own: budgetAllotment(allotmentNo: "延市财企指〔2026〕19号") { state amount }
    prefecture: budgetAllotment(allotmentNo: "延州财农指〔2026〕61号") { state amount }
    golden: budgetAllotment(allotmentNo: "${GOLDEN}") { downstream(depth: 6, first: 50) { nodes { allotment { allotmentNo } } } ${RECONCILIATION} }
    budgetAllotments(filter: { year: 2026 }, first: 100) { nodes { allotmentNo } }
    fundPolicy(policyCode: "FP-CY") { flow(year: 2026, first: 100) { nodes { allotment { allotmentNo } } } }
    _entities(representations: $keys) { ... on BudgetAllotment { allotmentNo } ... on FundAllocation { id }
      ... on Division { fundFlows(year: 2026, first: 100) { nodes { allotment { allotmentNo } } } } } }`;

  const seenBy = async (viewer: keyof typeof VIEWERS): Promise<{ own: boolean; prefecture: boolean }> => {
    const allocations = await rows<{ id: string; allotment_no: string }>(
      `select id, allotment_no from allocations where allotment_no in ('延市财企指〔2026〕19号', '延州财农指〔2026〕61号') order by allotment_no`,
    );
    const idOf = (number: string) => allocations.find((row) => row.allotment_no === number)!.id;
    const data = await ask(query, viewer, {
      keys: [
        { __typename: "BudgetAllotment", allotmentNo: "延市财企指〔2026〕19号" },
        { __typename: "BudgetAllotment", allotmentNo: "延州财农指〔2026〕61号" },
        { __typename: "FundAllocation", id: idOf("延市财企指〔2026〕19号") },
        { __typename: "FundAllocation", id: idOf("延州财农指〔2026〕61号") },
        { __typename: "Division", code: "222401" },
      ],
    });
    const numbers = (nodes: { allotment?: { allotmentNo: string }; allotmentNo?: string }[]): (string | undefined)[] =>
      nodes.map((node) => node.allotmentNo ?? node.allotment?.allotmentNo);
    const flows = numbers(data._entities[4].fundFlows.nodes);
    const listed = numbers(data.budgetAllotments.nodes);
    const own = [
      data.own !== null,
      listed.includes("延市财企指〔2026〕19号"),
      numbers(data.fundPolicy.flow.nodes).includes("延市财企指〔2026〕19号"),
      flows.includes("延市财企指〔2026〕19号"),
      data._entities[0] !== null,
      data._entities[2] !== null,
    ];
    const prefecture = [
      data.prefecture !== null,
      listed.includes("延州财农指〔2026〕61号"),
      numbers(data.golden.downstream.nodes).includes("延州财农指〔2026〕61号"),
      flows.includes("延州财农指〔2026〕61号"),
      data._entities[1] !== null,
      data._entities[3] !== null,
    ];
    expect(new Set(own).size).toBe(1);
    expect(new Set(prefecture).size).toBe(1);
    expect(data.golden.reconciliation).toMatchObject({ issued: "80000000.00", difference: "0.00" });
    return { own: own[0]!, prefecture: prefecture[0]! };
  };

  it.each([
    ["anonymous", { own: false, prefecture: false }],
    ["citizen-1", { own: false, prefecture: false }],
    ["app-partner", { own: false, prefecture: false }],
    ["officer-1", { own: true, prefecture: false }],
    ["officer-2", { own: false, prefecture: false }],
    ["supervisor-1", { own: true, prefecture: true }],
    ["auditor-1", { own: true, prefecture: true }],
  ] as const)("are seen by %s on every path alike: %j", async (viewer, expected) => {
    expect(await seenBy(viewer)).toEqual(expected);
  });
});

describe("policies and lists", () => {
  it("are found by name and kind, with their matters and back", async () => {
    const { fundPolicies } = await ask(
      `{ fundPolicies(search: "耕地", filter: { kind: FARMLAND }) { nodes { policyCode standard { unit amount } sourceShares { level percent }
        competentDept { id } applyMatters(division: "222403") { id } } } }`,
    );
    const [policy] = fundPolicies.nodes;
    expect(policy).toMatchObject({ policyCode: "FP-GD", standard: [{ unit: "亩", amount: "90.50" }] });
    expect(policy.applyMatters.length).toBeGreaterThan(0);
    const { _entities } = await ask(
      `query($keys: [_Any!]!) { _entities(representations: $keys) { ... on ServiceMatter { relatedFunds { policyCode } } } }`,
      "anonymous",
      { keys: [{ __typename: "ServiceMatter", id: policy.applyMatters[0].id }] },
    );
    expect(_entities).toEqual([{ relatedFunds: [{ policyCode: "FP-GD" }] }]);
    expect((await ask(`{ fundPolicies(search: "，。") { nodes { policyCode } } }`)).fundPolicies.nodes).toEqual([]);
  });

  it("filter and order allotments; the number of statements does not depend on the page", async () => {
    const query = `query($first: Int!) { budgetAllotments(filter: { year: 2026, functionPrefix: "21305", toDivision: "220000" }, orderBy: AMOUNT, first: $first) {
      nodes { allotmentNo amount functionCode policy { name } downstream(depth: 6, first: 100) { nodes { paid recipient { __typename } } } reconciliation { difference } } } }`;
    const { nodes } = (await ask(query, "anonymous", { first: 50 })).budgetAllotments;
    const expected = await rows<{ allotment_no: string }>(
      `select allotment_no from allotments where fiscal_year = 2026 and function_code like '21305%' and state <> 'DRAFT'
       and to_division like '22%' order by amount_fen desc, allotment_no desc`,
    );
    expect(nodes.map(({ allotmentNo }: { allotmentNo: string }) => allotmentNo)).toEqual(
      expected.map(({ allotment_no }) => allotment_no),
    );
    const two = await statementsDuring(() => ask(query, "anonymous", { first: 2 }));
    const fifty = await statementsDuring(() => ask(query, "anonymous", { first: 50 }));
    expect([two, fifty]).toEqual([10, 10]);
    const bad = await funds.stack.askSubgraph(
      "funds",
      `{ budgetAllotments(filter: { functionPrefix: "21%" }) { nodes { amount } } }`,
    );
    expect(bad.body.errors?.[0]?.extensions["code"]).toBe("BAD_USER_INPUT");
  });
});
