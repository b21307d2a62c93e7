/** Clocks of steps through the gateway: the version's limits, red lights of steps in cases, alerts and counts, readers, batches. */
import type { Knex } from "knex";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";
import { insertCase, insertProcedure, OWN_AGENCY, select, statementsDuring, type Row } from "./support/matters.js";

/** The golden case whose review takes longer than its six working days, eight of ten days after acceptance. */
const SLOW = "22240120260916000013";

let stack: TestStack;
let db: Knex;
let slow: string;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
  const [row] = await select(
    db,
    "select case_no as no from service_cases where subject = 'demo-subject-2' and applied_on = '2026-09-16' and dept_id = ?",
    [OWN_AGENCY.id],
  );
  slow = row!["no"];
});
afterAll(() => stack.stop());

const STEPS = "steps { name startedOn endedOn limitDays dueOn deadlineState overtime usedDays overDays }";

const read = async (caseNo: string, viewer: keyof typeof VIEWERS = "supervisor-1"): Promise<Row> => {
  const { body } = await stack.ask(
    `query($no: ID!) { serviceCase(caseNo: $no) { light lightReasons deadline { state light } ${STEPS}
      alerts(first: 5) { nodes { id kind level anomaly light raisedOn state } } } }`,
    { viewer, variables: { no: caseNo } },
  );
  expect(body.errors).toBeUndefined();
  return body.data.serviceCase;
};

/** A case of version 1 of the golden matter: 受理 1, 审核 10, 审批 5, by a promise of 16 working days. */
const insert = (no: string, steps: readonly Row[], changes: Row = {}): Promise<void> =>
  insertCase(db, no, {
    accepted_on: "2026-09-01",
    applied_on: "2026-09-01",
    promised_amount: 60,
    statutory_amount: 90,
    content: JSON.stringify({ steps, materials: [] }),
    ...changes,
  });

describe("a step over its limit", () => {
  it("makes the golden case red, which is on time in all", async () => {
    expect(slow).toBe(SLOW);
    const found = await read(SLOW);
    expect(found).toMatchObject({
      light: "RED",
      lightReasons: ["STEP_OVERTIME"],
      deadline: { state: "RUNNING", light: "GREEN" },
      alerts: {
        nodes: [
          {
            id: `STEP-${SLOW}`,
            kind: "STEP_OVERTIME",
            level: "ALARM",
            anomaly: "TIME_LIMIT",
            light: "RED",
            raisedOn: "2026-09-25",
            state: "RAISED",
          },
        ],
      },
    });
    expect(found["steps"]).toEqual([
      {
        name: "受理",
        startedOn: "2026-09-16",
        endedOn: "2026-09-16",
        limitDays: 1,
        dueOn: "2026-09-17",
        deadlineState: "MET",
        overtime: false,
        usedDays: 0,
        overDays: null,
      },
      {
        name: "审核",
        startedOn: "2026-09-17",
        endedOn: null,
        limitDays: 6,
        dueOn: "2026-09-24",
        deadlineState: "LATE",
        overtime: true,
        usedDays: 7,
        overDays: 1,
      },
    ]);
  });

  it("is measured by the version that the case applied under, not by that of today", async () => {
    const review = [{ name: "审核", startedOn: "2026-09-16" }];
    const versions = await select(
      db,
      `select v.version, (select s.step->>'workingDays' from jsonb_array_elements(v.content->'steps') as s(step) where s.step->>'name' = '审核')::int as days
       from service_matter_versions v join service_cases c on c.matter_id = v.matter_id where c.case_no = ? order by 1`,
      [SLOW],
    );
    expect(new Set(versions.map(({ days }) => days)).size).toBe(versions.length);
    for (const { version, days } of versions) {
      await insert(`T-STEP-V${version}`, review, { matter_version: version });
      const { steps } = await read(`T-STEP-V${version}`);
      expect(steps[0].limitDays).toBe(days);
    }
  });

  it("is red before acceptance too, and not where the applicant was told in time", async () => {
    const open = { accepted_on: null, acceptance_no: null, state: "RECEIVED", applied_on: "2026-09-23" };
    const step = [{ name: "受理", startedOn: "2026-09-23" }];
    await insert("T-STEP-RECEIVED", step, open);
    await insert("T-STEP-TOLD", step, { ...open, state: "CORRECTION", notice_on: "2026-09-24" });
    await insert("T-STEP-TOLD-SOMEWHEN", step, { ...open, state: "CORRECTION" });
    expect(await read("T-STEP-RECEIVED")).toMatchObject({
      light: "RED",
      lightReasons: ["STEP_OVERTIME"],
      deadline: null,
      alerts: { nodes: [{ id: "STEP-T-STEP-RECEIVED", raisedOn: "2026-09-25" }] },
    });
    for (const no of ["T-STEP-TOLD", "T-STEP-TOLD-SOMEWHEN"])
      expect(await read(no)).toMatchObject({ light: null, lightReasons: [], alerts: { nodes: [] } });
  });

  it("yields to a total that is late: black stays black, and there is one alert", async () => {
    const step = [{ name: "审核", startedOn: "2026-02-10" }];
    await insert("T-STEP-BLACK", step, { accepted_on: "2026-02-10", promised_amount: 5, statutory_amount: 20 });
    const { light, lightReasons, alerts } = await read("T-STEP-BLACK");
    expect([light, lightReasons]).toEqual(["BLACK", ["STATUTORY_PASSED", "STEP_OVERTIME"]]);
    expect(alerts.nodes.map(({ id }: Row) => id)).toEqual(["TIME-T-STEP-BLACK"]);
  });

  it("leaves suspended days out, also of a procedure that runs, and adds an extension to the step it was approved in", async () => {
    const step = [{ name: "受理", startedOn: "2026-09-21" }];
    await insert("T-STEP-PAUSED", step);
    await insertProcedure(db, "T-STEP-PAUSED", { kind: "TEST", from_on: "2026-09-22", to_on: "2026-09-27" });
    await insert("T-STEP-STOPPED", step, { state: "SUSPENDED" });
    await insertProcedure(db, "T-STEP-STOPPED", { kind: "HEARING", from_on: "2026-09-22" });
    await insert("T-STEP-STOPPED-LATE", step, { state: "SUSPENDED" });
    await insertProcedure(db, "T-STEP-STOPPED-LATE", { kind: "HEARING", from_on: "2026-09-23" });
    await insert("T-STEP-EXTENDED", step);
    await insertProcedure(db, "T-STEP-EXTENDED", { kind: "EXTENSION", from_on: "2026-09-22", extension_days: 5 });
    const over = async (no: string): Promise<unknown[]> => {
      const { light, steps, alerts } = await read(no);
      return [light, steps[0].overtime, steps[0].deadlineState, alerts.nodes.length];
    };
    expect(await over("T-STEP-PAUSED")).toEqual(["GREEN", false, "RUNNING", 0]);
    expect(await over("T-STEP-STOPPED")).toEqual([null, false, "SUSPENDED", 0]);
    expect(await over("T-STEP-STOPPED-LATE")).toEqual(["RED", true, "LATE", 1]);
    expect(await over("T-STEP-EXTENDED")).toEqual(["GREEN", false, "RUNNING", 0]);
  });

  it("of a completed case shows in its steps, and as an alert where it was dealt with", async () => {
    const steps = [{ name: "受理", startedOn: "2026-09-01", endedOn: "2026-09-03" }];
    const done = { state: "COMPLETED", completed_on: "2026-09-10", ended_on: "2026-09-10", granted: true };
    await insert("T-STEP-DONE", steps, done);
    expect(await read("T-STEP-DONE")).toMatchObject({
      light: null,
      lightReasons: [],
      steps: [{ overtime: true, deadlineState: "LATE", overDays: 1 }],
      alerts: { nodes: [] },
    });
    await db("monitor_alerts").insert({
      id: "JC-T-STEP",
      case_no: "T-STEP-DONE",
      kind: "STEP_OVERTIME",
      state: "EXPLAINED",
      dept_id: OWN_AGENCY.id,
      division_code: OWN_AGENCY.division,
      raised_on: "2026-09-03",
    });
    expect((await read("T-STEP-DONE"))["alerts"].nodes).toMatchObject([
      { id: "STEP-T-STEP-DONE", state: "EXPLAINED", light: "RED", raisedOn: "2026-09-03" },
    ]);
  });
});

