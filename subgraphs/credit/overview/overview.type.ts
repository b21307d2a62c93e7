/** CreditOverview: how many records the asking viewer would get (信用概要). */
import { Field, Int, ObjectType } from "../../../platform/graphql/classes/index.js";

/** Counts of an organisation's records. */
@ObjectType({ description: "How many records of each kind the asking viewer would get (信用概要, invariant C5)." })
export class CreditOverview {
  @Field(() => Int, { description: "Licences (行政许可数)." })
  licences: number;

  @Field(() => Int, { description: "Penalties (行政处罚数)." })
  penalties: number;

  @Field(() => Int, { description: "List entries (名单记录数)." })
  listEntries: number;

  @Field(() => Int, { description: "Commitments (信用承诺数)." })
  commitments: number;
}
