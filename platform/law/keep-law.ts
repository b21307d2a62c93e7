/** Takes loaded editions of the law's data into force: where figures are computed, at the start of a service, and within a minute while it runs. */
import { parseWorkCalendar, useWorkCalendarYears } from "../domain/index.js";
import { logEvent, type Logger } from "../telemetry/index.js";
import { findLawEdition, type LawDatabase, type LawEdition } from "./law-editions.repository.js";

/** How often a running service looks for a new edition. */
const EVERY_MS = 60_000;

/** How long a service that starts waits for the first look. */
const FIRST_LOOK_MS = 1_000;

/**
 * Takes the edition of a service's database into force, unless it is the one that was taken last; gives it, or undefined where what the
 * product ships stays in force. Throws LawFileRefused, and changes nothing, where it contradicts itself.
 */
export const takeLaw = async (db: LawDatabase, last?: LawEdition): Promise<LawEdition | undefined> => {
  const found = await findLawEdition(db, "work-calendar");
  if (found !== undefined && found.content !== last?.content)
    useWorkCalendarYears(parseWorkCalendar("law_editions", found.content).years);
  return found;
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
  let inForce: LawEdition | undefined;
  const look = async (): Promise<void> => {
    try {
      const taken = await takeLaw(db, inForce);
      if (taken === undefined || taken.content === inForce?.content) return;
      inForce = taken;
      logEvent(log, "LAW_EDITION", { edition: taken.edition });
    } catch (error) {
      logEvent(log, "LAW_UNREADABLE", { error });
    }
  };
  // A service starts without its database too, and does not wait for it.
  await Promise.race([look(), new Promise((resolve) => setTimeout(resolve, FIRST_LOOK_MS).unref())]);
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { look, stop: () => clearInterval(timer) };
};
