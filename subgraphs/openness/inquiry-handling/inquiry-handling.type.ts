/** Verbs of inquiries by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { Inquiry } from "../inquiry/inquiry.type.js";

/** What a verb of an inquiry answers. */
@ObjectType({ description: "The inquiry, as the write left it (诉求办理结果)." })
export class InquiryPayload {
  @Field(() => Inquiry, { nullable: true, description: "The inquiry (群众诉求)." })
  inquiry?: Inquiry;
}

const basis = "HOTLINES-2020-53";

/** A verb of the asker. */
export const asker = (description: string): MethodDecorator =>
  Verb(() => InquiryPayload, { by: ["OWNER"], basis, description });

/** A verb of the body on whose desk it lies. */
export const body = (description: string): MethodDecorator =>
  Verb(() => InquiryPayload, { by: ["AGENCY"], basis, description });

/** A verb of both. */
export const either = (description: string): MethodDecorator =>
  Verb(() => InquiryPayload, { by: ["OWNER", "AGENCY"], basis, description });
