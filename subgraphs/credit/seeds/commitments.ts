/** Commitments of the demonstration world. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { REPAIR_CASES } from "../repair-case/repair-case.rows.js";
import { workdayFrom } from "../../demonstration-days.js";
import type { DemonstrationCase, DemonstrationWorld } from "../../demonstration.js";
import { CommitmentType } from "../commitment/commitment.enums.js";
import { Fulfilment } from "../commitment/commitment.machine.js";
import {
  ENTERPRISE,
  authorityColumns,
  bodyColumns,
  bureaus,
  firmsOf,
  organizationOf,
  personColumns,
  type Authority,
  type NewCommitment,
} from "./parties.js";

/** The association of those that advise. */
const ASSOCIATION = "51990101MJ9000014M";

/** What is promised, by type. */
export const TEXTS: Readonly<Record<CommitmentType, string>> = {
  APPROVAL_SUBSTITUTE: "承诺符合准营条件并接受事后核查（演示）",
  TOLERANT_ACCEPTANCE: "承诺在期限内补齐所缺材料（演示）",
  CERTIFICATE_NOTICE: "承诺所述事项真实，无需提交证明（演示）",
  VOLUNTARY_DISCLOSURE: "承诺守法经营、明码标价并主动公示（演示）",
  SELF_DISCIPLINE: "承诺遵守行业自律公约（演示）",
  CREDIT_REPAIR: "承诺已履行义务、不再发生同类违法行为（演示）",
};

interface Promised {
  readonly id: string;
  readonly type: CommitmentType;
  readonly signed: string;
  readonly due?: string;
  readonly fulfilment: Fulfilment;
  readonly matterId?: string;
  readonly caseNo?: string;
  readonly repairNo?: string;
}

/** Who promises. */
type Promiser = Pick<
  NewCommitment,
  "counterpartyId" | "counterpartyUscc" | "counterpartyHash" | "counterpartyName" | "signerName"
>;

const commitment = (party: Promiser, authority: Authority, facts: Promised): NewCommitment => ({
  id: facts.id,
  ...party,
  ...authority,
  type: facts.type,
  text: TEXTS[facts.type],
  signedOn: facts.signed,
  dueOn: facts.due,
  fulfilment: facts.fulfilment,
  verifiedOn: facts.fulfilment === Fulfilment.PENDING ? undefined : workdayFrom(facts.due ?? facts.signed),
  verifiedById: facts.fulfilment === Fulfilment.PENDING ? undefined : authority.authorityId,
  matterId: facts.matterId,
  caseNo: facts.caseNo,
  repairNo: facts.repairNo,
});

/** State of a promise with a due day: open before it and for the ten days in which somebody looks, afterwards mostly kept, few broken, one in thirty not looked at. */
const outcomeAt = (number: number, due: string, today: string): Fulfilment => {
  if (due > addDays(today, -10) || number % 30 === 10) return Fulfilment.PENDING;
  return number % 22 === 4 ? Fulfilment.BROKEN : Fulfilment.FULFILLED;
};

/** Firms promise the market bureau to trade honestly; those that advise promise their association to keep its rules. */
const ofFirms = (world: DemonstrationWorld): NewCommitment[] => {
  const authorityOf = bureaus(world, "市场监督管理局");
  const association = organizationOf(world, ASSOCIATION);
  return firmsOf(world).flatMap((firm, index) => {
    if (index % 2 === 1) return [];
    const signed = addDays(world.today, -40 - (index % 500));
    const due = addMonths(signed, 6);
    return [
      commitment(
        {
          ...bodyColumns(firm),
          counterpartyName: firm.name,
          signerName: world.persons[3 + (index % 400)]!.name,
        },
        authorityColumns(
          firm.role === "intermediary" ? association : authorityOf(firm.divisionCode),
          firm.divisionCode,
        ),
        {
          id: `CN-${index}`,
          type: firm.role === "intermediary" ? CommitmentType.SELF_DISCIPLINE : CommitmentType.VOLUNTARY_DISCLOSURE,
          signed,
          due,
          fulfilment: outcomeAt(index, due, world.today),
        },
      ),
    ];
  });
};

const partyOf = (world: DemonstrationWorld, { person, organization }: DemonstrationCase, index: number): Promiser =>
  person
    ? { ...personColumns(person), counterpartyName: undefined, signerName: person.name }
    : {
        ...bodyColumns(organization!),
        counterpartyName: organization!.name,
        signerName: world.persons[3 + (index % 400)]!.name,
      };

/** Every sixth accepted licensing case lacked a material; the golden ones of citizen-1 and agent-1 all did. */
const ofCases = (world: DemonstrationWorld): NewCommitment[] => {
  const accepted = world.cases.filter(({ taskType, acceptedOn }) => taskType === "01" && acceptedOn !== undefined);
  return accepted.flatMap((source, index) => {
    if (index % 6 !== 0 && index > 6) return [];
    const signed = source.acceptedOn!;
    const due = addDays(signed, 30);
    return [
      commitment(
        partyOf(world, source, index),
        authorityColumns({ id: source.deptId, uscc: source.deptUscc }, source.divisionCode),
        {
          id: `CN-B${index}`,
          type: CommitmentType.TOLERANT_ACCEPTANCE,
          signed,
          due,
          fulfilment: outcomeAt(index, due, world.today),
          matterId: source.matterId,
          caseNo: source.caseNo,
        },
      ),
    ];
  });
};

/** The letters of commitment handed in for repair. */
const ofRepairs = (world: DemonstrationWorld, repairCases: readonly NewOf<typeof REPAIR_CASES>[]): NewCommitment[] =>
  repairCases
    .filter(({ counterpartyId: body }) => body !== undefined)
    .map((source, index) => {
      const firm = world.organizations.find(({ id }) => id === source.counterpartyId)!;
      return commitment(
        { ...bodyColumns(firm), counterpartyName: firm.name, signerName: world.persons[3 + (index % 400)]!.name },
        {
          authorityId: source.authorityId,
          authorityUscc: source.authorityUscc,
          divisionCode: source.divisionCode,
        },
        {
          id: `CN-R${index}`,
          type: CommitmentType.CREDIT_REPAIR,
          repairNo: source.no,
          signed: source.appliedOn,
          fulfilment: Fulfilment.PENDING,
        },
      );
    });

/** Due in a year whose calendar is not published. */
export const golden = (world: DemonstrationWorld): NewCommitment[] => {
  const firm = organizationOf(world, ENTERPRISE);
  const authority = authorityColumns(bureaus(world, "市场监督管理局")(firm.divisionCode), firm.divisionCode);
  return [
    commitment({ ...bodyColumns(firm), counterpartyName: firm.name, signerName: world.persons[2]!.name }, authority, {
      id: "CN-GOLDEN-1",
      type: CommitmentType.APPROVAL_SUBSTITUTE,
      signed: "2026-07-01",
      due: "2027-06-30",
      fulfilment: Fulfilment.PENDING,
    }),
  ];
};

/** All commitments. */
export const commitments = (
  world: DemonstrationWorld,
  repairCases: readonly NewOf<typeof REPAIR_CASES>[],
): NewCommitment[] => [...golden(world), ...ofFirms(world), ...ofCases(world), ...ofRepairs(world, repairCases)];
