/** Asks services of files that their objects hold, by signed requests: as the viewer for one, and as the product which of many are held. */
import { request } from "undici";
import { areShared, signContext, type GatewayKeys, type Viewer } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { readFileId } from "../../platform/files/index.js";
import { createBatchCall } from "../../platform/subgraph/batch-call.js";
import { FILES_PATH, HELD_FILES, type HeldFile } from "../../platform/subgraph/wire.js";

/** What it takes to ask them. */
export interface HoldersOptions {
  /** Addresses of the generation in use. */
  readonly addresses: () => ReadonlyMap<string, string>;
  readonly keys: GatewayKeys;
  /** All services whose objects may hold files, whether they have an address now or not. */
  readonly services: readonly string[];
  /** Longest time of one call, in milliseconds. */
  readonly callMs: number;
}

/** For whom a file is asked for. */
export interface AskedBy {
  readonly viewer: Viewer;
  readonly asOf: Date;
  readonly requestId: string;
  readonly traceparent: string;
}

/** The services as those who know what is held. */
export interface Holders {
  /** The file of `service.id`; undefined where there is none that the viewer may read. Throws UPSTREAM_UNAVAILABLE. */
  find(fileId: string, by: AskedBy): Promise<HeldFile | undefined>;
  /** Which of these some object holds. Throws UPSTREAM_UNAVAILABLE where one of the services does not answer: then nobody knows. */
  heldAmong(sha256s: readonly string[], asOf: Date): Promise<ReadonlySet<string>>;
}

/** Creates them. A partner's service is not asked: it keeps its own files. */
export const createHolders = ({ addresses, keys, services, callMs }: HoldersOptions): Holders => ({
  async find(fileId, { viewer, asOf, requestId, traceparent }) {
    const asked = readFileId(fileId);
    const address = asked && services.includes(asked.service) ? addresses().get(asked.service) : undefined;
    if (!asked || address === undefined || !areShared(keys(asked.service))) return undefined;
    const path = `${FILES_PATH}${asked.id}`;
    const context = {
      subgraph: asked.service,
      viewer,
      asOf: asOf.toISOString(),
      requestId,
      traceparent,
      timeoutMs: callMs,
    };
    try {
      const { statusCode, body } = await request(new URL(path, address), {
        method: "POST",
        headers: signContext({ context, method: "POST", path, body: "" }, keys(asked.service)),
        signal: AbortSignal.timeout(callMs),
      });
      if (statusCode === 200) return (await body.json()) as HeldFile;
      await body.dump();
      if (statusCode === 404) return undefined;
      throw new Error(`It answers ${statusCode}.`);
    } catch (cause) {
      throw new ServiceError("UPSTREAM_UNAVAILABLE", undefined, {}, { cause });
    }
  },
  async heldAmong(sha256s, asOf) {
    const targets = Object.fromEntries(
      [...addresses()].map(([name, url]) => [name, { url, keys: keys(name) }] as const),
    );
    const call = createBatchCall(targets, asOf);
    const held = await Promise.all(services.map((service) => call<string[]>(service, HELD_FILES, sha256s)));
    return new Set(held.flat());
  },
});
