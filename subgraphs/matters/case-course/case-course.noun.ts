/** How a case goes on to its end (办理过程): what this noun adds to the matters service. */
import { CASE_COMPLETED } from "../../../platform/outbox/index.js";
import type { Noun, ServicesOf } from "../../../platform/subgraph/index.js";
import type { MattersServices } from "../context.js";
import { CaseCourseResolver } from "./case-course.resolver.js";
import { createCaseCourseService } from "./case-course.service.js";

const services = { course: createCaseCourseService };

declare module "../context.js" {
  interface MattersServices extends ServicesOf<typeof services> {}
}

/** Declaration of the noun. */
export const caseCourse: Noun<MattersServices> = {
  resolvers: [CaseCourseResolver],
  services,
  sends: [CASE_COMPLETED],
};
