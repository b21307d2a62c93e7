/** Subscriptions through the gateway: who is told what, when a stream ends, and that nothing is missed on the way. */
import { createClient } from "graphql-sse";
import type { GatewayOptions } from "../../gateway/gateway.js";
import { openEvents, type EventsAsked, type TestEvents } from "../support/events.js";
import { TEXTS } from "../support/fuzz-arguments.js";
import { startStack, type TestStack } from "../support/stack.js";
import { caseAfter } from "../support/verbs/cases.js";
import { copyOf, repairAfter } from "../support/verbs/credit.js";

let stack: TestStack;
const opened: TestEvents[] = [];

beforeAll(async () => {
  stack = await startStack();
});
afterEach(() => opened.splice(0).forEach((events) => events.close()));
afterAll(() => stack.stop());

const LIVE: GatewayOptions["live"] = { everyMs: 20, pauseMs: 1 };
const CHANGED = "subscription Mine($caseNo: ID!) { changed: caseChanged(caseNo: $caseNo) { caseNo state version } }";

let fast: Promise<string> | undefined;
/** A gateway that looks often. */
const fastUrl = (): Promise<string> => (fast ??= stack.another({ live: LIVE }).then(({ gateway }) => gateway.url));

const open = async (query: string, asked: EventsAsked, url?: string): Promise<TestEvents> => {
  const events = await openEvents(url ?? (await fastUrl()), query, asked);
  opened.push(events);
  return events;
};

const follow = (caseNo: string, viewer: string, more: EventsAsked = {}, url?: string): Promise<TestEvents> =>
  open(CHANGED, { viewer, variables: { caseNo }, ...more }, url);

const step = async (viewer: string, verb: string, type: string, input: object): Promise<void> => {
  const { body } = await stack.ask(`mutation ($input: ${type}!) { ${verb}(input: $input) { case { version } } }`, {
    viewer,
    variables: { input },
  });
  if (body.errors) throw new Error(JSON.stringify(body));
};

const withdraw = (caseNo: string, expectedVersion: number): Promise<void> =>
  step("citizen-1", "withdrawCase", "ReasonedCaseInput", { caseNo, expectedVersion, reasons: "不再需要" });
const submit = (caseNo: string, expectedVersion: number): Promise<void> =>
  step("citizen-1", "submitCase", "SubmitCaseInput", { caseNo, expectedVersion });

