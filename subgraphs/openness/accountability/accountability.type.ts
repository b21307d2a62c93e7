/** AccountabilityDecision: for what a unit answered, and how; the persons are told to supervisors alone (问责情况). */
import { Closed, Directive, Field, ID, ObjectType, OwnedRecord } from "../../../platform/graphql/classes/index.js";
import { DateScalar, ListSize, createConnectionType } from "../../../platform/graphql/index.js";

/** A decision. Public from its publication on, but for the persons. */
@Directive('@key(fields: "id")')
@OwnedRecord({ agency: "organUscc", division: "divisionCode" })
@ObjectType({ description: "A decision by which a unit answers for what was not done (问责情况)." })
export class AccountabilityDecision {
  @Field(() => ID, { description: "Id (问责编号)." })
  id: string;

  @Field(() => String, { nullable: true, description: "What was not done, or done wrongly (问责事由)." })
  fact: string;

  @Field(() => String, { nullable: true, description: "What was decided, without names (问责决定)." })
  decision: string;

  @Field(() => DateScalar, { nullable: true, description: "Day of the decision (问责日期)." })
  decidedOn: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "Day of publication; absent while the unit and its supervisors alone know of it (公开日期).",
  })
  publishedOn?: string;

  @Closed({ tier: ["SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @ListSize(20)
  @Field(() => [String], { nullable: true, description: "Who answers, with post and name, at most 20 (被问责人员)." })
  persons: string[];

  findingId?: string;
  organId: string;
  organUscc: string;
  divisionCode: string;
}

/** A page of decisions. */
export const AccountabilityDecisionConnection = createConnectionType(
  "AccountabilityDecision",
  () => AccountabilityDecision,
  "问责情况",
);
