/** How a step changes what of a case is kept whole. Pure. */
import type { LocalDate } from "../../../platform/domain/index.js";
import { isStated } from "../../../platform/machine/index.js";
import { withVerification } from "./case-commitment.js";
import type { CaseContent, CaseResult } from "../service-case/service-case.js";

/** Where a step of handling begins, the one that goes on ends; else everything stays as it is. */
export const withStep = (
  content: CaseContent,
  { name, today }: { readonly name: string | undefined; readonly today: LocalDate },
): CaseContent =>
  name === undefined
    ? content
    : { ...ended(content, today), steps: [...ended(content, today).steps, { name, startedOn: today }] };

/** The content once it is decided. A name of the result that says nothing is none: a licence would have it. */
export const decided = (
  content: CaseContent,
  result: CaseResult,
  resultName: string | null | undefined,
  today: LocalDate,
): CaseContent =>
  withVerification(
    {
      ...content,
      result: {
        ...result,
        decidedOn: today,
        ...(isStated(resultName ?? undefined) ? { resultName: resultName!.trim() } : {}),
      },
    },
    today,
  );

/** The step that goes on ends. */
export const ended = (content: CaseContent, today: LocalDate): CaseContent => ({
  ...content,
  steps: content.steps.map((step) => (step.endedOn === undefined ? { ...step, endedOn: today } : step)),
});
