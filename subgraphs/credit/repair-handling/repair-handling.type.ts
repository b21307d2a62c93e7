/** Verbs of repair by who has them, whom the record is about or the authority, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { RepairCase } from "../repair-case/repair-case.type.js";

/** What a verb of a repair case answers. */
@ObjectType({ description: "The repair case, as the write left it (信用修复操作结果)." })
export class RepairPayload {
  @Field(() => RepairCase, { nullable: true, description: "The case (信用修复办理)." })
  repairCase?: RepairCase;
}

const BASIS = "CREDIT-REPAIR-2025";

/** Verbs of whom the record is about. */
export const applicant = (description: string): MethodDecorator =>
  Verb(() => RepairPayload, { by: ["OWNER"], basis: BASIS, description });

/** Verbs of the authority. */
export const authority = (description: string): MethodDecorator =>
  Verb(() => RepairPayload, { by: ["AGENCY"], basis: BASIS, description });
