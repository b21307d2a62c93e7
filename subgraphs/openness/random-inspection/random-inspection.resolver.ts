/** Root fields of random inspections, and what was drawn for them. */
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import { ListSize, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { StaffCertificate } from "../enforcement-body/enforcement-body.type.js";
import { Organization } from "../organization/organization.type.js";
import { RandomInspectionFilter } from "./random-inspection.input.js";
import type { ShownInspection } from "./random-inspection.service.js";
import {
  InspectedObject,
  InspectionDraw,
  RandomInspection,
  RandomInspectionConnection,
} from "./random-inspection.type.js";

@Resolver(() => RandomInspection)
export class RandomInspectionResolver {
  @Query(() => RandomInspection, { nullable: true, description: "A random inspection by number (按编号查双随机抽查)." })
  randomInspection(
    @Ctx() { services }: OpennessContext,
    @Arg("no", () => ID, { description: "Number (抽查计划编号)." }) no: string,
  ): Promise<RandomInspection | undefined> {
    return services.randomInspections.find(no);
  }

  @Query(() => RandomInspectionConnection, {
    nullable: true,
    description: "Random inspections, the one planned last first (双随机抽查列表).",
  })
  async randomInspections(
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => RandomInspectionFilter, { nullable: true, description: "Which (筛选)." })
    filter?: RandomInspectionFilter,
  ): Promise<ConnectionShape<RandomInspection>> {
    return toConnection(await services.randomInspections.list(filter ?? {}, page));
  }

  @FieldResolver(() => Organization, { nullable: true, description: "Body that inspects (抽查单位)." })
  organ(@Root() { organId }: RandomInspection): Organization {
    return { id: organId };
  }

  @FieldResolver(() => InspectionDraw, {
    nullable: true,
    description:
      "What is needed to recompute the draw, once the results are published; before, for its body and supervisors (抽取验证信息).",
  })
  draw(@Root() inspection: ShownInspection, @Ctx() { services }: OpennessContext): Promise<InspectionDraw | undefined> {
    return services.randomInspections.draw(inspection);
  }

  @ListSize(200)
  @FieldResolver(() => [InspectedObject], {
    nullable: true,
    description:
      "Enterprises that were drawn, in the order of the draw, at most 200; absent before the results are published but for its body and supervisors (抽查结果).",
  })
  async results(
    @Root() { no, readsDraw }: ShownInspection,
    @Ctx() { services }: OpennessContext,
  ): Promise<InspectedObject[] | undefined> {
    return readsDraw ? (await services.randomInspections.objects(no)).slice(0, 200) : undefined;
  }
}

@Resolver(() => InspectedObject)
export class InspectedObjectResolver {
  @FieldResolver(() => Organization, { nullable: true, description: "The enterprise (检查对象)." })
  object(@Root() { objectId }: InspectedObject): Organization {
    return { id: objectId };
  }

  @FieldResolver(() => [StaffCertificate], {
    nullable: "itemsAndList",
    description: "Certificates of those who inspected it (检查人员证件).",
  })
  certificates(
    @Root() { inspectors }: InspectedObject,
    @Ctx() { services }: OpennessContext,
  ): Promise<(StaffCertificate | undefined)[]> {
    return Promise.all(inspectors.map((number) => services.enforcementBodies.findCertificate(number)));
  }
}
