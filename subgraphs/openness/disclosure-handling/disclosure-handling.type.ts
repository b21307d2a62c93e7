/** Verbs of requests for information by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { DisclosureRequest } from "../disclosure-request/disclosure-request.type.js";

/** What a verb of a request answers. */
@ObjectType({ description: "The request, as the write left it (申请办理结果)." })
export class DisclosureRequestPayload {
  @Field(() => DisclosureRequest, { nullable: true, description: "The request (政府信息公开申请)." })
  disclosureRequest?: DisclosureRequest;
}

/** A verb that an article of 政府信息公开条例 gives to the applicant. */
export const applicant = (article: string, description: string): MethodDecorator =>
  Verb(() => DisclosureRequestPayload, { by: ["OWNER"], basis: `OGI-2019-${article}`, description });

/** A verb that it gives to the agency. */
export const agency = (article: string, description: string): MethodDecorator =>
  Verb(() => DisclosureRequestPayload, { by: ["AGENCY"], basis: `OGI-2019-${article}`, description });
