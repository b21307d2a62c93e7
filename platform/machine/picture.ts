/** A machine as picture and tables, for the pages of the domain: what the product runs on is what is drawn. */
import { REASON_MESSAGES } from "../errors/reason-messages.js";
import { ACTORS } from "./actors.js";
import { followers, isTerminal, limitsIn } from "./ask.js";
import { basisOf, type Machine, type Transition } from "./machine.js";

type Any = Machine<string, string, never>;

/** Mermaid text; an arrow is named by its events and their limit. */
export const picture = (machine: Any): string => {
  const states = Object.entries(machine.states);
  const arrows = states.flatMap(([state]) =>
    followers(machine, state).map((to) => {
      const events = machine.transitions
        .filter((entry) => entry.from.includes(state) && entry.to === to)
        .map(({ event, limit }) => (limit === undefined ? event : `${event} ${limit}`));
      return `  ${state} --> ${to} : ${events.join(", ")}`;
    }),
  );
  return [
    "stateDiagram-v2",
    ...states.map(([state, { zh }]) => `  state "${state} ${zh}" as ${state}`),
    `  [*] --> ${machine.initial}`,
    ...arrows,
    ...states.filter(([state]) => isTerminal(machine, state)).map(([state]) => `  ${state} --> [*]`),
  ].join("\n");
};

/** Columns of a table of states. */
export const STATE_HEADER = ["state", "中文", "English", "what may follow", "limit that runs"];

/** One row for each state. */
export const stateRows = (machine: Any): string[][] =>
  Object.entries(machine.states).map(([state, { zh, en }]) => [
    `\`${state}\`${state === machine.initial ? " (first)" : ""}`,
    zh,
    en,
    isTerminal(machine, state)
      ? "none: last"
      : followers(machine, state)
          .map((to) => `\`${to}\``)
          .join("; "),
    limitsIn(machine, state).join("; "),
  ]);

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

const guardText = ({ guards = [] }: Transition<string, string, never>): string =>
  guards.map(({ reason, en }) => `${en} (\`${reason}\` ${REASON_MESSAGES[reason]})`).join("; ");

/** Columns of a table of transitions. */
export const TRANSITION_HEADER = [
  "event",
  "from",
  "to",
  "who",
  "needed, and reason of the refusal",
  "limit",
  "sets",
  "basis",
];

/** One row for each transition. */
export const transitionRows = ({ transitions }: Any): string[][] =>
  transitions.map((transition) => [
    `\`${transition.event}\``,
    code(transition.from),
    `\`${transition.to}\``,
    transition.actors.map((actor) => `${ACTORS[actor].zh}: ${ACTORS[actor].en}`).join("; "),
    guardText(transition),
    transition.limit ?? "",
    code(transition.sets ?? []),
    basisOf(transition),
  ]);
