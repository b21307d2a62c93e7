/** Loads of agencies in tests: a store and a folder of their own, a worker in this process, and how a machine asks the gateway. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRecordKey, parseRecordKeys } from "../../platform/import/index.js";
import {
  createWorkStore,
  LOADS_SCHEMA,
  openLoadFolder,
  type LoadFolder,
  type WorkStore,
} from "../../platform/loads/index.js";
import { createDatabase, provision } from "../../platform/database/index.js";
import { registeredServices } from "../../platform/config/index.js";
import { createLogger } from "../../platform/telemetry/index.js";
import { readMarks } from "../../commands/contents.js";
import { toldKinds } from "../../commands/loads/told-kinds.js";
import { startWorker, type Worker } from "../../commands/loads/work.js";
import { PATIENT } from "./database.js";
import type { TestStack } from "./stack.js";

/** Loads beside a stack. */
export interface TestLoads {
  /** What a gateway is given. */
  readonly place: { readonly store: string; readonly directory: string };
  readonly store: WorkStore;
  readonly folder: LoadFolder;
  readonly db: ReturnType<typeof createDatabase>;
  startWorker(): Worker;
  stop(): Promise<void>;
}

/** Prepares them; the worker is begun by the test. */
export const prepareTestLoads = async (
  { database }: Pick<TestStack, "database">,
  recordKey = createRecordKey("test"),
): Promise<TestLoads> => {
  const url = new URL(database.ownerUrl);
  const adminUrl = url.href;
  url.username = "govgraph_loads";
  url.password = "loads-of-tests";
  await provision({ adminUrl, urls: { [LOADS_SCHEMA]: url.href } });
  const directory = mkdtempSync(join(tmpdir(), "govgraph-loads-"));
  const db = createDatabase({ url: url.href, applicationName: "test", schema: LOADS_SCHEMA, ...PATIENT });
  const store = createWorkStore(db);
  const folder = await openLoadFolder(directory);
  const urls = Object.fromEntries(registeredServices().map((name) => [name, database.urlOf(name)]));
  const keys = { recordKeys: parseRecordKeys(recordKey), subjectKey: "key of these tests" };
  await store.tellKinds(await toldKinds());
  return {
    place: { store: url.href, directory },
    store,
    folder,
    db,
    startWorker: () =>
      startWorker({
        store,
        folder,
        place: async () => ({ urls, keys, marks: await readMarks(urls), applicationName: "test" }),
        forget: async () => undefined,
        log: createLogger({ name: "test", level: "silent" }),
      }),
    async stop() {
      await db.destroy();
      rmSync(directory, { recursive: true });
    },
  };
};

/** An answer of the endpoints. */
export interface LoadAnswer {
  readonly status: number;
  readonly body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

/** A machine that asks as a viewer of test/support/viewers.ts. */
export const createMachine = (url: string, viewer: string) => {
  const ask = async (path: string, init: RequestInit = {}): Promise<LoadAnswer> => {
    const response = await fetch(`${url}/imports${path}`, {
      ...init,
      headers: { ...(viewer === "anonymous" ? {} : { authorization: `Bearer ${viewer}.test.test` }), ...init.headers },
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.includes("json") === true;
    return { status: response.status, body: json ? JSON.parse(text) : text };
  };
  const post = (path: string, body: object): Promise<LoadAnswer> =>
    ask(path, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } });
  const part = (id: string, from: number, bytes: string | Uint8Array<ArrayBuffer>, last = true): Promise<LoadAnswer> =>
    ask(`/uploads/${id}/parts?from=${from}${last ? "&last=true" : ""}`, {
      method: "POST",
      body: bytes,
      headers: { "content-type": "application/octet-stream" },
    });
  /** The upload once its last step is over. */
  const settled = async (id: string): Promise<LoadAnswer["body"]> => {
    for (;;) {
      const { body } = await ask(`/uploads/${id}`);
      if (["DONE", "FAILED"].includes(body.steps?.at(-1)?.state)) return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const upload = async (
    kind: string,
    fileName: string,
    content: string | Uint8Array<ArrayBuffer>,
  ): Promise<LoadAnswer["body"]> => {
    const { body } = await post("/uploads", { kind, fileName });
    await part(body.id, 0, content);
    return settled(body.id);
  };
  const step = async (id: string, name: string, mapping?: object): Promise<LoadAnswer["body"]> => {
    await post(`/uploads/${id}/steps`, { step: name, ...(mapping === undefined ? {} : { mapping }) });
    return settled(id);
  };
  return { ask, post, part, settled, upload, step };
};
