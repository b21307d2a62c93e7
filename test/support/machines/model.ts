/** A state machine as a test drives it: random actors do random verbs through the graph, and the machine's data says what must come of each. */
import fc from "fast-check";
import { isTerminal, nextAsAny, type Actor, type Machine } from "../../../platform/machine/index.js";
import type { Answer, TestStack } from "../stack.js";

/** Who does a verb, and the state in which it is done. */
export interface Doing {
  readonly viewer: string;
  readonly state: string;
}

/** What a verb is given, what guards look at then, and what stays true once the step was taken. */
export interface Wording<Facts> {
  readonly input: object | ((now: Facts, key: string) => object);
  readonly after: (now: Facts, doing: Doing) => Facts;
  /** @default all that guards looked at */
  readonly stays?: (asked: Facts, doing: Doing) => Facts;
  /** Reason of a refusal that is no guard's, such as of an account that holds too little, or NOT_FOUND; asked where the machine allows the step. */
  readonly refusal?: (now: Facts) => string | undefined;
}

/** A verb of the machine. */
export interface ModelledVerb<Event extends string, Facts> {
  readonly verb: string;
  /** Name of its input's type. */
  readonly input: string;
  readonly event: Event;
  /** Who may ever do it; others are denied before planning. */
  readonly by: Actor | readonly Actor[];
  /** Ways to ask for it, at least one of which every guard lets through. */
  readonly wordings: readonly Wording<Facts>[];
}

/** Who takes part. */
export interface ModelledViewer<State extends string> {
  /** What verbs the viewer's roles allow. */
  readonly may: readonly Actor[];
  /** What parts the viewer plays for the record, where some verbs give them to others than other verbs do. */
  readonly plays: readonly Actor[] | ((verb: string) => readonly Actor[]);
  /** Whether the viewer may know of the record in a state, given those that it was in before. */
  readonly knows: (state: State, before: readonly State[]) => boolean;
}

/** Something that takes a step of the record as part of something else. */
export interface ModelledAside<State extends string, Event extends string, Facts> {
  readonly event: Event;
  /** States in which it takes the step. @default those of the machine */
  readonly in?: readonly State[];
  readonly by: Actor;
  readonly does: (stack: TestStack, key: string) => Promise<unknown>;
  readonly after: (now: Facts) => Facts;
  readonly refusal?: (now: Facts) => string | undefined;
}

/** A noun's machine, and how the graph is asked about it. */
export interface ModelledMachine<State extends string, Event extends string, Facts> {
  readonly machine: Machine<State, Event, Facts>;
  /** What is asked for of a payload: `object { key state version }`, under these names by aliases; `state` may stand in an object of the same name. */
  readonly selects: string;
  /** Name of the key in inputs. */
  readonly keyInput: string;
  /** True where the payload does not show the key. @default false */
  readonly hidesKey?: boolean;
  readonly viewers: Readonly<Record<string, ModelledViewer<State>>>;
  readonly verbs: readonly ModelledVerb<Event, Facts>[];
  /** Transitions that the machine allows and nothing leads to, by `STATE EVENT`. */
  readonly unreachable?: readonly string[];
  /** Sequences after which every transition was taken, where a few are not enough. */
  readonly sequences?: number;
  readonly asides?: readonly ModelledAside<State, Event, Facts>[];
  /** Begins the record of this number with version 1; answers with its key. */
  readonly begin: (stack: TestStack, number: number) => Promise<string>;
  /** State of the record of this number when it has begun. @default the machine's initial state */
  readonly begins?: (number: number) => State;
  /** Facts of the record of this number when it has begun. */
  readonly facts: (number: number) => Facts;
  /** All that is stored of the record, in any stable form, with `state` and `version`. */
  readonly stored: (stack: TestStack, key: string) => Promise<unknown>;
}

interface Model<State, Facts> {
  state: State;
  before: readonly State[];
  version: number;
  facts: Facts;
}

interface Real {
  readonly stack: TestStack;
  readonly key: string;
}

/** How often each transition was taken, by `STATE EVENT`. */
export type Taken = Map<string, number>;

type Attempt<State extends string, Event extends string, Facts> = {
  readonly verb: ModelledVerb<Event, Facts>;
  readonly wording: Wording<Facts>;
  readonly viewer: string;
  readonly of: ModelledViewer<State>;
};

