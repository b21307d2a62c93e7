/** Steps of a project: what each needs, fills and publishes. */
import { addDays, daysBetween, withoutPersons, type Fen, type LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import { checkedAmount } from "../allotment-handling/allotment-step.js";
import { FundPublicationKind, FundPublicationLevel } from "../publication/fund-publication.enums.js";
import type { PubliciseProjectInput, StartProjectInput, StatedProjectInput } from "./project-handling.input.js";
import { assignedTo, insertPublication, publicityEndOf } from "./project-handling.repository.js";
import { isEvaluationPublished } from "./evaluation.repository.js";
import type { LockedProject, ProjectStepAsked } from "./project-step.js";

/** The most days for which a project is posted: a slip of the year would keep it from beginning for good. */
const LONGEST_DAYS = 60;

/** Publishes something of the project today, on the board of its level. */
export const publish = async (
  { trx, row, today }: LockedProject,
  { kind, title, endsOn, decidedOn, amount }: Publishing,
): Promise<void> =>
  insertPublication(trx, {
    ...{ kind, title, endsOn, decidedOn, postedAmount: amount, publishedOn: today, objectionsCount: 0 },
    level: row.division_code.length > 6 ? FundPublicationLevel.TOWNSHIP : FundPublicationLevel.COUNTY,
    ...{ policyCode: row.policy_code, projectCode: row.project_code, divisionCode: row.division_code },
    ...{ villageCode: row.village_code ?? undefined, allotmentNo: undefined, batchNo: undefined },
    channel: "政府门户网站",
  });

/** What is published. */
export interface Publishing {
  readonly kind: FundPublicationKind;
  readonly title: string;
  readonly amount: Fen;
  readonly endsOn: LocalDate | undefined;
  readonly decidedOn: LocalDate | undefined;
}

/** Approved: reviewed, and money assigned. */
export const approval = ({ statement }: StatedProjectInput): ProjectStepAsked => ({
  event: "APPROVE",
  reason: statement,
  facts: async ({ trx, row }) => ({
    reviewed: isStated(statement),
    moneyAssigned: (await assignedTo(trx, row.project_code)) > 0n,
  }),
});

/** Posted from today on. Throws RULE_VIOLATION (PUBLICITY_TOO_LONG) where that is for more than 60 days. */
export const publicity = ({ endsOn }: PubliciseProjectInput): ProjectStepAsked => ({
  event: "OPEN_PUBLICITY",
  async facts({ today }) {
    if (endsOn > addDays(today, LONGEST_DAYS))
      throw new ServiceError("RULE_VIOLATION", "A project is posted for at most 60 days.", {
        reason: "PUBLICITY_TOO_LONG",
      });
    return { publicityDays: daysBetween(today, endsOn) };
  },
  beside: async (project) =>
    publish(project, {
      ...{ kind: FundPublicationKind.PUBLICITY, title: `${project.row.name}公示`, endsOn, decidedOn: undefined },
      amount: await assignedTo(project.trx, project.row.project_code),
    }),
});

/** Begun, with its contract. Throws BAD_USER_INPUT where the amount is none (AMOUNT) or the contract is of a day to come (DAY_TO_COME). */
export const start = (input: StartProjectInput): ProjectStepAsked => {
  const amount = checkedAmount(input.contractAmount);
  return {
    event: "START",
    async facts({ trx, row, today }) {
      if (input.contractedOn > today)
        throw badInput("contractedOn", "DAY_TO_COME", "What is dated after today has not happened.");
      const end = await publicityEndOf(trx, row.project_code);
      return { contractNo: input.contractNo, publicityOver: end !== undefined && end < today };
    },
    set: () => ({
      contract_no: input.contractNo,
      contract_fen: amount,
      contracted_on: input.contractedOn,
      contractor_id: `CN-USCC-${input.contractor}`,
      procurement_method: input.procurementMethod,
    }),
  };
};

/** Accepted with a finding. */
export const acceptance = ({ statement }: StatedProjectInput): ProjectStepAsked => ({
  event: "ACCEPT",
  reason: statement,
  facts: async () => ({ accepted: isStated(statement) }),
  set: (today) => ({ accepted_on: today, acceptance: withoutPersons(statement, { today }), progress: 100 }),
});

/** Public notice of the result. */
export const publicNotice = ({ statement }: StatedProjectInput): ProjectStepAsked => ({
  event: "GIVE_PUBLIC_NOTICE",
  facts: async () => ({ publicNoticeGiven: isStated(statement) }),
  set: (today) => ({ results: withoutPersons(statement, { today }) }),
  beside: async (project) =>
    publish(project, {
      ...{ kind: FundPublicationKind.PUBLIC_NOTICE, title: `${project.row.name}实施结果公告`, endsOn: undefined },
      decidedOn: project.row.accepted_on ?? undefined,
      amount: await assignedTo(project.trx, project.row.project_code),
    }),
});

/** Filed: contract, acceptance, result and published evaluation are there. */
export const filing: ProjectStepAsked = {
  event: "ARCHIVE",
  facts: async ({ trx, row }) => ({
    fileComplete:
      [row.contract_no, row.acceptance, row.results].every((said) => isStated(said ?? undefined)) &&
      row.accepted_on !== null &&
      (await isEvaluationPublished(trx, row.project_code)),
  }),
};
