/** What the registration says of the app that asks: whether its tokens are taken, and how much it may ask (decision 117). */
import { LRUCache } from "lru-cache";
import { areShared, type GatewayKeys, type Viewer } from "../../platform/auth/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { createBatchCall } from "../../platform/subgraph/batch-call.js";
import { APPS_IN_FORCE, type AppInForce } from "../../platform/subgraph/wire.js";

/** How long what was read is gone by, in milliseconds (docs/limits.md): what is suspended is so at every gateway after it. */
export const APP_READ_MS = 5_000;

/** Most clients of which something is remembered. */
const MOST_CLIENTS = 10_000;

/** Registered apps. */
export interface RegisteredApps {
  /** What the client of the token may ask; undefined without a token, and where the client is no registered app. Throws FORBIDDEN (APP_SUSPENDED) where none of its tokens is taken. */
  admit(viewer: Pick<Viewer, "kind" | "clientId">): Promise<AppInForce | undefined>;
}

/** None is registered. */
export const NO_APPS: RegisteredApps = { admit: async () => undefined };

/** What they are read with. */
export interface RegisteredAppsOptions {
  /** Reads what is said of a client; null where nothing is. */
  readonly read: (clientId: string) => Promise<AppInForce | null>;
  /** Told where the service does not answer. */
  readonly onFailure: (error: unknown) => void;
  /** @default APP_READ_MS */
  readonly readMs?: number;
}

/** Creates them. While the service does not answer, what was known last holds; of who was not known nothing does. */
export const createRegisteredApps = ({
  read,
  onFailure,
  readMs = APP_READ_MS,
}: RegisteredAppsOptions): RegisteredApps => {
  const known = new LRUCache<string, { readonly app: AppInForce | null }>({
    max: MOST_CLIENTS,
    ttl: readMs,
    async fetchMethod(clientId, before) {
      try {
        return { app: await read(clientId) };
      } catch (error) {
        onFailure(error);
        return before ?? { app: null };
      }
    },
  });
  return {
    async admit({ kind, clientId }) {
      if (kind === "anonymous" || clientId === undefined) return undefined;
      const app = (await known.fetch(clientId))?.app;
      if (app?.isOpen === false)
        throw new ServiceError("FORBIDDEN", "The app of this token is suspended.", { reason: "APP_SUSPENDED" });
      return app ?? undefined;
    },
  };
};

/** How the service is reached. */
export interface ReadAppsOptions {
  /** Addresses of the generation in use. */
  readonly addresses: () => ReadonlyMap<string, string>;
  readonly keys: GatewayKeys;
  /** Longest time of one call, in milliseconds. */
  readonly callMs: number;
}

/** Reads apps of the service that keeps them; without one there are none. */
export const readAppsFrom =
  ({ addresses, keys, callMs }: ReadAppsOptions): RegisteredAppsOptions["read"] =>
  async (clientId) => {
    const { service, batch } = APPS_IN_FORCE;
    const url = addresses().get(service);
    const serviceKeys = keys(service);
    if (url === undefined || !areShared(serviceKeys)) return null;
    const call = createBatchCall({ [service]: { url, keys: serviceKeys } }, new Date(), callMs);
    return (await call<readonly (AppInForce | null)[]>(service, batch, [clientId]))[0] ?? null;
  };
