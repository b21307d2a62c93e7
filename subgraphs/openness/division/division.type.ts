/** Stub of Division, owned by reference; openness adds what is asked of the public there. */
import { Directive, Field, ObjectType } from "../../../platform/graphql/classes/index.js";
import { DivisionCodeScalar } from "../../../platform/graphql/index.js";

/** A division, by its key. */
@Directive('@key(fields: "code")')
@ObjectType({ description: "An administrative division (行政区划)." })
export class Division {
  @Field(() => DivisionCodeScalar, { description: "Six digits, nine for townships (区划代码)." })
  code: string;
}
