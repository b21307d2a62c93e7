/** How a step changes what of a case is kept whole. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import type { CaseContent } from "../service-case/service-case.js";

/** Where a step of handling begins, the one that goes on ends; else everything stays as it is. */
export const withStep = (
  content: CaseContent,
  { name, today }: { readonly name: string | undefined; readonly today: LocalDate },
): CaseContent =>
  name === undefined
    ? content
    : { ...ended(content, today), steps: [...ended(content, today).steps, { name, startedOn: today }] };

/** The step that goes on ends. */
export const ended = (content: CaseContent, today: LocalDate): CaseContent => ({
  ...content,
  steps: content.steps.map((step) => (step.endedOn === undefined ? { ...step, endedOn: today } : step)),
});
