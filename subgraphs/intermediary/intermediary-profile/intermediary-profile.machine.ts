/** The machine of an intermediary's standing in the market, which follows its sanctions; what a day's is computes intermediary-profile.status.ts. Pure. */
import { basisOfProcedure } from "../../../platform/domain/index.js";
import { describeEnum } from "../../../platform/graphql/enum.js";
import { defineMachine, describedStates, type Guard } from "../../../platform/machine/index.js";
import { SanctionLevel } from "../intermediary-sanction/intermediary-sanction.machine.js";

/** Standing in the market. */
export enum EntryState {
  ADMITTED = "ADMITTED",
  SUSPENDED = "SUSPENDED",
  REMOVED = "REMOVED",
}

/** What happens to a standing: a sanction begins, or the gravest one ends. */
export type StandingEvent = "SUSPEND" | "REMOVE" | "LIFT" | "READMIT" | "FALL_BACK";

/** What its guards look at. */
export interface StandingGuardFacts {
  /** Levels in force that bar. */
  readonly barring: readonly SanctionLevel[];
}

const { ADMITTED, SUSPENDED, REMOVED } = EntryState;
const { SUSPENSION, REMOVAL } = SanctionLevel;

/** A sanction of this level, in force or no more. */
const inForce = (level: SanctionLevel, en: string): Guard<StandingGuardFacts> => ({
  reason: "SANCTION_NEEDED",
  en,
  holds: ({ barring }) => barring.includes(level),
});
const over = (level: SanctionLevel, en: string): Guard<StandingGuardFacts> => ({
  reason: "SANCTION_LEFT",
  en,
  holds: ({ barring }) => !barring.includes(level),
});
const suspended = inForce(SUSPENSION, "a suspension in force");
const removed = inForce(REMOVAL, "a removal in force");
const notSuspended = over(SUSPENSION, "no suspension in force");
const notRemoved = over(REMOVAL, "no removal in force");

const BASIS = basisOfProcedure("MARKET-SANCTION");

/** Sanctions begin by a decision; they end by time, or by a decision that revokes them. */
const begins = { actors: ["OFFICER"], basis: BASIS } as const;
const ends = { actors: ["TIME", "OFFICER"], basis: BASIS } as const;

/** Standing of an intermediary. */
export const STANDING = defineMachine<EntryState, StandingEvent, StandingGuardFacts>({
  name: "EntryState",
  title: "Standing of an intermediary 入驻状态",
  states: {
    ADMITTED: { zh: "已入驻", en: "Admitted" },
    SUSPENDED: { zh: "暂停", en: "A suspension is in force" },
    REMOVED: { zh: "清退", en: "A removal is in force" },
  },
  initial: ADMITTED,
  transitions: [
    { event: "SUSPEND", from: [ADMITTED], to: SUSPENDED, guards: [suspended, notRemoved], ...begins },
    { event: "REMOVE", from: [ADMITTED, SUSPENDED], to: REMOVED, guards: [removed], ...begins },
    { event: "LIFT", from: [SUSPENDED], to: ADMITTED, guards: [notSuspended, notRemoved], ...ends },
    { event: "READMIT", from: [REMOVED], to: ADMITTED, guards: [notSuspended, notRemoved], ...ends },
    { event: "FALL_BACK", from: [REMOVED], to: SUSPENDED, guards: [suspended, notRemoved], ...ends },
  ],
  computed: "Computed from the sanctions in force, the gravest counts; it changes when one begins or ends.",
});

describeEnum(EntryState, STANDING.name, "Standing in the intermediary market (入驻状态).", describedStates(STANDING));
