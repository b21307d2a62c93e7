/** What is wrong with a machine, in sentences: each would let a record get lost, or let two readers understand two things. */
import type { LimitRule } from "../domain/index.js";

/** What is looked at; the machine's own types say the rest. */
interface Written {
  readonly states: Readonly<Record<string, { readonly terminal?: true }>>;
  readonly initial: string;
  readonly transitions: readonly {
    readonly event: string;
    readonly from: readonly string[];
    readonly to: string;
    readonly actors: readonly string[];
    readonly basis: () => string;
    readonly limit?: string;
  }[];
}

/** True where the table has the limit, or several whose ids begin with it (`L23`: L23-MINOR and so on). */
export const isLimit = (limits: readonly Pick<LimitRule, "id">[], wanted: string): boolean =>
  limits.some(({ id }) => id === wanted || id.startsWith(`${wanted}-`));

const ofStates = ({ states, initial, transitions }: Written): string[] => {
  const names = Object.keys(states);
  const reached = new Set([initial]);
  for (const state of reached) for (const { from, to } of transitions) if (from.includes(state)) reached.add(to);
  const leaves = (state: string): boolean => transitions.some(({ from, to }) => from.includes(state) && to !== state);
  return [
    ...[...new Set([initial, ...transitions.flatMap(({ from, to }) => [...from, to])])].flatMap((state) =>
      names.includes(state) ? [] : [`${state} is no state.`],
    ),
    ...names.flatMap((state) => (reached.has(state) ? [] : [`Nothing leads from ${initial} to ${state}.`])),
    ...names.flatMap((state) =>
      states[state]!.terminal && leaves(state) ? [`${state} is a last state, yet something leads out of it.`] : [],
    ),
    ...names.flatMap((state) =>
      !states[state]!.terminal && !leaves(state) ? [`Nothing leads out of ${state}, which is no last state.`] : [],
    ),
  ];
};

const ofTransitions = ({ transitions }: Written, limits: readonly LimitRule[]): string[] => {
  const seen = new Map<string, string>();
  return transitions.flatMap(({ event, from, to, actors, basis, limit }) => [
    ...from.flatMap((state) => {
      const other = seen.get(`${event} ${state}`);
      seen.set(`${event} ${state}`, to);
      return other === undefined ? [] : [`In ${state}, ${event} could lead to ${other} or to ${to}.`];
    }),
    ...(from.length === 0 ? [`${event} to ${to} begins nowhere.`] : []),
    ...(actors.length === 0 ? [`Nobody may ${event} to ${to}.`] : []),
    ...(basis().trim() === "" ? [`${event} to ${to} rests on no law.`] : []),
    ...(limit === undefined || isLimit(limits, limit)
      ? []
      : [`${event} has the limit ${limit}, which is in no table.`]),
  ]);
};

/** Every fault; none of a sound machine. */
export const faultsOf = (machine: Written, limits: readonly LimitRule[]): string[] => [
  ...ofStates(machine),
  ...ofTransitions(machine, limits),
];
