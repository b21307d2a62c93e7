/** An app from its registration to its end: who may do what with it, what is public of it, and what gateways make of it. */
import { exportJWK, generateKeyPair } from "jose";
import { openEvents } from "../support/events.js";
import { APP_INPUT } from "../support/verbs/apps.js";
import { caseAfter } from "../support/verbs/cases.js";
import { until } from "../support/one-subgraph.js";
import { startStack, type Answer, type TestStack } from "../support/stack.js";
import { APP_OWNERS, VIEWERS } from "../support/viewers.js";

/** Registers apps of an enterprise, and publishes at the agency that decides about them. */
const BOTH_SIDES = {
  ...VIEWERS["publisher-1"],
  ...{ username: "both-sides", subjectUscc: APP_OWNERS["integrator-1"].subjectUscc! },
  roles: ["enterprise_agent", "integrator_admin", "agency_publisher"],
} as const;

const appOf = (clientId: string) => ({ ...VIEWERS["app-open"], clientId, username: `service-account-${clientId}` });

const publicKey = async (kid: string): Promise<string> =>
  JSON.stringify({ ...(await exportJWK((await generateKeyPair("ES256")).publicKey)), kid });

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({
    viewers: {
      ...{ "app-suspended": appOf("app-demo-suspended"), "app-other": appOf("other"), "both-sides": BOTH_SIDES },
      ...{ "app-used": appOf("app-used"), "person-at-used": { ...VIEWERS["citizen-1"], clientId: "app-used" } },
      "citizen-at-app": { ...VIEWERS["citizen-1"], clientId: "app-of-citizens" },
    },
  });
});
afterAll(() => stack.stop());