describe("caseChanged", () => {
  it("tells its applicant and its agency how the case stands, and again after each step", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const streams = await Promise.all(
      ["citizen-1", "officer-1", "supervisor-1"].map((viewer) => follow(caseNo, viewer)),
    );
    for (const events of streams) {
      expect(events.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
      expect(events.headers.get("content-encoding")).toBeNull();
      expect(await events.next()).toMatchObject({
        event: "next",
        id: expect.any(String),
        data: { data: { changed: { caseNo, state: "SUBMITTED", version: 2 } } },
      });
    }
    await step("officer-1", "receiveCase", "CaseStepInput", { caseNo, expectedVersion: 2 });
    for (const events of streams) {
      const event = await events.next();
      expect(event).toMatchObject({ data: { data: { changed: { state: "RECEIVED", version: 3 } } } });
      expect(event!.data.extensions.eventId).toBe(event!.id);
    }
  });

  it("is null and over for everybody else, at once, and says nothing of the case", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    for (const viewer of ["citizen-2", "agent-1", "officer-2", "app-partner", "anonymous"]) {
      const events = await follow(caseNo, viewer);
      const first = await events.next();
      expect(first).toMatchObject({ event: "next", id: undefined, data: { data: { changed: null } } });
      const missing = await (await follow("none", viewer)).next();
      expect({ ...first!.data, extensions: undefined }).toEqual({ ...missing!.data, extensions: undefined });
      expect(await events.next()).toEqual({ event: "complete", id: undefined, data: undefined });
      expect(await events.next()).toBeUndefined();
    }
  });

  it("a draft is told to its writer alone, and to its agency from the day on which it is handed in", async () => {
    const { caseNo } = await caseAfter(stack);
    expect(await (await follow(caseNo, "officer-1")).next()).toMatchObject({ data: { data: { changed: null } } });
    const mine = await follow(caseNo, "citizen-1");
    expect(await mine.next()).toMatchObject({ data: { data: { changed: { state: "DRAFT" } } } });
    await submit(caseNo, 1);
    expect(await mine.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
    expect(await (await follow(caseNo, "officer-1")).next()).toMatchObject({
      data: { data: { changed: { state: "SUBMITTED" } } },
    });
  });

  it("tells who lost the right to read it nothing more of it", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const events = await follow(caseNo, "officer-1");
    expect(await events.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
    await stack.databases["matters"]!("service_cases")
      .where({ case_no: caseNo })
      .update({ dept_uscc: "12990101MB90000236" });
    await withdraw(caseNo, 2);
    const last = await events.next();
    expect(last!.data.data).toEqual({ changed: null });
    expect(JSON.stringify(last)).not.toMatch(/WITHDRAWN|SUBMITTED/);
    expect(await events.next()).toMatchObject({ event: "complete" });
    expect(await events.next()).toBeUndefined();
  });

  it("tells an answer once, whatever steps leave it as it is", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const steps = await follow(caseNo, "officer-1");
    const numbers = await open(`subscription { changed: caseChanged(caseNo: "${caseNo}") { caseNo } }`, {
      viewer: "officer-1",
    });
    expect(await steps.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
    expect((await numbers.next())!.data.data).toEqual({ changed: { caseNo } });
    await step("officer-1", "receiveCase", "CaseStepInput", { caseNo, expectedVersion: 2 });
    expect(await steps.next()).toMatchObject({ data: { data: { changed: { state: "RECEIVED" } } } });
    await stack.databases["matters"]!("service_cases")
      .where({ case_no: caseNo })
      .update({ dept_uscc: "12990101MB90000236" });
    await withdraw(caseNo, 3);
    expect((await numbers.next())!.data.data).toEqual({ changed: null });
  });

  it("withholds of an event what it withholds of the query", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const fields = "{ caseNo applicantName contactPhone dept { name contact } }";
    for (const viewer of ["citizen-1", "officer-1", "supervisor-1"]) {
      const events = await open(`subscription { changed: caseChanged(caseNo: "${caseNo}") ${fields} }`, { viewer });
      const { data } = (await events.next())!;
      const { body } = await stack.ask(`{ changed: serviceCase(caseNo: "${caseNo}") ${fields} }`, { viewer });
      expect(data.data).toEqual(body.data);
      expect(data.extensions.withheld).toEqual(body.extensions?.["withheld"]);
    }
  });

  it("goes on behind the last event at another gateway, and tells what happened between", async () => {
    const { caseNo } = await caseAfter(stack);
    const first = await stack.another({ live: LIVE });
    const before = await follow(caseNo, "citizen-1", {}, first.gateway.url);
    const { id } = (await before.next())!;
    await first.gateway.stop();
    // No `complete`: the client is to come again.
    expect(await before.next()).toBeUndefined();

    const quiet = await follow(caseNo, "citizen-1", { headers: { "last-event-id": id! } });
    await submit(caseNo, 1);
    expect(await quiet.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
    const missed = await follow(caseNo, "citizen-1", { headers: { "last-event-id": id! } });
    expect(await missed.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
  });

  it("waits for no transaction that is still running, and misses nothing of it", async () => {
    const { caseNo } = await caseAfter(stack);
    const events = await follow(caseNo, "citizen-1");
    await events.next();
    const slow = await stack.databases["matters"]!.transaction();
    try {
      await slow.raw("select pg_current_xact_id()");
      await submit(caseNo, 1);
      const event = await events.next();
      expect(event).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
      const again = await follow(caseNo, "citizen-1", { headers: { "last-event-id": event!.id! } });
      expect(await again.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
    } finally {
      await slow.rollback();
    }
  });

  it("ends with the token", async () => {
    const { caseNo } = await caseAfter(stack);
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(Date.now() / 1_000) + 1 })).toString("base64url");
    const events = await follow(caseNo, "citizen-1", { token: `citizen-1.${claims}.test` });
    expect(await events.next()).toMatchObject({ data: { data: { changed: { state: "DRAFT" } } } });
    // A step may be told twice.
    let last = await events.next();
    while (last && !JSON.stringify(last.data).includes("errors")) last = await events.next();
    expect(last).toMatchObject({
      event: "next",
      data: { errors: [{ extensions: { code: "UNAUTHENTICATED", reason: "TOKEN_ENDED" } }] },
    });
    expect(await events.next()).toMatchObject({ event: "complete" });
  });

  it("shows by comments that it is alive", async () => {
    const { caseNo } = await caseAfter(stack);
    const { gateway } = await stack.another({ live: { ...LIVE, beatMs: 10 } });
    const events = await follow(caseNo, "citizen-1", {}, gateway.url);
    await events.next();
    const next = events.next();
    while (events.comments() === 0) await new Promise((resolve) => setImmediate(resolve));
    await submit(caseNo, 1);
    expect(await next).toMatchObject({ event: "next" });
  });

  it("is read by a client of the protocol", async () => {
    const { caseNo } = await caseAfter(stack);
    const client = createClient({
      url: `${await fastUrl()}/graphql`,
      headers: { authorization: "Bearer citizen-1.test.test" },
      retryAttempts: 0,
    });
    const told = client.iterate({ query: CHANGED, variables: { caseNo } });
    expect(await told.next()).toMatchObject({ value: { data: { changed: { state: "DRAFT" } } } });
    await submit(caseNo, 1);
    expect(await told.next()).toMatchObject({ value: { data: { changed: { state: "SUBMITTED" } } } });
    await told.return!();
    const once = client.iterate({ query: "{ me { username } }" });
    expect(await once.next()).toMatchObject({ value: { data: { me: { username: "citizen-1" } } } });
    expect(await once.next()).toMatchObject({ done: true });
    client.dispose();
  });
});