describe("consistency with the light", () => {
  it("every running case of the agency has the light of its alert from the clocks, and none other", async () => {
    const cases: Row[] = [];
    for (let after = ""; ;) {
      const { body } = await stack.ask(
        `{ organization(uscc: "${OWN_AGENCY.uscc}") { cases(first: 100 ${after}) { nodes { caseNo light lightReasons steps { overtime } alerts(first: 10) { nodes { id kind light } } } pageInfo { hasNextPage endCursor } } } }`,
        { viewer: "supervisor-1" },
      );
      const { nodes, pageInfo } = body.data.organization.cases;
      cases.push(...nodes);
      if (!pageInfo.hasNextPage) break;
      after = `after: "${pageInfo.endCursor}"`;
    }
    const lit = cases.filter(({ light }) => ["YELLOW", "RED", "BLACK"].includes(light));
    expect(lit).toHaveLength(9);
    for (const { light, lightReasons, steps, alerts } of cases.filter(({ light }) => light !== null)) {
      const clocks = alerts.nodes.filter(({ id }: Row) => !id.startsWith("JC"));
      expect(clocks.map((alert: Row) => alert["light"])).toEqual(light === "GREEN" ? [] : [light]);
      expect(lightReasons.includes("STEP_OVERTIME")).toBe(steps.some(({ overtime }: Row) => overtime));
    }
  });

  it("is shown to those who see the steps, and to nobody else", async () => {
    for (const viewer of ["citizen-2", "officer-1", "supervisor-1"] as const)
      expect((await read(SLOW, viewer))["light"]).toBe("RED");
    for (const viewer of ["anonymous", "citizen-1", "agent-1", "officer-2", "auditor-1", "app-partner"] as const)
      expect(await read(SLOW, viewer)).toBeNull();
  });

  it("costs no statement more for steps and lights, whatever the page", async () => {
    const query = `query($first: Int!) { organization(uscc: "${OWN_AGENCY.uscc}") { cases(first: $first) { nodes { light lightReasons ${STEPS} } } } }`;
    const run =
      (first: number): (() => Promise<void>) =>
      async () => {
        const { body } = await stack.ask(query, { viewer: "supervisor-1", variables: { first } });
        expect(body.data.organization.cases.nodes).toHaveLength(first);
      };
    expect([await statementsDuring(db, run(10)), await statementsDuring(db, run(100))]).toEqual([1, 1]);
  });
});
