/** Lives of records: what one client does from the beginning of a case, an allotment, a repair or an objection to its end. */
import { EVIDENCE } from "../support/verbs/credit.js";
import { TERMS } from "../support/verbs/funds.js";
import type { At, Clients } from "./clients.js";
import { DIVISION, PAYEE, PAYING_BANK, UNIT, yuan } from "./money.js";
import type { StepName } from "./steps.js";

/** What lives begin with. */
export interface Beginnings {
  /** Input of a draft of a case. */
  readonly draft: object;
  /** Input of a draft of a project that asks for a service of the firm of agent-1. */
  readonly project: object;
  /** Ids of penalties that may be repaired, each once. */
  readonly penalties: string[];
}

/** What a life is lived with. */
export interface Living extends Beginnings {
  readonly clients: Clients;
  readonly random: () => number;
  /** Number of the life, no other's. */
  readonly number: number;
  /** What accounts must hold of each lineage at the end, in fen. */
  readonly balances: Map<string, Readonly<Record<string, bigint>>>;
}

const through = async ({ clients }: Living, keyName: string, from: At, ...steps: StepName[]): Promise<At> => {
  let at = from;
  for (const step of steps) at = await clients.act(step, { [keyName]: at.key, expectedVersion: at.version });
  return at;
};

const liveCase = async (living: Living): Promise<void> => {
  const { clients, draft, random } = living;
  const ends: readonly (readonly StepName[])[] = [
    ["submitCase", "receiveCase", "acceptCase", "decideCase", "completeCase", "deliverCase"],
    ["submitCase", "receiveCase", "acceptCase", "decideCase", "completeCase", "deliverCase"],
    ["editCase", "submitCase", "receiveCase", "refuseCase"],
    ["submitCase", "withdrawCase"],
  ];
  await through(living, "caseNo", await clients.act("draftCase", draft), ...ends[Math.floor(random() * ends.length)]!);
};

/** Money of a county: some of it assigned to a unit, which has three payments made at once, of which one comes back. */
const liveAllotment = async (living: Living): Promise<void> => {
  const { clients, random, number, balances } = living;
  const allotmentNo = `试财指〔2026〕${number}号`;
  const fen = (most: number): bigint => BigInt(1 + Math.floor(random() * most));
  const [total, added, taken] = [100_000n + fen(99_999), fen(9_999), fen(9_999)] as const;
  const assigned = 60_000n + fen(20_000);
  const amounts = [fen(20_000), fen(20_000), fen(20_000)];
  let at = await clients.act("draftAllotment", {
    ...{ allotmentNo, fundName: "试验资金", amount: yuan(total), terms: TERMS },
  });
  at = await through(living, "allotmentNo", at, "issueAllotment", "receiveAllotment");
  const step = (): object => ({ allotmentNo, expectedVersion: at.version });
  at = await clients.act("addToAllotment", { ...step(), amount: yuan(added) });
  at = await clients.act("reclaimAllotment", { ...step(), amount: yuan(taken) });
  at = await clients.act("assignAllotment", { ...step(), amount: yuan(assigned), organization: UNIT });
  const orders = await Promise.all(
    amounts.map((amount) =>
      clients.act("requestPayment", { allocationId: `FA-${allotmentNo}-1`, amount: yuan(amount), payee: PAYEE }),
    ),
  );
  const paid = await Promise.all(
    orders.map(({ key, version }) =>
      clients.act("approvePayment", { orderNo: key, expectedVersion: version, bank: PAYING_BANK }),
    ),
  );
  await through(living, "orderNo", paid[0]!, "returnPayment");
  const left = amounts[1]! + amounts[2]!;
  balances.set(allotmentNo, {
    PAYEES: left,
    [`REVENUE:${DIVISION}`]: taken - total - added,
    [DIVISION]: total + added - taken - assigned,
    [`CN-USCC-${UNIT}`]: assigned - left,
  });
};

const liveRepair = async (living: Living): Promise<void> => {
  const { clients, random, penalties } = living;
  const recordId = penalties.pop()!;
  const applied = await clients.act("applyForRepair", { recordId, evidence: EVIDENCE });
  if (random() < 0.2) return void (await through(living, "no", applied, "withdrawRepair"));
  await through(living, "no", applied, "acceptRepair", "decideRepair", "tellRepair");
  clients.expect({ service: "credit", kind: "AdministrativePenalty", key: recordId, version: 2, state: "REPAIRED" });
};

const liveObjection = async (living: Living): Promise<void> => {
  const { clients, penalties } = living;
  const raised = await clients.act("raiseObjection", { recordId: penalties.pop()! });
  await through(
    living,
    "no",
    raised,
    ...(["acceptObjection", "investigateObjection", "decideObjection", "notifyObjector"] as const),
  );
};

/** A project for which the firm of agent-1 bids, with a pass of another service, and then does not. */
const liveProject = async (living: Living): Promise<void> => {
  const { clients, project } = living;
  const drafted = await clients.act("draftProcurement", project);
  const published = await through(living, "projectNo", drafted, "publishProcurement");
  const asked = await clients.ask("agent-1", `{ organization(uscc: "${PAYING_BANK}") { creditGate { pass } } }`);
  const { creditGate } = (asked as { organization: { creditGate: { pass: string } } }).organization;
  const bid = await clients.act("placeBid", { projectNo: published.key, creditPass: creditGate.pass });
  await through(living, "projectNo", { ...bid, key: published.key }, "withdrawBid");
  await through(living, "projectNo", published, "suspendProcurement", "resumeProcurement");
};

const LIVES = [liveCase, liveCase, liveAllotment, liveRepair, liveObjection, liveProject] as const;

/** Lives one life, of a kind that its random numbers choose. */
export const live = (living: Living): Promise<void> => LIVES[Math.floor(living.random() * LIVES.length)]!(living);
