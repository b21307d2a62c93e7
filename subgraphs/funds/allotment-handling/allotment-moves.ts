/** The movements of allotments, two legs each: issued, received, assigned, recalled, added to, taken back, carried over. */
import type { Fen } from "../../../platform/domain/index.js";
import { ServiceError } from "../../../platform/errors/index.js";
import { takeStep, type WriteDependencies } from "../../../platform/write/index.js";
import { AllotmentState } from "../budget-allotment/budget-allotment.machine.js";
import { ACCOUNTS, type MovementKind } from "../ledger/ledger.js";
import { postMovement } from "../ledger/movement.repository.js";
import { WRITTEN_BY_RECEIVER } from "./allotment-handling.policy.js";
import { insertAssignment, lockAllotment, requireHeld, type Recipient } from "./allotment-handling.repository.js";
import { findParts, heldParts, requireCarried } from "./allotment-parts.repository.js";
import type { Moving } from "./allotment-step.js";

interface Legs {
  readonly kind: MovementKind;
  readonly giver: string;
  readonly receiver: string;
  readonly amount: Fen;
}

const post = async ({ trx, head, today }: Moving, legs: Legs, allocationId = head.id): Promise<void> => {
  await postMovement(trx, { ...legs, allocationId, lineage: head.lineage, on: today });
};

/** Throws RULE_VIOLATION (OVERDRAWN, CARRIED_LESS) where what gives money to the allotment does not hold the amount for it. */
const requireGiven = async ({ trx, head: { above, carriedFrom } }: Moving, amount: Fen): Promise<void> => {
  if (above) await requireHeld(trx, above.id, amount);
  if (carriedFrom !== undefined) await requireCarried(trx, carriedFrom, amount);
};

/** Issued: out of the account above, on its way. The allotment above is divided by it. */
export const moveIssued = async (moving: Moving, dependencies: WriteDependencies): Promise<void> => {
  const { trx, head, inputHash, today } = moving;
  const { giver, amount, above } = head;
  if (above?.isHead) {
    const row = await lockAllotment(trx, above.allotmentNo);
    const facts = { today, fiscalYear: row.fiscal_year, carriedIn: row.carried_from !== null, held: 0n };
    await takeStep(trx, WRITTEN_BY_RECEIVER, dependencies, { row, event: "DIVIDE", facts, inputHash });
  }
  await requireGiven(moving, amount);
  await post(moving, { kind: "ALLOCATE_DOWN", giver, receiver: ACCOUNTS.transit, amount });
};

/** Received: all that was on its way arrives. */
export const moveReceived = (moving: Moving): Promise<void> => {
  const { amount, account } = moving.head;
  return post(moving, { kind: "RECEIVE", giver: ACCOUNTS.transit, receiver: account, amount });
};

/** Added to: more out of the account above. */
export const moveAdded = async (moving: Moving, amount: Fen): Promise<void> => {
  const { giver, account } = moving.head;
  await requireGiven(moving, amount);
  await post(moving, { kind: "ADJUST", giver, receiver: account, amount });
};

/** Taken back: what is still held goes to the account above. Throws RULE_VIOLATION (UPSTREAM_CLOSED) where that is closed: it is reopened first. */
export const moveReclaimed = async (moving: Moving, amount: Fen): Promise<void> => {
  const { id, backTo, account, above } = moving.head;
  if (above && (await lockAllotment(moving.trx, above.allotmentNo)).state === AllotmentState.CLOSED)
    throw new ServiceError("RULE_VIOLATION", "The allotment above is closed.", { reason: "UPSTREAM_CLOSED" });
  await requireHeld(moving.trx, id, amount);
  await post(moving, { kind: "RECLAIM", giver: account, receiver: backTo, amount });
};

/** Recalled: what was assigned and is still held goes back to the allotment's account. Throws NOT_FOUND where the allotment has no such assignment. */
export const moveRecalled = async (moving: Moving, allocationId: string, amount: Fen): Promise<void> => {
  const { trx, head } = moving;
  const part = (await findParts(trx, head.allotmentNo)).find(({ id }) => id === allocationId && id !== head.id);
  if (!part) throw new ServiceError("NOT_FOUND");
  await requireHeld(trx, part.id, amount);
  await post(moving, { kind: "RECLAIM", giver: part.account, receiver: head.account, amount }, part.id);
};

/** Carried over: all that is held, by the division and by whom it assigned money to, goes into the next year. Throws RULE_VIOLATION (OVERDRAWN) where nothing is held. */
export const moveCarriedOver = async (moving: Moving): Promise<void> => {
  const { trx, head } = moving;
  const held = (await heldParts(trx, head.allotmentNo)).filter(({ balance }) => balance > 0n);
  if (held.length === 0) throw new ServiceError("RULE_VIOLATION", "Nothing is held of it.", { reason: "OVERDRAWN" });
  for (const { id, account, balance } of held)
    await post(moving, { kind: "CARRY_OVER", giver: account, receiver: ACCOUNTS.carried, amount: balance }, id);
};

/** Assigned: what is held goes to a body's or a project's account, by an allocation of its own. */
export const moveAssigned = async (moving: Moving, recipient: Recipient, amount: Fen): Promise<void> => {
  const { trx, head, today } = moving;
  await requireHeld(trx, head.id, amount);
  const allocationId = await insertAssignment(trx, head, recipient, { amount, on: today });
  const { organizationId, projectCode } = recipient;
  const receiver = projectCode === undefined ? organizationId! : ACCOUNTS.project(projectCode);
  await post(moving, { kind: "ASSIGN_PROJECT", giver: head.account, receiver, amount }, allocationId);
};
