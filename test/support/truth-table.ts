/** Truth tables of the guards of a machine: typed by hand, a line for each side of each guard, and none may be left out. */
import type { ReasonName } from "../../platform/errors/index.js";
import { next, ruleViolation, type Actor, type Machine } from "../../platform/machine/index.js";

/** Why an event may not happen, as a client reads it. */
export interface Refused {
  readonly reason: ReasonName;
  /** Law and article; absent where the state knows no such event. */
  readonly basis?: string;
  /** What the same actor may do instead. */
  readonly next: readonly string[];
  /** First day on which it may happen, where time alone is missing. */
  readonly earliest?: string;
  /** Names of what the guard misses. */
  readonly missing?: readonly string[];
}

/** A refusal by a guard, or because somebody else acts: reason, law, and what may be done instead. */
export const refused = (reason: ReasonName, basis: string, ...allowed: readonly string[]): Refused => ({
  reason,
  basis,
  next: allowed,
});

/** The same where time alone is missing, with the first day on which it may happen. */
export const tooEarly = (earliest: string, ...refusal: Parameters<typeof refused>): Refused => ({
  ...refused(...refusal),
  earliest,
});

/** A refusal because the state knows no such event, and what may be done instead. */
export const notNow = (...allowed: readonly string[]): Refused => ({ reason: "STATE", next: allowed });

/** Event, state, who acts, what is different from the facts of the table, and the state that follows or the refusal. */
export type Line<State extends string, Event extends string, Facts> = readonly [
  event: Event,
  state: State | `${State}`,
  actor: Actor,
  differs: Partial<Facts>,
  answer: `${State}` | Refused,
];

const inWords = (facts: object): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? `[${value.join()}]` : String(value)}`)
    .join(", ") || "nothing more";

/**
 * A table over one machine. `facts` hold in each line but for what it says is different. Beside the lines it is tested that none is
 * missing: every step of the machine is taken, and every guard of every step refuses.
 */
export const truthTable = <State extends string, Event extends string, Facts extends object>(
  machine: Machine<State, Event, Facts>,
  facts: NoInfer<Facts>,
  lines: readonly Line<NoInfer<State>, NoInfer<Event>, NoInfer<Facts>>[],
): void => {
  describe(`the guards of ${machine.name}`, () => {
    it.each(
      lines.map((line) => {
        const [event, state, actor, differs, answer] = line;
        const outcome = typeof answer === "string" ? `leads to ${answer}` : `is refused: ${answer.reason}`;
        return [`${event} in ${state} by ${actor} with ${inWords(differs)} ${outcome}`, line] as const;
      }),
    )("%s", (_title, [event, state, actor, differs, answer]) => {
      const situation = { state: state as State, actor, facts: { ...facts, ...differs } };
      const told = next(machine, event, situation);
      if (typeof answer === "string") {
        expect(told).toMatchObject({ allowed: true, to: answer });
        return;
      }
      expect(told).toEqual({ allowed: false, ...answer, state, event, message: expect.any(String) });
      if (told.allowed) return;
      const known = ruleViolation(told, { mayKnow: true });
      expect([known.code, known.details]).toEqual(["RULE_VIOLATION", { ...answer, state }]);
      const unknown = ruleViolation(told, { mayKnow: false });
      expect([unknown.code, unknown.details]).toEqual(["NOT_FOUND", {}]);
    });

    it("leave no step and no guard without its line", () => {
      const written = new Set(
        lines.map(([event, state, , , answer]) =>
          [event, state, typeof answer === "string" ? answer : answer.reason].join(" "),
        ),
      );
      const wanted = machine.transitions.flatMap(({ event, from, to, guards = [] }) =>
        from.flatMap((state) => [to, ...guards.map(({ reason }) => reason)].map((end) => `${event} ${state} ${end}`)),
      );
      expect(wanted.filter((line) => !written.has(line))).toEqual([]);
    });
  });
};
