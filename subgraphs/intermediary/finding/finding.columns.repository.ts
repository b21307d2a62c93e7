/** SQL that the rules share: the columns of what they find, and what is in force on the day. */
import { Ground, type FindingRule } from "./finding.enums.js";

/** Listed on the day: kept, and within its days. */
export const listed = (alias: string): string =>
  `${alias}.list_state = 'KEPT' and (${alias}.effective_from is null or ${alias}.effective_from <= :today) and (${alias}.effective_to is null or ${alias}.effective_to >= :today)`;

/** A relation that lasts on the day. */
export const lasting = (alias: string): string =>
  `(${alias}.valid_from is null or ${alias}.valid_from <= :today) and (${alias}.valid_to is null or ${alias}.valid_to >= :today)`;

/** Expressions of a rule; what is left out is null. */
interface Columns {
  readonly rule: FindingRule;
  readonly key: string;
  readonly division: string;
  readonly detail: string;
  readonly service?: string;
  readonly otherService?: string;
  readonly matter?: string;
  readonly intermediary?: string;
  readonly dept?: string;
  readonly project?: string;
  readonly basis?: string;
  /** @default everybody's */
  readonly ground?: string;
  /** The weightiest ground has the least number; equal ones follow by `tie`. */
  readonly weight?: string;
  readonly tie?: string;
  readonly bidder?: string;
  readonly owner?: string;
  readonly department?: string;
  readonly sanction?: string;
  readonly submitted?: string;
}

/** The columns of a rule's findings. */
export const columns = (
  values: Columns,
): string => `select '${values.rule}' as rule, '${values.rule}:' || ${values.key} as finding_id,
  ${values.weight ?? "0"} as weight, ${values.tie ?? "''"} as tie, ${values.ground ?? `'${Ground.PUBLIC}'`} as ground, ${values.detail} as detail,
  ${values.division} as division_code, ${values.service ?? "null"} as service_code, ${values.otherService ?? "null"} as other_service_code,
  ${values.matter ?? "null"} as matter_id, ${values.intermediary ?? "null"} as intermediary_id, ${values.dept ?? "null"} as dept_id,
  ${values.project ?? "null"} as project_no, ${values.basis ?? "null"} as basis_id, ${values.bidder ?? "null"} as bidder_uscc,
  ${values.owner ?? "null"} as owner_uscc, ${values.department ?? "null"} as department_uscc, ${values.sanction ?? "null"} as sanction_id,
  ${values.submitted ?? "null::date"} as submitted_on`;
