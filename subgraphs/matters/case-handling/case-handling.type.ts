/** Verbs of cases by who has them, the applicant or the handling agency, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { ServiceCase } from "../service-case/service-case.type.js";

/** What a verb of a case answers. */
@ObjectType({ description: "The case, as the write left it (办件操作结果)." })
export class CasePayload {
  @Field(() => ServiceCase, { nullable: true, description: "The case (办件)." })
  case?: ServiceCase;
}

/** The applicant's verbs (行政许可法 第二十九条). */
export const applicant = (description: string): MethodDecorator =>
  Verb(() => CasePayload, { by: ["OWNER"], basis: "LICENSING-2019-29", description });

/** Verbs of the handling agency, with the id of the law that gives it to them. */
export const agency = (basis: string, description: string): MethodDecorator =>
  Verb(() => CasePayload, { by: ["AGENCY"], basis, description });
