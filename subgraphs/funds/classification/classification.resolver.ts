/** Root field and link of budget codes. */
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { Cached, PageArgs, toConnection, type ConnectionShape } from "../../../platform/graphql/index.js";
import type { FundsContext } from "../context.js";
import { ClassificationKind } from "./classification.enums.js";
import { ClassificationCode, ClassificationCodeConnection } from "./classification.type.js";

@Resolver(() => ClassificationCode)
export class ClassificationResolver {
  @SameForAll()
  @Cached(300)
  @Query(() => ClassificationCodeConnection, {
    nullable: true,
    description: "Budget codes of a year by code; none for a year whose table is not there (政府收支分类科目列表).",
  })
  async classifications(
    @Ctx() { services }: FundsContext,
    @Arg("year", () => Int, { description: "Year of the table (年度)." }) year: number,
    @Arg("kind", () => ClassificationKind, { description: "Classification (科目分类)." }) kind: ClassificationKind,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("under", () => String, { nullable: true, description: "Beginning of the code, 1 to 7 digits (科目编码前缀)." })
    under?: string,
  ): Promise<ConnectionShape<ClassificationCode>> {
    if (under != null && !/^\d{1,7}$/.test(under))
      throw badInput("under", "FUNCTION_CODE", "Codes begin with 1 to 7 digits.");
    return toConnection(await services.classifications.list(year, kind, under ?? undefined, page));
  }

  @FieldResolver(() => ClassificationCode, {
    nullable: true,
    description: "Nearest code above that the table has; absent for a class (上级科目).",
  })
  parent(@Root() code: ClassificationCode, @Ctx() { services }: FundsContext): ClassificationCode | undefined {
    return services.classifications.above(code);
  }
}
