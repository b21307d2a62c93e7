/** Records how the graph is used: which client asks which operation, what of the schema it reads, and how services answer. */
import { localDateOf } from "../../platform/domain/index.js";
import { outcomeOf, ServiceError } from "../../platform/errors/index.js";
import { ANONYMOUS_CLIENT, type ReadsUse, type UsedOperation } from "../../platform/use/index.js";
import type { UseStore } from "../../platform/use/use.repository.js";
import type { GatewayContext } from "../context.js";
import { operationOf } from "../document/fragments.js";
import type { KnownDocument } from "../request/known-documents.js";
import type { Subgraph } from "../upstream/subgraph.js";
import { coordinatesOf } from "./coordinates.js";
import { UseCounts } from "./use-counts.js";

/** What it is recorded with. */
export interface UseOptions {
  readonly store: UseStore;
  /** Share of requests that is counted, above 0 and at most 1; each stands for 1/share. @default 1 */
  readonly share?: number;
  /** @default Math.random */
  readonly random?: () => number;
  /** @default the time */
  readonly now?: () => Date;
  /** Told where nothing could be written; it is tried again. */
  readonly onFailure: (error: unknown) => void;
}

/** How a request came out. */
export interface Came {
  readonly failed: boolean;
  readonly milliseconds: number;
}

/** Recorded use. */
export interface Use {
  /** Counts a request whose document was executed. */
  asked(known: KnownDocument, context: GatewayContext, came: Came): void;
  /** The same service, whose answers are counted. */
  counting(service: string, subgraph: Subgraph): Subgraph;
  /** What was recorded; undefined where nothing is. Throws SERVICE_UNAVAILABLE where it can not be read now. */
  readonly recorded?: ReadsUse;
  /** Writes what was counted. Never throws. */
  write(): Promise<void>;
  /** Writes the rest, and ends. */
  close(): Promise<void>;
}

/** Nothing is recorded. */
export const NO_USE: Use = {
  asked: () => undefined,
  counting: (_service, subgraph) => subgraph,
  write: async () => undefined,
  close: async () => undefined,
};

/** Time between two writings, in milliseconds (docs/limits.md). */
export const WRITTEN_EVERY_MS = 10_000;

/** Begins to record. Requests wait for none of it. */
export const createUse = ({
  store,
  share = 1,
  random = Math.random,
  now = () => new Date(),
  onFailure,
}: UseOptions): Use => {
  const counts = new UseCounts();
  let forgotten = "";
  let writing: Promise<void> = Promise.resolve();
  const writeNow = async (): Promise<void> => {
    const day = localDateOf(now());
    const batch = counts.take(day);
    try {
      if (batch) await store.add(batch);
      if (batch && forgotten !== day) {
        await store.forget(day);
        forgotten = day;
      }
    } catch (error) {
      onFailure(error);
      if (batch) counts.putBack(batch);
    }
  };
  const read = async <Result>(found: Promise<Result>): Promise<Result> => {
    try {
      return await found;
    } catch (cause) {
      onFailure(cause);
      throw new ServiceError("SERVICE_UNAVAILABLE", "What was recorded of use can not be read now.", {}, { cause });
    }
  };
  const write = (): Promise<void> => (writing = writing.then(writeNow));
  const timer = setInterval(() => void write(), WRITTEN_EVERY_MS);
  timer.unref();
  const isCounted = (): boolean => share >= 1 || random() < share;
  const weight = Math.round(1 / share);
  return {
    asked(known, { viewer, asker = viewer, cost, paid }, came) {
      if (!isCounted()) return;
      const client = asker.kind === "anonymous" ? ANONYMOUS_CLIENT : (asker.clientId ?? "");
      counts.asked({ ...usedOf(known), ...came, client, points: paid?.actual ?? Math.max(1, cost.weighted), weight });
    },
    counting: (service, subgraph) => ({
      async ask(request) {
        const startedAt = performance.now();
        const told = (outcome: string): void => counts.called(service, outcome, performance.now() - startedAt);
        try {
          const answer = await subgraph.ask(request);
          told(outcomeOf(answer.errors));
          return answer;
        } catch (error) {
          told(String((error as { extensions?: { code?: unknown } }).extensions?.code ?? "INTERNAL_ERROR"));
          throw error;
        }
      },
    }),
    recorded: {
      useOf: (of, span) => read(store.useOf(of, span)),
      useOfClient: (client, span) => read(store.useOfClient(client, span)),
      servicesOf: (service, span) => read(store.servicesOf(service, span)),
    },
    write,
    async close() {
      clearInterval(timer);
      await write();
      await store.close();
    },
  };
};

const used = new WeakMap<KnownDocument, UsedOperation>();

/** What a document reads; it is kept and comes again. */
const usedOf = (known: KnownDocument): UsedOperation => {
  const before = used.get(known);
  if (before) return before;
  const { document, queryHash, generation } = known;
  const coordinates = coordinatesOf(document, generation.schema);
  const name = operationOf(document)?.name?.value ?? "";
  const made = {
    operation: queryHash.slice(0, 32),
    // Names are the client's own words: one with a number in it may be a person's.
    name: name === "" || /\d{4}/.test(name) ? null : name.slice(0, 100),
    coordinates,
    needed: generation.neededFor(coordinates),
  };
  used.set(known, made);
  return made;
};
