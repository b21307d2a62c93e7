/** Natural persons of the demonstration world: synthetic numbers, phones and addresses that belong to nobody, easy to find where they leak. */
import { residentIdCheckCharacter } from "../../platform/domain/index.js";
import type { DemonstrationPerson } from "../../subgraphs/demonstration.js";

const SURNAMES = ["金", "朴", "崔", "李", "张", "王", "赵", "全", "许", "欧阳"];
const CHARACTERS = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
/** Persons beside the three named ones. */
const COUNT = 500;

/** A name with 演 in the middle, one for each number below 1000, such as 金演甲乙. */
const nameOf = (index: number): string =>
  `${SURNAMES[Math.floor(index / 100) % 10]}演${CHARACTERS[Math.floor(index / 10) % 10]}${CHARACTERS[index % 10]}`;

/** Region 990101 is not assigned (docs/reference/identifiers.md#numbers-that-belong-to-nobody). */
const idNumberOf = (index: number): string => {
  const body = `9901011970${String((index % 12) + 1).padStart(2, "0")}${String((index % 28) + 1).padStart(2, "0")}${String(100 + index).padStart(3, "0")}`;
  return `${body}${residentIdCheckCharacter(body)}`;
};

/** Creates the persons; the same in every scale. */
export const createPersons = (
  counties: readonly { readonly code: string; readonly name: string }[],
): DemonstrationPerson[] => {
  const person = (index: number, name: string, hash: string): DemonstrationPerson => {
    const county = counties[index % counties.length]!;
    return {
      hash,
      name,
      idNumber: idNumberOf(index),
      phone: `1990000${String(1_000 + index)}`,
      address: `${county.name}演示路${1_000 + index}号${index % 30}室`,
      divisionCode: county.code,
    };
  };
  return [
    person(0, "张示例", "demo-subject-1"),
    person(8, "欧阳演示", "demo-subject-2"),
    person(16, "李样本", "demo-subject-3"),
    ...Array.from({ length: COUNT }, (_, index) =>
      person(20 + index, nameOf(index), `demo-person-${String(index).padStart(4, "0")}`),
    ),
  ];
};
