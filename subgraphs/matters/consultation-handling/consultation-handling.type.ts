/** Verbs of consultations by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { Consultation } from "../consultation/consultation.type.js";

/** What a verb of a consultation answers. */
@ObjectType({ description: "The consultation, as the write left it (咨询操作结果)." })
export class ConsultationPayload {
  @Field(() => Consultation, { nullable: true, description: "The consultation (咨询)." })
  consultation?: Consultation;
}

/** A verb of consultations (国办发〔2020〕53号). */
export const consultationVerb = (by: readonly ("OWNER" | "AGENCY")[], description: string): MethodDecorator =>
  Verb(() => ConsultationPayload, { by: [...by], basis: "HOTLINES-2020-53", description });