/** Commands of fast-check over the machine: a third of them try anything, the others take a step that is allowed, the least taken first. */
export const commandsOf = <State extends string, Event extends string, Facts>(
  described: ModelledMachine<State, Event, Facts>,
  taken: Taken,
): fc.Arbitrary<Iterable<fc.AsyncCommand<Model<State, Facts>, Real>>> => {
  const attempts = described.verbs.flatMap((verb) =>
    verb.wordings.flatMap((wording) =>
      Object.entries(described.viewers).map(([viewer, of]) => ({ verb, wording, viewer, of })),
    ),
  );
  const asked = { described, taken, attempts };
  return fc.commands(
    [
      fc
        .record({ at: fc.nat(attempts.length - 1), isStale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0) })
        .map(({ at, isStale }) => new Any(asked, attempts[at]!, isStale)),
      fc.nat().map((at) => new Allowed(asked, at)),
      fc.nat().map((at) => new Allowed(asked, at)),
      ...(described.asides ?? []).map((aside) => fc.constant(null).map(() => new Aside(asked, aside))),
    ],
    { maxCommands: 30, size: "max" },
  );
};

interface Asked<State extends string, Event extends string, Facts> {
  readonly described: ModelledMachine<State, Event, Facts>;
  readonly taken: Taken;
  readonly attempts: readonly Attempt<State, Event, Facts>[];
}

const eachOf = (by: Actor | readonly Actor[]): readonly Actor[] => (typeof by === "string" ? [by] : by);

/** Whether the viewer's roles ever allow the verb. */
const mayEver = <State extends string, Event extends string, Facts>(
  { may }: ModelledViewer<State>,
  { by }: ModelledVerb<Event, Facts>,
): boolean => eachOf(by).some((actor) => may.includes(actor));

/** What the machine's data says of the attempt. */
const judge = <State extends string, Event extends string, Facts>(
  { machine }: ModelledMachine<State, Event, Facts>,
  { verb, wording, viewer, of: { plays, may } }: Attempt<State, Event, Facts>,
  { state, facts }: Model<State, Facts>,
) =>
  nextAsAny(machine, verb.event, {
    state,
    actors: (typeof plays === "function" ? plays(verb.verb) : plays).filter((actor) => may.includes(actor)),
    facts: wording.after(facts, { viewer, state }),
  }).step;

/** Whether the attempt succeeds. */
const succeeds = <State extends string, Event extends string, Facts>(
  described: ModelledMachine<State, Event, Facts>,
  tried: Attempt<State, Event, Facts>,
  model: Model<State, Facts>,
): boolean => judge(described, tried, model).allowed && tried.wording.refusal?.(model.facts) === undefined;

/** What the model knows once a step was taken. */
const advance = <State extends string, Event extends string, Facts>(
  model: Model<State, Facts>,
  taken: Taken,
  { event, to, facts }: { readonly event: Event; readonly to: State; readonly facts: Facts },
): void => {
  const name = `${model.state} ${event}`;
  taken.set(name, (taken.get(name) ?? 0) + 1);
  Object.assign(model, { before: [...model.before, model.state], state: to, version: model.version + 1, facts });
};

/** Does the attempt, and compares answer and record with what must come of it. */
const attempt = async <State extends string, Event extends string, Facts>(
  { described, taken }: Asked<State, Event, Facts>,
  tried: Attempt<State, Event, Facts>,
  expectedVersion: number,
  model: Model<State, Facts>,
  { stack, key }: Real,
): Promise<void> => {
  const { verb, wording, viewer, of } = tried;
  const before = await described.stored(stack, key);
  const answer = await stack.ask(
    `mutation ($input: ${verb.input}!) { done: ${verb.verb}(input: $input) { ${described.selects} } }`,
    {
      viewer,
      variables: { input: { ...inputOf(wording, model.facts, key), [described.keyInput]: key, expectedVersion } },
    },
  );
  const unchanged = async (expected: object): Promise<void> => {
    expect({ tried: nameOf(tried), ...outcomeOf(answer) }).toEqual({ tried: nameOf(tried), ...expected });
    expect(await described.stored(stack, key)).toEqual(before);
  };
  if (!mayEver(of, verb)) return unchanged({ denied: `Mutation.${verb.verb}` });
  if (!of.knows(model.state, model.before)) return unchanged({ code: "NOT_FOUND" });
  if (expectedVersion !== model.version) return unchanged({ code: "CONFLICT", version: model.version });
  const step = judge(described, tried, model);
  if (!step.allowed) return unchanged({ code: "RULE_VIOLATION", reason: step.reason, state: model.state });
  const reason = wording.refusal?.(model.facts);
  if (reason !== undefined)
    return unchanged(reason === "NOT_FOUND" ? { code: reason } : { code: "RULE_VIOLATION", reason });
  const doing = { viewer, state: model.state };
  const asked = wording.after(model.facts, doing);
  advance(model, taken, { event: verb.event, to: step.to, facts: wording.stays?.(asked, doing) ?? asked });
  const shown = described.hidesKey === true ? {} : { key };
  expect({ tried: nameOf(tried), ...outcomeOf(answer) }).toEqual({
    tried: nameOf(tried),
    done: { ...shown, state: model.state, version: model.version },
  });
};

