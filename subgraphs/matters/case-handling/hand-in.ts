/** Steps by which an applicant hands something in: a draft is edited or submitted, what was missing or promised is added. */
import { badInput } from "../../../platform/errors/index.js";
import type { AttachContext } from "../../../platform/files/attached/index.js";
import { isStated } from "../../../platform/machine/index.js";
import type { NewOf } from "../../../platform/database/index.js";
import type { WriteTransaction } from "../../../platform/write/index.js";
import { checkStated } from "../../../platform/write/index.js";
import type { ServiceMatter } from "../matter/matter.js";
import type { SERVICE_CASES } from "../service-case/service-case.rows.js";
import type { CaseContent } from "../service-case/service-case.js";
import { dropFiles, takeIn } from "./case-files.js";
import type { CaseMaterialInput, DraftCaseInput, EditCaseInput, SubmitCaseInput } from "./case-handling.input.js";
import { commitmentFacts, commitmentTo } from "./case-commitment.js";
import { askedForBy, brokeCommitment } from "./case-handling.repository.js";
import { checkCount, checkNames, checkPromised, checkSituations, missingMaterials } from "./case-materials.js";
import type { CaseStepAsked, LockedCase } from "./case-step.js";
import { NOTHING_HANDED_IN } from "./new-case.js";

/** Throws BAD_USER_INPUT for a name that says nothing, more materials than a case may have, and what the matter has not. */
export const checkDraft = (
  { applicantName, projectName, materials, situationIds }: DraftCaseInput,
  matter: ServiceMatter,
): void => {
  checkSaid({ applicantName, ...(projectName == null ? {} : { projectName }) });
  const asked = { materials: matter.allMaterials, conditions: matter.conditions };
  checkCount((materials ?? []).length);
  checkNames(
    (materials ?? []).map(({ name }) => name),
    asked,
  );
  checkSituations(situationIds ?? [], asked);
};

/** What a draft that was just inserted holds. Throws what `takeIn` throws. */
export const draftContent = async (
  trx: WriteTransaction,
  caseNo: string,
  { materials, situationIds }: DraftCaseInput,
  context: AttachContext,
): Promise<CaseContent> => ({
  ...NOTHING_HANDED_IN,
  materials: await takeIn(trx, { caseNo, given: materials ?? [], held: [] }, context),
  ...(situationIds == null ? {} : { situationIds: [...new Set(situationIds)] }),
});

/** What every application says, and what it need not say. */
const SAID = ["applicantName", "projectName"] as const;
const OPTIONAL = ["contactName", "contactPhone", "contactAddress"] as const;

/** Throws BAD_USER_INPUT where one of these is given and says nothing. */
const checkSaid = (input: Pick<EditCaseInput, (typeof SAID)[number]>): void => {
  for (const name of SAID) if (input[name] != null) checkStated(name, input[name]);
};

/**
 * Columns that the input changes: what it does not say stays, an empty text clears what an application need not say. Throws
 * BAD_USER_INPUT for an empty name or summary.
 */
const columnsOf = (input: EditCaseInput): Partial<NewOf<typeof SERVICE_CASES>> => {
  checkSaid(input);
  return Object.fromEntries(
    [...SAID, ...OPTIONAL].flatMap((name) =>
      input[name] == null ? [] : [[name, isStated(input[name]) ? input[name] : undefined]],
    ),
  );
};

/** Materials in place of those before, with their files. */
const replaced = async (
  given: readonly CaseMaterialInput[],
  { materials: held }: CaseContent,
  { trx, caseNo, ...of }: LockedCase,
  context: AttachContext,
): Promise<CaseContent["materials"]> => {
  checkCount(given.length);
  checkNames(
    given.map(({ name }) => name),
    await askedForBy(trx, of),
  );
  await dropFiles(trx, { caseNo, given, held });
  return takeIn(trx, { caseNo, given, held }, context);
};

/** EDIT. Throws what `takeIn` throws, and BAD_USER_INPUT for foreign materials and situations. */
export const editing = (input: EditCaseInput, context: AttachContext): CaseStepAsked => ({
  event: "EDIT",
  set: columnsOf(input),
  async content(content, at) {
    if (input.situationIds != null) checkSituations(input.situationIds, await askedForBy(at.trx, at));
    return {
      ...content,
      ...(input.situationIds == null ? {} : { situationIds: [...new Set(input.situationIds)] }),
      ...(input.materials == null ? {} : { materials: await replaced(input.materials, content, at, context) }),
    };
  },
});

/** SUBMIT: all that the matter requires is there, promised where it may come later, or committed to where that may stand for it. */
export const submitting = (
  { promisedMaterials: promised, committedMaterials: committed }: SubmitCaseInput,
  today: string,
): CaseStepAsked => ({
  event: "SUBMIT",
  set: { appliedOn: today },
  begins: "收件",
  async content(content, at) {
    const asked = await askedForBy(at.trx, at);
    checkPromised(promised ?? [], asked);
    return {
      ...content,
      ...(promised == null ? {} : { promisedMaterials: [...new Set(promised)] }),
      ...(committed == null || committed.length === 0
        ? {}
        : { commitment: commitmentTo(committed, asked.materials, today) }),
    };
  },
  facts: async (_now, content, at) => ({
    ...commitmentFacts(content),
    missingMaterials: missingMaterials((await askedForBy(at.trx, at)).materials, content),
    brokeCommitment: content.commitment !== undefined && (await brokeCommitment(at.trx, at.subject)),
  }),
});

/** Adds materials to those before, with their files. */
const added = async (
  given: readonly CaseMaterialInput[],
  content: CaseContent,
  { trx, caseNo }: LockedCase,
  context: AttachContext,
): Promise<CaseContent> => {
  const held = content.materials;
  checkCount(held.length + given.length);
  return { ...content, materials: [...held, ...(await takeIn(trx, { caseNo, given, held: [] }, context))] };
};

const namesOf = (given: readonly CaseMaterialInput[]): string[] => {
  if (given.length === 0) throw badInput("materials", "MIN", "A material is handed in.");
  return given.map(({ name }) => name);
};

/** CORRECT: what the notice told to be missing. */
export const correcting = (given: readonly CaseMaterialInput[], context: AttachContext): CaseStepAsked => {
  const names = namesOf(given);
  return {
    event: "CORRECT",
    async content(content, at) {
      checkNames(names, await askedForBy(at.trx, at));
      return added(given, content, at, context);
    },
  };
};

/** SUPPLEMENT: what was promised. Throws BAD_USER_INPUT for a material that was not. */
export const supplementing = (given: readonly CaseMaterialInput[], context: AttachContext): CaseStepAsked => {
  const names = namesOf(given);
  return {
    event: "SUPPLEMENT",
    async content(content, at) {
      const { promisedMaterials = [] } = content;
      if (promisedMaterials.length > 0 && !names.every((name) => promisedMaterials.includes(name)))
        throw badInput("materials", "MATERIAL_NOT_LATER", "A material is none of those that were promised.");
      return added(given, content, at, context);
    },
  };
};
