/** What of a matter's materials an application still lacks, and what it may hand in. Pure. */
import { badInput, ServiceError } from "../../../platform/errors/index.js";
import { MaterialNeed } from "../matter/material.enums.js";
import type { Material } from "../matter/matter.js";
import { MaterialDelivery } from "../service-case/service-case.enums.js";
import type { CaseContent, CaseMaterial } from "../service-case/service-case.js";

/** Most materials of an application. */
export const MOST_MATERIALS = 100;

/** True where the applicant's situations need the material; one that names none is needed in all. */
const isFor = (situationIds: readonly string[], material: Material): boolean =>
  material.situationIds.length === 0 || material.situationIds.some((id) => situationIds.includes(id));

/** True where it came: what comes as a file has its file. */
const came = ({ delivery, attachedId }: CaseMaterial): boolean =>
  delivery !== MaterialDelivery.ELECTRONIC || attachedId !== undefined;

/** Names of what was promised and has not come. */
const outstanding = ({ materials, promisedMaterials = [] }: CaseContent): string[] =>
  promisedMaterials.filter((name) => !materials.some((material) => material.name === name && came(material)));

/** What guards look at of what was promised. */
export const promiseFacts = (content: CaseContent): { promised: boolean; promisedMaterials: string[] } => ({
  promised: (content.promisedMaterials ?? []).length > 0,
  promisedMaterials: outstanding(content),
});

/**
 * Names of what the list needs in these situations and the case has not, neither as such nor by commitment (告知承诺): what is required,
 * and what may come later where nobody promised it (容缺后补).
 */
export const missingMaterials = (
  list: readonly Material[],
  { materials, situationIds = [], promisedMaterials = [], commitment }: CaseContent,
): string[] => {
  const there = new Set([...materials.filter(came), ...(commitment?.materials ?? [])].map(({ name }) => name));
  const missing = list
    .filter(({ need }) => need === MaterialNeed.REQUIRED || need === MaterialNeed.LATER)
    .filter((material) => isFor(situationIds, material) && !there.has(material.name))
    .filter(({ name, need }) => need === MaterialNeed.REQUIRED || !promisedMaterials.includes(name))
    .map(({ name }) => name);
  return [...new Set(missing)];
};

/** What a matter of this version asks for. */
export interface AskedFor {
  readonly materials: readonly Material[];
  readonly conditions: readonly { readonly id: string }[];
}

/** Throws BAD_USER_INPUT where a material is not on the matter's list; a matter that keeps none takes any. */
export const checkNames = (names: readonly string[], { materials: list }: AskedFor): void => {
  if (list.length > 0 && names.some((name) => !list.some((material) => material.name === name)))
    throw badInput("materials", "MATERIAL_FOREIGN", "A material is not on the list of the matter.");
};

/** Throws BAD_USER_INPUT where a situation is none of the matter's. */
export const checkSituations = (ids: readonly string[], { conditions }: AskedFor): void => {
  if (ids.some((id) => !conditions.some((condition) => condition.id === id)))
    throw badInput("situationIds", "MATERIAL_SITUATION", "A situation is none of the matter's.");
};

/** Throws BAD_USER_INPUT where something is promised that may not come later. */
export const checkPromised = (names: readonly string[], { materials }: AskedFor): void => {
  const later = materials.filter(({ need }) => need === MaterialNeed.LATER).map(({ name }) => name);
  if (names.some((name) => !later.includes(name)))
    throw badInput("promisedMaterials", "MATERIAL_NOT_LATER", "A material is none of those that may come later.");
};

/** Throws BAD_USER_INPUT for more materials than a case may have. */
export const checkCount = (count: number): void => {
  if (count > MOST_MATERIALS) throw badInput("materials", "MAX", `A case has at most ${MOST_MATERIALS} materials.`);
};

/** The refusal of a file that the case does not hold: the same as of an upload that is another's. */
export const noSuchFile = (): ServiceError =>
  new ServiceError("NOT_FOUND", "There is no such upload of yours, and the case holds no such file.", {
    reason: "FILE_UPLOAD",
  });