const nameOf = <State extends string, Event extends string, Facts>({
  verb,
  wording,
  viewer,
}: Attempt<State, Event, Facts>): string =>
  `${viewer} ${verb.verb} ${typeof wording.input === "object" ? JSON.stringify(wording.input) : ""}`;

const inputOf = <Facts>({ input }: Wording<Facts>, facts: Facts, key: string): object =>
  typeof input === "function" ? (input as (now: Facts, key: string) => object)(facts, key) : input;

const outcomeOf = ({ body: { data, errors, extensions } }: Answer): object => {
  const { code, reason, state, version } = errors?.[0]?.extensions ?? {};
  if (code === "RULE_VIOLATION") return { code, reason, state };
  if (code === "CONFLICT") return { code, version };
  if (code !== undefined) return { code };
  const [withheld] = (extensions?.["withheld"] ?? []) as { rule: string }[];
  if (data.done === null) return { denied: withheld?.rule };
  const { object } = data.done;
  return { done: { ...object, state: object.state?.state ?? object.state } };
};

class Any<State extends string, Event extends string, Facts> implements fc.AsyncCommand<Model<State, Facts>, Real> {
  constructor(
    private readonly asked: Asked<State, Event, Facts>,
    private readonly tried: Attempt<State, Event, Facts>,
    private readonly isStale: boolean,
  ) {}

  check(): boolean {
    return true;
  }

  run(model: Model<State, Facts>, real: Real): Promise<void> {
    return attempt(this.asked, this.tried, model.version - (this.isStale ? 1 : 0), model, real);
  }

  toString(): string {
    return `${this.isStale ? "stale " : ""}${nameOf(this.tried)}`;
  }
}

class Allowed<State extends string, Event extends string, Facts> implements fc.AsyncCommand<Model<State, Facts>, Real> {
  private chosen: Attempt<State, Event, Facts> | undefined;

  constructor(
    private readonly asked: Asked<State, Event, Facts>,
    private readonly at: number,
  ) {}

  check(model: Readonly<Model<State, Facts>>): boolean {
    return this.allowed(model).length > 0;
  }

  run(model: Model<State, Facts>, real: Real): Promise<void> {
    const allowed = this.allowed(model);
    this.chosen = allowed[this.at % allowed.length]!;
    return attempt(this.asked, this.chosen, model.version, model, real);
  }

  toString(): string {
    return this.chosen ? nameOf(this.chosen) : "an allowed step";
  }

  private allowed(model: Readonly<Model<State, Facts>>): Attempt<State, Event, Facts>[] {
    const { described, taken, attempts } = this.asked;
    const all = attempts.filter(
      (tried) =>
        mayEver(tried.of, tried.verb) && tried.of.knows(model.state, model.before) && succeeds(described, tried, model),
    );
    const takenOf = ({ verb }: Attempt<State, Event, Facts>): number => taken.get(`${model.state} ${verb.event}`) ?? 0;
    const untaken = all.filter((tried) => takenOf(tried) === 0);
    if (this.at % 2 === 0) {
      if (untaken.length > 0) return untaken;
      const far = this.distances();
      const distanceAfter = (tried: Attempt<State, Event, Facts>): number => {
        const step = judge(described, tried, model);
        return (step.allowed ? far.get(step.to) : undefined) ?? Infinity;
      };
      const nearest = Math.min(...all.map(distanceAfter));
      if (nearest < Infinity) return all.filter((tried) => distanceAfter(tried) === nearest);
    }
    // Rather on than to an end, so that what comes late is tried as well.
    const onward = all.filter((tried) => {
      const step = judge(described, tried, model);
      return step.allowed && !isTerminal(described.machine, step.to);
    });
    const pool = this.at % 7 === 0 || onward.length === 0 ? all : onward;
    const least = Math.min(...pool.map(takenOf));
    return pool.filter((tried) => takenOf(tried) === least);
  }

