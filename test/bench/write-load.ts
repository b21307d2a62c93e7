/** Reads beside writes: how late reads come while small transitions are written at a rate, on real processes, beside reads alone in the same run. */
import { Agent, request } from "undici";
import { createDatabase } from "../../platform/database/index.js";
import { requestToken } from "../../infra/local/request-token.js";
import { startWorld, type ChaosWorld } from "../chaos/processes.js";
import { wholeDraft } from "../support/verbs/cases.js";

/** Reads a second in every phase; writes a second of each phase that has some. Reads alone are measured before and after each. */
const READS = 50;
const RATES = [100, 200, 500] as const;
const SECONDS = Number(process.env["BENCH_SECONDS"] ?? 10);
/** Drafts that are edited in turn. */
const DRAFTS = 200;
/** Most writes under way: what is due beyond them is not sent, so that the achieved rate says what was possible. */
const MOST_UNDER_WAY = 64;
const TICK_MS = 10;

const READ = `query ($caseNo: ID!) { serviceCase(caseNo: $caseNo) { caseNo state version deadline { dueOn } steps { name } } }`;
const DRAFT = `mutation ($input: DraftCaseInput!) { done: draftCase(input: $input) { case { caseNo version } } }`;
const EDIT = `mutation ($input: EditCaseInput!) { done: editCase(input: $input) { case { caseNo version } } }`;

/** What one phase gave. */
interface Phase {
  readonly asked: { readonly readsPerSecond: number; readonly writesPerSecond: number };
  readonly writesPerSecond: number;
  readonly readsPerSecond: number;
  readonly readMs: { readonly p50: number; readonly p95: number };
  readonly writeMs?: { readonly p50: number; readonly p95: number };
}

/** A draft and its version. */
interface Edited {
  readonly caseNo: string;
  version: number;
}

type Ask = (query: string, variables: object) => Promise<{ readonly caseNo: string; readonly version: number }>;

const quantiles = (times: readonly number[]): { readonly p50: number; readonly p95: number } => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Number((sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1));
  return { p50: at(0.5), p95: at(0.95) };
};

/** Asks as citizen-1, whose token outlives a phase. Throws where the answer has errors. */
const askAs = async ({ url, issuerUrl }: ChaosWorld, agent: Agent): Promise<Ask> => {
  const issued = await requestToken(issuerUrl, "citizen-1");
  const headers = { "content-type": "application/json", authorization: `Bearer ${issued!.token}` };
  return async (query, variables) => {
    const sent = { method: "POST", headers, dispatcher: agent, body: JSON.stringify({ query, variables }) } as const;
    const response = await request(url, sent);
    const { data, errors } = (await response.body.json()) as {
      data: { done?: { case: Edited }; serviceCase?: Edited };
      errors?: object[];
    };
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 300));
    return data.done?.case ?? data.serviceCase!;
  };
};

/** Calls it so many times a second for the time of a phase, whatever became of the calls before; waits for all that were made. */
const atRate = async (perSecond: number, call: () => Promise<void> | undefined): Promise<void> => {
  const since = performance.now();
  const calls: Promise<void>[] = [];
  for (let made = 0, elapsed = 0; elapsed < SECONDS * 1_000; elapsed = performance.now() - since) {
    for (; made < (elapsed / 1_000) * perSecond; made++) calls.push(call() ?? Promise.resolve());
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
  }
  await Promise.all(calls);
};

const phase = async (ask: Ask, drafts: readonly Edited[], writesPerSecond: number): Promise<Phase> => {
  const reads: number[] = [];
  const writes: number[] = [];
  const idle = [...drafts];
  const timed = async (times: number[], work: () => Promise<void>): Promise<void> => {
    const since = performance.now();
    await work();
    times.push(performance.now() - since);
  };
  const read = (): Promise<void> =>
    timed(reads, async () => void (await ask(READ, { caseNo: drafts[reads.length % drafts.length]!.caseNo })));
  const write = (): Promise<void> | undefined => {
    const draft = drafts.length - idle.length < MOST_UNDER_WAY ? idle.shift() : undefined;
    if (draft === undefined) return undefined;
    return timed(writes, async () => {
      const input = { caseNo: draft.caseNo, expectedVersion: draft.version, applicantName: `演示${draft.version}` };
      draft.version = (await ask(EDIT, { input: { ...input, idempotencyKey: crypto.randomUUID() } })).version;
      idle.push(draft);
    });
  };
  const since = performance.now();
  await Promise.all([atRate(READS, read), atRate(writesPerSecond, write)]);
  const seconds = (performance.now() - since) / 1_000;
  return {
    asked: { readsPerSecond: READS, writesPerSecond },
    writesPerSecond: Math.round(writes.length / seconds),
    readsPerSecond: Math.round(reads.length / seconds),
    readMs: quantiles(reads),
    ...(writes.length === 0 ? {} : { writeMs: quantiles(writes) }),
  };
};

/** A rate of writes beside reads alone just before and after it. */
interface Rate extends Phase {
  readonly alone: readonly Phase["readMs"][];
  /** Of reads: beside writes to the mean of both alone. */
  readonly toAlone: Phase["readMs"];
}

const ratio = (name: "p50" | "p95", of: Phase, alone: readonly Phase["readMs"][]): number =>
  Number(((of.readMs[name] * alone.length) / alone.reduce((sum, each) => sum + each[name], 0)).toFixed(2));

/** Measures the rates in turn. */
export const measureWriteLoad = async (): Promise<readonly Rate[]> => {
  const world = await startWorld();
  const agent = new Agent({ connections: 128 });
  const matters = createDatabase({ url: world.urls["matters"]!, applicationName: "bench", schema: "matters" });
  try {
    const input = await wholeDraft({ databases: { matters } });
    const prepare = await askAs(world, agent);
    const drafts: Edited[] = [];
    for (let index = 0; index < DRAFTS; index++) drafts.push({ ...(await prepare(DRAFT, { input })) });
    // What comes first is slower: plans and programs are made.
    for (const draft of drafts) draft.version = (await prepare(EDIT, { input: { ...editOf(draft) } })).version;
    const at = async (writesPerSecond: number): Promise<Phase> =>
      phase(await askAs(world, agent), drafts, writesPerSecond);
    const rates: Rate[] = [];
    let before = (await at(0)).readMs;
    for (const rate of RATES) {
      const measured = await at(rate);
      const after = (await at(0)).readMs;
      const alone = [before, after];
      rates.push({
        ...measured,
        alone,
        toAlone: { p50: ratio("p50", measured, alone), p95: ratio("p95", measured, alone) },
      });
      before = after;
    }
    return rates;
  } finally {
    await matters.destroy();
    await agent.close();
    await world.stop();
  }
};

const editOf = ({ caseNo, version }: Edited): object => ({
  ...{ caseNo, expectedVersion: version, applicantName: "演示乙" },
});
