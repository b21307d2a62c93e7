/** Root field and links of ratings, and what ratings add to matters. */
import {
  Arg,
  Args,
  Closed,
  Ctx,
  FieldResolver,
  Float,
  ID,
  Query,
  Resolver,
  Root,
} from "../../../platform/graphql/classes/index.js";
import { ExchangeArgs } from "../../../platform/export/exchange-args.js";
import { ExchangeRowConnection, type ExchangeRow } from "../../../platform/export/exchange-row.type.js";
import { PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { MattersContext } from "../context.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { Organization } from "../organization/organization.type.js";
import { ServiceCase } from "../service-case/service-case.type.js";
import { ServiceRating, ServiceRatingConnection } from "./service-rating.type.js";

@Resolver(() => ServiceRating)
export class ServiceRatingResolver {
  @Query(() => ServiceRating, { nullable: true, description: "A rating by id (按编号查评价)." })
  serviceRating(
    @Ctx() { services }: MattersContext,
    @Arg("id", () => ID, { description: "Id (评价编号)." }) id: string,
  ): Promise<ServiceRating | undefined> {
    return services.ratings.find(id);
  }

  @Query(() => ExchangeRowConnection, {
    nullable: true,
    description:
      "Rows of the exchange table of ratings as everybody may read them, by id; `npm run import -- ratings` loads a file of them back (政务服务评价信息交换表).",
  })
  async ratingExchangeRows(
    @Ctx() { services }: MattersContext,
    @Args(() => ExchangeArgs) { division, agency, ...page }: ExchangeArgs,
  ): Promise<ConnectionShape<ExchangeRow>> {
    const scope = { ...(division == null ? {} : { division }), ...(agency == null ? {} : { agency }) };
    return toConnection(await services.ratings.listExchangeRows(scope, page));
  }

  @FieldResolver(() => ServiceMatter, { nullable: true, description: "Matter that was rated (事项)." })
  matter(@Root() { matterId }: ServiceRating, @Ctx() { services }: MattersContext): Promise<ServiceMatter | undefined> {
    return services.matters.find(matterId);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Agency that was rated (被评价部门)." })
  dept(@Root() { deptId }: ServiceRating): Organization {
    return { id: deptId };
  }

  // Not for the agency: through the case it would learn who rated it.
  @Closed({ tier: ["OWNER", "SUPERVISOR"], reason: "PERSONAL_PRIVACY", basis: "OGI-2019-15" })
  @FieldResolver(() => ServiceCase, { nullable: true, description: "Case that was rated (办件)." })
  case(@Root() { caseNo }: ServiceRating, @Ctx() { services }: MattersContext): Promise<ServiceCase | undefined> {
    return services.cases.find(caseNo);
  }
}

/** What ratings add to matters. */
@Resolver(() => ServiceMatter)
export class MatterRatingsResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: "Average of its ratings' stars, defaults left out (平均满意度).",
  })
  ratingAverage(@Root() { id }: ServiceMatter, @Ctx() { services }: MattersContext): Promise<number | undefined> {
    return services.ratings.average(id);
  }

  @FieldResolver(() => ServiceRatingConnection, { nullable: true, description: "Ratings, newest first (评价)." })
  async ratings(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<ServiceRating>> {
    return toConnection(await services.ratings.listOfMatter(id, { bad: false }, page));
  }

  @FieldResolver(() => ServiceRatingConnection, {
    nullable: true,
    description: "Bad ratings, of one or two stars, newest first (差评).",
  })
  async badRatings(
    @Root() { id }: ServiceMatter,
    @Ctx() { services }: MattersContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<ServiceRating>> {
    return toConnection(await services.ratings.listOfMatter(id, { bad: true }, page));
  }
}
