/** Verbs of licences, which the authority has, and what they answer. */
import { Field, ObjectType, Verb, type Closure } from "../../../platform/graphql/classes/index.js";
import { AdministrativeLicence } from "../licence/licence.type.js";

/** Who reads what was done about a licence. */
export const LICENCE_FILE_CLOSURE: Closure = {
  tier: ["OWNER", "AGENCY", "SUPERVISOR"],
  reason: "ENFORCEMENT_FILE",
  basis: "OGI-2019-16",
};

/** What a verb of a licence answers. */
@ObjectType({ description: "The licence, as the write left it (行政许可操作结果)." })
export class LicencePayload {
  @Field(() => AdministrativeLicence, { nullable: true, description: "The licence (行政许可公示)." })
  licence?: AdministrativeLicence;
}

/** Verbs of the authority: officers record, publishers publish and withdraw (行政许可法 第四十条: the public may consult decisions of granting). */
export const authority = (description: string): MethodDecorator =>
  Verb(() => LicencePayload, { by: ["AGENCY"], basis: "LICENSING-2019-40", description });
