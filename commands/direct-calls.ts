/** Asks the service that owns what another one does not, in its own database: nothing needs to run. */
import type { BatchCall } from "../platform/import/index.js";
import { runBatch } from "../platform/subgraph/run-batch.js";
import { loadingOf } from "../schema/loadings.js";
import { openDatabaseOf } from "./service-database.js";
import type { ServiceUrls } from "./service-urls.js";

/** Calls that are open: each service's database is opened when it is asked first. */
export interface DirectCalls {
  readonly call: BatchCall;
  close(): Promise<void>;
}

/** Opens calls on behalf of a command, by whose name sessions are known. */
export const openDirectCalls = (
  urls: ServiceUrls,
  { applicationName, asOf }: { readonly applicationName: string; readonly asOf: Date },
): DirectCalls => {
  const databases = new Map<string, ReturnType<typeof openDatabaseOf>>();
  const databaseOf = (service: string): ReturnType<typeof openDatabaseOf> => {
    const open = databases.get(service) ?? openDatabaseOf(service, urls, applicationName);
    databases.set(service, open);
    return open;
  };
  return {
    async call<Output>(service: string, batch: string, input: unknown, { trial } = { trial: false }): Promise<Output> {
      const { batches = {} } = await loadingOf(service);
      const answer = Object.hasOwn(batches, batch) ? batches[batch] : undefined;
      if (!answer) throw new Error(`The service ${service} answers no batch ${batch}.`);
      return (await runBatch(answer, input, { db: databaseOf(service), asOf }, trial)) as Output;
    },
    async close() {
      await Promise.all([...databases.values()].map((db) => db.destroy()));
    },
  };
};
