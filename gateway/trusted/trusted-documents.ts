/** Documents that apps published: found by their names, and what holds an app to them (decision 108). */
import { LRUCache } from "lru-cache";
import type { Viewer } from "../../platform/auth/index.js";
import { documentName, type DocumentStore, type StoredDocument } from "../../platform/documents/index.js";
import { localDateOf } from "../../platform/domain/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { heapBytes } from "../document/heap-bytes.js";

/** How long what was read is gone by, in milliseconds (docs/limits.md): what is retired or published is so at every gateway after it. */
export const TRUSTED_TIMES = { foundMs: 60_000, unknownMs: 5_000, requiredMs: 10_000, writtenMs: 10_000 } as const;

/** Most bytes of documents that are kept. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** Who asks. */
export type Asker = Pick<Viewer, "kind" | "clientId">;

/** A document that was published. */
export interface TrustedDocument {
  readonly id: string;
  readonly text: string;
}

/** Documents that were published. */
export interface TrustedDocuments {
  /** The document of a name; an app that is held to its documents finds its own alone. `charge` comes before the store is asked. Throws SERVICE_UNAVAILABLE and what `charge` throws. */
  find(name: string, asker: Asker, charge: () => Promise<void>): Promise<TrustedDocument | undefined>;
  /** Whether who asks may ask nothing but documents that were published. Throws SERVICE_UNAVAILABLE where that is not known yet. */
  isHeld(asker: Asker): Promise<boolean>;
  close(): Promise<void>;
}

/** None are published. */
export const NO_TRUSTED_DOCUMENTS: TrustedDocuments = {
  find: async () => undefined,
  isHeld: async () => false,
  close: async () => undefined,
};

/** What they are read with. */
export interface TrustedOptions {
  readonly store: DocumentStore;
  /** Whether readers without a token are held to them too. */
  readonly anonymousHeld: boolean;
  /** Told where the store does not answer. */
  readonly onFailure: (error: unknown) => void;
  /** @default TRUSTED_TIMES */
  readonly times?: { readonly foundMs: number; readonly unknownMs: number };
}

/** Begins to read them. */
export const createTrustedDocuments = (options: TrustedOptions): TrustedDocuments => new StoredDocuments(options);

class StoredDocuments implements TrustedDocuments {
  private readonly found: LRUCache<string, readonly StoredDocument[]>;
  private required: { readonly apps: ReadonlySet<string>; readonly at: number } | undefined;
  /** Documents that were asked and not written yet, by app; of readers without a token under "". */
  private readonly asked = new Map<string, Set<string>>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly options: TrustedOptions) {
    const { times = TRUSTED_TIMES } = options;
    this.found = new LRUCache<string, readonly StoredDocument[]>({
      maxSize: KEPT_BYTES,
      sizeCalculation: (documents, name) => heapBytes(documents) + heapBytes(name),
      fetchMethod: async (name, before, { options: kept }) => {
        const documents = await this.readAgain(name, before);
        kept.ttl = documents.length > 0 && documents !== before ? times.foundMs : times.unknownMs;
        return documents;
      },
    });
    this.timer = setInterval(() => void this.write(), TRUSTED_TIMES.writtenMs);
    this.timer.unref();
  }

  async find(given: string, asker: Asker, charge: () => Promise<void>): Promise<TrustedDocument | undefined> {
    const name = documentName(given);
    if (name === undefined) return undefined;
    const app = appOf(asker);
    const isHeld = app !== "" && (await this.isHeld(asker));
    if (!this.found.has(name)) await charge();
    const documents = ((await this.read(() => this.found.fetch(name))) ?? []).filter(
      ({ apps, aliased, id }) =>
        (!isHeld || apps.includes(app)) && (id === name || app === "" || (aliased ?? []).includes(app)),
    );
    const [document] = documents;
    // An alias that two apps gave to two documents names none to who is neither.
    if (!document || documents.length > 1) return undefined;
    this.note(app, document.id);
    return document;
  }

  async isHeld(asker: Asker): Promise<boolean> {
    const app = appOf(asker);
    if (app === "") return this.options.anonymousHeld;
    return (await this.apps()).has(app);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
    await this.options.store.close();
  }

  private async apps(): Promise<ReadonlySet<string>> {
    if (this.required && performance.now() - this.required.at < TRUSTED_TIMES.requiredMs) return this.required.apps;
    try {
      const apps = new Set(await this.options.store.required());
      this.required = { apps, at: performance.now() };
      return apps;
    } catch (error) {
      // What was known last holds on; before anything is known nobody is let by.
      if (!this.required) return this.fail(error);
      this.options.onFailure(error);
      this.required = { ...this.required, at: performance.now() };
      return this.required.apps;
    }
  }

  /** What was known last holds on while the store is away. */
  private async readAgain(
    name: string,
    before: readonly StoredDocument[] | undefined,
  ): Promise<readonly StoredDocument[]> {
    try {
      return await this.options.store.find(name);
    } catch (error) {
      if (before === undefined) throw error;
      this.options.onFailure(error);
      return before;
    }
  }

  private async read<Value>(reading: () => Promise<Value>): Promise<Value> {
    try {
      return await reading();
    } catch (error) {
      return this.fail(error);
    }
  }

  private fail(cause: unknown): never {
    this.options.onFailure(cause);
    throw new ServiceError("SERVICE_UNAVAILABLE", "Published documents can not be read now.", {}, { cause });
  }

  private note(app: string, id: string): void {
    const ids = this.asked.get(app) ?? new Set();
    this.asked.set(app, ids.add(id));
  }

  /** Remembers the day on which documents were asked; what can not be written is asked again soon, or is no great loss. */
  private async write(): Promise<void> {
    const day = localDateOf(new Date());
    const asked = [...this.asked];
    this.asked.clear();
    for (const [app, ids] of asked)
      await this.options.store.used([...ids], { app: app === "" ? null : app, day }).catch(this.options.onFailure);
  }
}

/** The app that asks: the client of the token; "" without one. */
const appOf = ({ kind, clientId }: Asker): string => (kind === "anonymous" ? "" : (clientId ?? "-"));
