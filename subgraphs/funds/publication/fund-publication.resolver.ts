/** Links and computed facts of publications. */
import { Ctx, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { Deadline, MoneyScalar } from "../../../platform/graphql/index.js";
import { BudgetAllotment } from "../budget-allotment/budget-allotment.type.js";
import type { FundsContext } from "../context.js";
import { Division } from "../division/division.type.js";
import { FundProject } from "../fund-project/fund-project.type.js";
import { VillageRoster } from "../subsidy/village-roster.type.js";
import { FundPublication } from "./fund-publication.type.js";

@Resolver(() => FundPublication)
export class FundPublicationResolver {
  @FieldResolver(() => Division, { nullable: true, description: "Where it is posted: county or township (发布区划)." })
  division(@Root() { divisionCode }: FundPublication): Division {
    return { code: divisionCode };
  }

  @FieldResolver(() => MoneyScalar, {
    nullable: true,
    description:
      "Amount that it names, equal to the book; that of a batch of one to four is told while it is posted alone (公示金额, B9).",
  })
  amount(@Root() publication: FundPublication, @Ctx() { services }: FundsContext): Promise<bigint | undefined> {
    return services.publications.amount(publication);
  }

  @FieldResolver(() => Boolean, { description: "True while it is posted (是否在公示期)." })
  isOpen(@Root() publication: FundPublication, @Ctx() { services }: FundsContext): boolean {
    return services.publications.isOpen(publication);
  }

  @FieldResolver(() => Deadline, {
    nullable: true,
    description: "Limit for the public notice of a result, 15 working days after the decision (公告期限, L20).",
  })
  deadline(@Root() publication: FundPublication, @Ctx() { services }: FundsContext): Deadline | undefined {
    return services.publications.deadline(publication);
  }

  @FieldResolver(() => BudgetAllotment, { nullable: true, description: "Allotment that it is about (相关指标)." })
  allotment(
    @Root() { allotmentNo }: FundPublication,
    @Ctx() { services }: FundsContext,
  ): Promise<BudgetAllotment | undefined> | undefined {
    return allotmentNo === undefined ? undefined : services.budgetAllotments.find(allotmentNo);
  }

  @FieldResolver(() => FundProject, { nullable: true, description: "Project that it is about (相关项目)." })
  project(
    @Root() { projectCode }: FundPublication,
    @Ctx() { services }: FundsContext,
  ): Promise<FundProject | undefined> | undefined {
    return projectCode === undefined ? undefined : services.fundProjects.find(projectCode);
  }

  @FieldResolver(() => VillageRoster, {
    nullable: true,
    description: "The roster that it shows, while it is posted; nothing afterwards (公示花名册).",
  })
  roster(
    @Root() { batchNo }: FundPublication,
    @Ctx() { services }: FundsContext,
  ): Promise<VillageRoster | undefined> | undefined {
    return batchNo === undefined ? undefined : services.subsidies.rosterOfBatch(batchNo);
  }
}
