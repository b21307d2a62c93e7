/** A gateway over the fixture subgraphs, on free loopback ports. */
import { startGateway, type GatewayOptions, type RunningGateway } from "../../gateway/gateway.js";
import { createGatewayKey, parseGatewayKeys } from "../../platform/auth/index.js";
import type { PolicyTable } from "../../platform/disclosure/table/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { TEST_ENGINE } from "./engine.js";
import { VIEWERS } from "./viewers.js";
import { fixtureSupergraph } from "./fixture-subgraphs.js";

/** A verifier that takes no token. */
export const NO_TOKENS: NonNullable<GatewayOptions["verifier"]> = {
  ready: () => true,
  warm: async () => undefined,
  verify: async () => {
    throw new ServiceError("UNAUTHENTICATED", "The token is not valid.");
  },
};

/** A verifier that takes `good.test.token`, which is citizen-1's; its keys are there or not. */
export const oneGoodToken = (keysReady = true): NonNullable<GatewayOptions["verifier"]> => ({
  ...NO_TOKENS,
  ready: () => keysReady,
  verify: async (token) => (token === "good.test.token" ? VIEWERS["citizen-1"] : NO_TOKENS.verify(token)),
});

/** A table of a graph that closes nothing; both subgraphs are our own. */
export const NOTHING_CLOSED = {
  fields: [],
  records: {},
  subgraphs: Object.fromEntries(
    ["shops", "ratings"].map((name) => [
      name,
      { hash: "", enforces: true, fields: 0, closed: 0, owner: { zh: name, en: name } },
    ]),
  ),
  bases: {},
} as unknown as PolicyTable;

/** Starts it; silent, and without tokens, unless the options say otherwise. */
export const startFixtureGateway = (
  subgraphs: readonly { readonly name: string; readonly url: string }[],
  options: Partial<GatewayOptions> = {},
): Promise<RunningGateway> =>
  startGateway({
    host: "127.0.0.1",
    port: 0,
    admin: { host: "127.0.0.1", port: 0 },
    subgraphs: new Map(subgraphs.map(({ name, url }) => [name, url])),
    contextKeys: parseGatewayKeys(createGatewayKey("test")),
    cursorSecret: "test",
    issuerUrl: "http://localhost:8080/realms/gov",
    clock: () => new Date("2026-09-28T04:00:00Z"),
    engine: TEST_ENGINE,
    explorer: true,
    log: createLogger({ name: "test", level: "silent" }),
    edition: () => ({ supergraph: fixtureSupergraph(), policy: NOTHING_CLOSED }),
    verifier: NO_TOKENS,
    ...options,
  });

/** A log whose lines are kept. */
export const logTo = (lines: string[]): GatewayOptions["log"] =>
  createLogger({ name: "test", level: "info", destination: { write: (line: string) => void lines.push(line) } });
