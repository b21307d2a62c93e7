/** Alerts through the gateway and directly: lights as the calendar makes them, readers, counts for the public, batches. */
import type { Knex } from "knex";
import days from "chinese-days";
import { signContext } from "../../platform/auth/index.js";
import { VIEWERS } from "../support/viewers.js";
import { startStack, type TestStack } from "../support/stack.js";
import { refreshCaseLights } from "../../subgraphs/matters/monitor-alert/clock-alerts.repository.js";
import { insertCase, insertProcedure, OWN_AGENCY, select, statementsDuring, type Row } from "./support/matters.js";

type ViewerName = keyof typeof VIEWERS;
const TODAY = "2026-09-28";

let stack: TestStack;
let db: Knex;
beforeAll(async () => {
  stack = await startStack();
  db = stack.databases["matters"]!;
});
afterAll(() => stack.stop());

const next = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Stands for a due day in a year without a calendar. */
const UNKNOWN = "UNKNOWN";

/** A second calculation of a due day, day by day, with another calendar than the product's; undefined while a procedure runs. */
const dueOn = (row: Row, amount: number, unit: string): string | undefined => {
  const stopped = (day: string): boolean =>
    row["pauses"].some(({ from, to }: Row) => from <= day && (to === null || day <= to));
  const works = (day: string): boolean => days.getDayDetail(day).work;
  const stands = row["pauses"].some(({ to }: Row) => to === null);
  let day = row["accepted_on"];
  for (let left = amount + Number(row["extension"]); left > 0;) {
    day = next(day);
    if (day > "2026-12-31") return stands ? undefined : UNKNOWN;
    if (!stopped(day) && (unit === "D" || works(day))) left -= 1;
  }
  // On the spot, and stopped on that very day.
  if (row["pauses"].some(({ from, to }: Row) => to === null && from <= day)) return undefined;
  if (unit === "D") while (!works(day)) day = next(day);
  return day;
};

/** True where a recorded step took longer than its limit in the version of the case, until `until` or its own end; day by day. */
const stepOver = (row: Row, until: string): boolean =>
  (row["steps"] as Row[]).some(({ name, startedOn, endedOn }) => {
    const limits = (row["limits"] as Row[]).filter((limit) => limit["name"] === name && limit["workingDays"] > 0);
    if (limits.length === 0) return false;
    const end = [endedOn ?? row["ended_on"] ?? until, row["notice_on"] >= startedOn ? row["notice_on"] : null]
      .filter((day) => day !== null && day !== undefined)
      .sort()[0];
    const extended = (row["extensions"] as Row[])
      .filter(({ from }) => startedOn <= from && from <= (endedOn ?? row["ended_on"] ?? from))
      .reduce((sum, { days }) => sum + days, 0);
    const due = dueOn(
      { ...row, accepted_on: startedOn, extension: extended },
      Math.min(...limits.map((limit) => Math.ceil(limit["workingDays"]))),
      "WD",
    );
    return (
      due !== undefined &&
      due !== UNKNOWN &&
      end > due &&
      !(row["state"] === "CORRECTION" && !row["notice_on"] && !endedOn)
    );
  });

/** Expected light, with `STEP` where a step alone makes it red. */
const lightOf = (row: Row): string | undefined => {
  const total = row["accepted_on"] === undefined ? undefined : lightOfTotal(row);
  if (total === "BLACK" || total === "RED") return total;
  return stepOver(row, TODAY) ? "STEP" : total;
};

const lightOfTotal = (row: Row): string | undefined => {
  const promised = dueOn(row, row["promised_amount"], row["promised_unit"]);
  const statutory = dueOn(row, row["statutory_amount"], row["statutory_unit"]);
  if (statutory !== undefined && statutory !== UNKNOWN && TODAY > statutory) return "BLACK";
  if (promised === undefined) return undefined;
  if (promised === UNKNOWN) return "PROVISIONAL";
  if (TODAY > promised) return "RED";
  let tomorrow = next(TODAY);
  while (!days.getDayDetail(tomorrow).work) tomorrow = next(tomorrow);
  return promised <= tomorrow ? "YELLOW" : undefined;
};

