/** What an applicant commits to in writing in place of materials (告知承诺, 国办发〔2020〕42号), and what becomes of it. Pure. */
import { addDays, type LocalDate } from "../../../platform/domain/index.js";
import { badInput } from "../../../platform/errors/index.js";
import type { Material } from "../matter/matter.js";
import { CaseOutcome, type CommitmentOutcome } from "../service-case/service-case.enums.js";
import type { CaseCommitment, CaseContent, CommittedMaterial } from "../service-case/service-case.js";
import type { CaseGuardFacts } from "../service-case/service-case.state.js";

type Resting = Pick<CaseContent, "commitment" | "result">;

/** The commitment on which a decision that grants rests. */
export const restingOn = ({ commitment, result }: Resting): CaseCommitment | undefined =>
  result?.outcome === CaseOutcome.GRANTED ? commitment : undefined;

/** What guards look at of it. */
export const commitmentFacts = (
  content: Resting,
): Required<Pick<CaseGuardFacts, "committedMaterials" | "restsOnCommitment" | "commitmentOpen">> => {
  const resting = restingOn(content);
  return {
    committedMaterials: (content.commitment?.materials ?? []).map(({ name }) => name),
    restsOnCommitment: resting !== undefined,
    commitmentOpen: resting !== undefined && resting.outcome === undefined,
  };
};

/**
 * The commitment in place of these materials, in the words of the matter's version. Throws BAD_USER_INPUT (MATERIAL_NOT_COMMITTED)
 * where a material is none that a commitment may stand for.
 */
export const commitmentTo = (
  names: readonly string[],
  list: readonly Material[],
  today: LocalDate,
): CaseCommitment => ({
  materials: [...new Set(names)].map((name): CommittedMaterial => {
    const commitment = list.find((material) => material.name === name)?.commitment;
    if (commitment === undefined)
      throw badInput("committedMaterials", "MATERIAL_NOT_COMMITTED", "A commitment may not stand for this material.");
    return { name, text: commitment.text, verifyWithinDays: commitment.verifyWithinDays };
  }),
  madeOn: today,
});

/** The content once it is decided: a decision that grants begins the days of verification, the shortest of its materials. */
export const withVerification = (content: CaseContent, today: LocalDate): CaseContent => {
  const commitment = restingOn(content);
  if (commitment === undefined) return content;
  const days = Math.min(...commitment.materials.map(({ verifyWithinDays }) => verifyWithinDays));
  return { ...content, commitment: { ...commitment, verifyBy: addDays(today, days) } };
};

/** The content once the commitment was verified. */
export const withOutcome = (
  content: CaseContent,
  {
    outcome,
    today,
    remedy,
  }: { readonly outcome: CommitmentOutcome; readonly today: LocalDate; readonly remedy?: string },
): CaseContent => {
  const { commitment } = content;
  if (commitment === undefined) return content;
  const told = remedy === undefined ? {} : { remedy };
  return { ...content, commitment: { ...commitment, ...told, outcome, verifiedOn: today } };
};