describe("lights", () => {
  it("tells a division's lights once they have changed, and not while they have not", async () => {
    const asked = 'subscription { lights(code: "222400") { alertCounts { yellow red black } } }';
    const events = await open(asked, { viewer: "supervisor-1" });
    const before = (await events.next())!.data.data.lights.alertCounts;
    await caseAfter(stack);
    const db = stack.databases["matters"]!;
    const closed = await db("monitor_alerts")
      .whereNot("state", "CLOSED")
      .where("division_code", "like", "2224%")
      .update({ state: "CLOSED", closed_on: "2026-09-28" });
    expect(closed).toBeGreaterThan(0);
    await caseAfter(stack);
    // Of the steps before that none was told.
    expect((await events.next())!.data.data.lights.alertCounts).not.toEqual(before);
  });

  it("is null and over where there is no such division", async () => {
    const events = await open('subscription { lights(code: "999999") { code } }', { viewer: "officer-1" });
    expect(await events.next()).toMatchObject({ data: { data: { lights: null } } });
    expect(await events.next()).toMatchObject({ event: "complete" });
  });
});

describe("projectOpened", () => {
  it("tells how a project stands after a step of it, and not after one of another", async () => {
    const db = stack.databases["intermediary"]!;
    const { body } = await stack.ask("{ intermediaryProcurements(first: 2) { nodes { projectNo state } } }");
    const [project, other] = body.data.intermediaryProcurements.nodes as { projectNo: string; state: string }[];
    const step = (key: string, version: number): Promise<unknown> =>
      db("transitions").insert({
        kind: "IntermediaryProcurement",
        key,
        version,
        event: "OPEN",
        to_state: "OPENED",
        part: "OFFICER",
        recorded_at: new Date(),
        basis: "LICENSING-2019-32",
      });
    const events = await open(
      `subscription { projectOpened(projectNo: "${project!.projectNo}") { projectNo name } }`,
      {},
    );
    expect(await events.next()).toMatchObject({ data: { data: { projectOpened: { projectNo: project!.projectNo } } } });
    await step(other!.projectNo, 1_001);
    await db("intermediary_procurements").where({ project_no: project!.projectNo }).update({ name: "演示项目乙" });
    await step(project!.projectNo, 1_001);
    expect(await events.next()).toMatchObject({ data: { data: { projectOpened: { name: "演示项目乙" } } } });
  });
});