const PAUSING = "('HEARING','BIDDING','AUCTION','INSPECTION','TEST','QUARANTINE','APPRAISAL','EXPERT_REVIEW')";

/** Day of receipt of a licensing case that was told nothing within five working days: it counts as accepted then. */
const acceptedBySilence = (row: Row): string | undefined => {
  if (row["task_type"] !== "LICENSING_01" || row["applied_on"] === null) return undefined;
  if (row["notice_on"] === null && !["SUBMITTED", "RECEIVED"].includes(row["state"])) return undefined;
  let day = row["applied_on"];
  for (let left = 5; left > 0;) {
    day = next(day);
    if (day > "2026-12-31") return undefined;
    if (days.getDayDetail(day).work) left -= 1;
  }
  return (row["notice_on"] ?? TODAY) > day ? row["applied_on"] : undefined;
};

/** What a second calculation needs of a case beside its columns. */
const PARTS = `c.content->'steps' as steps,
  coalesce((select v.content->'steps' from service_matter_versions v where v.matter_id = c.matter_id and v.version = c.matter_version), '[]') as limits,
  coalesce((select json_agg(json_build_object('from', from_on::text, 'days', extension_days)) from special_procedures p where p.case_no = c.case_no and kind = 'EXTENSION'), '[]') as extensions,
  coalesce((select json_agg(json_build_object('from', from_on::text, 'to', to_on::text)) from special_procedures p where p.case_no = c.case_no and kind in ${PAUSING}), '[]') as pauses,
  coalesce((select sum(extension_days) from special_procedures p where p.case_no = c.case_no and kind = 'EXTENSION'), 0)::int as extension`;

