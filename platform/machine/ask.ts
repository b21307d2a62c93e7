/** Asking a machine: what may happen now, where an event leads, and why it may not. Pure: the caller writes what follows. */
import type { ReasonName } from "../errors/reason-messages.js";
import { ServiceError } from "../errors/service-error.js";
import type { Actor } from "./actors.js";
import { basisOf, type Guard, type Machine, type Transition } from "./machine.js";

/** Why an event may not happen. */
export interface Refusal<State extends string = string, Event extends string = string> {
  readonly allowed: false;
  readonly reason: ReasonName;
  readonly message: string;
  /** Law of the transition that was asked for; absent where the state knows no such event. */
  readonly basis?: string;
  readonly state: State;
  readonly event: Event;
  /** First day on which it may happen, where time alone is missing. */
  readonly earliest?: string;
  /** What the same actor may do instead. */
  readonly next: readonly Event[];
  /** Names of what the guard misses. */
  readonly missing?: readonly string[];
}

/** Where an event leads. */
export interface Step<State extends string, Event extends string, Facts> {
  readonly allowed: true;
  readonly to: State;
  readonly transition: Transition<State, Event, Facts>;
}

/** What is asked about: the record's state, who acts, and what will be true of it once the event has happened. */
export interface Situation<State extends string, Facts> {
  readonly state: State;
  /** Undefined where the viewer plays no part. */
  readonly actor: Actor | undefined;
  readonly facts: Facts;
}

const mayBring = (actors: readonly Actor[], actor: Actor | undefined): boolean =>
  actor !== undefined && actors.includes(actor);

const broken = <Facts>(guards: readonly Guard<Facts>[] | undefined, facts: Facts): Guard<Facts> | undefined =>
  guards?.find((guard) => !guard.holds(facts));

/** Events that this actor may bring about now, as they stand in the machine. */
export const allowedEvents = <State extends string, Event extends string, Facts>(
  { transitions }: Machine<State, Event, Facts>,
  { state, actor, facts }: Situation<State, Facts>,
): Event[] =>
  transitions
    .filter(({ from, actors }) => from.includes(state) && mayBring(actors, actor))
    .filter(({ guards }) => broken(guards, facts) === undefined)
    .map(({ event }) => event);

/** Where the event leads, or why it may not happen: the state is asked first, then the actor, then the guards in their order. */
export const next = <State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  event: Event,
  situation: Situation<State, Facts>,
): Step<State, Event, Facts> | Refusal<State, Event> => {
  const { state, actor, facts } = situation;
  const refuse = (reason: ReasonName, message: string, basis?: string): Refusal<State, Event> => ({
    allowed: false,
    reason,
    message,
    ...(basis === undefined ? {} : { basis }),
    state,
    event,
    next: allowedEvents(machine, situation),
  });
  const transition = machine.transitions.find((entry) => entry.event === event && entry.from.includes(state));
  if (transition === undefined) return refuse("STATE", "The state does not allow this.");
  if (!mayBring(transition.actors, actor)) return refuse("ACTOR", "Somebody else does this.", basisOf(transition));
  const guard = broken(transition.guards, facts);
  if (guard !== undefined) {
    const [missing, earliest] = [guard.missing?.(facts), guard.earliest?.(facts)];
    return {
      ...refuse(guard.reason, `Needed: ${guard.en}.`, basisOf(transition)),
      ...(missing === undefined ? {} : { missing }),
      ...(earliest === undefined ? {} : { earliest }),
    };
  }
  return { allowed: true, to: transition.to, transition };
};

/**
 * The same for somebody who plays several parts, or none: the first part that may is taken, else the refusal of the first that is told what is
 * missing, else of the first.
 */
