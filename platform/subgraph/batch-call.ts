/** Makes signed batch calls to another service: how an import asks the service that owns what it does not. */
import { randomUUID } from "node:crypto";
import { request } from "undici";
import { CONTEXT_HEADER, signContext, type ContextKeys } from "../auth/index.js";
import { ServiceError } from "../errors/index.js";
import type { BatchCall } from "../import/index.js";
import { BATCH_CLIENT } from "./server.js";

/** Creates the caller. `urls` gives the GraphQL URL of each service. */
export const createBatchCall =
  (urls: Readonly<Record<string, string>>, keys: ContextKeys, asOf: Date): BatchCall =>
  async <Output>(service: string, batch: string, input: unknown): Promise<Output> => {
    const path = `/batch/${batch}`;
    const body = JSON.stringify(input);
    const context = {
      subgraph: service,
      viewer: { kind: "client", roles: [], scopes: [], agreements: [], clientId: BATCH_CLIENT } as const,
      asOf: asOf.toISOString(),
      requestId: randomUUID(),
    };
    const response = await request(new URL(path, urls[service]), {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [CONTEXT_HEADER]: signContext({ context, method: "POST", path, body }, keys),
      },
      body,
    });
    if (response.statusCode !== 200) {
      await response.body.dump();
      throw new ServiceError("UPSTREAM_UNAVAILABLE", `The service ${service} did not answer the batch ${batch}.`);
    }
    return ((await response.body.json()) as { output: Output }).output;
  };