/** Expected light of every running case, by its number. */
const expectedLights = async (where = "true"): Promise<Map<string, string>> => {
  const running = await select(
    db,
    `select c.*, ${PARTS} from service_cases c where c.state <> 'DRAFT' and c.ended_on is null and ${where}`,
  );
  const lights = running.flatMap((row) => {
    const accepted_on = row["accepted_on"] ?? acceptedBySilence(row);
    return [[row["case_no"] as string, lightOf({ ...row, accepted_on })] as const];
  });
  return new Map(lights.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
};

const listed = async (viewer: ViewerName, root: string, args = ""): Promise<Row[]> => {
  const all: Row[] = [];
  for (let after = ""; ;) {
    const { body } = await stack.ask(
      `{ ${root} { alerts(first: 100 ${args} ${after}) { nodes { id kind level anomaly light state raisedOn case { caseNo deadline { dueOn light } } } pageInfo { hasNextPage endCursor } } } }`,
      { viewer },
    );
    expect(body.errors).toBeUndefined();
    const { nodes, pageInfo } = Object.values(body.data as Row)[0].alerts;
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = `after: "${pageInfo.endCursor}"`;
  }
};

describe("time alerts", () => {
  beforeAll(async () => {
    // Awkward ones beside those of the seed.
    await insertCase(db, "T-SPOT", { accepted_on: "2026-09-27", promised_amount: 0, promised_unit: "D" });
    await insertCase(db, "T-DAYS", { accepted_on: "2026-09-14", promised_amount: 12, promised_unit: "D" });
    await insertCase(db, "T-LATE-THEN-STOPPED", { state: "SUSPENDED", statutory_amount: 300 });
    await insertProcedure(db, "T-LATE-THEN-STOPPED", { kind: "TEST", from_on: "2026-08-03" });
    await insertCase(db, "T-OVERLAP", { accepted_on: "2026-08-24", promised_amount: 15 });
    await insertProcedure(db, "T-OVERLAP", { kind: "TEST", from_on: "2026-08-26", to_on: "2026-09-02" });
    await insertProcedure(db, "T-OVERLAP", { kind: "HEARING", from_on: "2026-08-31", to_on: "2026-09-04" });
    await insertCase(db, "T-STOPPED-AT-ONCE", {
      accepted_on: "2026-09-21",
      promised_amount: 0,
      promised_unit: "D",
      state: "SUSPENDED",
    });
    await insertProcedure(db, "T-STOPPED-AT-ONCE", { kind: "TEST", from_on: "2026-09-21" });
    const silent = { accepted_on: null, acceptance_no: null, promised_amount: 5, state: "RECEIVED" };
    // Five working days after 09-18 end on 09-24, after 09-21 on 09-29: the one is late, the other not yet.
    await insertCase(db, "T-SILENT", { ...silent, applied_on: "2026-09-18" });
    await insertCase(db, "T-NOT-YET-SILENT", { ...silent, applied_on: "2026-09-21" });
    await insertCase(db, "T-TOLD", { ...silent, applied_on: "2026-09-01", notice_on: "2026-09-08" });
    await insertCase(db, "T-TOLD-LATE", {
      ...silent,
      applied_on: "2026-09-01",
      notice_on: "2026-09-09",
      state: "CORRECTION",
    });
  });

  it("are those that a day-by-day calculation finds, for every running case of the province", async () => {
    const alerts = (await listed("supervisor-1", `division(code: "220000")`)).filter(
      ({ kind }) => kind === "TIME_LIMIT" || kind === "STEP_OVERTIME",
    );
    for (const { id, kind, case: of } of alerts)
      expect(id).toBe(`${kind === "TIME_LIMIT" ? "TIME" : "STEP"}-${of.caseNo}`);
    const found = new Map(
      alerts.map(({ kind, light, case: of }) => [of.caseNo, kind === "STEP_OVERTIME" ? "STEP" : light]),
    );
    // One a case, at most.
    expect(found.size).toBe(alerts.length);
    const [ended] = await select(
      db,
      "select count(*)::int as n from service_cases c join monitor_alerts a on a.case_no = c.case_no and a.kind = 'TIME_LIMIT' where c.completed_on is not null",
    );
    const expected = await expectedLights();
    for (const caseNo of found.keys()) {
      const [row] = await select(db, "select ended_on from service_cases where case_no = ?", [caseNo]);
      if (row!["ended_on"] !== null) found.delete(caseNo);
    }
    expect(new Map([...found].sort())).toEqual(new Map([...expected].sort()));
    expect(new Set(expected.values())).toEqual(new Set(["YELLOW", "RED", "BLACK", "STEP"]));
    expect(Number(ended!["n"])).toBeGreaterThan(0);
  });

  it("have the light of the case's own deadline, and begin the day after it", async () => {
    const alerts = await listed("supervisor-1", `division(code: "222401")`, "level: ALARM");
    const running = alerts.filter(({ kind, case: of }) => kind === "TIME_LIMIT" && of.deadline.light !== null);
    expect(running.length).toBeGreaterThan(5);
    for (const alert of running) {
      expect(alert["light"]).toBe(alert["case"].deadline.light);
      if (alert["light"] === "RED") expect(alert["raisedOn"]).toBe(next(alert["case"].deadline.dueOn));
    }
  });

  it("are not stored: another day, and other facts, show other lights", async () => {
    const [stored] = await select(db, "select count(*)::int as n from monitor_alerts where id like 'TIME-%'");
    expect(stored!["n"]).toBe(0);
    const lightOn = async (day: string): Promise<Row | null> => {
      const body = JSON.stringify({ query: `{ monitorAlert(id: "TIME-22240120260914000001") { light raisedOn } }` });
      const context = {
        subgraph: "matters",
        viewer: VIEWERS["officer-1"],
        asOf: `${day}T04:00:00Z`,
        requestId: "test",
      };
      const { url } = stack.subgraphs.find(({ name }) => name === "matters")!;
      const headers = signContext({ context, method: "POST", path: "/graphql", body }, stack.contextKeys("matters"));
      const answer = (await (await fetch(url, { method: "POST", body, headers })).json()) as Row;
      if (answer["errors"]) throw new Error(JSON.stringify(answer));
      return answer["data"].monitorAlert;
    };
    // Accepted on 2026-09-15; ten working days end on 09-29, twenty on 10-19.
    expect(await lightOn("2026-09-24")).toBeNull();
    expect(await lightOn("2026-09-28")).toEqual({ light: "YELLOW", raisedOn: "2026-09-28" });
    expect(await lightOn("2026-09-29")).toEqual({ light: "YELLOW", raisedOn: "2026-09-28" });
    expect(await lightOn("2026-09-30")).toEqual({ light: "RED", raisedOn: "2026-09-30" });
    expect(await lightOn("2026-10-19")).toEqual({ light: "RED", raisedOn: "2026-09-30" });
    expect(await lightOn("2026-10-20")).toEqual({ light: "BLACK", raisedOn: "2026-10-20" });
    // A year without a calendar: what was late is late, nothing else is said.
    expect(await lightOn("2027-02-01")).toEqual({ light: "BLACK", raisedOn: "2026-10-20" });
    await db("service_cases").where("case_no", "22240120260914000001").update({ promised_amount: 30 });
    expect(await lightOn("2026-09-30")).toBeNull();
    // Of a promise into 2027 nobody knows the day until even the latest thinkable one is past: 73 working days are left in 2026, and
    // no year had more than 23 weekdays off.
    const amounts = { promised_amount: 100, statutory_amount: 120 };
    await db("service_cases").where("case_no", "22240120260914000001").update(amounts);
    expect(await lightOn("2026-09-28")).toEqual({ light: "PROVISIONAL", raisedOn: "2026-09-15" });
    // A step is over its limit from the 30th, which is another alert.
    expect(await lightOn("2027-03-11")).toBeNull();
    expect(await lightOn("2027-03-12")).toEqual({ light: "RED", raisedOn: "2027-03-12" });
    await db("service_cases")
      .where("case_no", "22240120260914000001")
      .update({ promised_amount: 10, statutory_amount: 20 });
  });

  it("are the same whether the day's lights were kept or are computed", async () => {
    const kept = async (): Promise<number> => (await select(db, "select count(*)::int as n from case_lights"))[0]!["n"];
    const asked = async (): Promise<[Row[], Row[], unknown]> => [
      await listed("supervisor-1", `division(code: "222400")`),
      await listed("officer-1", `organization(uscc: "${OWN_AGENCY.uscc}")`),
      (await stack.ask(`{ division(code: "222400") { alertCounts { yellow red black provisional } } }`)).body,
    ];
    await db.transaction((trx) => refreshCaseLights(trx, TODAY));
    const [running] = await select(
      db,
      `select count(*)::int as n from service_cases c where (ended_on is null and applied_on is not null) or (completed_on is not null
         and exists (select 1 from monitor_alerts a where a.case_no = c.case_no and a.kind in ('TIME_LIMIT', 'STEP_OVERTIME')))`,
    );
    expect(await kept()).toBe(running!["n"]);
    const fromKept = await asked();
    // A kept light is what is answered, as long as it is of the day and of the edition.
    await db("case_lights").update({ kind: null, light: null });
    const yellow = "TIME-22240120260914000001";
    const idsOf = ([alerts]: readonly [Row[], ...unknown[]]): string[] => alerts.map((alert) => alert["id"] as string);
    expect(idsOf(fromKept)).toContain(yellow);
    expect(idsOf(await asked())).not.toContain(yellow);
    await db("case_lights").update({ kind: "TIME_LIMIT", light: "BLACK", edition: "another" });
    expect(await asked()).toEqual(fromKept);
    await db.transaction((trx) => refreshCaseLights(trx, "2026-09-29"));
    expect(await asked()).toEqual(fromKept);
    await db("case_lights").delete();
    expect(await asked()).toEqual(fromKept);
  });

  it("are computed anew once the case, a procedure of it or its version changes", async () => {
    await db.transaction((trx) => refreshCaseLights(trx, TODAY));
    const caseNo = "22240120260914000001";
    const others = async (): Promise<number> =>
      (await select(db, "select count(*)::int as n from case_lights where case_no <> ?", [caseNo]))[0]!["n"];
    const before = await others();
    /** Kept again, then changed: whether the light of the case is still kept. */
    const isKeptAfter = async (change: () => Promise<unknown>): Promise<boolean> => {
      await db.transaction((trx) => refreshCaseLights(trx, TODAY));
      expect(await db("case_lights").where("case_no", caseNo)).toHaveLength(1);
      await change();
      return (await db("case_lights").where("case_no", caseNo)).length > 0;
    };
    const ofCase = { case_no: caseNo };
    expect(await isKeptAfter(() => db("service_cases").where(ofCase).update({ promised_amount: 10 }))).toBe(false);
    const procedure = { kind: "TEST", from_on: "2026-09-20" };
    expect(await isKeptAfter(() => insertProcedure(db, caseNo, procedure))).toBe(false);
    const ofProcedure = { ...ofCase, ...procedure };
    const ended = { to_on: "2026-09-21" };
    expect(await isKeptAfter(() => db("special_procedures").where(ofProcedure).update(ended))).toBe(false);
    expect(await isKeptAfter(() => db("special_procedures").where(ofProcedure).delete())).toBe(false);
    expect(await others()).toBe(before);
    const [version] = await select(
      db,
      "select matter_id, matter_version as version from service_cases where case_no = ?",
      [caseNo],
    );
    const ofVersion = (): Knex.QueryBuilder => db("service_matter_versions").where(version!);
    expect(await isKeptAfter(() => ofVersion().update({ content: db.ref("content") }))).toBe(false);
    expect(await others()).toBeGreaterThan(0);
  });

  it("are raised for a case that was told nothing in time, as for one accepted on receipt", async () => {
    const alerts = await listed("officer-1", `division(code: "222401")`);
    const lights = new Map(alerts.map((alert) => [alert["case"].caseNo, alert["light"]]));
    expect(
      ["T-SILENT", "T-NOT-YET-SILENT", "T-TOLD", "T-TOLD-LATE"].map((number) => lights.get(number) ?? null),
    ).toEqual(["RED", null, null, "RED"]);
    const [seeded] = await select(
      db,
      "select case_no as no from service_cases where accepted_on is null and ended_on is null and state = 'RECEIVED' and task_type = 'LICENSING_01' and notice_on is null and applied_on < '2026-08-01' and case_no not like 'T-%' limit 1",
    );
    const [row] = await select(db, "select * from service_cases where case_no = ?", [seeded!["no"]]);
    expect(acceptedBySilence(row!)).toBe(row!["applied_on"]);
  });

  it("of the golden cases are yellow, red and black", async () => {
    const alerts = await listed("officer-1", `division(code: "222401")`);
    const of = (caseNo: string): Row => alerts.find(({ case: { caseNo: no } }) => no === caseNo)!;
    expect(of("22240120260914000001")).toMatchObject({ light: "YELLOW", level: "WARNING", state: "RAISED" });
    expect(of("22240120260506000001")).toMatchObject({ light: "BLACK", level: "ALARM", state: "EXPLAINED" });
    expect(
      alerts
        .filter(({ case: { caseNo } }) => caseNo === "22240120260910000001")
        .map(({ light, kind }) => [kind, light]),
    ).toEqual([
      ["UNLISTED_MATERIAL", "YELLOW"],
      ["TIME_LIMIT", "RED"],
    ]);
  });
});

describe("readers of alerts", () => {
  const BLACK = "TIME-22240120260506000001";
  const known = async (viewer: ViewerName, id: string): Promise<boolean[]> => {
    const root = await stack.ask(`query($id: ID!) { monitorAlert(id: $id) { id light } }`, {
      viewer,
      variables: { id },
    });
    const entity = await stack.askSubgraph(
      "matters",
      `query($r: [_Any!]!) { _entities(representations: $r) { ... on MonitorAlert { id } } }`,
      { viewer: VIEWERS[viewer], variables: { r: [{ __typename: "MonitorAlert", id }] } },
    );
    const lists = await Promise.all([
      listed(viewer, `division(code: "222401")`),
      listed(viewer, `organization(uscc: "${OWN_AGENCY.uscc}")`),
    ]);
    return [
      root.body.data.monitorAlert !== null,
      entity.body.data._entities[0] !== null,
      ...lists.map((alerts) => alerts.some((alert) => alert["id"] === id)),
    ];
  };

  it.each([
    ["anonymous", false],
    ["citizen-1", false],
    ["agent-1", true],
    ["officer-1", true],
    ["publisher-1", true],
    ["officer-2", false],
    ["supervisor-1", true],
    ["auditor-1", false],
    ["app-open", false],
    ["app-partner", false],
  ] as const)("of the enterprise's black light, on every path: %s %p", async (viewer, knows) => {
    expect(await known(viewer, BLACK)).toEqual([knows, knows, knows, knows]);
  });

  it("recorded ones are as closed as computed ones", async () => {
    const [own] = await select(
      db,
      "select id from monitor_alerts where kind = 'UNLISTED_MATERIAL' and case_no = '22240120260910000001'",
    );
    expect(await known("officer-1", own!["id"])).toEqual([true, true, true, true]);
    expect(await known("citizen-2", own!["id"])).toEqual([true, true, true, true]);
    expect(await known("citizen-1", own!["id"])).toEqual([false, false, false, false]);
    expect(await known("officer-2", own!["id"])).toEqual([false, false, false, false]);
  });

  it("the applicant sees lights, and not what agency and supervisor wrote to each other", async () => {
    const query = `{ monitorAlert(id: "${BLACK}") { light state explanation case { caseNo } } }`;
    const own = await stack.ask(query, { viewer: "agent-1" });
    expect(own.body.data.monitorAlert).toMatchObject({ light: "BLACK", explanation: null });
    const officer = await stack.ask(query, { viewer: "officer-1" });
    expect(officer.body.data.monitorAlert.explanation).toContain("情况说明");
  });

  it("an unknown alert, a green case and another's alert answer alike", async () => {
    const ask = async (id: string): Promise<unknown> =>
      (await stack.ask(`query($id: ID!) { monitorAlert(id: $id) { id } }`, { viewer: "citizen-1", variables: { id } }))
        .body;
    const nothing = { data: { monitorAlert: null } };
    expect(await ask(BLACK)).toEqual(nothing);
    expect(await ask("TIME-22240120260302000001")).toEqual(nothing);
    expect(await ask("TIME-none")).toEqual(nothing);
    expect(await ask("JC9999999")).toEqual(nothing);
  });

  it("another division's alerts are not in a supervisor's list of that division", async () => {
    const county = { ...VIEWERS["supervisor-1"], divisionCode: "222404" };
    const ask = (code: string): ReturnType<TestStack["askSubgraph"]> =>
      stack.askSubgraph(
        "matters",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Division { alerts(first: 100) { nodes { id } } } } }`,
        { viewer: county, variables: { r: [{ __typename: "Division", code }] } },
      );
    expect((await ask("222401")).body.data._entities[0].alerts.nodes).toEqual([]);
    expect((await ask("222404")).body.data._entities[0].alerts.nodes.length).toBeGreaterThan(0);
  });
});

describe("counts for the public", () => {
  const recorded = async (where: string): Promise<Row> =>
    (
      await select(
        db,
        `select count(*) filter (where kind in ('UNLISTED_MATERIAL', 'RISK_POINT'))::int as yellow, count(*) filter (where kind not in ('UNLISTED_MATERIAL', 'RISK_POINT'))::int as red
         from monitor_alerts c where kind not in ('TIME_LIMIT', 'STEP_OVERTIME') and state <> 'CLOSED' and ${where}`,
      )
    )[0]!;

  const ofEnded = async (where: string): Promise<Map<string, number>> => {
    const rows = await select(
      db,
      `select c.*, c.completed_on::text as done, a.kind, ${PARTS}
       from service_cases c join monitor_alerts a on a.case_no = c.case_no and a.kind in ('TIME_LIMIT', 'STEP_OVERTIME') and a.state <> 'CLOSED' where c.completed_on is not null and ${where}`,
    );
    const counts = new Map<string, number>();
    for (const row of rows) {
      const black = dueOn(row, row["statutory_amount"], row["statutory_unit"])! < row["done"];
      const red = dueOn(row, row["promised_amount"], row["promised_unit"])! < row["done"];
      const late = black ? "BLACK" : red ? "RED" : undefined;
      const light = row["kind"] === "TIME_LIMIT" ? late : !late && stepOver(row, row["done"]) ? "RED" : undefined;
      if (light) counts.set(light, (counts.get(light) ?? 0) + 1);
    }
    return counts;
  };

  it.each([
    [`division(code: "222401")`, "c.division_code like '222401%'"],
    [`division(code: "222400")`, "c.division_code like '2224%'"],
    [`division(code: "222403")`, "c.division_code like '222403%'"],
    [`organization(uscc: "${OWN_AGENCY.uscc}")`, `c.dept_id = '${OWN_AGENCY.id}'`],
  ])("of %s are those of the open alerts, the same for everybody", async (root, where) => {
    const lights = [
      ...(
        await expectedLights(
          `${where} and not exists (select from monitor_alerts a where a.case_no = c.case_no and kind in ('TIME_LIMIT', 'STEP_OVERTIME') and state = 'CLOSED')`,
        )
      ).values(),
    ].map((light) => (light === "STEP" ? "RED" : light));
    const beside = await recorded(where);
    const ended = await ofEnded(where);
    const of = (light: string): number => lights.filter((one) => one === light).length + (ended.get(light) ?? 0);
    const expected = {
      yellow: of("YELLOW") + beside["yellow"],
      red: of("RED") + beside["red"],
      black: of("BLACK"),
      provisional: of("PROVISIONAL"),
    };
    for (const viewer of ["anonymous", "citizen-1", "app-open", "supervisor-1"] as const) {
      const { body } = await stack.ask(`{ ${root} { alertCounts { yellow red black provisional } } }`, { viewer });
      expect((Object.values(body.data as Row)[0] as Row)["alertCounts"]).toEqual(expected);
    }
  });

  it("are nil where there is nothing", async () => {
    const { body } = await stack.ask(`{ division(code: "110000") { alertCounts { yellow red black provisional } } }`);
    expect(body.data.division.alertCounts).toEqual({ yellow: 0, red: 0, black: 0, provisional: 0 });
  });
});

describe("lists of alerts", () => {
  it("are narrowed by light, level and state", async () => {
    const root = `division(code: "222400")`;
    const all = await listed("supervisor-1", root);
    const red = await listed("supervisor-1", root, "light: RED");
    expect(red.map(({ id }) => id)).toEqual(all.filter(({ light }) => light === "RED").map(({ id }) => id));
    const warnings = await listed("supervisor-1", root, "level: WARNING");
    expect(warnings.map(({ id }) => id)).toEqual(all.filter(({ level }) => level === "WARNING").map(({ id }) => id));
    const raised = await listed("supervisor-1", root, "state: [RAISED, NOTIFIED]");
    expect(raised.map(({ id }) => id)).toEqual(
      all.filter(({ state }) => ["RAISED", "NOTIFIED"].includes(state)).map(({ id }) => id),
    );
    expect(await listed("supervisor-1", root, "light: GREEN")).toEqual([]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it("answer a supervisor's question: red lights, their matter, agency and last bad rating", async () => {
    const { body } = await stack.ask(
      `{ division(code: "222401") { alerts(light: RED, state: [RAISED, NOTIFIED], first: 5) { nodes { anomaly raisedOn case { caseNo matter { taskName dept { name } }
        ratings(bad: true, first: 1) { nodes { stars rectification { state deadline { dueOn } } } } } } } } }`,
      { viewer: "supervisor-1" },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.division.alerts.nodes[0].case.matter.dept.name).toContain("延吉市");
  });

  it("cost the same number of statements for 10 and for 100 rows", async () => {
    const query = `query($first: Int!) { division(code: "220000") { alerts(first: $first) { nodes { light raisedOn case { caseNo matter { taskName } ratings(bad: true, first: 1) { nodes { stars } } } } } } }`;
    const run =
      (first: number): (() => Promise<void>) =>
      async () => {
        const { body } = await stack.ask(query, { viewer: "supervisor-1", variables: { first } });
        expect(body.data.division.alerts.nodes).toHaveLength(first);
      };
    expect([await statementsDuring(db, run(10)), await statementsDuring(db, run(100))]).toEqual([4, 4]);
  });

  it("are counted in one statement for 200 divisions", async () => {
    const codes = Array.from({ length: 200 }, (_, index) => `2224${String((index % 90) + 10)}`);
    const statements = await statementsDuring(db, () =>
      stack.askSubgraph(
        "matters",
        `query($r: [_Any!]!) { _entities(representations: $r) { ... on Division { alertCounts { red } } } }`,
        { variables: { r: codes.map((code) => ({ __typename: "Division", code })) } },
      ),
    );
    expect(statements).toBe(1);
  });
});
