/** Stub of Organization, owned by reference; intermediary adds what it provides. */
import { Directive, Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";
import { DateScalar } from "../../../platform/graphql/index.js";

/** An organisation, by its key. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An organisation: intermediary, institution, enterprise and so on (机构/主体)." })
export class Organization {
  @SameForAll()
  @Field(() => ID, { description: "Id that never changes (机构编号)." })
  id: string;

  /** Owned by credit; the gateway asks for it before `creditGate` and composites. */
  @Directive("@external")
  @Field(() => Boolean, {
    nullable: true,
    description: "True where it stands on a list of the seriously dishonest (是否在严重失信主体名单).",
  })
  onSeriousList?: boolean | null;

  /** Owned by credit; the gateway asks for it before composites. */
  @Directive("@external")
  @Field(() => DateScalar, {
    nullable: true,
    description: "First day of the oldest serious entry that stands (列入严重失信主体名单起始日期).",
  })
  seriousListSince?: string | null;
}
