/** Takes loaded editions of the law's data into force: where figures are computed, at the start of a service, and within a minute while it runs. */
import type { Logger } from "../telemetry/index.js";
import { logEvent } from "../telemetry/log-event.js";
import { LawFileRefused } from "../domain/index.js";
import {
  findKeptEdition,
  findLawEdition,
  setAside,
  type LawDatabase,
  type LawEdition,
} from "./law-editions.repository.js";
import { LAW_KINDS, readLawFile, useShipped, type LawKind } from "./law-kinds.js";
import type { SetAside } from "./law-tables.js";

/** How often a running service looks for a new edition. */
const EVERY_MS = 60_000;

/** How long a service that starts waits for the first look. */
const FIRST_LOOK_MS = 1_000;

const useEdition = (kind: LawKind, found: LawEdition | undefined): void =>
  found === undefined ? useShipped(kind) : readLawFile(kind, `${kind} of ${found.edition}`, found.content).use();

/** Takes the editions of all kinds into force, and what ships where there is none. Throws LawFileRefused, and leaves the kind as it is, where one contradicts itself or what ships. */
export const takeLaw = async (db: LawDatabase): Promise<void> => {
  for (const kind of LAW_KINDS) useEdition(kind, await findLawEdition(db, kind));
};

/** Puts editions aside that contradict themselves or what ships, as an earlier release may not have known. */
export const putContradictionsAside = async (db: LawDatabase): Promise<SetAside[]> => {
  const aside: SetAside[] = [];
  for (const kind of LAW_KINDS) {
    const found = await findLawEdition(db, kind);
    try {
      useEdition(kind, found);
    } catch (error) {
      if (!(error instanceof LawFileRefused)) throw error;
      aside.push({ kind, edition: found!.edition, why: error.message });
      await setAside(db, found!, error.message);
      useShipped(kind);
    }
  }
  return aside;
};

/** What it takes to keep the law's data. */
export interface KeepLawOptions {
  readonly db: LawDatabase;
  readonly log: Logger;
  /** @default 60000 */
  readonly everyMs?: number;
}

/** Keeping the law's data. */
export interface KeptLaw {
  /** Looks now. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Looks at once, and again and again. A service whose database is away, or has an edition that contradicts itself, goes on with what is
 * in force and says so in its log.
 */
export const keepLaw = async ({ db, log, everyMs = EVERY_MS }: KeepLawOptions): Promise<KeptLaw> => {
  const seen = new Map<LawKind, string>();
  const lookFor = async (kind: LawKind): Promise<void> => {
    try {
      const found = await findKeptEdition(db, kind);
      if (found === undefined) return;
      const { edition, content, setAside: why } = found;
      if (seen.get(kind) === `${content}${why}`) return;
      useEdition(kind, why === null ? found : undefined);
      seen.set(kind, `${content}${why}`);
      if (why === null) logEvent(log, "LAW_EDITION", { kind, edition });
      else logEvent(log, "LAW_SET_ASIDE", { kind, edition, why });
    } catch (error) {
      logEvent(log, "LAW_UNREADABLE", { kind, error });
    }
  };
  const look = async (): Promise<void> => void (await Promise.all(LAW_KINDS.map(lookFor)));
  // A service starts without its database too, and does not wait for it.
  await Promise.race([look(), new Promise((resolve) => setTimeout(resolve, FIRST_LOOK_MS).unref())]);
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
};
