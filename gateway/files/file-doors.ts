/** The doors of files and what goes on behind them: services are asked, and what nothing holds is removed each hour. */
import type { Router } from "express";
import type { TokenVerifier } from "../../platform/auth/index.js";
import { registeredServices } from "../../platform/config/index.js";
import type { AgreementBook } from "../../platform/disclosure/decision/index.js";
import { pathOf, type SlowRequests } from "../../platform/http/index.js";
import { logEvent, type Metrics } from "../../platform/telemetry/index.js";
import type { RegisteredApps } from "../apps/registered-apps.js";
import type { GatewayOptions } from "../gateway-options.js";
import type { Generations } from "../generation/generations.js";
import { withStandIn, type RateBuckets } from "../request/rate-buckets.js";
import type { RateLimit } from "../request/rate-limit.js";
import { CALL_DEADLINE_MS } from "../upstream/http-subgraph.js";
import { CLEANED_EVERY_MS, cleanUp } from "./clean-up.js";
import { createFileRoutes, FILE_DOORS, type FilesOptions } from "./file-routes.js";
import { createHolders } from "./holders.js";
import { UPLOAD_MS } from "./upload.js";

/** What of the gateway they need. */
export interface FileDoorsParts {
  readonly generations: Generations;
  readonly verifier: TokenVerifier;
  readonly apps: RegisteredApps;
  readonly agreements: AgreementBook;
  readonly rate: RateLimit;
  readonly buckets: RateBuckets | undefined;
  readonly metrics: Metrics;
}

/** The open doors. */
export interface FileDoors {
  readonly routes: Router;
  /** Uploads take longer than other requests. */
  readonly slow: SlowRequests;
  /** Cleans up no more, and ends connections to the store. */
  stop(): Promise<void>;
}

/** Opens them. */
export const openFileDoors = (
  files: FilesOptions,
  { contextKeys: keys, clock, log, deadlines, trustedProxies = 0 }: GatewayOptions,
  { generations, buckets, metrics, ...parts }: FileDoorsParts,
): FileDoors => {
  const { store } = files;
  const holders = createHolders({
    addresses: () => generations.current().addresses,
    keys,
    services: registeredServices(),
    callMs: deadlines?.callMs ?? CALL_DEADLINE_MS,
  });
  const clean = async (): Promise<void> => {
    try {
      const { removed, cleared } = await cleanUp(store, holders, Date.now());
      metrics.files.inc({ outcome: "removed" }, removed);
      metrics.files.inc({ outcome: "cleared" }, cleared);
      if (removed + cleared > 0) logEvent(log, "FILES_CLEANED", { removed, cleared });
    } catch (error) {
      logEvent(log, "FILES_NOT_CLEANED", { error });
    }
  };
  const timer = setInterval(() => void clean(), CLEANED_EVERY_MS);
  timer.unref();
  const onFailure = (error: unknown): void => logEvent(log, "RATE_STORE_FAILED", { error });
  return {
    routes: createFileRoutes({
      ...files,
      ...parts,
      holders,
      clock,
      trustedProxies,
      buckets: withStandIn(buckets, onFailure),
      metrics,
      log,
    }),
    slow: {
      is: (request) => request.method === "POST" && pathOf(request) === FILE_DOORS,
      longestMs: UPLOAD_MS,
    },
    async stop() {
      clearInterval(timer);
      await store.close();
    },
  };
};
