/** IntermediaryFinding: a broken rule of intermediary services, found in the data when figures were last computed (规范性问题; docs/reference/rules.md#intermediary-services). */
import { Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DateScalar, createConnectionType } from "../../../platform/graphql/index.js";
import { FindingRule } from "./finding.enums.js";

/** A finding. Links are resolved from its keys. */
@ObjectType({ description: "A broken rule of intermediary services, with what it is about (规范性问题)." })
export class IntermediaryFinding {
  @Field(() => ID, { description: "Id: the rule and the keys of what it is about (问题编号)." })
  id: string;

  @Field(() => FindingRule, { description: "Rule (规则)." })
  rule: FindingRule;

  @Field(() => DateScalar, {
    description: "Day for which the rules were checked; records of later days are not in it (检查日期).",
  })
  foundOn: string;

  /** What the rule found, in codes: made into a sentence for the reader. */
  detail: string;
  divisionCode?: string;
  serviceCode?: string;
  otherServiceCode?: string;
  matterId?: string;
  intermediaryId?: string;
  deptId?: string;
  projectNo?: string;
  legalBasisId?: string;
}

/** A page of findings. */
export const IntermediaryFindingConnection = createConnectionType(
  "IntermediaryFinding",
  () => IntermediaryFinding,
  "规范性问题",
);
