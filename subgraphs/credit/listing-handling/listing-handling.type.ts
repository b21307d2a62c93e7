/** Verbs of listing by who has them, the authority or the body, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { ListingCase } from "../listing-case/listing-case.type.js";

/** What a verb of a case of listing answers. */
@ObjectType({ description: "The case of listing, as the write left it (列入名单操作结果)." })
export class ListingPayload {
  @Field(() => ListingCase, { nullable: true, description: "The case (列入名单办理)." })
  listingCase?: ListingCase;
}

const BASIS = "CREDIT-GUIDELINE-2020-49";

/** Verbs of the authority. */
export const authority = (description: string): MethodDecorator =>
  Verb(() => ListingPayload, { by: ["AGENCY"], basis: BASIS, description });

/** Verbs of the body. */
export const body = (description: string): MethodDecorator =>
  Verb(() => ListingPayload, { by: ["OWNER"], basis: BASIS, description });
