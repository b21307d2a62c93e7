/** Verbs of objections by who has them, whom the record is about or the authority, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { Objection } from "../objection/objection.type.js";

/** What a verb of an objection answers. */
@ObjectType({ description: "The objection, as the write left it (异议操作结果)." })
export class ObjectionPayload {
  @Field(() => Objection, { nullable: true, description: "The objection (信用信息异议)." })
  objection?: Objection;
}

const BASIS = "OGI-2019-41";

/** Verbs of whom the record is about. */
export const objector = (description: string): MethodDecorator =>
  Verb(() => ObjectionPayload, { by: ["OWNER"], basis: BASIS, description });

/** Verbs of the record's authority. */
export const authority = (description: string): MethodDecorator =>
  Verb(() => ObjectionPayload, { by: ["AGENCY"], basis: BASIS, description });
