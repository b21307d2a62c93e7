/** Takes loaded editions of the law's data into force: where figures are computed, at the start of a service, and within a minute while it runs. */
import { logEvent, type Logger } from "../telemetry/index.js";
import { findLawEdition, type LawDatabase, type LawEdition } from "./law-editions.repository.js";
import { LAW_KINDS, readLawFile, type LawKind } from "./law-kinds.js";

/** How often a running service looks for a new edition. */
const EVERY_MS = 60_000;

/** How long a service that starts waits for the first look. */
const FIRST_LOOK_MS = 1_000;

/** Editions by kind; undefined where what the product ships is in force. */
export type TakenLaw = Readonly<Partial<Record<LawKind, LawEdition>>>;

/**
 * Takes an edition of a service's database into force, unless it is the one that was taken last; gives it, or undefined where what the
 * product ships stays in force. Throws LawFileRefused, and changes nothing, where it contradicts itself.
 */
const takeKind = async (db: LawDatabase, kind: LawKind, last?: LawEdition): Promise<LawEdition | undefined> => {
  const found = await findLawEdition(db, kind);
  if (found !== undefined && found.content !== last?.content) readLawFile(kind, "law_editions", found.content).use();
  return found;
};

/** Takes the editions of all kinds into force. Throws LawFileRefused where one contradicts itself. */
export const takeLaw = async (db: LawDatabase): Promise<TakenLaw> =>
  Object.fromEntries(
    await Promise.all(LAW_KINDS.map(async (kind) => [kind, await takeKind(db, kind)] as const)),
  ) as TakenLaw;

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
  const inForce = new Map<LawKind, LawEdition>();
  const lookFor = async (kind: LawKind): Promise<void> => {
    try {
      const taken = await takeKind(db, kind, inForce.get(kind));
      if (taken === undefined || taken.content === inForce.get(kind)?.content) return;
      inForce.set(kind, taken);
      logEvent(log, "LAW_EDITION", { kind, edition: taken.edition });
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
