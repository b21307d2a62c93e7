/** Verbs of ratings by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { ServiceRating } from "../service-rating/service-rating.type.js";

/** What a verb of a rating answers. */
@ObjectType({ description: "The rating, as the write left it (评价操作结果)." })
export class RatingPayload {
  @Field(() => ServiceRating, { nullable: true, description: "The rating (评价)." })
  rating?: ServiceRating;
}

/** A verb of ratings (国办发〔2019〕51号). */
export const ratingVerb = (by: "OWNER" | "AGENCY" | "SUPERVISOR", description: string): MethodDecorator =>
  Verb(() => RatingPayload, { by: [by], basis: "RATINGS-2019-51", description });