  /** Steps from each state to the nearest one of which a transition was not taken yet, where one can be reached. */
  private distances(): ReadonlyMap<State, number> {
    const { described, taken } = this.asked;
    const untaken = transitionsOf(described).filter((pair) => !taken.has(pair));
    const far = new Map(untaken.map((pair) => [pair.split(" ")[0] as State, 0]));
    for (let reached = [...far.keys()], steps = 1; reached.length > 0; steps++) {
      reached = described.machine.transitions
        .filter(({ to }) => reached.includes(to))
        .flatMap(({ from }) => from.filter((state) => !far.has(state)));
      for (const state of reached) far.set(state, steps);
    }
    return far;
  }
}

class Aside<State extends string, Event extends string, Facts> implements fc.AsyncCommand<Model<State, Facts>, Real> {
  constructor(
    private readonly asked: Asked<State, Event, Facts>,
    private readonly aside: ModelledAside<State, Event, Facts>,
  ) {}

  check(model: Readonly<Model<State, Facts>>): boolean {
    const { in: states, refusal } = this.aside;
    if (states !== undefined && !states.includes(model.state)) return false;
    return this.judged(model).allowed && refusal?.(model.facts) === undefined;
  }

  async run(model: Model<State, Facts>, { stack, key }: Real): Promise<void> {
    const step = this.judged(model);
    if (!step.allowed) throw new Error("It was allowed before.");
    await this.aside.does(stack, key);
    advance(model, this.asked.taken, { event: this.aside.event, to: step.to, facts: this.aside.after(model.facts) });
    expect(await this.asked.described.stored(stack, key)).toMatchObject({ state: model.state, version: model.version });
  }

  toString(): string {
    return this.aside.event;
  }

  private judged({ state, facts }: Readonly<Model<State, Facts>>) {
    const { event, by, after } = this.aside;
    return nextAsAny(this.asked.described.machine, event, { state, actors: [by], facts: after(facts) }).step;
  }
}

/** Runs so many sequences, each on a record of its own and always the same where a seed is given; answers with the transitions that were taken. */
export const drive = async <State extends string, Event extends string, Facts>(
  stack: TestStack,
  described: ModelledMachine<State, Event, Facts>,
  { sequences, seed }: { readonly sequences: number; readonly seed?: number },
): Promise<Taken> => {
  const taken: Taken = new Map();
  let begun = 0;
  await fc.assert(
    fc.asyncProperty(commandsOf(described, taken), async (commands) => {
      const number = ++begun;
      const key = await described.begin(stack, number);
      const state = described.begins?.(number) ?? described.machine.initial;
      const model = { state, before: [], version: 1, facts: described.facts(number) };
      await fc.asyncModelRun(() => ({ model, real: { stack, key } }), commands);
    }),
    {
      numRuns: sequences,
      ...(seed === undefined ? {} : { seed }),
      endOnFailure: process.env["GOVGRAPH_LONG"] === undefined,
    },
  );
  return taken;
};

/** All transitions for which there is a verb, or something that brings them with it, by `STATE EVENT`. */
export const transitionsOf = <State extends string, Event extends string, Facts>({
  machine,
  verbs,
  asides = [],
  unreachable = [],
}: ModelledMachine<State, Event, Facts>): string[] => {
  const ways = [...verbs, ...asides];
  const pairs = machine.transitions
    .filter(({ event, actors }) =>
      ways.some((way) => way.event === event && eachOf(way.by).some((actor) => actors.includes(actor))),
    )
    .flatMap(({ event, from }) => from.map((state) => `${state} ${event}`));
  return [...new Set(pairs)].filter((pair) => !unreachable.includes(pair)).sort();
};
