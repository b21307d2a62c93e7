/** Alerts of e-monitoring: told, explained or corrected, verified and closed; those of clocks are recorded when somebody begins. */
import { Light } from "../../platform/graphql/deadline-state.js";
import { lastActAt } from "../../platform/write/index.js";
import { eventOf, raiseAlerts } from "../../subgraphs/matters/alert-handling/raise-alerts.js";
import { AlertState } from "../../subgraphs/matters/monitor-alert/monitor-alert.machine.js";
import { TEST_NOW, startStack, type Answer, type TestStack } from "../support/stack.js";
import { ALERT_VERBS, alertAfter } from "../support/verbs/alerts.js";

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

const act = (viewer: string, verb: string, input: object): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${ALERT_VERBS[verb]!.input}!) { done: ${verb}(input: $input) { alert { id state version
      explanation closedOn allowedActions history { event part reason } } } }`,
    { viewer, variables: { input } },
  );

const alertOf = ({ body }: Answer): { version: number; [key: string]: unknown } => {
  if (body.errors) throw new Error(JSON.stringify(body));
  return body.data.done.alert;
};

const refusal = ({ body }: Answer): unknown => ({ data: body.data, ...body.errors?.[0]?.extensions });

it("is told, explained, verified and closed, and its history says by whom", async () => {
  const at = await alertAfter(stack, "notifyAlert", "explainAlert", "verifyAlert");
  expect(alertOf(await act("supervisor-1", "closeAlert", at))).toEqual({
    id: at.alertId,
    state: "CLOSED",
    version: 5,
    explanation: "系统停机一日",
    closedOn: "2026-09-28",
    allowedActions: [],
    history: [
      { event: "NOTIFY", part: "SUPERVISOR", reason: null },
      { event: "EXPLAIN", part: "OFFICER", reason: "系统停机一日" },
      { event: "VERIFY", part: "SUPERVISOR", reason: null },
      { event: "CLOSE", part: "SUPERVISOR", reason: null },
    ],
  });
});

it("refuses a step out of its turn, words that say nothing and a stale version, and writes nothing", async () => {
  const at = await alertAfter(stack, "notifyAlert");
  expect(refusal(await act("supervisor-1", "closeAlert", at))).toMatchObject({
    code: "RULE_VIOLATION",
    reason: "STATE",
    state: "NOTIFIED",
  });
  expect(refusal(await act("officer-1", "explainAlert", { ...at, explanation: " " }))).toMatchObject({
    code: "BAD_USER_INPUT",
    rule: "STATED",
  });
  expect(refusal(await act("supervisor-1", "notifyAlert", { ...at, expectedVersion: 1 }))).toMatchObject({
    code: "CONFLICT",
    version: 2,
  });
  expect(refusal(await act("supervisor-1", "notifyAlert", { alertId: "x", expectedVersion: 1 }))).toMatchObject({
    code: "NOT_FOUND",
  });
  expect(await stack.databases["matters"]!("transitions").where("key", at.alertId)).toHaveLength(1);
});

it("is taken up by the justice bureau once it is verified, and closed by it", async () => {
  const at = await alertAfter(stack, "notifyAlert", "correctAlert", "verifyAlert");
  const escalated = alertOf(await act("supervisor-1", "escalateAlert", { ...at, supervision: "OPINION" }));
  expect(escalated).toMatchObject({ state: "ESCALATED", version: 5, allowedActions: ["CLOSE"] });
  const closed = alertOf(await act("supervisor-1", "closeAlert", { ...at, expectedVersion: 5 }));
  expect(closed).toMatchObject({
    state: "CLOSED",
    history: expect.arrayContaining([{ event: "CLOSE", part: "JUSTICE", reason: null }]),
  });
});

it("what a clock says is recorded once, when the first step is taken", async () => {
  const { rows } = (await stack.databases["matters"]!.raw(
    `select l.case_no, l.kind from case_lights l join service_cases c using (case_no)
     where l.light is not null and l.kind = 'TIME_LIMIT' and c.dept_uscc = '11990101MB9000015E' and c.division_code = '222401'
       and c.ended_on is null and c.case_no <> '22240120260914000001' and not exists (select from monitor_alerts a where a.case_no = l.case_no) order by 1 limit 1`,
  )) as { rows: { case_no: string }[] };
  const alertId = `TIME-${rows[0]!.case_no}`;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => act("supervisor-1", "notifyAlert", { alertId, expectedVersion: 1 })),
  );
  const done = answers.filter(({ body }) => !body.errors).map(alertOf);
  expect(done).toMatchObject([
    { id: alertId, state: "NOTIFIED", version: 2, history: [{ event: "BEGIN", part: "TIME" }, { event: "NOTIFY" }] },
  ]);
  for (const { body } of answers.filter((answer) => answer.body.errors))
    expect(body.errors![0]!.extensions["code"]).toBe("CONFLICT");
  expect(await stack.databases["matters"]!("monitor_alerts").where("case_no", rows[0]!.case_no)).toHaveLength(1);
  const explained = alertOf(
    await act("officer-1", "explainAlert", { alertId, expectedVersion: 2, explanation: "等待检测结果" }),
  );
  expect(explained).toMatchObject({ state: "EXPLAINED", explanation: "等待检测结果", allowedActions: [] });
});

describe("the job of the clocks", () => {
  const YELLOW = "TIME-22240120260914000001";
  const raiseOn = (day: string): ReturnType<typeof raiseAlerts> =>
    raiseAlerts(stack.databases["matters"]!, new Date(`${day}T00:00:00+08:00`));
  const raise = async (day: string): Promise<number> => {
    const { taken, failures } = await raiseOn(day);
    expect(failures).toEqual([]);
    return taken;
  };
  const clockRows = () => stack.databases["matters"]!("monitor_alerts").whereRaw("id ~ '^(TIME|STEP)-'");
  const shown = async (): Promise<{ version: number; [key: string]: unknown }> => {
    const { body } = await stack.ask(
      "query ($id: ID!) { monitorAlert(id: $id) { state version closedOn explanation history { event part actor } } }",
      { viewer: "supervisor-1", variables: { id: YELLOW } },
    );
    return body.data.monitorAlert;
  };

  it("tells every agency once of what its clocks show, however often and beside what it runs", async () => {
    const before = await clockRows();
    const [one, two] = await Promise.all([raise("2026-09-28"), raise("2026-09-28")]);
    const after = await clockRows();
    expect(after.length).toBeGreaterThan(before.length + 10);
    expect(one! + two!).toBeGreaterThanOrEqual(after.length - before.length);
    expect(await raise("2026-09-28")).toBe(0);
    const journal = await stack.databases["matters"]!("transitions")
      .whereIn(
        "key",
        after.map(({ id }) => id),
      )
      .where("event", "NOTIFY");
    expect(journal).toHaveLength(after.length);
    expect(await shown()).toMatchObject({
      state: "NOTIFIED",
      version: 2,
      history: [
        { event: "BEGIN", part: "TIME", actor: null },
        { event: "NOTIFY", part: "TIME", actor: null },
      ],
    });
  });

  it("tells again where the light got worse, even of an alert that was closed, and no third time", async () => {
    const at = (expectedVersion: number) => ({ alertId: YELLOW, expectedVersion });
    alertOf(await act("officer-1", "explainAlert", { ...at(2), explanation: "等待检测结果" }));
    alertOf(await act("supervisor-1", "verifyAlert", at(3)));
    expect(alertOf(await act("supervisor-1", "closeAlert", at(4)))).toMatchObject({ closedOn: "2026-09-28" });
    expect(await raise("2026-09-29")).toBeGreaterThan(0);
    expect(await shown()).toMatchObject({ state: "CLOSED", version: 5 });
    expect(await raise("2026-09-30")).toBeGreaterThan(0);
    expect(await raise("2026-09-30")).toBe(0);
    expect(await shown()).toMatchObject({
      state: "NOTIFIED",
      version: 6,
      closedOn: null,
      explanation: "等待检测结果",
      history: expect.arrayContaining([{ event: "WORSEN", part: "TIME", actor: null }]),
    });
  });

  it("tells nothing of a light that got better, nor of one that nobody was told of", () => {
    const told = (state: AlertState, raised_light: Light | null) => ({ state, raised_light });
    expect(eventOf(told(AlertState.CLOSED, Light.RED), Light.YELLOW)).toBeUndefined();
    expect(eventOf(told(AlertState.EXPLAINED, Light.BLACK), Light.BLACK)).toBeUndefined();
    expect(eventOf(told(AlertState.EXPLAINED, null), Light.BLACK)).toBeUndefined();
    expect(eventOf(told(AlertState.RAISED, null), Light.YELLOW)).toBe("NOTIFY");
    expect(eventOf(told(AlertState.CLOSED, Light.RED), Light.BLACK)).toBe("WORSEN");
  });

  it("goes on where one of them fails, and tells which did", async () => {
    const db = stack.databases["matters"]!;
    const [broken, other] = (await clockRows()
      .where({ state: "NOTIFIED" })
      .whereLike("id", "TIME-%")
      .orderBy("id")) as {
      id: string;
      kind: string;
    }[];
    // Its id is taken by an alert of another kind, so that it can not be recorded.
    await db("monitor_alerts").where("id", broken!.id).update({ kind: "UNLISTED_MATERIAL" });
    await db("monitor_alerts").where("id", other!.id).update({ state: "RAISED" });
    const { taken, failures } = await raiseOn("2026-09-30");
    expect({ taken, failures }).toEqual({ taken: 1, failures: [expect.objectContaining({ code: "23505" })] });
    expect(await db("monitor_alerts").first("state").where("id", other!.id)).toEqual({ state: "NOTIFIED" });
    await db("monitor_alerts").where("id", broken!.id).update({ kind: broken!.kind });
    expect(await raise("2026-09-30")).toBe(0);
  });

  it("is no act of a person, from which the demonstration's time would go on", async () => {
    await raiseOn("2026-12-01");
    const db = stack.databases["matters"]!;
    expect((await db("transitions").max("recorded_at as at"))[0]!.at > TEST_NOW).toBe(true);
    expect((await lastActAt(db))!.getTime()).toBeLessThan(TEST_NOW.getTime() + 3_600_000);
  });
});
