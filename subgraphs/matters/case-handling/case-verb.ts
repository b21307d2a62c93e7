/** Verbs of cases by who has them: the applicant, or the handling agency. */
import { Verb } from "../../../platform/graphql/classes/index.js";
import { CasePayload } from "./case-handling.type.js";

/** The applicant's verbs (行政许可法 第二十九条). */
export const applicant = (description: string): MethodDecorator =>
  Verb(() => CasePayload, { by: ["OWNER"], basis: "LICENSING-2019-29", description });

/** Verbs of the handling agency, with the id of the law that gives it to them. */
export const agency = (basis: string, description: string): MethodDecorator =>
  Verb(() => CasePayload, { by: ["AGENCY"], basis, description });
