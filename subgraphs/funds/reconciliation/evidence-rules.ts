/** Compares the book with what stands beside it: B3, B4, B7, B8 and B9. Pure; amounts in fen. */
import type { Viewer } from "../../../platform/auth/index.js";
import type { LocalDate } from "../../../platform/domain/index.js";
import { rosterEnd } from "../subsidy/roster-end.js";
import { isToldOf } from "../access/person-group.js";
import type { BatchEvidence, Evidence, ProjectEvidence } from "./evidence.js";
import { gapOf, type Comparison, type Offence } from "./rule-result.js";
import { RuleBreach } from "./rule-result.enums.js";

const only = (isWrong: boolean, offence: Offence): readonly Offence[] => (isWrong ? [offence] : []);

/** B3: assigned = paid − returned + balance, and no more is paid than the contract says. */
export const compareProjects = ({ projects }: Evidence): Comparison[] =>
  projects.map((project) => ({ offences: [...balanceOf(project), ...contractOf(project)] }));

const balanceOf = ({ projectCode, assigned, paid, account }: ProjectEvidence): readonly Offence[] =>
  only(assigned !== paid + account, {
    breach: RuleBreach.UNLIKE_ACCOUNT,
    projectCode,
    expected: assigned,
    actual: paid + account,
    difference: gapOf(assigned, paid + account),
  });

// A project without a contract can not be above it.
const contractOf = ({ projectCode, paid, contract = paid }: ProjectEvidence): readonly Offence[] =>
  only(paid > contract, {
    breach: RuleBreach.ABOVE_CONTRACT,
    projectCode,
    expected: contract,
    actual: paid,
    difference: paid - contract,
  });

/** B4: the lines make up the batch, and each is quantity × standard rounded half up. */
export const compareBatches = ({ batches }: Evidence): Comparison[] =>
  batches.map(({ group, batchNo, paymentNo, total, lines, miscalculated }) => ({
    group,
    offences: [
      ...only(total !== lines, {
        breach: RuleBreach.LINES_UNLIKE_TOTAL,
        ...{ batchNo, paymentNo, expected: total, actual: lines, difference: gapOf(total, lines) },
      }),
      ...only(miscalculated.amount > 0n, {
        breach: RuleBreach.LINES_UNLIKE_STANDARD,
        ...{ batchNo, paymentNo, group: miscalculated.group, difference: miscalculated.amount },
      }),
    ],
  }));

/** B7: a person is paid once for a policy and a period. */
export const compareRecipients = ({ batches }: Evidence): Comparison[] =>
  batches
    .filter(({ paidOn }) => paidOn !== undefined)
    .map(({ group, batchNo, paymentNo, paidTwice }) => ({
      group,
      offences: only(paidTwice.group.persons > 0, {
        breach: RuleBreach.PAID_TWICE,
        ...{ batchNo, paymentNo, group: paidTwice.group, difference: paidTwice.amount },
      }),
    }));

/** Last day of publicity: as posted, and not before the working days of L21 where they are confirmed; undefined across an unpublished calendar. */
export const publicityEnd = ({ publicityFrom, publicityTo }: BatchEvidence): LocalDate | undefined =>
  rosterEnd(publicityFrom, publicityTo);

/** B8: nothing is paid before publicity has ended; publicity that cannot be dated is not compared. */
export const comparePublicity = ({ batches }: Evidence): Comparison[] =>
  batches.flatMap((batch) => {
    const { group, batchNo, paymentNo, paidOn, total } = batch;
    const publicityEndsOn = publicityEnd(batch);
    if (paidOn === undefined || publicityEndsOn === undefined) return [];
    const early = {
      breach: RuleBreach.PAID_DURING_PUBLICITY,
      batchNo,
      paymentNo,
      paidOn,
      publicityEndsOn,
      difference: total,
    };
    return [{ group, offences: only(paidOn <= publicityEndsOn, early) }];
  });

/** B9: what was published is what the book says. A payment that the reader may not know of is not published to them. */
export const comparePublished = ({ published: entries }: Evidence, viewer: Viewer): Comparison[] =>
  entries
    .filter(({ paymentNo, group }) => paymentNo === undefined || isToldOf(viewer, group))
    .map(({ group, publicationId, paymentNo, published, ledger }) => ({
      group,
      offences: only(published !== ledger, {
        breach: RuleBreach.PUBLISHED_UNLIKE_BOOK,
        ...{ publicationId, paymentNo, expected: ledger, actual: published, difference: gapOf(published, ledger) },
      }),
    }));
