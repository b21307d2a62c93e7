/** Contracting processes beside independent SQL: to the fen, by stage, and with what is not yet published told to its buyer and supervisors alone. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const rows = async <Row>(sql: string): Promise<Row[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous"): Promise<any> => {
  const { body } = await stack.ask(query, { viewer });
  expect(body.errors).toBeUndefined();
  return body.data;
};
const ofProcess = async (id: string, selection: string, viewer?: string) =>
  (await ask(`{ contractingProcess(id: "${id}") { ${selection} } }`, viewer)).contractingProcess;

it("pays and awards to the fen what independent SQL sums up", async () => {
  const { contractingProcesses } = await ask(
    "{ contractingProcesses(first: 100) { totalCount nodes { id awards { amount } contracts { number amount paid } } } }",
  );
  const paid = await rows<{ id: string; number: number; yuan: string }>(
    `select c.process_id as id, c.number, (coalesce(sum(p.amount_fen), 0) / 100)::numeric(20, 2)::text as yuan
      from contracting_contracts c left join contracting_payments p
        on p.process_id = c.process_id and p.number = c.number and p.paid_on <= '2026-09-28'
      group by 1, 2 order by 1, 2`,
  );
  const told = contractingProcesses.nodes
    .flatMap(({ id, contracts }: { id: string; contracts: { number: number; paid: string }[] }) =>
      contracts.map(({ number, paid: yuan }) => ({ id, number, yuan })),
    )
    .sort((a: { id: string; number: number }, b: { id: string; number: number }) =>
      a.id < b.id || (a.id === b.id && a.number < b.number) ? -1 : 1,
    );
  expect(paid.length).toBeGreaterThan(2);
  expect(told).toEqual(paid);
  const [{ count }] = (await rows<{ count: number }>(
    "select count(*)::int as count from contracting_processes where published_on <= '2026-09-28'",
  )) as [{ count: number }];
  expect(contractingProcesses.totalCount).toBe(count);
  expect((await ofProcess("ZY222401-2025-001", "awards { amount }")).awards[0]).toEqual({ amount: "1105000.01" });
});

it.each([
  ["ZY222401-2025-001", "IMPLEMENTATION"],
  ["ZY222401-2026-001", "TENDER"],
  ["GM222401-2026-001", "AWARD"],
  ["PPP222401-2026-001", "PLANNING"],
])("%s has come to %s", async (id, stage) => {
  expect((await ofProcess(id, "stage")).stage).toBe(stage);
});

it("tells of an award before its publication to the buyer and supervisors alone, in its stage too", async () => {
  for (const [viewer, awards, stage] of [
    ["anonymous", 0, "TENDER"],
    ["officer-2", 0, "TENDER"],
    ["officer-1", 1, "AWARD"],
    ["supervisor-1", 1, "AWARD"],
  ] as const) {
    const told = await ofProcess("GM222401-2026-002", "stage awards { amount }", viewer);
    expect([viewer, told.awards.length, told.stage]).toEqual([viewer, awards, stage]);
  }
});

it("is listed by kind, stage of partnerships, division and days, and leads to buyer and supplier", async () => {
  const { contractingProcesses } = await ask(
    `{ contractingProcesses(first: 5, filter: { kind: PARTNERSHIP, partnershipStage: EXECUTION, division: "222400", plannedTo: "2024-12-31" }) {
      nodes { id buyer { name } } } }`,
  );
  expect(contractingProcesses.nodes).toEqual([
    { id: "PPP222401-2024-001", buyer: { name: expect.stringContaining("市场监督管理局") } },
  ]);
  const { awards } = await ofProcess("ZY222401-2025-001", "awards { supplier { uscc } }");
  expect(awards).toEqual([{ supplier: { uscc: "91990101MA9000011P" } }, { supplier: null }]);
});

it.each([
  "update contracting_processes set closes_on = tendered_on - 1 where id = 'ZY222401-2026-001'",
  "update contracting_processes set partnership_stage = null where id = 'PPP222401-2026-001'",
  "update contracting_awards set amount_fen = 0",
  "update contracting_contracts set ends_on = starts_on - 1",
])("the tables refuse: %s", async (sql) => {
  await expect(stack.databases["openness"]!.raw(sql)).rejects.toThrow(/check constraint/);
});
