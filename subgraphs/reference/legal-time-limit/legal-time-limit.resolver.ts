/** Root fields of the limits of the law. */
import { parseJurisdiction } from "../../../platform/domain/index.js";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
  SameForAll,
  Tag,
} from "../../../platform/graphql/classes/index.js";
import { Cached, type ConnectionShape, DateScalar, PageArgs, toConnection } from "../../../platform/graphql/index.js";
import type { ReferenceContext } from "../context.js";
import { LegalTimeLimit, LegalTimeLimitConnection } from "./legal-time-limit.type.js";

@Resolver(() => LegalTimeLimit)
export class LegalTimeLimitResolver {
  @SameForAll()
  @Tag("partner")
  @Cached(300)
  @Query(() => LegalTimeLimit, { nullable: true, description: "A limit by id (按编号查法定期限)." })
  legalTimeLimit(
    @Ctx() { services }: ReferenceContext,
    @Arg("id", () => ID, { description: "Id, such as L12 (期限编号)." }) id: string,
  ): LegalTimeLimit | undefined {
    return services.legalTimeLimits.find(id);
  }

  @SameForAll()
  @Tag("partner")
  @Cached(300)
  @Query(() => LegalTimeLimitConnection, { nullable: true, description: "Limits of the law, by id (法定期限列表)." })
  legalTimeLimits(
    @Ctx() { services }: ReferenceContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("on", () => DateScalar, { nullable: true, description: "In force on this day (在该日有效)." }) on?: string,
    @Arg("verified", () => Boolean, {
      nullable: true,
      description: "Whether the figure was confirmed in the document (数值是否已核实).",
    })
    verified?: boolean,
    @Arg("jurisdiction", () => String, {
      nullable: true,
      description: "Rules of this division alone; 000000 for those of the nation (适用区划).",
    })
    jurisdiction?: string,
  ): ConnectionShape<LegalTimeLimit> {
    return toConnection(
      services.legalTimeLimits.list(
        {
          on: on ?? undefined,
          verified: verified ?? undefined,
          jurisdiction: jurisdiction == null ? undefined : parseJurisdiction(jurisdiction),
        },
        page,
      ),
    );
  }

  @FieldResolver(() => String, {
    description: "What starts the clock, and what must have happened at its end (起算与终点).",
  })
  trigger(@Root() { texts }: LegalTimeLimit, @Ctx() { language }: ReferenceContext): string {
    return texts.trigger[language];
  }

  @FieldResolver(() => String, { nullable: true, description: "Who may extend it (延长批准人)." })
  extensionApprover(@Root() { texts }: LegalTimeLimit, @Ctx() { language }: ReferenceContext): string | undefined {
    return texts.extension?.approver[language];
  }

  @FieldResolver(() => String, { nullable: true, description: "What to know of it (说明)." })
  note(@Root() { texts }: LegalTimeLimit, @Ctx() { language }: ReferenceContext): string | undefined {
    return texts.note?.[language];
  }
}
