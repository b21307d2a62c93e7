/** The one shape of a state machine: which event leads from where to where, by whom, under which guards, by when, on which law. */
import type { ReasonName } from "../errors/index.js";
import { limitRules } from "../domain/index.js";
import type { Actor } from "./actors.js";
import { faultsOf } from "./faults.js";

/** What must hold before an event happens. */
export interface Guard<Facts> {
  /** `extensions.reason` of the refusal; its Chinese sentence stands in the table of reasons. */
  readonly reason: ReasonName;
  /** What is needed, in English. */
  readonly en: string;
  /** True where it holds of what will be true once the event has happened. */
  holds(facts: Facts): boolean;
  /** First day on which it holds, where time alone is missing; told with the refusal. */
  earliest?(facts: Facts): string | undefined;
  /** Names of what it misses, told with the refusal; of public data alone. */
  missing?(facts: Facts): readonly string[];
}

/** One step. */
export interface Transition<State extends string, Event extends string, Facts> {
  readonly event: Event;
  readonly from: readonly State[];
  readonly to: State;
  /** Whoever of these may bring it about. */
  readonly actors: readonly Actor[];
  readonly guards?: readonly Guard<Facts>[];
  /** Law and article, or document, of the law's data (basisOfLimit, basisOfProcedure): it may change while the product runs. */
  readonly basis: () => string;
  /** Id in the limits table, or the start of several (`L23`): by when, counted from what the rule names. */
  readonly limit?: string;
  /** Fields of the record that it fills. */
  readonly sets?: readonly string[];
}

/** Law and article of a step, as they are in force now. */
export const basisOf = ({ basis }: Pick<Transition<string, string, never>, "basis">): string => basis();

/** What a state is called, and whether it is a last one. */
export interface StateTerm {
  readonly zh: string;
  readonly en: string;
  /** Nothing leads to another state. */
  readonly terminal?: true;
}

/** A machine as it is written down. */
export interface Machine<State extends string = string, Event extends string = string, Facts = never> {
  /** Name of the enumeration of its states in the graph. */
  readonly name: string;
  /** What pages call it, in English and Chinese. */
  readonly title: string;
  readonly states: Readonly<Record<State, StateTerm>>;
  readonly initial: State;
  readonly transitions: readonly Transition<State, Event, Facts>[];
  /** Present where the state is computed for a day from what happened: the sentence that says from what. */
  readonly computed?: string;
}

/** A machine of which every rule was looked at. Throws with all that is wrong: machines are written in code, not by users. */
export const defineMachine = <State extends string, Event extends string, Facts>(
  machine: Machine<State, Event, Facts>,
): Machine<State, Event, Facts> => {
  const faults = faultsOf(machine, limitRules());
  if (faults.length > 0) throw new Error(`The machine ${machine.name} is wrong: ${faults.join(" ")}`);
  return machine;
};

/** Descriptions of the states for the graph. */
export const describedStates = <State extends string>({
  states,
}: {
  readonly states: Readonly<Record<State, StateTerm>>;
}): Record<State, string> =>
  Object.fromEntries(
    Object.entries<StateTerm>(states).map(([state, { en, zh }]) => [state, `${en} (${zh}).`]),
  ) as Record<State, string>;
