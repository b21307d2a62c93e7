/** Verbs of projects by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { IntermediaryProcurement } from "../intermediary-procurement/intermediary-procurement.type.js";

/** What a verb of a project answers. */
@ObjectType({ description: "The project, as the write left it (采购项目操作结果)." })
export class ProcurementPayload {
  @Field(() => IntermediaryProcurement, { nullable: true, description: "The project (采购项目)." })
  procurement?: IntermediaryProcurement;
}

/** Law by which services of the market are commissioned (优化营商环境条例 第四十三条). */
const MARKET = "BUSINESS-ENVIRONMENT-2019-43";

/** Verbs of owners, which are bodies or agencies, and of departments. */
export const party = (description: string): MethodDecorator =>
  Verb(() => ProcurementPayload, { by: ["OWNER", "AGENCY"], basis: MARKET, description });

/** Verbs of who decides between others: the department, or the supervisor where the department is a party. */
export const judge = (description: string): MethodDecorator =>
  Verb(() => ProcurementPayload, { by: ["AGENCY", "SUPERVISOR"], basis: MARKET, description });

/** Verbs of firms. */
export const firm = (description: string): MethodDecorator =>
  Verb(() => ProcurementPayload, { by: ["OWNER"], basis: MARKET, description });