describe("noticed", () => {
  const asked = "subscription { noticed(first: 50) { items { kind key event } } }";
  interface Told {
    readonly kind: string;
    readonly key: string;
    readonly event: string;
  }
  const told = async (events: TestEvents): Promise<readonly Told[]> => (await events.next())!.data.data.noticed.items;

  it("tells what happened in any service to whom it concerns, and goes on behind the last event", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const mine = await open(asked, { viewer: "agent-1" });
    const theirs = await open(asked, { viewer: "officer-1" });
    const { id } = (await mine.next())!;
    expect((await told(theirs))[0]).toMatchObject({ key: caseNo, event: "SUBMIT" });
    const { no } = await repairAfter(stack, await copyOf(stack, "penalties", "CF-GOLDEN-1"), "acceptRepair");
    const accepted = { kind: "RepairCase", key: no, event: "ACCEPT" };
    expect(await told(mine)).toContainEqual(accepted);
    expect(await told(theirs)).toContainEqual({ ...accepted, event: "BEGIN" });
    const again = await open(asked, { viewer: "agent-1", headers: { "last-event-id": id! } });
    expect(await told(again)).toContainEqual(accepted);
  });

  it("is null and over for nobody in particular, and refuses the id of another subscription", async () => {
    const nobody = await open(asked, {});
    expect(await nobody.next()).toMatchObject({ data: { data: { noticed: null } } });
    expect(await nobody.next()).toMatchObject({ event: "complete" });
    const { caseNo } = await caseAfter(stack, "submitCase");
    const { id } = (await (await follow(caseNo, "citizen-1")).next())!;
    expect((await open(asked, { viewer: "citizen-1", headers: { "last-event-id": id! } })).status).toBe(400);
  });
});

