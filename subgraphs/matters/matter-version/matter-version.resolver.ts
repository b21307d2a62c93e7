/** Version differences on matters. */
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import type { MattersContext } from "../context.js";
import { ServiceMatter } from "../matter/matter.type.js";
import { VersionDifference } from "./matter-version.type.js";

@Resolver(() => ServiceMatter)
export class MatterVersionResolver {
  @FieldResolver(() => VersionDifference, {
    nullable: true,
    description:
      "What changed between two versions; null where one of them does not exist or is not public (版本差异).",
  })
  versionDifference(
    @Root() matter: ServiceMatter,
    @Ctx() { services }: MattersContext,
    @Arg("from", () => Int, { description: "Older version (原版本)." }) from: number,
    @Arg("to", () => Int, { description: "Newer version (新版本)." }) to: number,
  ): Promise<VersionDifference | undefined> {
    return services.versions.compare(matter, from, to);
  }
}
