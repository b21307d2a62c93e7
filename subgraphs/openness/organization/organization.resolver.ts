/** What openness adds to organisations. */
import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from "../../../platform/graphql/classes/index.js";
import {
  ListSize,
  NeverCached,
  PageArgs,
  toConnection,
  type ConnectionShape,
} from "../../../platform/graphql/index.js";
import type { OpennessContext } from "../context.js";
import { DecisionConnection, type Decision } from "../decision/decision.type.js";
import { OpennessGap } from "../openness-standard/openness-standard.type.js";
import { PublicDocumentConnection, type PublicDocument } from "../public-document/public-document.type.js";
import { Organization } from "./organization.type.js";

@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => PublicDocumentConnection, {
    nullable: true,
    description: "Documents that it issued, the latest first (发布的文件).",
  })
  async documents(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<PublicDocument>> {
    return toConnection(await services.publicDocuments.listOfIssuer(id, page));
  }
  @FieldResolver(() => DecisionConnection, {
    nullable: true,
    description: "Major decisions that it prepares, the one last taken up first (承办的重大行政决策).",
  })
  async decisions(
    @Root() { id }: Organization,
    @Ctx() { services }: OpennessContext,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<ConnectionShape<Decision>> {
    return toConnection(await services.decisions.listOfOrganiser(id, page));
  }

  @Directive('@requires(fields: "name")')
  @NeverCached()
  @ListSize(100)
  @FieldResolver(() => [OpennessGap], {
    nullable: true,
    description:
      "What it owes by each standard that names it, of what it made in the quarter, by code, at most 100 (公开缺口).",
  })
  opennessGaps(
    @Root() body: Organization,
    @Ctx() { services }: OpennessContext,
    @Arg("quarter", () => String, {
      nullable: true,
      description: "A quarter that has begun, such as 2026Q3; that of today where none is named (季度).",
    })
    quarter?: string | null,
  ): Promise<OpennessGap[]> {
    return services.opennessStandards.gaps(body, quarter ?? undefined);
  }
}
