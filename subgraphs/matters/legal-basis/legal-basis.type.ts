/** Stub of LegalBasis, owned by reference. */
import { Directive, Field, ID, ObjectType, SameForAll } from "../../../platform/graphql/classes/index.js";

/** A legal basis, by its key. */
@Directive('@key(fields: "id")')
@SameForAll()
@ObjectType({ description: "An article of a law or document on which something rests (设定依据, byLaw)." })
export class LegalBasis {
  @Field(() => ID, { description: "Id (依据编号)." })
  id: string;
}
