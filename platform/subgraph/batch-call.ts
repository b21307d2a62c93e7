/** Makes signed batch calls to another service: how an import asks the service that owns what it does not. */
import { randomUUID } from "node:crypto";
import { request } from "undici";
import { signContext, type ContextKeys } from "../auth/index.js";
import { ServiceError } from "../errors/index.js";
import type { BatchCall } from "../import/index.js";
import { BATCH_CLIENT, TRIAL } from "./wire.js";

/** A service that is called, with the keys of that one alone. */
export interface BatchTarget {
  /** Its GraphQL URL. */
  readonly url: string;
  readonly keys: ContextKeys;
}

/** Creates the caller of these services, which waits `callMs` for an answer where it is given. Throws UPSTREAM_UNAVAILABLE where a service does not answer or is none of them. */
export const createBatchCall =
  (targets: Readonly<Record<string, BatchTarget>>, asOf: Date, callMs?: number): BatchCall =>
  async <Output>(service: string, batch: string, input: unknown, { trial } = { trial: false }): Promise<Output> => {
    const target = targets[service];
    if (!target)
      throw new ServiceError("UPSTREAM_UNAVAILABLE", `The service ${service} is not among those that answer.`);
    const path = `/batch/${batch}${trial ? TRIAL : ""}`;
    const body = JSON.stringify(input);
    const context = {
      subgraph: service,
      viewer: { kind: "client", roles: [], scopes: [], agreements: [], clientId: BATCH_CLIENT } as const,
      asOf: asOf.toISOString(),
      requestId: randomUUID(),
    };
    const response = await request(new URL(path, target.url), {
      method: "POST",
      headers: signContext({ context, method: "POST", path, body }, target.keys),
      body,
      ...(callMs === undefined ? {} : { signal: AbortSignal.timeout(callMs) }),
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new ServiceError("UPSTREAM_UNAVAILABLE", `The service ${service} did not answer the batch ${batch}.`);
    }
    return ((await response.body.json()) as { output: Output }).output;
  };
