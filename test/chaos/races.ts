/** Races between real processes: fifty decisions of one case, one key sent fifty times, 200 payments out of one balance. */
import { TERMS } from "../support/verbs/funds.js";
import type { Attempt, Clients } from "./clients.js";
import { DIVISION, PAYEE, PAYING_BANK, UNIT, yuan } from "./money.js";
import { STEPS, type StepName } from "./steps.js";

/** How often each outcome came: `done`, or the reason of the refusal. */
export type Outcomes = Readonly<Record<string, number>>;

/** What came of each race. */
export interface Races {
  readonly decisionsOfOneCase: Outcomes;
  /** Answers of one key, and different ones among them. */
  readonly oneKey: { readonly answers: number; readonly different: number };
  readonly paymentsOfOneBalance: Outcomes;
}

/** What races are run with. */
export interface Racing {
  readonly clients: Clients;
  readonly random: () => number;
  readonly draft: object;
  /** What accounts must hold of each lineage at the end, in fen. */
  readonly balances: Map<string, Readonly<Record<string, bigint>>>;
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const outcomesOf = (attempts: readonly Attempt[]): Outcomes => {
  const outcomes: Record<string, number> = {};
  for (const attempt of attempts) {
    const name = "refused" in attempt ? attempt.refused : "done";
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  return outcomes;
};

/** Tries a verb with each of these inputs at once, and notes what was done as expected. */
const tryAll = async ({ clients }: Racing, step: StepName, inputs: readonly object[]): Promise<readonly Attempt[]> => {
  const { service, kind } = STEPS[step];
  return Promise.all(
    inputs.map(async (input, index) => {
      const idempotencyKey = `race-${step}-${index}`;
      const attempt = await clients.attempt(step, input, idempotencyKey);
      if (!("refused" in attempt)) clients.expect({ service, kind, ...attempt, idempotencyKey });
      return attempt;
    }),
  );
};

const decideOnce = async (racing: Racing): Promise<Outcomes> => {
  const { clients, draft } = racing;
  let at = await clients.act("draftCase", draft);
  for (const step of ["submitCase", "receiveCase", "acceptCase"] as const)
    at = await clients.act(step, { caseNo: at.key, expectedVersion: at.version });
  const input = { caseNo: at.key, expectedVersion: at.version };
  return outcomesOf(
    await tryAll(
      racing,
      "decideCase",
      times(50, () => input),
    ),
  );
};

const sendOneKey = async (racing: Racing): Promise<Races["oneKey"]> => {
  const { clients, draft } = racing;
  const answers = await Promise.all(times(50, () => clients.attempt("draftCase", draft, "chaos-one-key")));
  const [first] = answers;
  if (first && !("refused" in first))
    clients.expect({ ...{ service: "matters", kind: "ServiceCase", idempotencyKey: "chaos-one-key" }, ...first });
  return { answers: answers.length, different: new Set(answers.map((answer) => JSON.stringify(answer))).size };
};

/** Half of what is asked for is there. */
const payAll = async (racing: Racing): Promise<Outcomes> => {
  const { clients, random, balances } = racing;
  const allotmentNo = "试财指〔2026〕0号";
  const amounts = times(200, () => BigInt(1 + Math.floor(random() * 999)));
  const total = amounts.reduce((sum, amount) => sum + amount) / 2n;
  let at = await clients.act("draftAllotment", {
    ...{ allotmentNo, fundName: "试验资金", amount: yuan(total), terms: TERMS },
  });
  for (const step of ["issueAllotment", "receiveAllotment"] as const)
    at = await clients.act(step, { allotmentNo, expectedVersion: at.version });
  const assigned = { allotmentNo, expectedVersion: at.version, amount: yuan(total), organization: UNIT };
  await clients.act("assignAllotment", assigned);
  const orders = await Promise.all(
    amounts.map((amount) =>
      clients.act("requestPayment", { allocationId: `FA-${allotmentNo}-1`, amount: yuan(amount), payee: PAYEE }),
    ),
  );
  const attempts = await tryAll(
    racing,
    "approvePayment",
    orders.map(({ key, version }) => ({ orderNo: key, expectedVersion: version, bank: PAYING_BANK })),
  );
  const paid = attempts.reduce((sum, attempt, index) => ("refused" in attempt ? sum : sum + amounts[index]!), 0n);
  balances.set(allotmentNo, { PAYEES: paid, [`REVENUE:${DIVISION}`]: -total, [`CN-USCC-${UNIT}`]: total - paid });
  return outcomesOf(attempts);
};

/** Runs them. */
export const race = async (racing: Racing): Promise<Races> => ({
  decisionsOfOneCase: await decideOnce(racing),
  oneKey: await sendOneKey(racing),
  paymentsOfOneBalance: await payAll(racing),
});
