/** Root field of severity rules. */
import { parseJurisdiction } from "../../../platform/domain/index.js";
import {
  Arg,
  Args,
  Ctx,
  FieldResolver,
  Query,
  Resolver,
  Root,
  SameForAll,
} from "../../../platform/graphql/classes/index.js";
import { Cached, type ConnectionShape, DateScalar, PageArgs, toConnection } from "../../../platform/graphql/index.js";
import type { CreditContext } from "../context.js";
import { Severity } from "../penalty/penalty.enums.js";
import { SeverityRule, SeverityRuleConnection } from "./severity-rule.type.js";

@Resolver(() => SeverityRule)
export class SeverityRuleResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "What of it was read in the document, and what was not (核实情况说明).",
  })
  note(@Root() { notes }: SeverityRule, @Ctx() { language }: CreditContext): string | undefined {
    return notes[language];
  }

  @SameForAll()
  @Cached(300)
  @Query(() => SeverityRuleConnection, {
    nullable: true,
    description:
      "Rules of how grave a breach is and how long it is public, the nation's and regulators' own, by id (失信严重程度与公示期限规则列表).",
  })
  async severityRules(
    @Ctx() { services }: CreditContext,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("on", () => DateScalar, { nullable: true, description: "For decisions of this day (决定日期)." }) on?: string,
    @Arg("severity", () => Severity, { nullable: true, description: "For breaches this grave (失信严重程度)." })
    severity?: Severity,
    @Arg("jurisdiction", () => String, {
      nullable: true,
      description: "Rules of this division alone; 000000 for those of the nation (适用区划).",
    })
    jurisdiction?: string,
    @Arg("verified", () => Boolean, {
      nullable: true,
      description: "Whether they were read in the document (是否已核实).",
    })
    verified?: boolean,
  ): Promise<ConnectionShape<SeverityRule>> {
    return toConnection(
      await services.severityRules.list(
        {
          on: on ?? undefined,
          severity: severity ?? undefined,
          jurisdiction: jurisdiction == null ? undefined : parseJurisdiction(jurisdiction),
          verified: verified ?? undefined,
        },
        page,
      ),
    );
  }
}
