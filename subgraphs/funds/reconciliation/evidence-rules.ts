/** Checks the rules that compare the book with what stands beside it: B3, B4, B7, B8 and B9. Pure; amounts in fen. */
import { PROVISIONAL, addWorkdays, limitRule, yuanFromFen, type LocalDate } from "../../../platform/domain/index.js";
import { MIN_GROUP } from "../../../platform/disclosure/index.js";
import type { BatchEvidence, DuplicateEvidence, Evidence, ProjectEvidence } from "./evidence.js";
import { ReconciliationRule, type RuleResult } from "./reconciliation.type.js";
import { gapOf, ruleResult, sum } from "./rule-result.js";

/** True where the viewer may know of the single lines of the batch. */
export type EntitledToBatch = (batch: Pick<DuplicateEvidence, "villageCode">) => boolean;

/** B3: assigned = paid − returned + balance, and no more is paid than the contract says. */
export const projectRule = ({ projects }: Evidence): RuleResult => {
  const found = projects.flatMap((project) => {
    const unbalanced = gapOf(project.assigned, project.paid + project.account);
    const over = overContract(project);
    return unbalanced + over === 0n ? [] : [{ project, unbalanced, over }];
  });
  return ruleResult(
    ReconciliationRule.B3,
    sum(found.map(({ unbalanced, over }) => unbalanced + over)),
    `What was assigned to ${projects.length} projects was paid or is held; no contract is overpaid.`,
    found.flatMap(({ project, unbalanced, over }) => [
      ...(unbalanced === 0n ? [] : [`${project.projectCode} differs from its account by ${yuanFromFen(unbalanced)}`]),
      ...(over === 0n ? [] : [`${project.projectCode} was paid ${yuanFromFen(over)} above its contract`]),
    ]),
  );
};

const overContract = ({ contract, paid }: ProjectEvidence): bigint =>
  contract !== undefined && paid > contract ? paid - contract : 0n;

/** B4: the lines make up the batch, and each is quantity × standard rounded half up. */
export const batchRule = ({ batches }: Evidence): RuleResult => {
  const found = batches.flatMap((batch) => {
    const missing = gapOf(batch.total, batch.lines);
    return missing + batch.miscalculated === 0n ? [] : [{ batch, missing }];
  });
  return ruleResult(
    ReconciliationRule.B4,
    sum(found.map(({ batch, missing }) => missing + batch.miscalculated)),
    `The lines of ${batches.length} batches make up their totals.`,
    found.flatMap(({ batch, missing }) => [
      ...(missing === 0n
        ? []
        : [
            `${batch.batchNo} is of ${yuanFromFen(batch.total)} and its lines of ${yuanFromFen(batch.lines)}, difference ${yuanFromFen(missing)}`,
          ]),
      ...(batch.miscalculated === 0n
        ? []
        : [`lines of ${batch.batchNo} differ from quantity × standard by ${yuanFromFen(batch.miscalculated)}`]),
    ]),
  );
};

/**
 * B7: a person is paid once for a policy and a period. Of a batch in which fewer than five were paid twice, neither batch nor amount nor
 * number is told, unless the viewer is entitled to its lines: they would tell of one household (k ≥ 5).
 */
export const duplicateRule = ({ duplicates }: Evidence, isEntitled: EntitledToBatch): RuleResult => {
  const shown = duplicates.filter((entry) => entry.persons >= MIN_GROUP || isEntitled(entry));
  return ruleResult(
    ReconciliationRule.B7,
    sum(shown.map(({ excess }) => excess)),
    "Nobody was paid twice for one policy and period.",
    [
      ...shown.map(
        ({ batchNo, persons, excess }) =>
          `${batchNo}: ${persons} paid more than once for its policy and period, ${yuanFromFen(excess)} too much`,
      ),
      ...(shown.length === duplicates.length ? [] : ["groups of fewer than five are not shown"]),
    ],
  );
};

/** Last day of the notice: as posted, and not before the seven working days of L21; undefined across an unpublished calendar. */
export const publicityEnd = ({ publicityFrom, publicityTo }: BatchEvidence): LocalDate | undefined => {
  const least = addWorkdays(publicityFrom, limitRule("L21").amount);
  if (least === PROVISIONAL) return undefined;
  return least > publicityTo ? least : publicityTo;
};

/** B8: nothing is paid before the notice has ended. */
export const publicityRule = ({ batches }: Evidence): RuleResult => {
  const early = batches.filter((batch) => {
    const end = publicityEnd(batch);
    return batch.paidOn !== undefined && end !== undefined && batch.paidOn <= end;
  });
  return ruleResult(
    ReconciliationRule.B8,
    sum(early.map(({ total }) => total)),
    "No batch was paid before its notice of at least seven working days had ended.",
    early.map((batch) => `${batch.batchNo} was paid on ${batch.paidOn}, its notice ends on ${publicityEnd(batch)}`),
  );
};

/** B9: what was published is what the book says. */
export const publishedRule = ({ published }: Evidence): RuleResult => {
  const found = published.filter((entry) => entry.published !== entry.ledger);
  return ruleResult(
    ReconciliationRule.B9,
    sum(found.map((entry) => gapOf(entry.published, entry.ledger))),
    `${published.length} published amounts are those of the book.`,
    found.map((entry) => `${entry.id} says ${yuanFromFen(entry.published)} and the book ${yuanFromFen(entry.ledger)}`),
  );
};
