/** A project as its unit proposes it: where it may be, what it must say, and the weights of its targets. */
import { divisionPrefix } from "../../../platform/auth/viewer.js";
import type { NewOf } from "../../../platform/database/index.js";
import { withoutPersons, type LocalDate } from "../../../platform/domain/index.js";
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { isStated } from "../../../platform/machine/index.js";
import {
  actingAgency,
  actingBody,
  checkStated,
  type WriteDependencies,
  type WriteTransaction,
} from "../../../platform/write/index.js";
import { findFinanceDepartment } from "../budget-allotment/finance-department.repository.js";
import { findUnknownPolicy } from "../fund-policy/fund-policy.repository.js";
import { FundProjectState } from "../fund-project/fund-project.machine.js";
import type { FUND_PROJECTS } from "../fund-project/fund-project.rows.js";
import { nextNumber } from "../payment-order/payment-order.repository.js";
import type { PERFORMANCE_TARGETS } from "../performance/performance.rows.js";
import type { EnterProjectInput } from "./enter-project.input.js";

/** What is inserted. */
export interface NewProject {
  readonly project: Omit<NewOf<typeof FUND_PROJECTS>, "search">;
  readonly targets: readonly NewOf<typeof PERFORMANCE_TARGETS>[];
}

const MOST_TARGETS = 50;

/** Throws BAD_USER_INPUT where something is not said (STATED), days or counts contradict one another (PERIOD, BENEFICIARIES), or weights do not make 100 (WEIGHTS). */
const checkSaid = (input: EnterProjectInput): void => {
  for (const name of ["name", "content", "responsiblePerson", "benefitMechanism", "targets"] as const)
    checkStated(name, input[name]);
  if (input.periodTo < input.periodFrom) throw badInput("periodTo", "PERIOD", "The last day is not before the first.");
  const { households, persons, poorHouseholds } = input.beneficiaries;
  if (persons < households || poorHouseholds > households)
    throw badInput(
      "beneficiaries",
      "BENEFICIARIES",
      "No more households are poor than benefit, nor benefit than persons.",
    );
  const weights = input.performance.reduce((sum, { weight }) => sum + weight, 0);
  if (input.performance.length > MOST_TARGETS || weights !== 100)
    throw badInput("performance", "WEIGHTS", "Weights of at most 50 targets make 100.");
  if (!input.performance.every(({ name, targetValue }) => isStated(name) && isStated(targetValue)))
    throw badInput("performance", "STATED", "Each target has a name and a value.");
};

/**
 * The project. Throws what `checkSaid` throws, BAD_USER_INPUT (POLICY_UNKNOWN), RULE_VIOLATION where the viewer serves no agency (ACTOR), the
 * place is not in their division (PROJECT_ELSEWHERE), or no finance department of its county is known (RECEIVER_UNKNOWN).
 */
export const newProject = async (
  trx: WriteTransaction,
  { viewer }: WriteDependencies,
  input: EnterProjectInput,
  today: LocalDate,
): Promise<NewProject> => {
  const agency = actingAgency(viewer);
  if (agency === undefined) throw new ServiceError("RULE_VIOLATION", "Somebody else does this.", { reason: "ACTOR" });
  checkSaid(input);
  const { site, policyCode } = input;
  const county = site.slice(0, 6);
  const division = actingBody(viewer)?.division;
  if (division === undefined || !site.startsWith(divisionPrefix(division)))
    throw new ServiceError("RULE_VIOLATION", "It is not in your division.", { reason: "PROJECT_ELSEWHERE" });
  if ((await findFinanceDepartment(trx, county)) === undefined)
    throw new ServiceError("RULE_VIOLATION", "Nobody is known to decide it.", { reason: "RECEIVER_UNKNOWN" });
  if ((await findUnknownPolicy(trx, [policyCode])) !== undefined)
    throw badInput("policyCode", "POLICY_UNKNOWN", "There is no such policy.");
  const projectCode = await nextNumber(trx, `XM-${county}-${today.slice(0, 4)}-`, {
    table: "fund_projects",
    column: "project_code",
  });
  const { category, periodFrom, periodTo, responsiblePerson } = input;
  // A project is public, and so is who answers for it; nobody else.
  const shown = (text: string): string => withoutPersons(text, { today, publicNames: [responsiblePerson] });
  return {
    project: {
      ...{ projectCode, category, policyCode, periodFrom, periodTo, responsiblePerson, ...input.beneficiaries },
      ...{ name: shown(input.name), content: shown(input.content), targets: shown(input.targets) },
      benefitMechanism: shown(input.benefitMechanism),
      divisionCode: site,
      villageCode: undefined,
      ownerId: `CN-USCC-${agency}`,
      ...{ contractorId: undefined, procurementMethod: undefined, contractNo: undefined },
      ...{ contractAmount: undefined, contractedOn: undefined, results: undefined },
      ...{ progress: 0, acceptedOn: undefined, acceptance: undefined },
      // The hotline of assistance funds, which every notice names (国开办发〔2018〕11号).
      complaintChannel: "12317",
      state: FundProjectState.IN_LIBRARY,
    },
    targets: input.performance.map((target, place) => ({
      ...{
        dimension: target.dimension,
        name: shown(target.name),
        targetValue: shown(target.targetValue),
        weight: target.weight,
      },
      ...{ id: `PT-${projectCode}-${place + 1}`, projectCode, allotmentNo: undefined, place: place + 1 },
    })),
  };
};
