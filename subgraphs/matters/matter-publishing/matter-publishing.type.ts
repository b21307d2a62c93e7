/** Verbs by which a matter is published, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { MatterDraft } from "../matter-draft/matter-draft.type.js";

/** What a verb of a draft answers. */
@ObjectType({ description: "The draft, as the write left it (事项草稿操作结果)." })
export class MatterDraftPayload {
  @Field(() => MatterDraft, { nullable: true, description: "The draft (草稿)." })
  matterDraft?: MatterDraft;
}

/** A verb of drafts of matters: whoever handles matters tells on what, how and with what result (政府信息公开条例 第二十条第五项). */
export const draftVerb = (description: string): MethodDecorator =>
  Verb(() => MatterDraftPayload, { by: ["AGENCY"], basis: "OGI-2019-20", description });
