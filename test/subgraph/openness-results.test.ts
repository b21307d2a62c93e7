/** What bodies publish of their results, beside independent SQL: tasks with progress, findings with rectification. */
import { startStack, type TestStack } from "../support/stack.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const TODAY = "2026-09-28";
const rows = async <Row>(sql: string): Promise<Row[]> =>
  ((await stack.databases["openness"]!.raw(sql)) as { rows: Row[] }).rows;

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are asserted, not typed */
const ask = async (query: string, viewer = "anonymous", variables = {}): Promise<any> => {
  const { body } = await stack.ask(query, { viewer, variables });
  expect(body.errors).toBeUndefined();
  return body.data;
};

describe("tasks of documents", () => {
  it("tell progress, state and lateness as independent SQL computes them", async () => {
    const { implementationTasks } = await ask(
      "{ implementationTasks(first: 100) { nodes { id progress state standing daysLate } } }",
    );
    const expected = await rows(`select t.id, sum(s.weight) filter (where s.done_on <= '${TODAY}')::int as progress,
        case when verified_on <= '${TODAY}' then 'VERIFIED' when t.done_on <= '${TODAY}' then 'DONE'
          when bool_or(s.done_on <= '${TODAY}') then 'IN_PROGRESS' else 'ISSUED' end as state,
        case when t.done_on <= t.due_on then 'MET' when coalesce(t.done_on, '${TODAY}') > t.due_on then 'LATE' else 'RUNNING' end as standing,
        greatest(0, coalesce(t.done_on, '${TODAY}') - t.due_on) as "daysLate"
      from implementation_tasks t join task_steps s on s.task_id = t.id where published_on <= '${TODAY}'
      group by t.id order by t.due_on, t.id`);
    expect(implementationTasks.nodes).toEqual(expected);
    const found = new Set(implementationTasks.nodes.map(({ standing }: { standing: string }) => standing));
    expect(found).toEqual(new Set(["MET", "LATE"]));
  });

  it.each([
    [true, "due_on < least(done_on, date '2026-09-28')"],
    [false, "not (due_on < least(done_on, date '2026-09-28'))"],
  ])("are listed by lateness (%s)", async (late, condition) => {
    const { implementationTasks } = await ask(
      "query Q($late: Boolean) { implementationTasks(first: 100, filter: { late: $late }) { totalCount nodes { id } } }",
      "anonymous",
      { late },
    );
    const expected = await rows<{ id: string }>(
      `select id from implementation_tasks where published_on <= '${TODAY}' and ${condition} order by due_on, id`,
    );
    expect(expected.length).toBeGreaterThan(1);
    expect(implementationTasks).toEqual({ totalCount: expected.length, nodes: expected });
  });

  it("show a document that proves a step only to those who may know of it", async () => {
    await stack.databases["openness"]!.raw(
      "update task_steps set evidence_index_no = '11990101MB9000015E/2026-00001' where task_id = 'RW222401-2025-001' and position = 2",
    );
    const asked = '{ implementationTask(id: "RW222401-2025-001") { steps { evidenceTitle evidence { title } } } }';
    expect((await ask(asked)).implementationTask.steps[1]).toEqual({ evidenceTitle: "培训签到汇总", evidence: null });
    expect((await ask(asked, "officer-1")).implementationTask.steps[1].evidence).not.toBeNull();
  });
});

describe("findings", () => {
  it("are late from the day after theirs, and not once they were put right in time", async () => {
    const { inspectionFindings } = await ask(
      "{ inspectionFindings(first: 10) { nodes { id state standing daysLate task { id } accountability { id } } } }",
    );
    expect(inspectionFindings.nodes).toEqual([
      {
        ...{ id: "DC222401-2026-001", state: "RECTIFYING", standing: "LATE", daysLate: 28 },
        ...{ task: { id: "RW222401-2025-002" }, accountability: [{ id: "WZ222401-2026-001" }] },
      },
      {
        id: "SJ222401-2025-001",
        state: "PUBLISHED",
        standing: "MET",
        daysLate: 0,
        task: null,
        accountability: [{ id: "WZ222401-2025-001" }],
      },
    ]);
  });

  it("tell nobody but supervisors who answers, and why not", async () => {
    const asked = '{ accountabilityDecision(id: "WZ222401-2026-001") { decision persons } }';
    const { body } = await stack.ask(asked, { viewer: "officer-1" });
    expect(body.data.accountabilityDecision.persons).toBeNull();
    expect(JSON.stringify(body.extensions)).toContain("PERSONAL_PRIVACY");
    expect((await ask(asked, "supervisor-1")).accountabilityDecision.persons).toEqual(["食品生产监管科科长 王演示"]);
  });
});
