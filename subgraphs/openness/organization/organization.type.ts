/** Stub of Organization, owned by reference; openness adds what it publishes. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";
import type { Fined } from "../discretion-benchmark/benchmark-findings.js";
import { DecidedFine } from "../discretion-benchmark/decided-fine.type.js";

/** Stub of an organisation. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An organisation: agency, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;

  /** Owned by reference; the gateway asks for it before `opennessGaps`. */
  @Directive("@external")
  @Field(() => String, { nullable: true, description: "Registered name (机构名称, deptName)." })
  name?: string | null;

  /** Owned by matters; the gateway asks for it before `powerListFindings`. */
  @Directive("@external")
  @Field(() => [ID], { nullable: true, description: "Ids of the matters that it handles (实施的事项编号)." })
  publishedMatterIds?: readonly string[] | null;

  /** Owned by credit; the gateway asks for it before `benchmarkFindings`. */
  @Directive("@external")
  @Field(() => [DecidedFine], {
    nullable: true,
    description: "Its latest fines in publicity (作出的罚款决定).",
  })
  decidedFines?: readonly Fined[] | null;
}