describe("a subscription is refused", () => {
  const refusal = async (events: TestEvents): Promise<unknown> => (await events.next())?.data.errors[0].extensions;

  it("where the client takes no events, and by GET", async () => {
    const { status, body } = await stack.ask(CHANGED, { viewer: "citizen-1", variables: { caseNo: "1" } });
    expect([status, body.errors![0]!.extensions]).toEqual([406, { code: "BAD_USER_INPUT", reason: "SUBSCRIPTION" }]);
    const response = await fetch(`${stack.url}/graphql?query=${encodeURIComponent(CHANGED)}`, {
      headers: { accept: "text/event-stream", "content-type": "application/json" },
    });
    expect(response.status).toBe(405);
  });

  it("where its document or its variables are not valid, in the words of GraphQL", async () => {
    for (const [query, code] of [
      ["subscription { nothing }", "GRAPHQL_VALIDATION_FAILED"],
      [
        'subscription { a: caseChanged(caseNo: "1") { caseNo } b: caseChanged(caseNo: "2") { caseNo } }',
        "GRAPHQL_VALIDATION_FAILED",
      ],
      [CHANGED, "BAD_USER_INPUT"],
      ["subscription {", "GRAPHQL_PARSE_FAILED"],
    ] as const) {
      const events = await open(query, { viewer: "citizen-1" });
      expect(await refusal(events)).toMatchObject({ code });
      expect(await events.next()).toMatchObject({ event: "complete" });
    }
  });

  it("or null and over, for whatever text stands for a number: never an internal error", async () => {
    const ways = [
      [CHANGED, "caseNo", "changed"],
      ["subscription ($no: ID!) { projectOpened(projectNo: $no) { projectNo } }", "no", "projectOpened"],
    ] as const;
    for (const [query, variable, field] of ways)
      for (const value of [...TEXTS.asked, ...TEXTS.refused]) {
        const events = await open(query, { viewer: "citizen-1", variables: { [variable]: value } });
        const { data } = (await events.next())!;
        const code = data.errors?.[0].extensions.code as string | undefined;
        expect([value, code ?? data.data[field]]).toEqual([value, code === undefined ? null : "BAD_USER_INPUT"]);
        expect(await events.next()).toMatchObject({ event: "complete" });
      }
  });

  const refusedAtOnce = async (query: string, asked: EventsAsked, url?: string): Promise<unknown> => {
    const response = await fetch(`${url ?? (await fastUrl())}/graphql`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        authorization: `Bearer ${asked.viewer ?? "citizen-1"}.test.test`,
        ...asked.headers,
      },
      body: JSON.stringify({ query, variables: asked.variables }),
    });
    const { errors } = (await response.json()) as { errors: { extensions: object }[] };
    return { status: response.status, ...errors[0]!.extensions };
  };

  it("where it is deeper than a query may be, or its root stands in a fragment or has a directive", async () => {
    const deep = "{ matter ".repeat(5) + "{ matter { serviceCases { nodes { matter { id } } } } }" + "}".repeat(5);
    expect(await refusedAtOnce(`subscription { caseChanged(caseNo: "1") ${deep} }`, {})).toMatchObject({
      code: "LIMIT_EXCEEDED",
      reason: "DEPTH",
    });
    for (const query of [
      'subscription { ...F } fragment F on Subscription { caseChanged(caseNo: "1") { caseNo } }',
      'subscription { caseChanged(caseNo: "1") @include(if: true) { caseNo } }',
    ])
      expect(await refusedAtOnce(query, {})).toMatchObject({
        status: 400,
        code: "BAD_USER_INPUT",
        rule: "SUBSCRIPTION",
      });
  });

  it("for an id that it did not give: a made-up one, and one of another case", async () => {
    const [one, other] = [await caseAfter(stack), await caseAfter(stack)];
    const { id } = (await (await follow(one.caseNo, "citizen-1")).next())!;
    for (const headers of [{ "last-event-id": "1" }, { "last-event-id": id! }])
      expect(await refusedAtOnce(CHANGED, { headers, variables: { caseNo: other.caseNo } })).toMatchObject({
        status: 400,
        code: "BAD_USER_INPUT",
        rule: "CURSOR",
      });
  });

  it("above so many of one viewer, not of another, until one is closed", async () => {
    const { caseNo } = await caseAfter(stack, "submitCase");
    const { gateway } = await stack.another({ live: { ...LIVE, ofOne: 2 } });
    const mine = [
      await follow(caseNo, "citizen-1", {}, gateway.url),
      await follow(caseNo, "citizen-1", {}, gateway.url),
    ];
    await Promise.all(mine.map((events) => events.next()));
    const asked = { viewer: "citizen-1", variables: { caseNo } };
    expect(await refusedAtOnce(CHANGED, asked, gateway.url)).toMatchObject({
      status: 429,
      code: "RATE_LIMITED",
      reason: "SUBSCRIPTIONS",
    });
    expect(await (await follow(caseNo, "officer-1", {}, gateway.url)).next()).toMatchObject({ event: "next" });
    mine[0]!.close();
    for (;;) {
      const again = await follow(caseNo, "citizen-1", {}, gateway.url);
      if (again.status !== 200) continue;
      expect(await again.next()).toMatchObject({ data: { data: { changed: { state: "SUBMITTED" } } } });
      break;
    }
  });

  it("to a bad token", async () => {
    expect(await refusedAtOnce(CHANGED, { viewer: "nobody" })).toMatchObject({ status: 401, code: "UNAUTHENTICATED" });
  });
});
