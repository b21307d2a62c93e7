/** Commitments and evaluations of the demonstration world. */
import { addDays, addMonths } from "../../../platform/domain/index.js";
import type { DemonstrationCase, DemonstrationWorld } from "../../demonstration.js";
import { CommitmentType, Fulfilment } from "../commitment/commitment.enums.js";
import { EvaluationLevel } from "../evaluation/evaluation.type.js";
import {
  AGENCY,
  ENTERPRISE,
  authorityColumns,
  bodyColumns,
  bureaus,
  firmsOf,
  organizationOf,
  personColumns,
  type Row,
} from "./parties.js";

const TEXTS: Readonly<Record<CommitmentType, string>> = {
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
  readonly projectNo?: string;
}

const commitment = (party: Row, authority: Row, facts: Promised): Row => ({
  id: facts.id,
  ...party,
  ...authority,
  type: facts.type,
  text: TEXTS[facts.type],
  signed_on: facts.signed,
  due_on: facts.due ?? null,
  fulfilment: facts.fulfilment,
  verified_on: facts.fulfilment === Fulfilment.PENDING ? null : (facts.due ?? facts.signed),
  verified_by_id: facts.fulfilment === Fulfilment.PENDING ? null : authority["authority_id"],
  matter_id: facts.matterId ?? null,
  project_no: facts.projectNo ?? null,
});

/** State of a promise with a due day: open before it, afterwards mostly kept, sometimes broken, sometimes nobody looked. */
const outcomeAt = (number: number, due: string, today: string): Fulfilment => {
  if (due > today || number % 11 === 10) return Fulfilment.PENDING;
  return number % 5 === 4 ? Fulfilment.BROKEN : Fulfilment.FULFILLED;
};

const ofFirms = (world: DemonstrationWorld): Row[] => {
  const authorityOf = bureaus(world, "市场监督管理局");
  return firmsOf(world).flatMap((firm, index) => {
    if (index % 2 === 1) return [];
    const signed = addDays(world.today, -40 - (index % 500));
    const due = addMonths(signed, 6);
    return [
      commitment(
        {
          ...bodyColumns(firm),
          counterparty_name: firm.name,
          signer_name: world.persons[3 + (index % 400)]!.name,
        },
        authorityColumns(authorityOf(firm.divisionCode), firm.divisionCode),
        {
          id: `CN-${index}`,
          type: index % 4 === 0 ? CommitmentType.VOLUNTARY_DISCLOSURE : CommitmentType.SELF_DISCIPLINE,
          signed,
          due,
          fulfilment: outcomeAt(index, due, world.today),
        },
      ),
    ];
  });
};

const partyOf = (world: DemonstrationWorld, { person, organization }: DemonstrationCase, index: number): Row =>
  person
    ? { ...personColumns(person), counterparty_name: null, signer_name: person.name }
    : {
        ...bodyColumns(organization!),
        counterparty_name: organization!.name,
        signer_name: world.persons[3 + (index % 400)]!.name,
      };

/** Every sixth accepted licensing case lacked a material; the golden ones of citizen-1 and agent-1 all did. */
const ofCases = (world: DemonstrationWorld): Row[] => {
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
          projectNo: source.projectNo,
        },
      ),
    ];
  });
};

/** The letters of commitment handed in for repair. */
const ofRepairs = (world: DemonstrationWorld, repairCases: readonly Row[]): Row[] =>
  repairCases
    .filter(({ counterparty_id: body }) => body !== null)
    .map((source, index) => {
      const firm = world.organizations.find(({ id }) => id === source["counterparty_id"])!;
      return commitment(
        { ...bodyColumns(firm), counterparty_name: firm.name, signer_name: world.persons[3 + (index % 400)]!.name },
        {
          authority_id: source["authority_id"],
          authority_uscc: source["authority_uscc"],
          division_code: source["division_code"],
        },
        {
          id: `CN-R${index}`,
          type: CommitmentType.CREDIT_REPAIR,
          signed: String(source["applied_on"]),
          fulfilment: Fulfilment.PENDING,
        },
      );
    });

/** Due in a year whose calendar is not published. */
const golden = (world: DemonstrationWorld): Row[] => {
  const firm = organizationOf(world, ENTERPRISE);
  const authority = authorityColumns(bureaus(world, "市场监督管理局")(firm.divisionCode), firm.divisionCode);
  return [
    commitment({ ...bodyColumns(firm), counterparty_name: firm.name, signer_name: world.persons[2]!.name }, authority, {
      id: "CN-GOLDEN-1",
      type: CommitmentType.APPROVAL_SUBSTITUTE,
      signed: "2026-07-01",
      due: "2027-06-30",
      fulfilment: Fulfilment.PENDING,
    }),
  ];
};

/** All commitments. */
export const commitments = (world: DemonstrationWorld, repairCases: readonly Row[]): Row[] => [
  ...golden(world),
  ...ofFirms(world),
  ...ofCases(world),
  ...ofRepairs(world, repairCases),
];

/** What published licensing matters ask for. */
export const matterCommitments = (world: DemonstrationWorld): Row[] =>
  world.matters
    .filter(({ published, taskType }) => published && taskType === "01")
    .flatMap(({ id }, index) => [
      ...(index % 4 === 0
        ? [
            {
              matter_id: id,
              type: CommitmentType.TOLERANT_ACCEPTANCE,
              text: TEXTS.TOLERANT_ACCEPTANCE,
              within_days: 30,
            },
          ]
        : []),
      ...(index % 6 === 0
        ? [
            {
              matter_id: id,
              type: CommitmentType.CERTIFICATE_NOTICE,
              text: TEXTS.CERTIFICATE_NOTICE,
              within_days: null,
            },
          ]
        : []),
    ]);

const LEVELS = [EvaluationLevel.EXCELLENT, EvaluationLevel.GOOD, EvaluationLevel.MEDIUM, EvaluationLevel.POOR];

/** A body whose evaluation the agency of the demonstration officer keeps. */
const KEPT_BY_AGENCY = "91990101MA900002XF";

/** Evaluations by the development bureau of the division, of this year and the last; one body in five has none. */
export const evaluations = (world: DemonstrationWorld): Row[] => {
  const authorityOf = bureaus(world, "发展和改革局");
  const golden = organizationOf(world, ENTERPRISE);
  return firmsOf(world).flatMap((firm, index) => {
    if (index % 5 === 4 && firm !== golden && firm.uscc !== KEPT_BY_AGENCY) return [];
    return ["2025-06-30", "2026-06-30"].map((asOf, year) => {
      const step = firm === golden ? 1 : (index + year) % 4;
      return {
        organization_id: firm.id,
        organization_uscc: firm.uscc ?? null,
        authority_uscc: firm.uscc === KEPT_BY_AGENCY ? AGENCY : authorityOf(firm.divisionCode).uscc,
        division_code: firm.divisionCode,
        level: LEVELS[step],
        score: firm === golden ? 82 + year : 92 - step * 12 - (index % 7),
        model_version: `演示模型${2025 + year}`,
        as_of: asOf,
      };
    });
  });
};
