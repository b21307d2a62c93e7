/** Verbs of finance departments and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";

/** What a verb of an allotment answers. */
@ObjectType({ description: "The allotment, as the write left it (指标操作结果)." })
export class AllotmentPayload {
  @Field(() => BudgetAllotment, { nullable: true, description: "The allotment (预算指标)." })
  allotment?: BudgetAllotment;
}

/** Verbs of finance departments, with the article of 预算法 that gives it to them. */
export const finance = (article: 42 | 52 | 57 | 71 | 74, description: string): MethodDecorator =>
  Verb(() => AllotmentPayload, { by: ["AGENCY"], basis: `BUDGET-2018-${article}`, description });
