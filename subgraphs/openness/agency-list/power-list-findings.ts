/** Findings between the powers that a body lists and the matters that it handles, joined by catalogue code. Pure. */
import { classifyTaskCode } from "../../../platform/domain/index.js";
import { PowerKind, PowerListFindingKind } from "./agency-list.enums.js";

/** A power of a body: as the version in force has it, or as the last one that had it. */
export interface KnownPower {
  readonly catalogCode?: string | undefined;
  readonly powerKind?: PowerKind | undefined;
  /** False where it is in no version in force any more. */
  readonly listed: boolean;
}

/** A finding. */
export interface FoundPower<Power extends KnownPower> {
  readonly kind: PowerListFindingKind;
  readonly catalogCode?: string;
  readonly power?: Power;
  /** Ids of the matters that it is about. */
  readonly matterIds: readonly string[];
}

const KINDS = Object.values(PowerKind);

/** Powers that are exercised when somebody applies (依申请): they have a matter that tells how. */
const ON_APPLICATION: readonly PowerKind[] = [
  ...[PowerKind.LICENSING, PowerKind.PAYMENT, PowerKind.CONFIRMATION],
  ...[PowerKind.REWARD, PowerKind.ADJUDICATION, PowerKind.OTHER],
];

/** Kind of the power that a catalogue code names by its third and fourth character; undefined of public services and others, which need none. */
export const powerKindOf = (catalogCode: string): PowerKind | undefined => KINDS[Number(catalogCode.slice(2, 4)) - 1];

/** A power by whose it is and what it does. */
export interface PowerKey {
  readonly uscc: string;
  readonly catalogCode: string;
}

/** The power that a matter exercises, by its id, which is made of its national code; undefined where that is a local one. */
export const powerKeyOf = (matterId: string): PowerKey | undefined => {
  const [, code = ""] = /^CN-TASK-(.{31,33})$/.exec(matterId) ?? [];
  const { taskCode, catalogCode } = code === "" ? {} : classifyTaskCode(code);
  return taskCode === undefined || catalogCode === undefined ? undefined : { uscc: taskCode.slice(0, 18), catalogCode };
};

/** Ids of the matters that need a power, by catalogue code. */
const byCatalogCode = (matterIds: readonly string[]): Map<string, string[]> => {
  const found = new Map<string, string[]>();
  for (const id of matterIds) {
    const code = powerKeyOf(id)?.catalogCode;
    if (code === undefined || powerKindOf(code) === undefined) continue;
    found.set(code, [...(found.get(code) ?? []), id]);
  }
  return found;
};

/** Most matters of a body that are told; of one with as many nobody knows which powers have none. */
const MOST_MATTERS = 1_000;

/** What is wrong, by catalogue code; `powers` is undefined where the body has published no list. Matters with a local code are not judged. */
export const findingsOf = <Power extends KnownPower>(
  matterIds: readonly string[],
  powers: readonly Power[] | undefined,
): FoundPower<Power>[] => {
  const matters = byCatalogCode(matterIds);
  if (powers === undefined)
    return matters.size === 0
      ? []
      : [{ kind: PowerListFindingKind.LIST_MISSING, matterIds: [...matters.values()].flat() }];
  const known = new Map<string, Power>();
  for (const power of powers) {
    const { catalogCode, listed } = power;
    if (catalogCode !== undefined && (listed || !known.has(catalogCode))) known.set(catalogCode, power);
  }
  const ofMatters = [...matters].flatMap(([catalogCode, ids]): FoundPower<Power>[] => {
    const power = known.get(catalogCode);
    if (power === undefined) return [{ kind: PowerListFindingKind.MATTER_NOT_LISTED, catalogCode, matterIds: ids }];
    return power.listed ? [] : [{ kind: PowerListFindingKind.POWER_WITHDRAWN, catalogCode, power, matterIds: ids }];
  });
  const unused = [...known].flatMap(([catalogCode, power]): FoundPower<Power>[] =>
    matterIds.length < MOST_MATTERS &&
    power.listed &&
    power.powerKind !== undefined &&
    ON_APPLICATION.includes(power.powerKind) &&
    !matters.has(catalogCode)
      ? [{ kind: PowerListFindingKind.POWER_WITHOUT_MATTER, catalogCode, power, matterIds: [] }]
      : [],
  );
  return [...ofMatters, ...unused].sort((a, b) => (a.catalogCode! < b.catalogCode! ? -1 : 1));
};
