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

describe("targets", () => {
  it("are achieved as exact arithmetic of the database says", async () => {
    const { planTargets } = await ask("{ planTargets(first: 100) { nodes { id achievement reached state } } }");
    const expected = await rows(`select id,
        case when target <> baseline then round((actual - baseline) * 100 / (target - baseline), 2)::text end as achievement,
        case when target > baseline then actual >= target else actual <= target end as reached,
        case when actual is null then 'SET' when assessed_on <= '${TODAY}' then 'ASSESSED' else 'TRACKED' end as state
      from plan_targets where published_on <= '${TODAY}' order by id`);
    expect(expected.length).toBeGreaterThan(5);
    expect(planTargets.nodes).toEqual(expected);
  });
});

describe("evaluations", () => {
  it("show sample and question beside the figure, and lead to their document", async () => {
    const { policyEvaluation } = await ask(
      '{ policyEvaluation(id: "PG222401-2026-001") { sampleSize questionText score state document { title } } }',
    );
    expect(policyEvaluation).toEqual({
      ...{ sampleSize: 402, questionText: "您对办理小作坊登记的便利程度是否满意？", score: "91.04" },
      ...{ state: "REPORTED", document: { title: "延吉市食品小作坊登记管理办法（修订）" } },
    });
  });

  it.each(["sample_size", "question_text"])("by a survey are not reported without %s", async (column) =>
    expect(rows(`update policy_evaluations set ${column} = null where id = 'PG222401-2026-001'`)).rejects.toThrow(
      "survey_with_sample_and_question",
    ),
  );
});

describe("emergencies", () => {
  const clocksOf = async (id: string) =>
    (await ask(`{ emergencyEvent(id: "${id}") { state isUpdateOverdue clocks { limitId dueAt state confirmed } } }`))
      .emergencyEvent;

  it("run by hours from the report: a press conference after 24 hours is late, a first notice after five is by an unconfirmed figure", async () => {
    expect(await clocksOf("TF222401-2026-001")).toEqual({
      ...{ state: "CONCLUDED", isUpdateOverdue: false },
      clocks: [
        { limitId: "L17-5H", dueAt: "2026-03-09T22:00:00.000Z", state: "PROVISIONAL", confirmed: false },
        { limitId: "L17-24H", dueAt: "2026-03-10T17:00:00.000Z", state: "LATE", confirmed: true },
      ],
    });
    const { state, clocks } = await clocksOf("TF222401-2025-001");
    expect([state, ...clocks.map((clock: { state: string }) => clock.state)]).toEqual(["REVIEWED", "MET", "MET"]);
  });

  it("that are neither grave nor major have no clock, and tell that an update is overdue", async () =>
    expect(await clocksOf("TF222401-2026-002")).toEqual({ state: "FIRST_NOTICE", isUpdateOverdue: true, clocks: [] }));

  it("take no notice without the time of the next one, but the last", async () => {
    const notice = (next: string, isLast: boolean) =>
      rows(
        `insert into emergency_notices values ('TF222401-2026-002', 2, '2026-09-28 09:00+08', '续报', ${next}, ${isLast})`,
      );
    await expect(notice("null", false)).rejects.toThrow("next_update_or_last");
    await expect(notice("'2026-09-29 09:00+08'", true)).rejects.toThrow("next_update_or_last");
    await expect(notice("'2026-09-28 08:00+08'", false)).rejects.toThrow("next_update_after_notice");
  });
});

describe("training", () => {
  it("counts each of the staff once, of sessions of the last three years", async () => {
    const { trainingPlan } = await ask(
      '{ trainingPlan(id: "PX222401-2026") { sessions { attended } coverage { staff trained share } } }',
    );
    const [expected] = await rows<{ staff: number; trained: number; share: string }>(`select staff, trained,
        round(trained * 100.0 / staff, 2)::text as share from
        (select sum(staff_count)::int as staff from openness_offices where division_code like '222401%') offices,
        (select count(*)::int as trained from (select distinct agency_id, staff_no from training_attendances
           where plan_id in ('PX222401-2024', 'PX222401-2026')) persons) people`);
    expect(trainingPlan.coverage).toEqual(expected);
    expect(expected!.trained).toBeGreaterThan(1);
    // The second session is to come.
    expect(trainingPlan.sessions[1]).toEqual({ attended: null });
    const { trainingPlan: earlier } = await ask('{ trainingPlan(id: "PX222401-2022") { coverage { trained } } }');
    const [{ trained }] = (await rows<{ trained: number }>(
      "select count(*)::int as trained from training_attendances where plan_id = 'PX222401-2022'",
    )) as [{ trained: number }];
    expect(earlier.coverage.trained).toBe(trained);
  });
});

