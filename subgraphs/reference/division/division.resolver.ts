/** Root fields and links of divisions. */
import {
  Arg,
  Ctx,
  FieldResolver,
  Int,
  Query,
  Resolver,
  Root,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { badInput } from "../../../platform/errors/index.js";
import { Cached, DateScalar, DivisionCodeScalar, ListSize } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { Division, DivisionAsOf, DivisionVersion } from "./division.type.js";

@Resolver(() => Division)
export class DivisionResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => Division, {
    nullable: true,
    description: "A division by code, as it is today, in use or no longer; null before its first day (按代码查区划).",
  })
  division(
    @Ctx() { services }: ReferenceContext,
    @Arg("code", () => DivisionCodeScalar, { description: "Six digits; twelve are accepted (区划代码)." }) code: string,
    @Arg("on", () => DateScalar, {
      nullable: true,
      description: "As it was on this day; null where the code was not in use then (日期).",
    })
    on?: string,
  ): Promise<Division | undefined> {
    return on == null ? services.divisions.find(code) : services.divisions.findOn(code, on);
  }

  @SameForAll()
  @Tag("partner")
  @Cached(60)
  @Query(() => [Division], {
    nullable: true,
    description: "Divisions whose name holds the text, at most 100 (按名称查区划).",
  })
  divisions(
    @Ctx() { services }: ReferenceContext,
    @Arg("search", () => String, { description: "Part of the name (名称片段)." }) search: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: 20, description: "How many, 1 to 100 (数量)." })
    first: number,
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

  @FieldResolver(() => [Division], {
    nullable: true,
    description: "Divisions directly below it, at most 100 (下级区划).",
  })
  children(
    @Root() { code }: Division,
    @Ctx() { services }: ReferenceContext,
    @Arg("first", () => Int, { nullable: true, defaultValue: 100, description: "How many, 1 to 100 (数量)." })
    first: number,
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

  @ListSize(100)
  @FieldResolver(() => [Division], {
    nullable: "itemsAndList",
    description: "Divisions that it took the place of, at most 100 (前身区划).",
  })
  predecessors(@Root() { code }: Division, @Ctx() { services }: ReferenceContext): Promise<Division[]> {
    return services.divisions.predecessors(code);
  }

  @FieldResolver(() => [DivisionVersion], {
    nullable: "itemsAndList",
    description: "What the code stood for over time, oldest first (区划沿革).",
  })
  versions(@Root() { code }: Division, @Ctx() { services }: ReferenceContext): Promise<DivisionVersion[]> {
    return services.divisions.versions(code);
  }

  @FieldResolver(() => Division, {
    nullable: true,
    description:
      "The division of the same territory on the day, whatever its code was then; null where history does not say (某日区划).",
  })
  asOf(
    @Root() { code }: Division,
    @Ctx() { services }: ReferenceContext,
    @Arg("on", () => DateScalar, { description: "Day, YYYY-MM-DD (日期)." }) on: string,
  ): Promise<Division | undefined> {
    return services.divisions.asOf(code, on);
  }
}

@Resolver(() => DivisionVersion)
export class DivisionVersionResolver {
  @FieldResolver(() => Division, { nullable: true, description: "Division above it at that time (当时上级区划)." })
  parent(
    @Root() { parentCode }: DivisionVersion,
    @Ctx() { services }: ReferenceContext,
  ): Promise<Division | undefined> | undefined {
    return parentCode === undefined ? undefined : services.divisions.find(parentCode);
  }
}

@Resolver(() => DivisionAsOf)
export class DivisionAsOfResolver {
  @FieldResolver(() => Division, { nullable: true, description: "The division as it was on that day (当日区划)." })
  division(@Root() { asOf }: DivisionAsOf): Division {
    return asOf;
  }
}

const checked = (first: number): number => {
  if (first < 1 || first > 100) throw badInput("first", "PAGE_SIZE", "first is between 1 and 100.");
  return first;
};
