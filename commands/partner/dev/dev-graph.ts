/** A graph on one machine: a gateway over mocks of all services and the partner's own, composed again whenever its SDL changes. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { startGateway, type RunningGateway } from "../../../gateway/gateway.js";
import { DEMO_USERS } from "../../../infra/keycloak/demo-users.js";
import { startIssuer, type RunningIssuer } from "../../../infra/local/issuer/issuer.js";
import {
  createGatewayKey,
  createPartnerKey,
  keysOfSubgraphs,
  parseGatewayKeys,
  parsePartnerKeys,
} from "../../../platform/auth/index.js";
import type { SubgraphSource } from "../../../platform/composition/index.js";
import type { Installation, PartnerCheck } from "../../../platform/composition/partner/index.js";
import { createLogger, type Logger } from "../../../platform/telemetry/index.js";
import { startMock } from "../mock/mock-server.js";
import { editionWithout, judge } from "./editions.js";

/** What it is made of. */
export interface DevGraphOptions {
  readonly name: string;
  /** Where the partner's own service answers. */
  readonly url: string;
  /** Reads its SDL as it is now. Throws a sentence where it can not be read. */
  readonly read: () => Promise<SubgraphSource>;
  readonly installation: Installation;
  /** 0 for free ones. */
  readonly port: number;
  readonly issuerPort: number;
  /** Time between two looks at the SDL, in milliseconds. @default 1000 */
  readonly everyMs?: number;
  /** Told of each SDL that is new: what was found, and whether it is in use. */
  readonly onChecked: (found: PartnerCheck) => void;
  /** Told where the SDL can not be read, once until it can. */
  readonly onUnreadable: (error: unknown) => void;
  readonly log?: Logger;
}

/** A running graph. */
export interface DevGraph {
  readonly url: string;
  /** Issuer of tokens of demonstration users. */
  readonly issuerUrl: string;
  /** Looks at the SDL now. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it: at once with the mocks, with the partner as soon as its SDL composes. */
export const startDevGraph = async (options: DevGraphOptions): Promise<DevGraph> => {
  const { name, installation, everyMs = 1_000 } = options;
  const closers: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const mocks = await startMocks(installation, closers);
    const issuer = await startOwnIssuer(options, closers);
    let edition = editionWithout(installation);
    const addresses = new Map([...mocks, [name, options.url]]);
    const gateway = await startDevGateway(options, {
      addresses,
      mocked: [...mocks.keys()],
      issuer,
      edition: () => edition,
    });
    closers.push(() => gateway.stop());
    let seen: string | undefined;
    const lookNow = async (): Promise<void> => {
      const source = await options.read();
      const text = JSON.stringify([source.sdl, source.overlay?.sdl]);
      if (text === seen) return;
      seen = text;
      const judged = await judge(source, installation);
      if (judged.edition) {
        edition = judged.edition;
        await gateway.reload();
      }
      options.onChecked(judged.found);
    };
    let last: Promise<void> = Promise.resolve();
    /** One after another: what is being composed is in use before the next look. */
    const look = (): Promise<void> =>
      (last = last.then(lookNow).catch((error: unknown) => {
        if (seen !== "") options.onUnreadable(error);
        seen = "";
      }));
    const ended = new AbortController();
    const watching = watch(look, everyMs, ended.signal);
    closers.push(() => {
      ended.abort();
      return watching;
    });
    return { url: gateway.url, issuerUrl: issuer.issuerUrl, look, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Looks, one time after another, until it is told to end. */
const watch = async (look: () => Promise<void>, everyMs: number, ended: AbortSignal): Promise<void> => {
  while (!ended.aborted) {
    await look();
    await pause(everyMs, undefined, { signal: ended }).catch(() => undefined);
  }
};

const startMocks = async ({ others }: Installation, closers: (() => unknown)[]): Promise<Map<string, string>> => {
  const urls = new Map<string, string>();
  for (const source of others.filter(({ name }) => name !== "gateway")) {
    const mock = await startMock(source, { port: 0 });
    closers.push(() => mock.stop());
    urls.set(source.name, `${mock.url}/graphql`);
  }
  return urls;
};

const startOwnIssuer = async (
  { port, issuerPort }: DevGraphOptions,
  closers: (() => unknown)[],
): Promise<RunningIssuer> => {
  const directory = mkdtempSync(join(tmpdir(), "govgraph-dev-"));
  closers.push(() => rmSync(directory, { recursive: true }));
  const issuer = await startIssuer({
    host: "127.0.0.1",
    port: issuerPort,
    keyFile: join(directory, "key.json"),
    redirectUris: [`http://localhost:${port}/`],
    production: false,
  });
  closers.push(() => issuer.stop());
  return issuer;
};

interface GatewayParts {
  readonly addresses: ReadonlyMap<string, string>;
  readonly mocked: readonly string[];
  readonly issuer: RunningIssuer;
  readonly edition: () => ReturnType<typeof editionWithout>;
}

/** Its keys are made for this run alone; the partner's service reads the public halves from it. */
const startDevGateway = (
  { port, log = createLogger({ name: "gateway", level: "warn" }) }: DevGraphOptions,
  { addresses, mocked, issuer, edition }: GatewayParts,
): Promise<RunningGateway> => {
  const partnerKeys = parsePartnerKeys(createPartnerKey("dev"));
  const own = { names: mocked, keys: parseGatewayKeys(createGatewayKey("dev")) };
  return startGateway({
    host: "127.0.0.1",
    port,
    admin: { host: "127.0.0.1", port: 0 },
    subgraphs: addresses,
    contextKeys: keysOfSubgraphs(own, partnerKeys),
    partnerKeys,
    pseudonymSecret: randomBytes(32).toString("base64url"),
    cursorSecret: randomBytes(32).toString("base64url"),
    issuerUrl: issuer.issuerUrl,
    clock: () => new Date(),
    explorer: true,
    demonstrationUsers: DEMO_USERS.map(({ username }) => username),
    log,
    edition,
  });
};
