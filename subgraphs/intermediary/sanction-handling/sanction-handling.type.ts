/** Verbs of sanctions by who has them, and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { IntermediarySanction } from "../intermediary-sanction/intermediary-sanction.type.js";

/** What a verb of a sanction answers. */
@ObjectType({ description: "The sanction, as the write left it (惩戒操作结果)." })
export class SanctionPayload {
  @Field(() => IntermediarySanction, { nullable: true, description: "The sanction (中介机构惩戒)." })
  sanction?: IntermediarySanction;
}

const verb =
  (...by: ("OWNER" | "AGENCY" | "SUPERVISOR")[]) =>
  (description: string): MethodDecorator =>
    Verb(() => SanctionPayload, { by, basis: "BUSINESS-ENVIRONMENT-2019-43", description });

/** Verbs of departments. */
export const department = verb("AGENCY");
/** Verbs of who decides: the department, or the supervisor where the firm worked for the department. */
export const decider = verb("AGENCY", "SUPERVISOR");
/** Verbs of supervisors of the division. */
export const supervisor = verb("SUPERVISOR");
/** Verbs of the intermediary. */
export const sanctioned = verb("OWNER");
