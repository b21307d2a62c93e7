/** Runs a mapping within the test, without the wire. */
import {
  connectSchemaOf,
  createConnectExecutor,
  credentialsOf,
  openBackend,
  readMapping,
  type Backend,
} from "../../../platform/connect/index.js";
import { createRequestWork, runWork } from "../../../platform/database/request-work.js";
import { createLogger } from "../../../platform/telemetry/index.js";

/** An answer of GraphQL. */
export interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
}

/** A mapping that runs. */
export interface RunningMapping {
  ask(query: string, variables?: Readonly<Record<string, unknown>>, timeoutMs?: number): Promise<Answer>;
  /** Lines of the log so far. */
  readonly lines: Record<string, unknown>[];
  close: Backend["close"];
}

/** Runs the text of a mapping. */
export const runMapping = (text: string, environment: NodeJS.ProcessEnv = {}): RunningMapping => {
  const mapping = readMapping(text, "mapping.yaml");
  const backend = openBackend(
    mapping.backend,
    credentialsOf(mapping.backend.auth, { environment, folder: "/nowhere" }),
  );
  const execute = createConnectExecutor(connectSchemaOf(mapping), backend);
  const lines: Record<string, unknown>[] = [];
  const log = createLogger({
    ...{ name: "test", level: "info" },
    destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  return {
    lines,
    close: backend.close,
    async ask(query, variables, timeoutMs = 10_000) {
      const work = createRequestWork({ timeoutMs, nodes: 50_000 });
      try {
        const asked = { query, variables, operationName: undefined };
        return JSON.parse((await runWork(work, () => execute(asked, { work, log: () => log }))).text) as Answer;
      } finally {
        work.finish();
      }
    },
  };
};
