/** Mutants of state machines: who may act, what must hold, what is refused when a machine is made. */
import { mutantsOf, type CodeMutant } from "../code-mutant.js";

const MACHINE = { file: "test/unit/machine/machine.test.ts" };

export const MACHINE_MUTANTS: readonly CodeMutant[] = [
  ...mutantsOf("platform/machine/ask.ts", MACHINE, [
    ["an event happens in every state", "entry.event === event && entry.from.includes(state)", "entry.event === event"],
    ["anybody brings an event about", "if (!mayBring(transition.actors, actor)) return", "if (false) return"],
    ["guards are not asked", "if (guard !== undefined) {", "if (guard !== undefined && false) {"],
    ["events are offered to anybody", "from.includes(state) && mayBring(actors, actor)", "from.includes(state)"],
    ["events are offered against their guards", "broken(guards, facts) === undefined", "true"],
  ]),
  ...mutantsOf("platform/machine/actors.ts", MACHINE, [
    [
      "one role is every role",
      ".roles.some((role) => roles.includes(role))",
      ".roles.every((role) => roles.includes(role))",
    ],
  ]),
  ...mutantsOf("platform/machine/faults.ts", MACHINE, [
    ["a last state goes on", "states[state]!.terminal && leaves(state)", "false"],
    ["a state that nothing leads to stays", "reached.has(state) ? []", "true ? []"],
    ["an event leads to two states", "return other === undefined ? []", "return true ? []"],
    ["a limit is in no table", "limit === undefined || isLimit(limits, limit)", "true"],
    ["nobody acts", "actors.length === 0", "false"],
  ]),
];