const verb = (viewer: string, name: string, type: string, input: object): Promise<Answer> =>
  stack.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) { app { clientId version state pointsADay allowedActions } } }`,
    { viewer, variables: { input } },
  );
const register = (more: object = {}): Promise<Answer> =>
  verb("integrator-1", "registerApp", "RegisterAppInput", { ...APP_INPUT, ...more });
const codeOf = ({ body }: Answer): readonly unknown[] => [
  body.errors?.[0]?.extensions["code"],
  body.errors?.[0]?.extensions["reason"] ?? body.errors?.[0]?.extensions["rule"],
];

describe("an app", () => {
  it("is asked for, approved with its quota, suspended by its owner, let go on and ended", async () => {
    const asked = (await register()).body.data.registerApp.app;
    expect(asked).toMatchObject({
      version: 1,
      state: "REQUESTED",
      pointsADay: null,
      allowedActions: ["SET_KEYS", "RETIRE"],
    });
    const { clientId } = asked;
    expect(clientId).toMatch(/^app-[0-9a-f]{16}$/);
    const isPublic = async (): Promise<boolean> =>
      (await stack.ask("query ($id: ID!) { registeredApp(clientId: $id) { state } }", { variables: { id: clientId } }))
        .body.data.registeredApp !== null;
    expect(await isPublic()).toBe(false);
    const quota = { pointsAMinute: 1_000, pointsADay: 20_000 };
    const step = async (viewer: string, name: string, type: string, input: object): Promise<unknown> => {
      const { body } = await verb(viewer, name, type, { clientId, ...input });
      expect(body.errors).toBeUndefined();
      return body.data[name].app;
    };
    expect(await step("publisher-1", "approveApp", "ApproveAppInput", { expectedVersion: 1, ...quota })).toMatchObject({
      ...{ version: 2, state: "APPROVED", pointsADay: 20_000, allowedActions: ["APPROVE", "SUSPEND"] },
    });
    expect(await isPublic()).toBe(true);
    const reasons = "密钥泄露";
    expect(await step("integrator-1", "suspendApp", "AppReasonsInput", { expectedVersion: 2, reasons })).toMatchObject({
      state: "SUSPENDED",
    });
    expect(await step("publisher-1", "approveApp", "ApproveAppInput", { expectedVersion: 3, ...quota })).toMatchObject({
      state: "APPROVED",
    });
    expect(await step("integrator-1", "retireApp", "AppStepInput", { expectedVersion: 4 })).toMatchObject({
      ...{ state: "RETIRED", allowedActions: [] },
    });
  });

  it("is not approved by who acts for its owner, with whatever other office", async () => {
    const { clientId } = (await register()).body.data.registerApp.app;
    const quota = { clientId, expectedVersion: 1, pointsAMinute: 1_000, pointsADay: 20_000 };
    expect(codeOf(await verb("both-sides", "approveApp", "ApproveAppInput", quota))).toEqual([
      ...["RULE_VIOLATION", "OWN_REQUEST"],
    ]);
    const { body } = await stack.ask("query ($id: ID!) { registeredApp(clientId: $id) { allowedActions } }", {
      ...{ viewer: "both-sides", variables: { id: clientId } },
    });
    expect(body.data.registeredApp.allowedActions).toEqual(["REFUSE", "SET_KEYS", "RETIRE"]);
  });

  it("says to everybody what it is for, and nobody's number", async () => {
    const { clientId } = (await register({ name: "查询13800138000", purpose: "查询信用信息，请拨13800138000" })).body
      .data.registerApp.app;
    const { body } = await stack.ask("query ($id: ID!) { registeredApp(clientId: $id) { name purpose } }", {
      ...{ viewer: "integrator-1", variables: { id: clientId } },
    });
    const { name, purpose } = body.data.registeredApp;
    expect(`${name} ${purpose}`).not.toContain("13800138000");
    expect(purpose).toContain("查询信用信息");
  });

  it("has more than the standard by an agreement alone", async () => {
    const { clientId } = (await register()).body.data.registerApp.app;
    const more = { clientId, expectedVersion: 1, pointsAMinute: 6_000_001, pointsADay: 20_000 };
    expect(codeOf(await verb("publisher-1", "approveApp", "ApproveAppInput", more))).toEqual([
      ...["RULE_VIOLATION", "AGREEMENT_NEEDED"],
    ]);
    const agreed = await verb("publisher-1", "approveApp", "ApproveAppInput", { ...more, agreement: "demo-agreement" });
    expect(agreed.body.errors).toBeUndefined();
  });

  it("has its keys changed by its owner alone, two at most, and told by fingerprints", async () => {
    const { clientId } = (await register()).body.data.registerApp.app;
    const [first, second] = [await publicKey("a"), await publicKey("b")];
    const set = async (viewer: string, expectedVersion: number, keys: readonly string[]): Promise<Answer> =>
      verb(viewer, "setAppKeys", "SetAppKeysInput", { clientId, expectedVersion, keys });
    const kids = async (viewer: string): Promise<unknown> =>
      (
        await stack.ask("query ($id: ID!) { registeredApp(clientId: $id) { keys { kid algorithm } } }", {
          ...{ viewer, variables: { id: clientId } },
        })
      ).body.data.registeredApp?.keys;
    expect((await set("integrator-1", 1, [first])).body.data.setAppKeys.app).toMatchObject({ version: 2 });
    expect((await set("integrator-1", 2, [first, second])).body.errors).toBeUndefined();
    expect(await kids("integrator-1")).toEqual([
      { kid: "a", algorithm: "ES256" },
      { kid: "b", algorithm: "ES256" },
    ]);
    expect(codeOf(await set("integrator-1", 3, [first, second, first]))).toEqual(["BAD_USER_INPUT", "MAX"]);
    expect(codeOf(await set("integrator-1", 3, ["{}"]))).toEqual(["BAD_USER_INPUT", "KEY"]);
    expect((await set("publisher-1", 3, [])).body.data).toEqual({ setAppKeys: null });
    expect((await set("integrator-1", 3, [second])).body.errors).toBeUndefined();
    expect(await kids("publisher-1")).toEqual([{ kid: "b", algorithm: "ES256" }]);
    expect(await kids("citizen-1")).toBeUndefined();
  });

  it.each([
    [{ redirectUris: ["http://app.example.invalid/back"] }, "ADDRESS"],
    [{ redirectUris: ["https://app.example.invalid/*"] }, "ADDRESS"],
    [{ redirectUris: ["https://app.example.invalid/#x"] }, "ADDRESS"],
    [{ redirectUris: ["https://user:secret@app.example.invalid/"] }, "ADDRESS"],
    [{ redirectUris: ["javascript:alert(1)"] }, "ADDRESS"],
    [{ redirectUris: ["http://localhost.example.invalid/"] }, "ADDRESS"],
    [{ redirectUris: ["/back"] }, "ADDRESS"],
    [{ redirectUris: Array(11).fill("https://app.example.invalid/") }, "MAX"],
    [{ scopes: ["openid"] }, "SCOPE"],
    [{ scopes: ["credit.read funds.read"] }, "SCOPE"],
    [{ contactEmail: "nobody" }, "EMAIL"],
    [{ name: "　" }, "STATED"],
    [{ agency: "11990101MB9000015X" }, "USCC_CHECK_CHARACTER"],
  ])("is not registered with %j", async (more, rule) =>
    expect(codeOf(await register(more))).toEqual(["BAD_USER_INPUT", rule]),
  );

  it("is decided by an agency: an enterprise decides about none", async () =>
    expect(codeOf(await register({ agency: "91990101MA9000011P" }))).toEqual(["NOT_FOUND", undefined]));

  it("comes back to this machine while it is built", async () =>
    expect(
      (await register({ redirectUris: ["http://127.0.0.1:3000/back", "http://localhost:3000/"] })).body.errors,
    ).toBeUndefined());
});

describe("what an app used", () => {
  const USE = `query ($id: ID!, $days: Int, $first: Int) { appUse(clientId: $id, days: $days) { clientId days recorded pointsOfMinute pointsOfDay
    operations(first: $first) { name requests failed points p95Ms lastDay } } }`;
  let measured: Awaited<ReturnType<TestStack["another"]>>;
  const useOf = async (viewer: string, variables: object = {}, at = measured.ask): Promise<Answer> =>
    at(USE, { viewer, variables: { id: "app-used", ...variables } });

  beforeAll(async () => {
    await stack.databases["reference"]!("apps").insert({
      ...{ client_id: "app-used", name: "演示应用", purpose: "演示", state: "APPROVED", requested_on: "2026-03-02" },
      ...{ approved_on: "2026-03-09", points_a_minute: 60_000, points_a_day: 8_640_000, contact_name: "示例联系人" },
      ...{ owner_uscc: "91990101MA9000011P", agency_uscc: "11990101MB9000015E", division_code: "222401" },
      ...{ contact_email: "apps@example.invalid", redirect_uris: [], scopes: [] },
    });
    measured = await stack.another({ use: { store: stack.database.ownerUrl, share: 1 } });
    const self = "query Self { me { username } }";
    for (const viewer of ["app-used", "app-used", "person-at-used"]) await measured.ask(self, { viewer });
    await measured.ask("query Wrong($uscc: USCC!) { organization(uscc: $uscc) { name } }", {
      ...{ viewer: "app-used", variables: { uscc: "1" } },
    });
    await fetch(`${measured.gateway.url}/bulk`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: "Bearer app-used.test.test" },
      body: JSON.stringify({ query: "query Copied { penalties { nodes { id } } }" }),
    });
    await measured.ask("query Elsewhere { me { username } }", { viewer: "app-other" });
    // Counts are written every ten seconds.
    await until(async () => (await useOf("integrator-1")).body.data.appUse.operations?.length === 3);
  });

  it("is told to who acts for its owner: operations with errors, times and points, and what of its quota is gone", async () => {
    const { body } = await useOf("integrator-1");
    expect(body.errors).toBeUndefined();
    const { operations, pointsOfMinute, pointsOfDay, ...rest } = body.data.appUse;
    expect(rest).toEqual({ clientId: "app-used", days: 30, recorded: true });
    expect(
      operations.map(({ name, requests, failed }: Record<string, unknown>) => [name, requests, failed]).sort(),
    ).toEqual([
      ["Copied", expect.any(Number), 0],
      ["Self", 3, 0],
      ["Wrong", 1, 1],
    ]);
    const pointsOf = (wanted: string): number =>
      operations.find(({ name }: { readonly name: string }) => name === wanted).points;
    expect(pointsOf("Self")).toBe(3);
    // A page of a hundred rows.
    expect(pointsOf("Copied")).toBeGreaterThanOrEqual(100);
    for (const { p95Ms } of operations) expect(p95Ms === null || p95Ms >= 5).toBe(true);
    // A day refills a hundred points a second here, and a minute a thousand.
    expect(
      [pointsOfMinute, pointsOfDay].every((points: number) => points >= 0 && points <= pointsOf("Copied") + 10),
    ).toBe(true);
  });

  it("is told to nobody else, and of no app that is not theirs to know", async () => {
    for (const viewer of ["anonymous", "publisher-1", "citizen-1", "supervisor-1", "app-used", "app-partner"]) {
      const { body } = await useOf(viewer);
      expect([viewer, body.data.appUse]).toEqual([
        viewer,
        {
          ...{
            clientId: "app-used",
            days: 30,
            recorded: true,
            pointsOfMinute: null,
            pointsOfDay: null,
            operations: null,
          },
        },
      ]);
      expect(body.extensions!["withheld"]).toHaveLength(3);
    }
    const { clientId: id } = (await register()).body.data.registerApp.app;
    expect((await useOf("citizen-1", { id })).body.data.appUse).toBeNull();
    expect((await useOf("integrator-1", { id })).body.data.appUse).toMatchObject({ pointsOfDay: null, operations: [] });
    for (const nobody of ["nothing", "__proto__", ""])
      expect((await useOf("integrator-1", { id: nobody })).body.data.appUse).toBeNull();
  });

  it("is counted for as many days and operations as are asked for, where use is recorded", async () => {
    for (const variables of [{ days: 0 }, { days: 401 }, { first: 0 }, { first: 101 }])
      expect(codeOf(await useOf("integrator-1", variables))[0]).toBe("BAD_USER_INPUT");
    for (const [first, count] of [
      [1, 1],
      [null, 3],
      [100, 3],
    ] as const)
      expect((await useOf("integrator-1", { first, days: null })).body.data.appUse.operations).toHaveLength(count);
    const { recorded, operations, pointsOfDay } = (await useOf("integrator-1", {}, stack.ask)).body.data.appUse;
    expect([recorded, operations, typeof pointsOfDay]).toEqual([false, null, "number"]);
  });
});

describe("a gateway", () => {
  const ask = (viewer: string): Promise<Answer> => stack.ask("{ me { username } }", { viewer });

  it("gives an app what it was approved for, and other clients what all have", async () => {
    const policy = async (viewer: string): Promise<string | null> =>
      (await ask(viewer)).headers.get("ratelimit-policy");
    expect(await policy("app-open")).toBe(`"app-minute";q=6000000;w=60, "app-day";q=1000000000;w=86400`);
    expect(await policy("app-partner")).toBe(`"app-minute";q=12000000;w=60, "app-day";q=2000000000;w=86400`);
    expect(await policy("app-other")).toMatch(/^"signed-in"/);
  });

  it("says with the cost what was taken and what is left", async () => {
    const { body } = await stack.ask("{ me { username } }", { viewer: "app-open", headers: { "x-cost": "show" } });
    const { requested, actual, remaining } = body.extensions?.["cost"] as Record<string, number>;
    expect([requested, actual]).toEqual([1, 1]);
    expect(remaining).toBeGreaterThan(5_000_000);
  });

  it("takes no token of a suspended app, at no door", async () => {
    const refused = await ask("app-suspended");
    expect([refused.status, codeOf(refused)]).toEqual([403, ["FORBIDDEN", "APP_SUSPENDED"]]);
  });

  it("takes none within seconds of the suspension", async () => {
    expect((await ask("app-open")).status).toBe(200);
    const input = { clientId: "app-open", expectedVersion: 1, reasons: "密钥泄露" };
    expect((await verb("publisher-1", "suspendApp", "AppReasonsInput", input)).body.errors).toBeUndefined();
    await until(async () => (await ask("app-open")).status === 403);
  });

  it("tells a suspended app nothing more of what it subscribed to", async () => {
    await stack.databases["reference"]!("apps").insert({
      ...{
        client_id: "app-of-citizens",
        name: "演示应用",
        purpose: "演示",
        state: "APPROVED",
        requested_on: "2026-03-02",
      },
      ...{ approved_on: "2026-03-09", points_a_minute: 1_000_000, points_a_day: 9_000_000, contact_name: "示例联系人" },
      ...{ owner_uscc: "91990101MA9000011P", agency_uscc: "11990101MB9000015E", division_code: "222401" },
      ...{ contact_email: "apps@example.invalid", redirect_uris: [], scopes: [] },
    });
    const { caseNo } = await caseAfter(stack, "submitCase");
    const query = "subscription ($caseNo: ID!) { caseChanged(caseNo: $caseNo) { state } }";
    const events = await openEvents(stack.url, query, { viewer: "citizen-at-app", variables: { caseNo } });
    try {
      expect(await events.next()).toMatchObject({ data: { data: { caseChanged: { state: "SUBMITTED" } } } });
      const input = { clientId: "app-of-citizens", expectedVersion: 1, reasons: "密钥泄露" };
      expect((await verb("publisher-1", "suspendApp", "AppReasonsInput", input)).body.errors).toBeUndefined();
      await until(async () => (await ask("citizen-at-app")).status === 403);
      const { body } = await stack.ask(
        "mutation ($input: CaseStepInput!) { receiveCase(input: $input) { case { version } } }",
        { viewer: "officer-1", variables: { input: { caseNo, expectedVersion: 2 } } },
      );
      expect(body.errors).toBeUndefined();
      // A step may be told twice.
      let last = await events.next();
      while (last?.data?.data?.caseChanged?.state === "SUBMITTED") last = await events.next();
      expect(last).toMatchObject({
        ...{ event: "next", data: { errors: [{ extensions: { code: "FORBIDDEN", reason: "APP_SUSPENDED" } }] } },
      });
      expect(await events.next()).toMatchObject({ event: "complete" });
    } finally {
      events.close();
    }
  });
});
