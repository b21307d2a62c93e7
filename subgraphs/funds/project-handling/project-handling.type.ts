/** Verbs of projects and what they answer. */
import { Field, ObjectType, Verb } from "../../../platform/graphql/classes/index.js";
import { FundProject } from "../fund-project/fund-project.type.js";

/** What a verb of a project answers. */
@ObjectType({ description: "The project, as the write left it (项目操作结果)." })
export class FundProjectPayload {
  @Field(() => FundProject, { nullable: true, description: "The project (资金项目)." })
  project?: FundProject;
}

const verb = (by: ("AGENCY" | "SUPERVISOR")[], description: string): MethodDecorator =>
  Verb(() => FundProjectPayload, { by, basis: "ASSISTANCE-NOTICES-2018", description });

/** Verbs of units and finance departments. */
export const onProject = (description: string): MethodDecorator => verb(["AGENCY"], description);

/** Decisions: of finance departments, and of the supervisor where the department carries a project out itself. */
export const onDecision = (description: string): MethodDecorator => verb(["AGENCY", "SUPERVISOR"], description);
