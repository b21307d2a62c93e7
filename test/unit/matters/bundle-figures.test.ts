/** What a bundle asks for and promises, from matters as sparse exports give them. */
import "reflect-metadata";
import { LimitUnit, type TimeLimit } from "../../../platform/graphql/index.js";
import { MaterialNeed } from "../../../subgraphs/matters/matter/material.enums.js";
import type { Material } from "../../../subgraphs/matters/matter/matter.js";
import {
  bundleLimit,
  bundleMaterials,
  bundleVisits,
  savedMaterials,
} from "../../../subgraphs/matters/service-bundle/bundle-figures.js";

const limit = (amount: number, unit: LimitUnit): TimeLimit => ({ amount, unit });
const { WORKING_DAY, NATURAL_DAY, HOUR, IMMEDIATE } = LimitUnit;

describe("the limit of a bundle", () => {
  it.each([
    ["the longest of one unit", [limit(3, WORKING_DAY), limit(9, WORKING_DAY), limit(4, WORKING_DAY)], 1],
    ["not the sum, and not the largest number", [limit(40, HOUR), limit(2, NATURAL_DAY)], 1],
    ["working days beyond as many natural days", [limit(8, NATURAL_DAY), limit(6, WORKING_DAY)], 1],
    ["natural days beyond a week of working days", [limit(5, WORKING_DAY), limit(8, NATURAL_DAY)], 1],
    ["the first of two that are as long", [limit(5, WORKING_DAY), limit(7, NATURAL_DAY)], 0],
    ["on the spot where all are", [limit(0, IMMEDIATE), limit(0, IMMEDIATE)], 0],
  ])("is %s", (_case, promises, longest) =>
    expect(bundleLimit(promises.map((promised) => ({ promised })))).toEqual(promises[longest]),
  );

  it("is unknown where one matter promises nothing, and without matters", () => {
    expect(bundleLimit([{ promised: limit(3, WORKING_DAY) }, {}])).toBeUndefined();
    expect(bundleLimit([])).toBeUndefined();
  });
});

describe("visits of a bundle", () => {
  it.each([
    [[0, 2, 1], 2],
    [[0, 0], 0],
    [[1, undefined], undefined],
    [[], undefined],
  ])("of matters with %j are %s", (visits, expected) =>
    expect(bundleVisits(visits.map((visits) => ({ visits })))).toBe(expected),
  );
});

describe("materials of a bundle", () => {
  const material = (name: string, more: Partial<Material> = {}): Material => ({ name, situationIds: [], ...more });
  const matters = [
    {
      allMaterials: [
        material("申请表"),
        material("身份证", { need: MaterialNeed.OPTIONAL, situationIds: ["A"] }),
        material("身份证", { need: MaterialNeed.OPTIONAL, situationIds: ["B"] }),
      ],
    },
    { allMaterials: [material("身份证", { need: MaterialNeed.REQUIRED, licenceType: "ID_CARD" }), material("照片")] },
    { allMaterials: [] },
  ];

  it("are each name once, as the matter that needs it most has it", () => {
    expect(bundleMaterials(matters)).toEqual([
      { name: "身份证", sharedBy: 2, need: "REQUIRED", licenceType: "ID_CARD" },
      { name: "申请表", sharedBy: 1, need: undefined, licenceType: undefined },
      { name: "照片", sharedBy: 1, need: undefined, licenceType: undefined },
    ]);
  });

  it("save what matters share, not what situations of one matter repeat", () => {
    expect(savedMaterials(matters)).toBe(1);
    expect(savedMaterials([])).toBe(0);
  });
});
