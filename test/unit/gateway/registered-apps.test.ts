/** What is read of a registered app holds for a while, and longer where it can not be read again. */
import { isDeepStrictEqual } from "node:util";
import { createRegisteredApps, type RegisteredApps } from "../../../gateway/apps/registered-apps.js";
import type { ServiceError } from "../../../platform/errors/index.js";
import type { AppInForce } from "../../../platform/subgraph/wire.js";
import { until } from "../../support/one-subgraph.js";
import { VIEWERS } from "../../support/viewers.js";

const OPEN: AppInForce = { isOpen: true, quota: { aMinute: 10, aDay: 100 } };

const appsOf = (readMs: number) => {
  const state = { answer: OPEN as AppInForce | null | Error, reads: [] as string[], failures: 0 };
  const apps = createRegisteredApps({
    readMs,
    async read(clientId) {
      state.reads.push(clientId);
      if (state.answer instanceof Error) throw state.answer;
      return state.answer;
    },
    onFailure: () => void (state.failures += 1),
  });
  return { apps, state };
};

/** What comes of asking. */
const outcome = (apps: RegisteredApps, name: keyof typeof VIEWERS): Promise<unknown> =>
  apps.admit(VIEWERS[name]).then(
    (app) => app,
    ({ code, details }: ServiceError) => [code, details.reason],
  );

const SUSPENDED = ["FORBIDDEN", "APP_SUSPENDED"];

it("nobody without a token is asked about, and each client once in a while however many ask", async () => {
  const { apps, state } = appsOf(60_000);
  expect(await apps.admit(VIEWERS.anonymous)).toBeUndefined();
  const admitted = await Promise.all(
    ["app-open", "app-open", "citizen-1"].map((name) => apps.admit(VIEWERS[name as "app-open"])),
  );
  expect(admitted).toEqual([OPEN, OPEN, OPEN]);
  expect(state.reads).toEqual(["app-open", "gov-portal"]);
});

it("a client that is no registered app is let by without a quota of its own", async () => {
  const { apps, state } = appsOf(60_000);
  state.answer = null;
  expect(await apps.admit(VIEWERS["app-open"])).toBeUndefined();
});

it("a suspended app is refused, its persons too, and let in again when it goes on", async () => {
  const { apps, state } = appsOf(1);
  expect(await outcome(apps, "citizen-1")).toEqual(OPEN);
  state.answer = { ...OPEN, isOpen: false };
  for (const name of ["app-open", "citizen-1"] as const)
    await until(async () => isDeepStrictEqual(await outcome(apps, name), SUSPENDED));
  state.answer = OPEN;
  await until(async () => isDeepStrictEqual(await outcome(apps, "app-open"), OPEN));
});

it("what was known holds while it can not be read: a suspended app stays suspended", async () => {
  const { apps, state } = appsOf(1);
  state.answer = { ...OPEN, isOpen: false };
  expect(await outcome(apps, "app-open")).toEqual(SUSPENDED);
  state.answer = new Error("away");
  await until(async () => {
    expect(await outcome(apps, "app-open")).toEqual(SUSPENDED);
    return state.failures > 1;
  });
  expect(await outcome(apps, "app-partner")).toBeUndefined();
});
