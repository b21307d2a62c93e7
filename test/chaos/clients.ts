/** Clients of a run: each sends its writes with a key, again until they are answered, and keeps what was acknowledged. */
import { createClient, mayRepeat, type Client } from "../../clients/typescript/src/index.js";
import { requestToken } from "../../infra/local/request-token.js";
import { STEPS, type StepName } from "./steps.js";

/** A record as a write left it. */
export interface At {
  readonly key: string;
  readonly version: number;
  readonly state: string;
}

/** A transition that has to be there: one that was acknowledged, or that one of those brought with it. */
export interface Expected extends At {
  readonly service: string;
  readonly kind: string;
  /** Of an acknowledged write. */
  readonly idempotencyKey?: string;
}

/** A record, or the reason for which nothing was done. */
export type Attempt = At | { readonly refused: string };

/** What the clients of a run have done. */
export interface Clients {
  /** Does a verb; rejects where it is refused. */
  act(step: StepName, input: object): Promise<At>;
  /** Tries a verb, under a key of its own unless one is given; what is done is not noted as expected. */
  attempt(step: StepName, input: object, idempotencyKey?: string): Promise<Attempt>;
  /** Asks as a viewer; rejects where the answer has errors. */
  ask(viewer: string, query: string): Promise<unknown>;
  /** Notes a transition that an acknowledged write brought with it. */
  expect(entry: Expected): void;
  readonly expected: readonly Expected[];
  /** How often something was sent again, and how often twice at once. */
  readonly counts: { acknowledged: number; repeated: number; doubled: number };
}

/** What is told of a record; of a bid, which has no key of its own, that of its project is known. */
type Told = Omit<At, "key"> & Partial<Pick<At, "key">>;

/** A token is renewed after so many milliseconds; it is valid for five minutes. */
const TOKEN_MS = 200_000;
/** Longest pause before something is sent again, and how often it is, so that only what never comes ends a run. */
const LONGEST_PAUSE_MS = 1_000;
const ATTEMPTS = 120;
/** One in so many writes is sent twice at once, as impatient clients do. */
const DOUBLED = 10;

const createTokens = (issuerUrl: string): ((viewer: string) => Promise<string>) => {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return async (viewer) => {
    const known = kept.get(viewer);
    if (known !== undefined && known.until > Date.now()) return known.token;
    const issued = await requestToken(issuerUrl, viewer);
    if (issued === undefined) throw new Error(`The issuer gives ${viewer} no token.`);
    kept.set(viewer, { token: issued.token, until: Date.now() + TOKEN_MS });
    return issued.token;
  };
};

/** Creates the clients of a run; the random numbers say which writes are sent twice. */
export const createClients = (
  { url, issuerUrl }: { readonly url: string; readonly issuerUrl: string },
  random: () => number,
): Clients => {
  const tokenOf = createTokens(issuerUrl);
  const expected: Expected[] = [];
  const counts = { acknowledged: 0, repeated: 0, doubled: 0 };
  let keys = 0;
  const clientOf = (viewer: string): Client =>
    createClient({
      url,
      attempts: ATTEMPTS,
      token: () => tokenOf(viewer),
      async wait(ms) {
        counts.repeated += 1;
        await new Promise((resolve) => setTimeout(resolve, Math.min(ms, LONGEST_PAUSE_MS)));
      },
    });
  const newKey = (): string => `chaos-${String(++keys).padStart(8, "0")}`;
  const attempt = async (step: StepName, input: object, idempotencyKey = newKey()): Promise<Attempt> => {
    const { viewer, type, verb, selects, more } = STEPS[step];
    const { data, errors } = await clientOf(viewer).ask<{ done: { object: Told } | null } | null, object>(
      `mutation ($input: ${type}!) { done: ${verb}(input: $input) { ${selects} } }`,
      { input: { ...more, ...input } },
      { idempotencyKey },
    );
    const told = data?.done?.object;
    if (told) return { key: (input as { projectNo?: string }).projectNo ?? "", ...told };
    return { refused: errors[0]?.reason ?? JSON.stringify({ data, errors }) };
  };
  const send = async (step: StepName, input: object, idempotencyKey: string): Promise<At> => {
    const answer = await attempt(step, input, idempotencyKey);
    if ("refused" in answer) throw new Error(`${step} ${JSON.stringify(input)}: ${answer.refused}`);
    return answer;
  };
  return {
    expected,
    counts,
    attempt,
    async ask(viewer, query) {
      // A question is not asked again by itself where a part of its answer is missing.
      for (let tries = 1; ; tries++) {
        const { data, errors } = await clientOf(viewer).ask<unknown, object>(query);
        if (errors.length === 0) return data;
        if (tries === ATTEMPTS || !errors.every(mayRepeat)) throw new Error(JSON.stringify(errors));
        counts.repeated += 1;
        await new Promise((resolve) => setTimeout(resolve, LONGEST_PAUSE_MS));
      }
    },
    expect: (entry) => void expected.push(entry),
    async act(step, input) {
      const { service, kind } = STEPS[step];
      const idempotencyKey = newKey();
      const sendings = random() * DOUBLED < 1 ? 2 : 1;
      if (sendings === 2) counts.doubled += 1;
      const answers = await Promise.all(Array.from({ length: sendings }, () => send(step, input, idempotencyKey)));
      const [answer, other = answer] = answers as [At, At?];
      if (JSON.stringify(answer) !== JSON.stringify(other))
        throw new Error(`${step} was answered twice: ${JSON.stringify(answers)}`);
      counts.acknowledged += 1;
      expected.push({ service, kind, ...answer, idempotencyKey });
      return answer;
    },
  };
};
