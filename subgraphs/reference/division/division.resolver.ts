/** Root fields and links of divisions. */
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { badInput } from "../../../platform/errors/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { Division } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @Query(() => Division, { nullable: true, description: "A division by code (按代码查区划)." })
  division(
    @Ctx() { services }: ReferenceContext,
    @Arg("code", () => DivisionCodeScalar, { description: "Six digits; twelve are accepted (区划代码)." }) code: string,
  ): Promise<Division | undefined> {
    return services.divisions.find(code);
  }

  @Query(() => [Division], { description: "Divisions whose name holds the text, at most 100 (按名称查区划)." })
  divisions(
    @Ctx() { services }: ReferenceContext,
    @Arg("search", () => String, { description: "Part of the name (名称片段)." }) search: string,
    @Arg("first", () => Int, { defaultValue: 20, description: "How many, 1 to 100 (数量)." }) first: number,
  ): Promise<Division[]> {
    return services.divisions.search(search, checked(first));
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division above it (上级区划)." })
  parent(
    @Root() { parentCode }: Division,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    return parentCode === undefined ? undefined : services.divisions.find(parentCode);
  }

  @FieldResolver(() => [Division], { description: "Divisions directly below it, at most 100 (下级区划)." })
  children(
    @Root() { code }: Division,
    @Ctx() { services }: ReferenceContext,
    @Arg("first", () => Int, { defaultValue: 100, description: "How many, 1 to 100 (数量)." }) first: number,
  ): Promise<Division[]> {
    return services.divisions.children(code, checked(first));
  }

  @FieldResolver(() => Division, { nullable: true, description: "Division that took its place (被替代为)." })
  replacedBy(
    @Root() { replacedByCode }: Division,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    return replacedByCode === undefined ? undefined : services.divisions.find(replacedByCode);
  }
}

const checked = (first: number): number => {
  if (first < 1 || first > 100) throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
  return first;
};
