/** Stub of LegalBasis, owned by reference; openness adds the document that issued it. */
import { Directive, Field, ID, ObjectType } from "../../../platform/graphql/classes/index.js";

/** A legal basis, by its key. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "An article of a law or document on which something rests (设定依据, byLaw)." })
export class LegalBasis {
  @Field(() => ID, { description: "Id (依据编号)." })
  id: string;

  /** Owned by reference; the gateway asks for it before `document`. */
  @Directive("@external")
  @Field(() => String, { nullable: true, description: "Number of the order or document that issued it (文号)." })
  docNo?: string | null;

  /** As `docNo`. */
  @Directive("@external")
  @Field(() => String, { nullable: true, description: "Name of the law (法律法规名称)." })
  lawName?: string | null;
}
