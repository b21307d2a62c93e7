/** Writes: one transaction for idempotency key, guarded change and journal (decision 80). */
export { placeJournal, readSteps, stepsAsked, type JournalPlace } from "./journal-feed.js";
export {
  actingAgency,
  actingBody,
  actingParts,
  actingIntegrator,
  actingSubject,
  actorHash,
  type ActingBody,
  type PartsIn,
} from "./acting.js";
export { checkPublishable } from "./check-publishable.js";
export { checkStated } from "./check-stated.js";
export { actionsAmong, allowedActions, openEvents } from "./allowed-actions.js";
export { createHistories } from "./histories.js";
export { lastActAt, type RecordedTransition } from "./journal.repository.js";
export { forgetExpiredKeys } from "./idempotency.repository.js";
export { countVersions, stopCountingVersions } from "./count-versions.js";
export { createWriteTables, WRITE_TABLES } from "./migration.js";
export { lockBeside, lockRecord, openingStep, permitStep, staleVersion, takeStep } from "./take-step.js";
export type { StepTaken } from "./store-step.js";
export { openInTime, takeTimeStep, takeToldStep } from "./time-step.js";
export { runWrite, type WriteDependencies, type WriteTransaction } from "./run-write.js";
export type { Lockable, LockedRecord, Written } from "./written.js";
export { takeEach, type StepsInTime } from "./steps-in-time.js";
