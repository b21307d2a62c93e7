/** Doors of apps beside GraphQL, as the store of documents has them: kept for a minute, and on while the store is away. */
import { LRUCache } from "lru-cache";
import type { AppDoors, DocumentStore, DoorName, NamedDocument } from "../../platform/documents/index.js";
import { ServiceError } from "../../platform/errors/index.js";
import { heapBytes } from "../document/heap-bytes.js";
import { TRUSTED_TIMES } from "./trusted-documents.js";

/** Most bytes of what stands behind doors that are kept. */
const KEPT_BYTES = 8 * 1024 * 1024;

/** Names that a client of the identity provider, and so an app, can have. */
const APP = /^[A-Za-z0-9][\w.-]{0,99}$/;

/** Doors of apps. */
export interface DoorsOfApps {
  /**
   * What stands behind a door of an app; the same object as long as nothing of it changed. `charge` comes before the store is asked.
   * Throws NOT_FOUND where there is no such app or its door is shut, SERVICE_UNAVAILABLE, and what `charge` throws.
   */
  open(app: string, door: DoorName, charge: () => Promise<void>): Promise<readonly NamedDocument[]>;
}

/** None is open. */
export const NO_DOORS: DoorsOfApps = {
  open: async () => {
    throw shut();
  },
};

/** What they are read with. */
export interface DoorsOptions {
  readonly store: Pick<DocumentStore, "doorsOf">;
  /** Told where the store does not answer. */
  readonly onFailure: (error: unknown) => void;
  /** @default TRUSTED_TIMES */
  readonly times?: { readonly foundMs: number; readonly unknownMs: number };
}

const NONE: AppDoors = { doors: [], operations: [] };

/** Begins to read them. */
export const createDoorsOfApps = ({ store, onFailure, times = TRUSTED_TIMES }: DoorsOptions): DoorsOfApps => {
  const known = new LRUCache<string, AppDoors>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (doors, app) => heapBytes(doors) + heapBytes(app),
    async fetchMethod(app, before, { options }) {
      const read = await readAgain(app, before);
      options.ttl = read.doors.length > 0 ? times.foundMs : times.unknownMs;
      return read;
    },
  });
  const readAgain = async (app: string, before: AppDoors | undefined): Promise<AppDoors> => {
    try {
      const read = (await store.doorsOf(app)) ?? NONE;
      return before !== undefined && isSame(read, before) ? before : read;
    } catch (cause) {
      onFailure(cause);
      if (before !== undefined) return before;
      throw new ServiceError("SERVICE_UNAVAILABLE", "Published documents can not be read now.", {}, { cause });
    }
  };
  return {
    async open(app, door, charge) {
      if (!APP.test(app)) throw shut();
      if (!known.has(app)) await charge();
      const { doors, operations } = (await known.fetch(app)) ?? NONE;
      if (!doors.includes(door)) throw shut();
      return operations;
    },
  };
};

const shut = (): ServiceError => new ServiceError("NOT_FOUND", "No app has such a door.");

/** Texts are named by what they hold. */
const isSame = (one: AppDoors, other: AppDoors): boolean =>
  one.doors.join() === other.doors.join() &&
  one.operations.map(({ id }) => id).join() === other.operations.map(({ id }) => id).join();