describe("the dashboard", () => {
  it("counts what independent SQL counts, for everybody alike", async () => {
    const asked =
      '{ opennessDashboard(division: "222400", year: 2026) { until figures { figure count total share } } }';
    const { opennessDashboard } = await ask(asked);
    const ofFigure = (name: string) =>
      opennessDashboard.figures.find(({ figure }: { figure: string }) => figure === name);
    const sql: Readonly<Record<string, string>> = {
      NORMATIVE_DOCUMENTS_EXPLAINED: `select count(distinct d.index_no)::int as total, count(distinct i.index_no)::int as count from public_documents d
        left join policy_interpretations i on i.index_no = d.index_no and i.published_on <= '${TODAY}'
        where normative and d.published_on >= '2026-01-01' and d.published_on <= '${TODAY}' and d.division_code like '2224%'`,
      OPINIONS_ANSWERED: `select count(*)::int as total, count(answered_on)::int as count from opinions
        where extract(year from given_on) = 2026 and given_on <= '${TODAY}' and left(division_code, 4) = '2224'`,
      REQUESTS_ENDED: `select count(*)::int as total, count(ended_on)::int as count from disclosure_requests
        where extract(year from received_on) = 2026 and received_on <= '${TODAY}' and left(division_code, 4) = '2224'`,
      TASKS_IN_TIME: `select count(*)::int as total, count(case when done_on <= due_on then 1 end)::int as count from implementation_tasks
        where due_on between '2026-01-01' and '${TODAY}' and published_on <= '${TODAY}' and left(division_code, 4) = '2224'`,
      FINDINGS_RECTIFIED: `select count(*)::int as total, count(rectified_on)::int as count from inspection_findings
        where extract(year from found_on) = 2026 and published_on <= '${TODAY}' and left(division_code, 4) = '2224'`,
      TARGETS_REACHED: `select count(*)::int as total, sum(case when (target > baseline and actual >= target) or (target <= baseline and actual <= target)
        then 1 else 0 end)::int as count from plan_targets where to_year = 2026 and actual is not null and left(division_code, 4) = '2224'`,
    };
    for (const [figure, statement] of Object.entries(sql)) {
      const [expected] = await rows<{ count: number; total: number }>(statement);
      expect(ofFigure(figure)).toMatchObject({ figure, ...expected });
    }
    expect(ofFigure("TARGETS_REACHED")).toEqual({ figure: "TARGETS_REACHED", count: 1, total: 3, share: "33.33" });
    expect(await ask(asked, "supervisor-1")).toEqual({ opennessDashboard });
  });

  it.each([2007, 2027])("has no year %i", async (year) => {
    const { body } = await stack.ask(`{ opennessDashboard(division: "222401", year: ${year}) { until } }`, {});
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", argument: "year", rule: "YEAR" });
  });
});

it("the directory lists each office of a division once", async () => {
  const { opennessOffices } = await ask(
    '{ opennessOffices(first: 100, filter: { division: "222401" }) { totalCount nodes { staffCount agency { id } } } }',
  );
  const expected = await rows<{ id: string; staff: number }>(
    "select agency_id as id, staff_count as staff from openness_offices where division_code like '222401%' order by 1",
  );
  expect(opennessOffices.totalCount).toBe(expected.length);
  expect(opennessOffices.nodes).toEqual(
    expected.slice(0, 100).map(({ id, staff }) => ({ staffCount: staff, agency: { id } })),
  );
});
