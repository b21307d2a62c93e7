/** A worker at work: takes step after step, says that it lives and how far it is, and leaves what it holds to others where it ends. */
import { setTimeout as pause } from "node:timers/promises";
import { MOST_ATTEMPTS, type HeldStep, type LoadFolder, type WorkStore } from "../../platform/loads/index.js";
import { logEvent, type Logger } from "../../platform/telemetry/index.js";
import type { LoadPlace } from "../load-file.js";
import { runStep } from "./run-step.js";

/** How long a worker rests where there is nothing to do, in milliseconds. */
const IDLE_MS = 500;
/** How often files whose time is over are looked for, in milliseconds. */
const CLEARED_EVERY_MS = 3_600_000;

const UNEXPECTED =
  "Something unexpected happened, and nothing more was loaded: try it again, or tell the operator the id of this step.";
const GIVEN_UP =
  "The worker ended while it was at this file, again and again: the file may be too large for its memory. Tell the operator.";

/** What a worker is made from. */
export interface WorkerOptions {
  readonly store: WorkStore;
  readonly folder: LoadFolder;
  readonly place: () => Promise<Omit<LoadPlace, "agency">>;
  /** Forgets what was there before loads that can no longer be undone. */
  readonly forget: () => Promise<void>;
  readonly log: Logger;
}

/** A worker. */
export interface Worker {
  /** Leaves what it is at to others, and ends. */
  stop(): Promise<void>;
}

/** Why a step is left in the middle. */
class StepLeft extends Error {}

/** Starts it. */
export const startWorker = (options: WorkerOptions): Worker => {
  const { store, log } = options;
  const stopping = new AbortController();
  let clearedAt = -Infinity;
  const clear = async (): Promise<void> => {
    if (Date.now() - clearedAt < CLEARED_EVERY_MS) return;
    clearedAt = Date.now();
    for (const { uploadId, stepIds } of await store.takeOld()) await options.folder.remove(uploadId, stepIds);
    await options.forget();
  };
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await clear();
        const held = await store.take();
        if (held !== undefined) await work(held, options, stopping.signal);
        else await pause(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      } catch (error) {
        logEvent(log, "LOAD_STEP_FAILED", { error });
        await pause(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
};

/** Runs a step that is held, as long as it is. */
const work = async (held: HeldStep, options: WorkerOptions, stopping: AbortSignal): Promise<void> => {
  const { store, log } = options;
  if (held.step.attempts > MOST_ATTEMPTS) return void (await store.finish(held, { failure: GIVEN_UP }));
  let lost = false;
  let progress: { done: number; total: number } | undefined;
  const beat = setInterval(() => {
    store.hold(held, progress).then(
      (stillHeld) => (lost ||= !stillHeld),
      () => undefined,
    );
  }, 1_000);
  const onProgress = (done: number, total: number): void => {
    progress = { done, total };
    if (lost || stopping.aborted) throw new StepLeft("The step is left to another worker.");
  };
  try {
    const end = await runStep(held, { ...options, onProgress });
    if (progress !== undefined) await store.hold(held, progress);
    await store.finish(held, end);
    logEvent(log, "LOAD_STEP_DONE", {
      step: held.step.id,
      name: held.step.name,
      outcome: "failure" in end ? "failed" : "done",
    });
  } catch (error) {
    if (error instanceof StepLeft) return void (await store.giveBack(held));
    logEvent(log, "LOAD_STEP_FAILED", { step: held.step.id, error });
    await store.finish(held, { failure: UNEXPECTED });
  } finally {
    clearInterval(beat);
  }
};
