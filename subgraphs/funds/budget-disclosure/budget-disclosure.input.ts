/** What lists of budgets and final accounts can be asked for. */
import { Field, InputType, Int } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import { BudgetDisclosureKind } from "./budget-disclosure.enums.js";

/** Filter of disclosures. */
@InputType({ description: "Which budgets and final accounts (预决算筛选)." })
export class BudgetDisclosureFilter {
  @Field(() => Int, { nullable: true, description: "Fiscal year (年度)." })
  year?: number;

  @Field(() => BudgetDisclosureKind, { nullable: true, description: "Budget or final accounts (预算或决算)." })
  kind?: BudgetDisclosureKind;

  @Field(() => DivisionCodeScalar, { nullable: true, description: "Of units in this division or below it (行政区划)." })
  division?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: "Published too late, or still not published and too late by now; false for the others (是否逾期公开).",
  })
  publishedLate?: boolean;
}