export const nextAsAny = <State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
  event: Event,
  { state, actors, facts }: Omit<Situation<State, Facts>, "actor"> & { readonly actors: readonly Actor[] },
): { readonly actor: Actor | undefined; readonly step: Step<State, Event, Facts> | Refusal<State, Event> } => {
  const ask = (actor: Actor | undefined) => ({ actor, step: next(machine, event, { state, actor, facts }) });
  const answers = actors.map(ask);
  return (
    answers.find(({ step }) => step.allowed) ??
    answers.find(({ step }) => !step.allowed && step.reason !== "ACTOR") ??
    answers[0] ??
    ask(undefined)
  );
};

/**
 * The refusal as services throw it: RULE_VIOLATION with reason, article, present state and what is allowed next. Where the viewer
 * may not know of the record and its state, which the noun's policy says, it is NOT_FOUND, the same as where there is none.
 */
export const ruleViolation = (
  { reason, message, basis, earliest, state, next: events, missing }: Refusal,
  { mayKnow }: { readonly mayKnow: boolean },
): ServiceError =>
  mayKnow
    ? new ServiceError("RULE_VIOLATION", message, {
        reason,
        ...(basis === undefined ? {} : { basis }),
        ...(earliest === undefined ? {} : { earliest }),
        state,
        next: events,
        ...(missing === undefined ? {} : { missing }),
      })
    : new ServiceError("NOT_FOUND");

/** True where nothing leads to another state. */
export const isTerminal = <State extends string, Event extends string, Facts>(
  { states }: Machine<State, Event, Facts>,
  state: State,
): boolean => states[state].terminal === true;

/** States that may follow, in the order of the machine. */
export const followers = <State extends string, Event extends string, Facts>(
  { transitions }: Machine<State, Event, Facts>,
  state: State,
): State[] => [
  ...new Set(transitions.filter(({ from, to }) => from.includes(state) && to !== state).map(({ to }) => to)),
];

/** States in which the event may happen: what a guarded UPDATE compares the stored state with. */
export const statesBefore = <State extends string, Event extends string, Facts>(
  { transitions }: Machine<State, Event, Facts>,
  event: Event,
): State[] => [...new Set(transitions.filter((entry) => entry.event === event).flatMap(({ from }) => from))];

/** Limits that run in a state, of the events that leave it or are owed in it. */
export const limitsIn = <State extends string, Event extends string, Facts>(
  { transitions }: Machine<State, Event, Facts>,
  state: State,
): string[] => [
  ...new Set(transitions.flatMap(({ from, limit }) => (from.includes(state) && limit !== undefined ? [limit] : []))),
];

/** Reasons of the guards of the events that lead to a state which a record in it breaks. */
export const brokenGuards = <State extends string, Event extends string, Facts>(
  { transitions }: Machine<State, Event, Facts>,
  state: State,
  facts: Facts,
): ReasonName[] => [
  ...new Set(
    transitions
      .filter(({ from, to }) => to === state && from.some((before) => before !== state))
      .flatMap(({ guards = [] }) => guards.filter((guard) => !guard.holds(facts)).map(({ reason }) => reason)),
  ),
];

/** Fields that a record of a state must have (filled on every way to it) and may have (on some way). */
export const fieldsIn = <State extends string, Event extends string, Facts>(
  { states, initial, transitions }: Machine<State, Event, Facts>,
  wanted: State,
): { readonly must: readonly string[]; readonly may: readonly string[] } => {
  const all = new Set(transitions.flatMap(({ sets = [] }) => sets));
  const must = new Map(Object.keys(states).map((state) => [state, new Set(state === initial ? [] : all)]));
  const may = new Map(Object.keys(states).map((state) => [state, new Set<string>()]));
  // As many rounds as there are states carry every field along the longest way without a circle.
  Object.keys(states).forEach(() => {
    for (const { from, to, sets = [] } of transitions)
      for (const before of from) {
        const reaching = new Set([...must.get(before)!, ...sets]);
        if (to !== before) must.set(to, new Set([...must.get(to)!].filter((field) => reaching.has(field))));
        for (const field of [...may.get(before)!, ...sets]) may.get(to)!.add(field);
      }
  });
  return { must: [...must.get(wanted)!], may: [...may.get(wanted)!] };
};
